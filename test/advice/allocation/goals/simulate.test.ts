import { describe, expect, it } from '@jest/globals';
import { independentFates } from '../../../../src/advice/allocation/goals/fates.js';
import { lognormalTable } from '../../../../src/advice/allocation/goals/growth-table.js';
import type { GoalPlan } from '../../../../src/advice/allocation/goals/plan.js';
import { goalProbability } from '../../../../src/advice/allocation/goals/probability.js';
import { simulate } from '../../../../src/advice/allocation/goals/simulate.js';
import { normalCdf } from '../../../../src/advice/allocation/normal.js';

const growth = { mean: 0.05, volatility: 0.12 };
const fatesOf = (seed: number, fee = 0, of = growth) => {
  const table = lognormalTable(of, fee);
  return independentFates(() => table, seed);
};
const plan: GoalPlan = {
  months: 120,
  initial: 100_000,
  target: 150_000,
  saving: { monthly: 0, yearlyIncrease: 0 },
  flows: [],
  fee: 0,
};
const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const errorOf = (values: Float64Array): number => {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares) / values.length;
};

describe('a month of the lognormal', () => {
  it('has the yearly mean and volatility to the last digits', () => {
    const table = lognormalTable(growth, 0);
    const mean = meanOf(table);
    const second = meanOf(table.map((value) => value * value));
    expect(mean ** 12).toBeCloseTo(1.05, 9);
    expect(Math.sqrt(second ** 12 - mean ** 24)).toBeCloseTo(0.12, 9);
  });

  it('loses a yearly fee over twelve months', () => {
    expect(meanOf(lognormalTable(growth, 0.01)) ** 12).toBeCloseTo(1.05 * 0.99, 9);
  });

  it('stands still where nothing moves', () => {
    const table = lognormalTable({ mean: 0, volatility: 0 }, 0);
    expect(Math.max(...table.map((value) => Math.abs(value - 1)))).toBeLessThan(1e-10);
  });
});

describe('the simulation of a goal', () => {
  it.each([
    [12, 105_000],
    [60, 110_000],
    [120, 150_000],
    [360, 300_000],
  ])('agrees with the closed form for one sum over %d months', (months, target) => {
    const spread = Math.log(1 + (growth.volatility / (1 + growth.mean)) ** 2) / 12;
    const drift = Math.log(1 + growth.mean) / 12 - spread / 2;
    const exact = normalCdf(
      (Math.log(100_000 / target) + drift * months) / Math.sqrt(spread * months),
    );
    const found = goalProbability({ ...plan, months, target }, fatesOf(3));
    const error = Math.sqrt((exact * (1 - exact)) / found.paths);
    expect(Math.abs(found.value - exact)).toBeLessThan(3 * error);
    expect(found.low).toBeLessThan(exact + error);
    expect(found.high).toBeGreaterThan(exact - error);
  });

  it('has an interval that covers the truth about 95 times in a hundred', () => {
    const spread = Math.log(1 + (growth.volatility / 1.05) ** 2) / 12;
    const drift = Math.log(1.05) / 12 - spread / 2;
    const exact = normalCdf((Math.log(100 / 110) + drift * 24) / Math.sqrt(spread * 24));
    const short = { ...plan, months: 24, initial: 100, target: 110 };
    let covered = 0;
    for (let seed = 0; seed < 300; seed++) {
      const { low, high } = goalProbability(short, fatesOf(seed), 2_000);
      if (low <= exact && exact <= high) covered++;
    }
    expect(covered).toBeGreaterThan(300 * 0.92);
  });

  it('ends on average where saving, growth and fees lead', () => {
    const saver = { ...plan, saving: { monthly: 2_000, yearlyIncrease: 0.05 } };
    const { final } = simulate(saver, fatesOf(5, 0.01), 40_000);
    const monthly = (1.05 * 0.99) ** (1 / 12);
    let expected = 100_000;
    for (let month = 0; month < 120; month++) {
      expected = expected * monthly + 2_000 * 1.05 ** Math.floor(month / 12);
    }
    expect(Math.abs(meanOf(final) - expected)).toBeLessThan(3 * errorOf(final));
  });

  it('gives a path the same fate however many others are run', () => {
    const few = simulate(plan, fatesOf(9), 1_000).final;
    const many = simulate(plan, fatesOf(9), 7_000).final;
    expect([...many.subarray(0, 1_000)]).toEqual([...few]);
  });

  it('comes out the same for the same seed, and not for another', () => {
    const of = (seed: number) => goalProbability(plan, fatesOf(seed), 10_000).value;
    expect(of(1)).toBe(of(1));
    expect(of(1)).not.toBe(of(2));
  });

  it('does not count a plan that ran dry, even if money comes in later', () => {
    const calm = { mean: 0, volatility: 1e-9 };
    const dry: GoalPlan = {
      ...plan,
      months: 24,
      target: 1_000,
      flows: [
        { from: 12, to: 12, monthly: -100_001 },
        { from: 13, to: 24, monthly: 50_000 },
      ],
    };
    expect(goalProbability(dry, fatesOf(1, 0, calm), 100).value).toBe(0);
    const paid = { ...dry, initial: 101_000 };
    expect(goalProbability(paid, fatesOf(1, 0, calm), 100).value).toBe(1);
  });

  it('needs more where the target is in today’s money', () => {
    const of = (inflation: number) =>
      goalProbability({ ...plan, inflation }, fatesOf(1), 10_000).value;
    expect(of(0.03)).toBeLessThan(of(0));
  });
});
