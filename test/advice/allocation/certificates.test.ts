import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../../../src/advice/allocation/answer.js';
import { meanVariance } from '../../../src/advice/allocation/mean-variance/mean-variance.js';
import type { MeanVarianceInput } from '../../../src/advice/allocation/mean-variance/problem.js';
import type { Solver } from '../../../src/advice/allocation/solver.js';
import { createSolver } from '../../../src/app/solver.js';
import { drawsFrom, meanVarianceInstance } from './instances.js';
import { isPossible, overstep, remainingGain, rulesOf } from './oracle.js';

/** Milliseconds, on a machine that does much else. */
const PATIENCE = 120_000;
const SEED = { seed: 20_261_126 };

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

describe('a certificate', () => {
  it(
    'is kept by 1,000 random answers, checked again without the code that made it',
    () => {
      let answered = 0;
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
          const input = meanVarianceInstance(seed);
          const found = meanVariance(input, solver);
          if (isRefusal(found)) return;
          answered += 1;
          expect(found.certificate).toMatchObject({ status: 'optimal' });
          expect(found.certificate!.gap).toBeLessThanOrEqual(1e-9);
          expect(overstep(rulesOf(input), found.weights!)).toBeLessThanOrEqual(1e-9);
          expect(remainingGain(input, found, solver)).toBeLessThanOrEqual(1e-9);
        }),
        { ...SEED, numRuns: 1100 },
      );
      expect(answered).toBeGreaterThanOrEqual(1000);
    },
    PATIENCE,
  );
});

/** A problem that cannot be met: rules that contradict each other are hidden among others. */
function impossibleInstance(seed: number): MeanVarianceInput {
  const { uniform, pick } = drawsFrom(seed);
  const { tx: _tx, ...input } = meanVarianceInstance(seed);
  const n = input.cov.length;
  const half = [...input.cov.keys()].filter((j) => j % 2 === 0);
  const kinds: readonly MeanVarianceInput[] = [
    { ...input, lb: 0, ub: 0.9 / n },
    {
      ...input,
      lb: 0,
      groups: [{ idx: half, max: 0.2 }, ...(input.groups ?? []), { idx: half, min: 0.3 }],
    },
    {
      ...input,
      lb: half.reduce<number[]>((all, j) => all.with(j, 1.2 / half.length), Array(n).fill(0)),
      ub: 2,
    },
    {
      ...input,
      lb: 0,
      ub: 1,
      objective: 'min_variance_return',
      target_return: Math.max(...input.mu!) + uniform(),
    },
  ];
  return pick(kinds);
}

describe('a conflict', () => {
  it(
    'is minimal in 200 impossible problems: together impossible, without any one possible',
    () => {
      let refused = 0;
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
          const input = impossibleInstance(seed);
          const found = meanVariance(input, solver);
          if (!isRefusal(found) || found.refused !== 'infeasible') throw new Error('not refused');
          refused += 1;
          const { conflict } = found;
          const named = rulesOf(input).filter(({ name }) => conflict.includes(name));
          expect(named.map(({ name }) => name).sort()).toEqual([...conflict].sort());
          expect(isPossible(named, solver)).toBe(false);
          for (const left of named) {
            expect(
              isPossible(
                named.filter((rule) => rule !== left),
                solver,
              ),
            ).toBe(true);
          }
        }),
        { ...SEED, numRuns: 200 },
      );
      expect(refused).toBe(200);
    },
    PATIENCE,
  );

  it('names the volatility target with the rules that keep the risk above it', () => {
    const found = meanVariance(
      {
        cov: [
          [0.04, 0, 0],
          [0, 0.09, 0],
          [0, 0, 0.01],
        ],
        mu: [0.05, 0.08, 0.02],
        lb: [0, 0.5, 0],
        ub: 1,
        objective: 'max_return_vol',
        target_vol: 0.1,
      },
      solver,
    );
    expect(found).toEqual({ refused: 'infeasible', conflict: ['lb[1]', 'target_vol'] });
  });

  it('names rf where no portfolio earns more', () => {
    const cov = [
      [0.04, 0],
      [0, 0.09],
    ];
    const found = meanVariance(
      { cov, mu: [0.01, 0.02], ub: null, rf: 0.03, objective: 'max_sharpe' },
      solver,
    );
    expect(found).toEqual({ refused: 'infeasible', conflict: ['sum', 'rf', 'lb[0]'] });
  });
});
