import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSolver } from '../../../../src/app/solver.js';
import type { Solver } from '../../../../src/advice/allocation/solver.js';
import { assign } from '../../../../src/advice/routing/assignment/assign.js';
import type { AssignmentProblem } from '../../../../src/advice/routing/assignment/problem.js';
import { anyProblem, bestByProgram, bestByTrying } from './problems.js';

/** What an assignment breaks, and what it is worth, read from the problem alone. */
function audited({ score, capacity }: AssignmentProblem, assignment: readonly (number | null)[]) {
  const taken = capacity.map((_, a) => assignment.filter((one) => one === a).length);
  const worth = assignment.map((a, i) => (a === null ? 0 : score[i]![a]!));
  return {
    everybody: assignment.length === score.length,
    forbidden: assignment.filter((a, i) => a !== null && (score[i]![a] ?? null) === null),
    over: capacity.filter((places, a) => taken[a]! > places),
    forced: worth.filter((one) => one < 0),
    value: worth.reduce((sum, one) => sum + one, 0),
  };
}

/** Several rounds of coarse prices: more customers than the least for one. */
const many = (
  customers: number,
  advisors: number,
  score: (i: number, a: number) => number | null,
) =>
  Array.from({ length: customers }, (_, i) =>
    Array.from({ length: advisors }, (_, a) => score(i, a)),
  );

const scattered = (i: number, a: number): number =>
  (Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(a + 7, 0x85ebca6b)) >>> 8;

const STRUCTURES: Readonly<Record<string, (i: number, a: number) => number | null>> = {
  'scattered scores': (i, a) => scattered(i, a) % 1000,
  'scores between whole numbers': (i, a) => scattered(i, a) / 2 ** 24,
  'tenths, which no computer adds exactly': (i, a) => (scattered(i, a) % 7) / 10,
  'five scores': (i, a) => scattered(i, a) % 5,
  'one score': () => 3,
  'scores that are a product': (i, a) => ((i * 37) % 101) * ((a * 11) % 13),
  'scores that are a sum': (i, a) => ((i * 37) % 101) + ((a * 11) % 13),
  'nearly all forbidden': (i, a) => (scattered(i, a) % 20 === 0 ? scattered(a, i) % 100 : null),
  'nearly all negative': (i, a) => (scattered(i, a) % 1000) - 950,
};

describe('an assignment', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await createSolver();
  });

  it('is worth what the best of all assignments is, tried one by one', () => {
    fc.assert(
      fc.property(anyProblem({ customers: 5, advisors: 3 }), (problem) => {
        const { value, certificate } = assign(problem);
        expect(value).toBeCloseTo(bestByTrying(problem), 9);
        expect(certificate.dual).toBeCloseTo(value, 9);
      }),
      { numRuns: 500 },
    );
  });

  it('is worth what a solver of another kind finds', () => {
    fc.assert(
      fc.property(anyProblem({ customers: 16, advisors: 7 }), (problem) => {
        expect(assign(problem).value).toBeCloseTo(bestByProgram(problem, solver), 6);
      }),
      { numRuns: 200 },
    );
  });

  it('breaks no rule, forces no negative score and proves itself', () => {
    fc.assert(
      fc.property(anyProblem({ customers: 40, advisors: 9 }), (problem) => {
        const { assignment, value, certificate } = assign(problem);
        const { value: sum, ...broken } = audited(problem, assignment);
        expect(broken).toEqual({ everybody: true, forbidden: [], over: [], forced: [] });
        expect(value).toBeCloseTo(sum, 9);
        expect(certificate.gap).toBeGreaterThanOrEqual(0);
        expect(certificate.gap).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  it.each(
    Object.entries(STRUCTURES).flatMap(([name, score]) =>
      [14, 20, 25].map((places) => [name, places, score] as const),
    ),
  )('is proven with %s and %i places each', (_name, places, score) => {
    const problem = { score: many(1_000, 50, score), capacity: new Array(50).fill(places) };
    const { assignment, value, certificate } = assign(problem as AssignmentProblem);
    const { value: sum, ...broken } = audited(problem as AssignmentProblem, assignment);
    expect(broken).toEqual({ everybody: true, forbidden: [], over: [], forced: [] });
    expect(value).toBeCloseTo(sum, 6);
    expect(certificate.gap).toBeLessThanOrEqual(1e-9);
    expect(Math.abs(certificate.dual - value)).toBeLessThanOrEqual(1e-6);
  });

  it('is the same at every run, ties and all', () => {
    fc.assert(
      fc.property(
        anyProblem({ customers: 30, advisors: 6 }, fc.integer({ min: 0, max: 2 })),
        (problem) => expect(assign(problem)).toEqual(assign(problem)),
      ),
    );
  });

  it('is worth the same whoever stands first', () => {
    fc.assert(
      fc.property(anyProblem({ customers: 30, advisors: 6 }), ({ score, capacity }) => {
        const turned = {
          score: [...score].reverse().map((row) => [...row].reverse()),
          capacity: [...capacity].reverse(),
        };
        expect(assign(turned).value).toBeCloseTo(assign({ score, capacity }).value, 9);
      }),
    );
  });

  it('finds the optimum that prices of a fuller day would hide when advisors have time to spare', () => {
    const score = many(1_800, 100, (i, a) => scattered(i, a) % 2_400);
    const { certificate } = assign({ score, capacity: new Array<number>(100).fill(20) });
    expect(certificate.gap).toBe(0);
  });

  it('leaves places without end as they are', () => {
    const score = [
      [2, 1],
      [2, -1],
      [null, 4],
    ] as const;
    const capacity = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
    expect(assign({ score, capacity })).toMatchObject({ assignment: [0, 0, 1], value: 8 });
  });

  it('has an answer where there is nobody', () => {
    const nobody = { value: 0, certificate: { dual: 0, gap: 0 } };
    expect(assign({ score: [], capacity: [] })).toEqual({ assignment: [], ...nobody });
    expect(assign({ score: [[]], capacity: [] })).toEqual({ assignment: [null], ...nobody });
    expect(assign({ score: [[5]], capacity: [0] })).toEqual({ assignment: [null], ...nobody });
    expect(assign({ score: [[null]], capacity: [1] })).toEqual({ assignment: [null], ...nobody });
  });
});
