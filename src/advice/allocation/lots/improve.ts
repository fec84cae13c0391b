import type { LotOrder } from './lots.js';
import { keepsRules, lotError } from './lots.js';

/** Exchanges until none brings the shares nearer to the weights: one step more, less, or swapped. */
export function improved(order: LotOrder, from: readonly number[]): readonly number[] {
  let best = from;
  let error = lotError(order, best);
  for (let round = 0; round < 1000; round += 1) {
    const better = neighbours(order, best).find((units) => {
      return keepsRules(order, units) && lotError(order, units) < error - 1e-15;
    });
    if (!better) return best;
    best = better;
    error = lotError(order, best);
  }
  return best;
}

function neighbours(order: LotOrder, units: readonly number[]): number[][] {
  const changes = units.flatMap((_, i) => [
    change(order, units, i, 1),
    change(order, units, i, -1),
  ]);
  const swaps = units.flatMap((_, i) => {
    const sold = change(order, units, i, -1);
    return units.flatMap((__, j) => (i === j ? [] : [change(order, sold, j, 1)]));
  });
  return [...changes, ...swaps];
}

/** One step up or down; from nothing to the minimum, from the minimum to nothing. */
function change(
  { step, minimum }: LotOrder,
  units: readonly number[],
  i: number,
  direction: 1 | -1,
): number[] {
  const size = step?.[i] ?? 1;
  const least = Math.ceil((minimum?.[i] ?? 0) / size) * size;
  const moved = [...units];
  const next = units[i]! + direction * size;
  moved[i] = next >= Math.max(least, 0) ? next : direction > 0 ? Math.max(least, size) : 0;
  return moved;
}
