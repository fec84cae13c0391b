import { halfWidth, purchaseRate, redemptionRate, valueOf } from './book.js';
import type { ProgramDraft, Term } from './program.js';
import type { RebalanceTask } from './rebalance.js';
import type { Columns, Situation } from './trade-columns.js';
import { PRICE } from './trade-columns.js';

/** Costly trades stop half way between the edge of the band and the target. */
const SETTLE = 0.5;

/** What is sold, after its fee, and what comes in pays for what is bought, with its fee, and what goes out. */
export function addBalance(
  draft: ProgramDraft,
  { positions, cashFlow, today }: RebalanceTask,
  { whole }: Situation,
  { buys, sells, idle, unfunded }: Columns,
): void {
  const terms = positions.flatMap((position, at): Term[] => [
    [buys[at]!, 1 + purchaseRate(position)],
    ...position.lots.map((lot, of): Term => [
      sells[at]![of]!,
      redemptionRate(position, lot, today) - 1,
    ]),
  ]);
  const flow = cashFlow / whole;
  draft.row([...terms, [idle, 1], [unfunded, -1]], flow, flow);
}

export function addBands(
  draft: ProgramDraft,
  { positions, targets }: RebalanceTask,
  { whole }: Situation,
  { buys, sells, over, under }: Columns,
): void {
  for (const [j, target] of targets.entries()) {
    const members = [...positions.entries()].filter(([, one]) => one.bucket === target.bucket);
    const held = members.reduce((sum, [, one]) => sum + valueOf(one), 0) / whole;
    const traded = members.flatMap(([at]): Term[] => [
      [buys[at]!, 1],
      ...sells[at]!.map((column): Term => [column, -1]),
    ]);
    const [above, below] = [draft.column(PRICE.off), draft.column(PRICE.off)];
    const gap = target.weight - held;
    draft.row([...traded, [above, -1], [below, 1]], gap, gap);
    const room = SETTLE * Math.min(halfWidth(target), 1);
    draft.row(
      [
        [above, 1],
        [over[j]!, -1],
      ],
      -Infinity,
      room,
    );
    draft.row(
      [
        [below, 1],
        [under[j]!, -1],
      ],
      -Infinity,
      room,
    );
  }
}

/** No trade is smaller than its minimum, unless it clears all that may be sold. */
export function addMinimums(
  draft: ProgramDraft,
  { positions, minTrade }: RebalanceTask,
  { whole }: Situation,
  { buys, sells }: Columns,
): void {
  for (const [at, position] of positions.entries()) {
    const isBought = draft.column(0, 1, true);
    const least = Math.max(minTrade, position.minAmount) / whole;
    draft.row(
      [
        [buys[at]!, 1],
        [isBought, -least],
      ],
      0,
      Infinity,
    );
    draft.row(
      [
        [buys[at]!, 1],
        [isBought, -Math.max(1, least)],
      ],
      -Infinity,
      0,
    );
    const held = valueOf(position) / whole;
    if (held === 0) continue;
    const isSold = draft.column(0, 1, true);
    const lots = sells[at]!.map((column): Term => [column, 1]);
    draft.row([...lots, [isSold, -Math.min(minTrade / whole, held)]], 0, Infinity);
    draft.row([...lots, [isSold, -held]], -Infinity, 0);
    // Nothing is bought and sold at once.
    draft.row(
      [
        [isBought, 1],
        [isSold, 1],
      ],
      -Infinity,
      1,
    );
  }
}
