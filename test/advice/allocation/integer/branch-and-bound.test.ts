import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { branchAndBound } from '../../../../src/advice/allocation/integer/branch-and-bound.js';
import type { Term } from '../../../../src/advice/allocation/rebalance/program.js';
import { draftProgram } from '../../../../src/advice/allocation/rebalance/program.js';
import type { Program, Solver } from '../../../../src/advice/allocation/solver.js';
import { createSolver } from '../../../../src/app/solver.js';
import { drawsFrom } from '../instances.js';

let solve: Solver;
beforeAll(async () => {
  solve = await createSolver();
});

/** Pieces with a price each that are to come near to some sums, few of them; now and then impossible. */
function puzzle(seed: number): Program {
  const { uniform, pick } = drawsFrom(seed);
  const draft = draftProgram();
  const pieces = 2 + Math.floor(uniform() * 10);
  const picks = Array.from({ length: pieces }, () => {
    const isTaken = draft.column(0.01 * uniform(), 1, true);
    const amount = draft.column(0.05 * uniform(), pick([0.2, 0.5, 1]));
    draft.row(
      [
        [amount, 1],
        [isTaken, -0.6],
      ],
      -Infinity,
      0,
    );
    return { isTaken, amount };
  });
  for (let sum = 0; sum < 4; sum += 1) {
    const terms = picks.flatMap(({ isTaken, amount }): Term[] => [
      [amount, uniform()],
      [isTaken, pick([0, 0, 0.05])],
    ]);
    const off: Term[] = [
      [draft.column(1), -1],
      [draft.column(0.5), 1],
    ];
    draft.row([...terms, ...off], 0.4 * uniform(), 0.4 + 0.2 * uniform());
  }
  const taken = picks.map(({ isTaken }): Term => [isTaken, 1]);
  draft.row(taken, pick([0, 0, 1, pieces + 1]), pick([2, 4, pieces + 1]));
  return draft.finish();
}

describe('branch and bound', () => {
  it('finds what HiGHS finds, or that there is nothing, and keeps every row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
        const program = puzzle(seed);
        const found = branchAndBound(program, 100_000);
        const peer = solve(program, { gap: 0 });
        expect(found.status).toBe(peer.status);
        if (found.status !== 'optimal') return;
        expect(found.objective).toBeCloseTo(peer.objective, 8);
        expect(found.objective - found.bound).toBeLessThanOrEqual(1e-9);
        expect(furthestOutside(program, found.x)).toBeLessThanOrEqual(1e-8);
      }),
      { seed: 4, numRuns: 300 },
    );
  }, 60_000);

  it('proves nothing where it is cut short', () => {
    expect(branchAndBound(puzzle(12), 1)).toMatchObject({ status: 'limit', bound: -Infinity });
  });

  it('gives the same answer to the same program', () => {
    expect(branchAndBound(puzzle(3), 1_000)).toEqual(branchAndBound(puzzle(3), 1_000));
  });
});

function furthestOutside(program: Program, x: Float64Array): number {
  const { rows, rowLower, rowUpper, lower, upper, integer } = program;
  const outside = (value: number, low: number, high: number) => Math.max(low - value, value - high);
  const byRow = [...rowLower.keys()].map((row) => {
    let sum = 0;
    for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at += 1) {
      sum += rows.values[at]! * x[rows.indices[at]!]!;
    }
    return outside(sum, rowLower[row]!, rowUpper[row]!);
  });
  const byColumn = [...x].map((value, at) =>
    Math.max(
      outside(value, lower[at]!, upper[at]!),
      integer?.[at] ? Math.abs(value - Math.round(value)) : 0,
    ),
  );
  return Math.max(...byRow, ...byColumn);
}
