/** Ranking measures; `found` best first, without duplicates. */
type Relevant = ReadonlySet<string>;

/** Discounted gain with binary relevance, as a share of the best possible; 0..1. */
export function ndcg(found: readonly string[], relevant: Relevant, k: number): number {
  const gainAt = (rank: number) => 1 / Math.log2(rank + 2);
  let gain = 0;
  for (const [rank, id] of found.slice(0, k).entries()) if (relevant.has(id)) gain += gainAt(rank);
  let most = 0;
  for (let rank = 0; rank < Math.min(k, relevant.size); rank++) most += gainAt(rank);
  return most === 0 ? 0 : gain / most;
}

/** 1 / rank of the first relevant one within `k`, else 0. */
export function reciprocalRank(found: readonly string[], relevant: Relevant, k: number): number {
  const rank = found.slice(0, k).findIndex((id) => relevant.has(id));
  return rank === -1 ? 0 : 1 / (rank + 1);
}

/** Share of the relevant ones within `k`. */
export function recall(found: readonly string[], relevant: Relevant, k: number): number {
  if (relevant.size === 0) return 0;
  return found.slice(0, k).filter((id) => relevant.has(id)).length / relevant.size;
}

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Nearest rank; `share` 0..1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
