import type { Solver } from '../solver.js';
import type { Position } from './book.js';
import { draftProgram } from './program.js';
import type { RebalanceTask } from './rebalance.js';
import type { Situation } from './trade-columns.js';
import { addColumns, isFree } from './trade-columns.js';
import { addBalance, addBands, addMinimums } from './trade-rules.js';

/** What is traded, as parts of the whole. */
export interface Parts {
  readonly bought: readonly number[];
  /** Per position, per lot. */
  readonly sold: readonly (readonly number[])[];
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
