import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { greedyLots, greedyUnits } from '../../../../src/advice/allocation/lots/greedy.js';
import { allocateLots, lotError } from '../../../../src/advice/allocation/lots/lots.js';
import type { Solver } from '../../../../src/advice/allocation/solver.js';
import { createSolver } from '../../../../src/app/solver.js';
import { drawsFrom } from '../instances.js';

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

describe('greedy lots', () => {
  it('rounds down, then buys what lags behind while there is money', () => {
    const input = { prices: [30, 20], weights: [0.5, 0.5], total: 100 };
    expect(greedyLots(input).values).toEqual([2, 2]);
  });

  it('buys nothing that cannot be paid', () => {
    expect(greedyLots({ prices: [300, 400], weights: [0.5, 0.5], total: 200 }).values).toEqual([
      0, 0,
    ]);
  });

  it('fills longs and shorts apart, and invests what shorts bring in where asked to', () => {
    const input = { prices: [10, 10, 10], weights: [0.9, 0.4, -0.3], total: 1000 };
    expect(greedyLots(input).values).toEqual([69, 31, -30]);
    expect(greedyLots({ ...input, reinvest: true }).values).toEqual([90, 40, -30]);
    expect(greedyLots({ ...input, short_ratio: 0.5 }).values).toEqual([69, 31, -50]);
  });
});

describe('programmed lots', () => {
  it('are never further from the weights than greedy ones, and never overspend', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
        const { uniform, gauss, pick } = drawsFrom(seed);
        const n = 2 + Math.floor(uniform() * 8);
        const raw = Array.from({ length: n }, () => uniform() ** 2);
        const whole = raw.reduce((sum, value) => sum + value, 0);
        const order = {
          prices: raw.map(() => Math.round(100 * Math.exp(2 + 1.2 * gauss())) / 100),
          weights: raw.map((value) => value / whole),
          total: pick([500, 5000, 50_000]),
        };
        const found = allocateLots(order, solver);
        const greedy = greedyUnits(order.prices, order.weights, order.total);
        expect(found.error).toBeLessThanOrEqual(lotError(order, greedy));
        expect(found.cash).toBeGreaterThanOrEqual(0);
        expect(found.units.every((units) => Number.isInteger(units) && units >= 0)).toBe(true);
      }),
      { seed: 9, numRuns: 100 },
    );
  }, 120_000);

  it('keep a minimum and a step, or leave the product out', () => {
    const order = {
      prices: [1, 1, 1],
      weights: [0.6, 0.35, 0.05],
      total: 100_000,
      step: [1000, 1000, 1000],
      minimum: [10_000, 10_000, 10_000],
    };
    const { units, cash } = allocateLots(order, solver);
    expect(units.every((held) => held === 0 || (held >= 10_000 && held % 1000 === 0))).toBe(true);
    expect(cash).toBeGreaterThanOrEqual(0);
    expect(units[2]).toBe(0);
  });
});
