import { branchAndBound } from '../advice/allocation/integer/branch-and-bound.js';
import type { Position } from '../advice/allocation/rebalance/book.js';
import type { Term } from '../advice/allocation/rebalance/program.js';
import { draftProgram } from '../advice/allocation/rebalance/program.js';
import type { Program, Solver } from '../advice/allocation/solver.js';
import type { MixBasis } from '../advice/allocation/strategic/mix.js';
import { classPoints } from '../advice/allocation/strategic/risk-return.js';
import { RISK_CLASSES } from '../advice/allocation/strategic/policy.js';
import type { Planner } from '../advice/matching/planner.js';

const TODAY = '2026-01-05';

/** A book far from any mix. */
const BOOK = ['cash', 'bond', 'equity', 'gold'].map((bucket, at): Position => ({
  code: bucket,
  bucket,
  lots: [{ bought: TODAY, value: 10_000 * (at + 1) ** 2, lockedUntil: null }],
  fees: [],
  isBuyable: true,
  minAmount: 1_000,
}));

/**
 * Reckons what every class's plans begin with and has the solver's code compiled, so that the first
 * customer to ask does not wait for it.
 */
export function warmUp(planner: Planner, basis: MixBasis): void {
  for (const riskClass of RISK_CLASSES) {
    planner.rebalance({ riskClass, positions: BOOK, today: TODAY });
  }
  classPoints(basis);
}

/**
 * Solves puzzles harder than most plans, so that what a hard one needs is compiled: two seconds of a
 * processor, which the first customers would have to wait.
 */
export function rehearse(solve: Solver): void {
  branchAndBound(puzzle(false), REHEARSED_PROGRAMS);
  solve(puzzle(true), { gap: 5e-4 });
}

const REHEARSED_PROGRAMS = 2_000;

const PIECES = 20;
const MOST_PIECES = 6;
const MOST_LOTS = 8;

/** Pieces of uneven make that have to come near to five sums at once, as products to a mix. */
function puzzle(inLots: boolean): Program {
  const draft = draftProgram();
  const picks = Array.from({ length: PIECES }, (_, piece) => ({
    isPlaced: draft.column(0.002 + 1e-6 * piece, 1, true),
    lots: draft.column(0.001 * unevenness(piece, 3), MOST_LOTS, inLots),
    lot: 0.02 * (1 + (piece % 3)),
  }));
  const sumOf = (part: (piece: number) => number): Term[] =>
    picks.flatMap(({ isPlaced, lots, lot }, piece): Term[] => [
      [isPlaced, part(piece) * 0.05],
      [lots, part(piece) * lot],
    ]);
  for (const { isPlaced, lots } of picks) {
    const placed: Term[] = [
      [lots, 1],
      [isPlaced, -MOST_LOTS],
    ];
    draft.row(placed, -Infinity, 0);
  }
  for (const [at, sum] of [0.3, 0.4, 0.5, 0.6, 0.7].entries()) {
    const off: Term[] = [
      [draft.column(1), -1],
      [draft.column(1), 1],
    ];
    draft.row([...sumOf((piece) => unevenness(piece, at + 1)), ...off], sum, sum);
  }
  const count = picks.map(({ isPlaced }): Term => [isPlaced, 1]);
  draft.row(count, 0, MOST_PIECES);
  draft.row(
    sumOf(() => 1),
    0,
    1,
  );
  return draft.finish();
}

/** Between 0 and 1, without a pattern that the solver could use. */
const unevenness = (a: number, b: number): number =>
  ((a * 37 + b * b * 17 + a * a * b * 7) % 101) / 101;
