import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { riskAt, steadyRisk } from '../../../../src/advice/allocation/goals/glide-path.js';
import { goalFacts } from '../../../../src/advice/allocation/goals/goal-facts.js';
import { goalOutlook } from '../../../../src/advice/allocation/goals/goal-outlook.js';
import { PERCENTILES, percentilesOf } from '../../../../src/advice/allocation/goals/percentiles.js';
import { neededMonths } from '../../../../src/advice/allocation/goals/needed-months.js';
import { neededRisk } from '../../../../src/advice/allocation/goals/needed-risk.js';
import { neededSaving } from '../../../../src/advice/allocation/goals/needed-saving.js';
import type { GoalPlan } from '../../../../src/advice/allocation/goals/plan.js';
import { goalProbability } from '../../../../src/advice/allocation/goals/probability.js';
import { progressOf } from '../../../../src/advice/allocation/goals/progress.js';
import { riskDial } from '../../../../src/advice/allocation/goals/risk-dial.js';
import { strategicMix } from '../../../../src/advice/allocation/strategic/mix.js';
import { RISK_CLASSES } from '../../../../src/advice/allocation/strategic/policy.js';
import { loadMarket } from '../../../../src/app/market.js';

const market = loadMarket();
const dial = riskDial(
  market,
  RISK_CLASSES.map((one) => strategicMix(market, one)),
);
const PATHS = 20_000;

/** 「我有三十万，想存着给孩子五年后上大学」 */
const university: GoalPlan = {
  months: 60,
  initial: 300_000,
  target: 360_000,
  saving: { monthly: 300, yearlyIncrease: 0 },
  flows: [],
  fee: 0.006,
};
const options = { model: 'lognormal', seed: 11 } as const;
const glide = { startRisk: 2, endRisk: 0.5, descentMonths: 36 };

const probabilityOf = (plan: GoalPlan, seed: number, path = glide): number =>
  goalProbability(plan, dial.fates(path, plan.months, { ...options, seed, fee: plan.fee }), PATHS)
    .value;

describe('what is told of a goal', () => {
  const outlook = goalOutlook(university, glide, dial, options, PATHS);

  it('spreads year by year, in order, from what is there today', () => {
    expect(outlook.fan.map(({ month }) => month)).toEqual([0, 12, 24, 36, 48, 60]);
    for (const one of outlook.fan) {
      const values = PERCENTILES.map((percentile) => one[percentile]);
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
    expect(outlook.fan[0]?.[50]).toBe(300_000);
    const width = outlook.fan.map((one) => one[95] - one[5]);
    expect(width[1]).toBeGreaterThan(0);
    expect(width[5]).toBeGreaterThan(width[1]!);
  });

  it('is less likely if returns are lower than assumed', () => {
    expect(outlook.ifReturnsAreLower.value).toBeLessThan(outlook.probability.value);
  });

  it('counts what is paid in', () => {
    expect(outlook.paidIn).toBe(300_000 + 60 * 300);
  });

  it('comes out near for real history in blocks, whose mean is the assumed one', () => {
    const history = goalOutlook(university, glide, dial, { ...options, model: 'history' }, PATHS);
    expect(Math.abs(history.final[50] / outlook.final[50] - 1)).toBeLessThan(0.02);
    expect(history.probability.value).not.toBe(outlook.probability.value);
  });

  it('speaks of reaching the sum, never of gain', () => {
    const labels = goalFacts(outlook).map(({ label }) => label);
    expect(labels[0]).toBe('模拟中能达到目标金额的比例');
    expect(labels.filter((label) => /收益|赚|正回报|保证/.test(label))).toEqual([]);
  });
});

describe('percentiles', () => {
  it('are those of the sorted values, of any values and of many alike', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 60 }), { minLength: 1, maxLength: 200 }),
        (drawn) => {
          const sorted = Float64Array.from(drawn).sort();
          const expected = PERCENTILES.map((one) =>
            Math.max(0, sorted[Math.round((one / 100) * (sorted.length - 1))]!),
          );
          const found = percentilesOf(Float64Array.from(drawn));
          expect(PERCENTILES.map((one) => found[one])).toEqual(expected);
        },
      ),
    );
    expect(percentilesOf(Float64Array.of(-Infinity, -Infinity, 5))).toMatchObject({ 50: 0, 95: 5 });
  });
});

describe('how much to save', () => {
  it.each([
    ['a child’s university', university],
    ['saving that rises', { ...university, saving: { monthly: 0, yearlyIncrease: 0.05 } }],
    [
      'tuition paid on the way',
      { ...university, initial: 100_000, flows: [{ from: 30, to: 48, monthly: -3_000 }] },
    ],
  ])('reaches four in five for %s, on other fates too', (_, plan: GoalPlan) => {
    const fates = dial.fates(glide, plan.months, { ...options, fee: plan.fee });
    const monthly = neededSaving(plan, fates, 100_000, 0.8);
    expect(monthly).toBeGreaterThan(0);
    const saver = { ...plan, saving: { ...plan.saving, monthly } };
    const own = goalProbability(saver, fates).value;
    expect(Math.abs(own - 0.8)).toBeLessThan(1e-4);
    const other = dial.fates(glide, plan.months, { ...options, seed: 77, fee: plan.fee });
    expect(Math.abs(goalProbability(saver, other).value - 0.8)).toBeLessThan(0.005);
  });

  it('is nothing where what is there is enough', () => {
    const rich = { ...university, initial: 500_000 };
    const fates = dial.fates(glide, 60, { ...options, fee: rich.fee });
    expect(neededSaving(rich, fates, 10_000, 0.8)).toBe(0);
  });
});

describe('how long it takes', () => {
  it('names the first month with four in five', () => {
    const months = neededMonths(university, glide, dial, options, 0.8, PATHS)!;
    expect(months).toBeGreaterThan(60);
    expect(probabilityOf({ ...university, months }, 11)).toBeGreaterThanOrEqual(0.8);
    expect(probabilityOf({ ...university, months: months - 1 }, 11)).toBeLessThan(0.8);
  });

  it('names the same month at one risk all the way, in one run of all lengths', () => {
    const path = steadyRisk(2);
    const months = neededMonths(university, path, dial, options, 0.8, PATHS)!;
    expect(months).toBeGreaterThan(60);
    expect(probabilityOf({ ...university, months }, 11, path)).toBeGreaterThanOrEqual(0.8);
    expect(probabilityOf({ ...university, months: months - 1 }, 11, path)).toBeLessThan(0.8);
  });

  it('names a month before the planned one where the goal is met early', () => {
    const path = steadyRisk(1);
    const early = { ...university, months: 120 };
    const months = neededMonths(early, path, dial, options, 0.8, PATHS)!;
    expect(months).toBeLessThan(120);
    expect(probabilityOf({ ...early, months }, 11, path)).toBeGreaterThanOrEqual(0.8);
    expect(probabilityOf({ ...early, months: months - 1 }, 11, path)).toBeLessThan(0.8);
  });

  it('says so where no time is enough', () => {
    const hopeless = { ...university, initial: 0, target: 1e9 };
    expect(neededMonths(hopeless, glide, dial, options, 0.8, 2_000)).toBeNull();
    expect(neededMonths(hopeless, steadyRisk(2), dial, options, 0.8, 2_000)).toBeNull();
  });
});

describe('how much risk it takes', () => {
  const patient = { ...university, months: 120, target: 390_000 };

  it('finds the calmest class that reaches four in five', () => {
    const needed = neededRisk(patient, dial, options, 0.8, PATHS);
    expect(needed.isReached).toBe(true);
    expect(needed.risk).toBeGreaterThan(0);
    expect(probabilityOf(patient, 11, steadyRisk(needed.risk))).toBeGreaterThanOrEqual(0.8);
    expect(probabilityOf(patient, 11, steadyRisk(needed.risk - 1))).toBeLessThan(0.8);
  });

  it('does not go beyond the customer’s class, and says that the goal is not reached', () => {
    const cautious = riskDial(market, [strategicMix(market, 1), strategicMix(market, 2)]);
    const needed = neededRisk({ ...patient, target: 600_000 }, cautious, options, 0.8, 10_000);
    expect(needed.isReached).toBe(false);
    expect(needed.risk).toBeLessThanOrEqual(1);
  });

  it('takes none where none is needed', () => {
    const needed = neededRisk({ ...patient, target: 300_000 }, dial, options, 0.8, 10_000);
    expect(needed).toMatchObject({ isReached: true, risk: 0 });
  });
});

describe('a glide path', () => {
  it('holds its risk, then comes down evenly to the goal', () => {
    expect([120, 36, 18, 0].map((toGo) => riskAt(glide, toGo))).toEqual([2, 2, 1.25, 0.5]);
  });

  it('narrows the outcomes without changing the mix of the first years', () => {
    const at = (path: typeof glide) => goalOutlook(university, path, dial, options, 10_000);
    const [down, steady] = [at(glide), at(steadyRisk(2))];
    expect(down.fan[1]).toEqual(steady.fan[1]);
    expect(down.final[95] - down.final[5]).toBeLessThan(steady.final[95] - steady.final[5]);
  });
});

describe('the plan against what is', () => {
  const fates = dial.fates(glide, 60, { ...options, fee: university.fee });

  it('is on track at the middle of what the plan made likely', () => {
    const { reference } = progressOf(university, fates, 24, 0);
    expect(progressOf(university, fates, 24, reference)).toMatchObject({
      isOnTrack: true,
      measure: 50,
      drift: 0,
    });
    const behind = progressOf(university, fates, 24, reference * 0.97);
    expect(behind.isOnTrack).toBe(false);
    expect(behind.drift).toBeCloseTo(-0.03, 10);
    expect(behind.standing).toBeLessThan(0.5);
  });

  it('looks at the cautious percentile in the last year', () => {
    const last = progressOf(university, fates, 50, 0);
    expect(last.measure).toBe(15);
    expect(progressOf(university, fates, 50, last.reference).standing).toBeCloseTo(0.15, 2);
  });
});
