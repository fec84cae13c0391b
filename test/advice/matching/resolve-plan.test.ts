import { beforeAll, describe, expect, it } from '@jest/globals';
import { keptMixes } from '../../../src/advice/allocation/strategic/kept-mixes.js';
import type { PlanMeans, PlanTask } from '../../../src/advice/matching/draft-plan.js';
import { draftPlan } from '../../../src/advice/matching/draft-plan.js';
import { resolvePlan } from '../../../src/advice/matching/resolve-plan.js';
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

let means: PlanMeans;
let before: Plan;
beforeAll(async () => {
  means = { basis, mixOf: keptMixes(basis), solve: await createSolver() };
  before = draftPlan(task, means).plan;
});

const resolved = (settled: Readonly<Record<string, number>>): Plan => {
  const made = resolvePlan(task, new Map(Object.entries(settled)), means);
  if (made.kind !== 'adjusted') throw new Error(JSON.stringify(made.faults));
  return made.plan;
};
const amountIn = ({ products }: Plan, code: string) =>
  products.find((one) => one.code === code)?.amount ?? 0;
const placedIn = ({ products }: Plan) => products.reduce((sum, { amount }) => sum + amount, 0);

describe('a plan around what an advisor settled', () => {
  it('is the draft again where what is settled is the draft’s own', () => {
    const first = before.products[0]!;
    const plan = resolved({ [first.code]: first.amount });
    const sorted = (of: Plan) => [...of.products].sort((a, b) => (a.code < b.code ? -1 : 1));
    expect(sorted(plan).map(({ code }) => code)).toEqual(sorted(before).map(({ code }) => code));
    // Of two plans that are as near to the mix either may come first: never more than a lot apart.
    for (const [at, { amount }] of sorted(plan).entries()) {
      expect(Math.abs(amount - sorted(before)[at]!.amount)).toBeLessThanOrEqual(1_000);
    }
  });

  it('holds it to the fen and places the rest anew, so that nothing more lies idle than before', () => {
    for (const { code, amount } of before.products) {
      const plan = resolved({ [code]: amount - 10_000 });
      expect(amountIn(plan, code)).toBe(amount - 10_000);
      expect(placedIn(plan)).toBeGreaterThan(placedIn(before) - 10_000);
      expect(plan.risk.statedLoss).toBeLessThanOrEqual(task.need.maxLoss! + 1e-9);
    }
  });

  it('keeps out what is settled at nothing', () => {
    const [first] = before.products;
    const plan = resolved({ [first!.code]: 0 });
    expect(plan.products.map(({ code }) => code)).not.toContain(first!.code);
    expect(placedIn(plan)).toBeGreaterThan(0.9 * task.need.amount);
  });

  it('names what stands against what was settled, and solves nothing then', () => {
    const [first] = before.products;
    const made = resolvePlan(task, new Map([[first!.code, 290_000]]), means);
    expect(made.kind).toBe('faulty');
    const none = resolvePlan(task, new Map([['NONE', 15_000]]), means);
    expect(none).toEqual({
      kind: 'faulty',
      faults: [{ fault: 'product', code: 'NONE', rule: 'not_on_shelf' }],
    });
  });

  it('is the same whenever it is asked for', () => {
    const { code, amount } = before.products[1]!;
    const settled = { [code]: amount - 5_000 };
    expect(resolved(settled).products).toEqual(resolved(settled).products);
  });
});
