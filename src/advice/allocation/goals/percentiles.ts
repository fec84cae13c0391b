/** Percentiles told of a plan: 15 is the cautious one. */
export const PERCENTILES = [5, 15, 50, 85, 95] as const;
export type Percentile = (typeof PERCENTILES)[number];
export type Percentiles = Readonly<Record<Percentile, number>>;

/** Of what paths have, whose order is changed; a plan that ran dry has nothing. */
export function percentilesOf(values: Float64Array): Percentiles {
  const last = values.length - 1;
  let from = 0;
  return Object.fromEntries(
    PERCENTILES.map((one) => {
      const rank = Math.round((one / 100) * last);
      select(values, rank, from);
      from = rank;
      return [one, Math.max(0, values[rank]!)];
    }),
  ) as Percentiles;
}

/**
 * Brings the value of a rank to its place, with none larger before and none smaller behind it (Hoare's
 * FIND, 1961): five of them are found in a small part of the time of a sort.
 */
function select(values: Float64Array, rank: number, from: number): void {
  let [low, high] = [from, values.length - 1];
  while (low < high) {
    const pivot = values[rank]!;
    let [left, right] = [low, high];
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const kept = values[left]!;
      values[left++] = values[right]!;
      values[right--] = kept;
    }
    if (right < rank) low = left;
    if (rank < left) high = right;
  }
}
