import { beforeAll, describe, expect, it } from '@jest/globals';
import { keptMixes } from '../../../src/advice/allocation/strategic/kept-mixes.js';
import type { AdjustFault } from '../../../src/advice/matching/adjust-plan.js';
import { adjustPlan } from '../../../src/advice/matching/adjust-plan.js';
import type { PlanTask } from '../../../src/advice/matching/draft-plan.js';
import { draftPlan } from '../../../src/advice/matching/draft-plan.js';
import { loadMarket } from '../../../src/app/market.js';
import { createSolver } from '../../../src/app/solver.js';
import type { Plan } from '../../../src/terms/plan.js';
import { taskOf } from './shelves.js';

const basis = loadMarket();
const task: PlanTask = {
  ...taskOf(),
  need: {
    goal: 'education',
    amount: 300_000,
    months: 60,
    maxLoss: 0.1,
    monthlySaving: null,
    target: 360_000,
    liquidity: 'dated',
  },
  riskClass: 3,
  seed: 7,
};
const means = { basis, mixOf: keptMixes(basis) };

let before: Plan;
beforeAll(async () => {
  before = draftPlan(task, { ...means, solve: await createSolver() }).plan;
});

/** The draft's own products, with changes by code; null: left out. */
const chosen = (changes: Readonly<Record<string, number | null>> = {}) =>
  new Map(
    Object.entries({
      ...Object.fromEntries(before.products.map(({ code, amount }) => [code, amount])),
      ...changes,
    }).filter((one): one is [string, number] => one[1] !== null),
  );
const faultsOf = (amounts: ReadonlyMap<string, number>): readonly AdjustFault[] => {
  const made = adjustPlan(task, amounts, means);
  return made.kind === 'faulty' ? made.faults : [];
};
const inPercents = (mix: Plan['mix']) =>
  mix.map(({ assetClass, weight, target }) => [assetClass, weight.toFixed(9), target]);
const limitsOf = (amounts: ReadonlyMap<string, number>) =>
  faultsOf(amounts).flatMap((one) => (one.fault === 'limit' ? [one.limit] : []));

describe('a plan with products an advisor chose', () => {
  it('is the draft again where they are the draft’s own', () => {
    const made = adjustPlan(task, chosen(), means);
    if (made.kind !== 'adjusted') throw new Error(JSON.stringify(made.faults));
    const { products, mix, risk, outlook, facts } = made.plan;
    const inOrder = (plan: Pick<Plan, 'products'>) =>
      [...plan.products].sort((a, b) => (a.code < b.code ? -1 : 1));
    expect(inOrder({ products })).toEqual(inOrder(before));
    expect(risk.statedLoss).toBeCloseTo(before.risk.statedLoss, 9);
    expect(inPercents(mix)).toEqual(inPercents(before.mix));
    expect(outlook?.probability).toBeCloseTo(before.outlook!.probability, 3);
    expect(facts.length).toBe(before.facts.length);
  });

  it('has new amounts, loss and figures, and says what is not arranged', () => {
    const [first] = before.products;
    const less = first!.amount - 10_000;
    const made = adjustPlan(task, chosen({ [first!.code]: less }), means);
    if (made.kind !== 'adjusted') throw new Error(JSON.stringify(made.faults));
    const { plan } = made;
    expect(plan.products.find(({ code }) => code === first!.code)?.amount).toBe(less);
    expect(plan.facts).toContainEqual({ value: less, unit: 'yuan', label: `${first!.name}的金额` });
    expect(plan.cautions.some((one) => one.includes('10,000 元'))).toBe(true);
  });

  it('is told by what the chosen product holds, not by the mix that was aimed at', () => {
    const fund = before.products.find(({ assetClass }) => assetClass === 'equity')!;
    const made = adjustPlan(task, new Map([[fund.code, 30_000]]), means);
    if (made.kind !== 'adjusted') throw new Error(JSON.stringify(made.faults));
    const { mix, risk, heldBack, outlook, past } = made.plan;
    const partOf = (plan: Pick<Plan, 'mix'>, name: string, of: 'weight' | 'target' = 'weight') =>
      plan.mix.find(({ assetClass }) => assetClass === name)?.[of] ?? 0;
    expect(partOf(made.plan, 'cash')).toBeGreaterThanOrEqual(0.9);
    expect(mix.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(partOf(made.plan, 'corporate_bond', 'target')).toBe(
      partOf(before, 'corporate_bond', 'target'),
    );
    expect(risk.volatility).toBeLessThan(before.risk.volatility / 2);
    expect(past!.own.maxDrawdown).toBeLessThan(before.past!.own.maxDrawdown);
    expect(outlook!.percentiles['95']).toBeLessThan(before.outlook!.percentiles['95']!);
    expect(heldBack).toEqual([]);
  });

  it('takes no product that the gate or a matching rule keeps out, and names which', () => {
    const risky = before.excluded.find(({ rule }) => rule === '12')!;
    const noPart = before.excluded.find(({ rule }) => rule === 'no_part_of_a_mix')!;
    expect(faultsOf(chosen({ [risky.code]: 15_000, [noPart.code]: 15_000, NONE: 15_000 }))).toEqual(
      expect.arrayContaining([
        { fault: 'product', code: risky.code, rule: '12' },
        { fault: 'product', code: noPart.code, rule: 'no_part_of_a_mix' },
        { fault: 'product', code: 'NONE', rule: 'not_on_shelf' },
      ]),
    );
  });

  it('keeps least and most of a product, its steps, and the limits of the whole', () => {
    const [first, second] = before.products.map(({ code }) => String(code)) as [string, string];
    expect(faultsOf(chosen({ [first]: 10 }))).toContainEqual(
      expect.objectContaining({ fault: 'amount', code: first }),
    );
    expect(limitsOf(chosen({ [first]: 299_000, [second]: 60_000 }))).toContain('whole_sum');
    const equity = before.products.find(({ assetClass }) => assetClass === 'equity')!;
    expect(limitsOf(new Map([[equity.code, 90_000]]))).toEqual([]);
    expect(limitsOf(new Map([[equity.code, 200_000]]))).toEqual(
      expect.arrayContaining(['equity_of_mix']),
    );
  });
});
