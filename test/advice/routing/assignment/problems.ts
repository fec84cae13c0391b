import fc from 'fast-check';
import type { AssignmentProblem } from '../../../../src/advice/routing/assignment/problem.js';
import type { Solver } from '../../../../src/advice/allocation/solver.js';

/** Scores with many ties, forbidden pairs and negatives; capacity scarce, exact or ample. */
export const anyProblem = (
  sizes: { readonly customers: number; readonly advisors: number },
  cell: fc.Arbitrary<number> = fc.oneof(
    fc.integer({ min: -3, max: 6 }),
    fc.integer({ min: -50, max: 1000 }),
    fc.double({ min: -2, max: 5, noNaN: true }),
  ),
): fc.Arbitrary<AssignmentProblem> =>
  fc
    .record({
      customers: fc.integer({ min: 0, max: sizes.customers }),
      advisors: fc.integer({ min: 0, max: sizes.advisors }),
      forbidden: fc.constantFrom(0, 0.2, 0.95),
    })
    .chain(({ customers, advisors, forbidden }) =>
      fc.record({
        score: fc.array(
          fc.array(
            fc
              .tuple(cell, fc.double({ min: 0, max: 1, noNaN: true }))
              .map(([value, draw]) => (draw < forbidden ? null : value)),
            { minLength: advisors, maxLength: advisors },
          ),
          { minLength: customers, maxLength: customers },
        ),
        capacity: fc.array(fc.integer({ min: 0, max: 4 }), {
          minLength: advisors,
          maxLength: advisors,
        }),
      }),
    );

/** The greatest sum there is, by trying everything. */
export function bestByTrying({ score, capacity }: AssignmentProblem, from = 0): number {
  if (from === score.length) return 0;
  const row = score[from]!;
  const unserved = bestByTrying({ score, capacity }, from + 1);
  return row.reduce<number>((best, value, a) => {
    if (value === null || capacity[a] === 0) return best;
    const left = capacity.map((places, at) => (at === a ? places - 1 : places));
    return Math.max(best, value + bestByTrying({ score, capacity: left }, from + 1));
  }, unserved);
}

/** The same as a program in whole numbers: a column a pair that is allowed. */
export function bestByProgram({ score, capacity }: AssignmentProblem, solver: Solver): number {
  const pairs = score.flatMap((row, i) =>
    row.flatMap((value, a) => (value === null ? [] : [{ i, a, value }])),
  );
  if (pairs.length === 0) return 0;
  const rows = [
    ...score.map((_, i) => ({ of: ({ i: one }: { i: number }) => one === i, most: 1 })),
    ...capacity.map((most, a) => ({ of: ({ a: one }: { a: number }) => one === a, most })),
  ];
  const entries = rows.map(({ of }) =>
    pairs.flatMap((pair, at) => (of(pair as never) ? [at] : [])),
  );
  const starts = entries.reduce<number[]>((sums, one) => [...sums, sums.at(-1)! + one.length], [0]);
  const { status, objective } = solver({
    cost: Float64Array.from(pairs, ({ value }) => -value),
    lower: new Float64Array(pairs.length),
    upper: new Float64Array(pairs.length).fill(1),
    rowLower: new Float64Array(rows.length).fill(-Infinity),
    rowUpper: Float64Array.from(rows, ({ most }) => most),
    rows: {
      starts: Int32Array.from(starts),
      indices: Int32Array.from(entries.flat()),
      values: new Float64Array(entries.flat().length).fill(1),
    },
    integer: new Int32Array(pairs.length).fill(1),
  });
  if (status !== 'optimal') throw new Error(`the program ended ${status}`);
  return -objective;
}
