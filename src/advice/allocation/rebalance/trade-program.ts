import type { Solver } from '../solver.js';
import { halfWidth, purchaseRate, redemptionRate, valueOf } from './book.js';
import type { Position } from './book.js';
import type { ProgramDraft, Term } from './program.js';
import { draftProgram } from './program.js';
import type { RebalanceTask } from './rebalance.js';

/** What is traded, as parts of the whole. */
export interface Parts {
  readonly bought: readonly number[];
  /** Per position, per lot. */
  readonly sold: readonly (readonly number[])[];
  readonly idle: number;
  readonly unfunded: number;
}

/** Prices per yuan, in yuan of fee: what must not be comes dearest. */
const PRICE = {
  /** Beyond half the band: more than any fee. */
  outside: 0.5,
  /** Off the target inside the band: less than any fee. */
  off: 0.0004,
  idle: 0.05,
  unfunded: 5,
  /** Any trade at all, so that of two equal lists the shorter one is taken. */
  trade: 0.00005,
};
/** Costly trades stop half way between the edge of the band and the target. */
const SETTLE = 0.5;

interface Situation {
  readonly whole: number;
  readonly maySell: boolean;
  readonly mayBuy: boolean;
}

interface Columns {
  readonly buys: readonly number[];
  readonly sells: readonly (readonly number[])[];
  readonly over: readonly number[];
  readonly under: readonly number[];
  readonly idle: number;
  readonly unfunded: number;
}

/** Mixed-integer, in parts of the whole so that the solver's tolerances fit. */
export function solveTrades(solve: Solver, task: RebalanceTask, situation: Situation): Parts {
  const draft = draftProgram();
  const columns = addColumns(draft, task, situation);
  addBalance(draft, task, situation, columns);
  addBands(draft, task, situation, columns);
  addMinimums(draft, task, situation, columns);
  const { x, status } = solve(draft.finish());
  if (status !== 'optimal') throw new Error(`no rebalancing plan: ${status}`);
  const at = (column: number): number => Math.max(0, x[column] ?? 0);
  const sold = columns.sells.map((lots) => lots.map(at));
  return {
    bought: columns.buys.map(at),
    sold: sold.map((lots, position) =>
      oldestFirst(lots, task.positions[position]!, task, situation.whole),
    ),
    idle: at(columns.idle),
    unfunded: at(columns.unfunded),
  };
}

function addColumns(
  draft: ProgramDraft,
  { positions, targets, today }: RebalanceTask,
  { whole, maySell, mayBuy }: Situation,
): Columns {
  return {
    buys: positions.map((position) =>
      draft.column(
        purchaseRate(position, position.minAmount) + PRICE.trade,
        mayBuy && position.isBuyable ? 1 : 0,
      ),
    ),
    sells: positions.map((position) =>
      position.lots.map((lot) =>
        draft.column(
          redemptionRate(position, lot, today) + PRICE.trade,
          maySell && isFree(lot.lockedUntil, today) ? lot.value / whole : 0,
        ),
      ),
    ),
    over: targets.map(() => draft.column(PRICE.outside)),
    under: targets.map(() => draft.column(PRICE.outside)),
    idle: draft.column(PRICE.idle),
    unfunded: draft.column(PRICE.unfunded),
  };
}

const isFree = (lockedUntil: string | null, today: string): boolean =>
  lockedUntil === null || lockedUntil <= today;

/** What is sold, after its fee, and what comes in pays for what is bought, with its fee, and what goes out. */
function addBalance(
  draft: ProgramDraft,
  { positions, cashFlow, today }: RebalanceTask,
  { whole }: Situation,
  { buys, sells, idle, unfunded }: Columns,
): void {
  const terms = positions.flatMap((position, at): Term[] => [
    [buys[at]!, 1 + purchaseRate(position, position.minAmount)],
    ...position.lots.map((lot, of): Term => [
      sells[at]![of]!,
      redemptionRate(position, lot, today) - 1,
    ]),
  ]);
  const flow = cashFlow / whole;
  draft.row([...terms, [idle, 1], [unfunded, -1]], flow, flow);
}

function addBands(
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
function addMinimums(
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

/** The same amount taken from the oldest lots, as the registrar takes it; never dearer, as fees fall with time. */
function oldestFirst(
  lots: readonly number[],
  position: Position,
  { today }: RebalanceTask,
  whole: number,
): readonly number[] {
  let left = lots.reduce((sum, part) => sum + part, 0);
  return position.lots.map(({ value, lockedUntil }) => {
    const part = isFree(lockedUntil, today) ? Math.min(left, value / whole) : 0;
    left -= part;
    return part;
  });
}
