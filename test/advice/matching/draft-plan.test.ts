import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AssetClass } from '../../../src/advice/allocation/market/asset-class.js';
import type { Solver } from '../../../src/advice/allocation/solver.js';
import { keptMixes } from '../../../src/advice/allocation/strategic/kept-mixes.js';
import type {
  ConfirmedNeed,
  DraftedPlan,
  PlanTask,
} from '../../../src/advice/matching/draft-plan.js';
import { draftPlan } from '../../../src/advice/matching/draft-plan.js';
import type { RiskTolerance } from '../../../src/terms/risk.js';
import { loadMarket } from '../../../src/app/market.js';
import { createSolver } from '../../../src/app/solver.js';
import { chen, taskOf, TODAY } from './shelves.js';

const basis = loadMarket();
const mixOf = keptMixes(basis);
let solve: Solver;
beforeAll(async () => {
  solve = await createSolver();
});

const university: ConfirmedNeed = {
  goal: 'education',
  amount: 300_000,
  months: 60,
  maxLoss: 0.1,
  monthlySaving: null,
  target: null,
  liquidity: 'dated',
};

const drafted = (need: Partial<ConfirmedNeed> = {}, changes: Partial<PlanTask> = {}): DraftedPlan =>
  draftPlan(
    {
      ...taskOf(),
      need: { ...university, ...need },
      riskClass: 3,
      seed: 7,
      ...changes,
    },
    { basis, mixOf, solve },
  );

const partOf = ({ plan }: DraftedPlan, name: string): number =>
  plan.mix.find(({ assetClass }) => assetClass === name)?.weight ?? 0;

describe('a drafted plan', () => {
  it('has a mix and products that each sum to the whole, and three reasons a product', () => {
    const { plan } = drafted();
    const sum = (parts: readonly { readonly weight: number }[]) =>
      parts.reduce((total, { weight }) => total + weight, 0);
    expect(sum(plan.mix)).toBeCloseTo(1, 12);
    expect(sum(plan.products)).toBeCloseTo(1, 12);
    for (const { reasons } of plan.products) expect(reasons).toHaveLength(3);
    expect(plan.risk.statedLoss).toBeLessThanOrEqual(0.1);
    expect(Object.keys(plan.versions)).toEqual(
      expect.arrayContaining(['assumptions', 'policy', 'market', 'suitability', 'matching']),
    );
  });

  it('says of a deposit that ends before the day that it is placed again, at a rate of then', () => {
    const depositIn = ({ plan }: DraftedPlan): string =>
      plan.products.find(({ name }) => name.includes('定期存款 1 年'))?.reasons.join('；') ?? '';
    const calm = { maxLoss: 0.03, amount: 400_000 };
    expect(depositIn(drafted({ ...calm, months: 60 }))).toMatch(
      /比您用钱的时候早到期.*再存.*利率按再存那一天的/,
    );
    expect(depositIn(drafted({ ...calm, months: 12 }))).not.toContain('再存');
  });

  it('is the same whenever it is drawn up again', () => {
    expect(drafted({ target: 330_000 })).toEqual(drafted({ target: 330_000 }));
  });

  it('shows as its mix what the products hold, beside the mix that was aimed at', () => {
    const { plan, match } = drafted();
    for (const { assetClass, weight } of plan.mix) {
      expect(weight).toBe(match.exposure[assetClass as AssetClass]);
    }
    expect(plan.mix.reduce((sum, { target = 0 }) => sum + target, 0)).toBeCloseTo(1, 12);
    expect(plan.mix.find(({ assetClass }) => assetClass === 'us_equity')).toMatchObject({
      weight: 0,
      target: 0.05,
    });
  });

  it('is as old as its market figures, and drafted today', () => {
    const { plan } = drafted();
    expect([plan.asOf, plan.dataAsOf]).toEqual([TODAY, '2026-07-31']);
  });

  it('says of a mixed product what it holds, and names no single part of the plan for it', () => {
    const { plan } = drafted();
    const mixed = plan.products.find(({ name }) => name.includes('多元平衡'))!;
    expect(mixed.reasons[0]).toBe(
      '里面现金类约 10%、债券类约 40%、股票类约 50%，按这个比例分别计入',
    );
  });

  it('says what of the deposits at one bank lies beyond what is insured', () => {
    const customer = { ...chen, liquidAssets: 20_000_000 };
    const much = drafted({ amount: 2_000_000, maxLoss: 0.05 }, { customer }).plan;
    const isSaid = (one: string) => one.includes('超过 50 万元的部分不受存款保险保护');
    expect(much.products.some(({ code, amount }) => code === 'CK0012' && amount > 500_000)).toBe(
      true,
    );
    expect(much.cautions.some(isSaid)).toBe(true);
    expect(drafted({ maxLoss: 0.05 }).plan.cautions.some(isSaid)).toBe(false);
  });

  it('that has no product says only that the money stays where it is', () => {
    const customer = { ...chen, liquidAssets: 10_000 };
    const { products, cautions } = drafted({}, { customer }).plan;
    expect(products).toEqual([]);
    expect(cautions.some((one) => one.includes('先用别的代替'))).toBe(false);
    expect(cautions.some((one) => one.includes('有 300,000 元没有合适的地方放'))).toBe(true);
  });

  it('has every figure of its reasons and cautions among its facts', () => {
    const { plan } = drafted({ target: 330_000 });
    const known = new Set(plan.facts.map(({ value }) => Number(value)));
    const figures = plan.products.flatMap(({ reasons }) =>
      reasons.flatMap((words) => words.replace(/[CR]\d/g, '').match(/\d+(\.\d+)?/g) ?? []),
    );
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect(known).toContain(Number(figure));
  });

  it('says nothing of a probability where no sum is to be reached', () => {
    expect(drafted().plan.outlook).toBeNull();
    expect(drafted({ target: 330_000, months: null }).plan.outlook).toBeNull();
  });

  it('within reach needs no lever; out of reach names saving and time, and never more risk', () => {
    const near = drafted({ target: 305_000 });
    expect(near.plan.outlook!.probability).toBeGreaterThan(0.8);
    expect(near.projection!.levers).toBeNull();
    const far = drafted({ target: 400_000 });
    expect(far.plan.outlook!.probability).toBeLessThan(0.2);
    const { monthlySaving, months } = far.projection!.levers!;
    const saving = drafted({ target: 400_000, monthlySaving });
    expect(saving.plan.outlook!.probability).toBeGreaterThan(0.79);
    const longer = drafted({ target: 400_000, months });
    expect(longer.plan.outlook!.probability).toBeGreaterThan(0.75);
  });

  it('is reckoned as sure as the customer wants it to be', () => {
    const far = { target: 400_000 };
    const need = drafted(far).projection!.levers!;
    const surer = drafted(far, { within: 0.9 }).projection!.levers!;
    expect(surer.probability).toBe(0.9);
    expect(surer.monthlySaving).toBeGreaterThan(need.monthlySaving);
    const saved = drafted({ ...far, monthlySaving: surer.monthlySaving }, { within: 0.9 });
    expect(saved.plan.outlook!.probability).toBeGreaterThan(0.89);
  });

  it('names a calmer class where its mix would do too, and none where only the own one does', () => {
    const rich = drafted({ target: 300_500, maxLoss: null });
    expect(rich.projection!.calmerClass).toBe(1);
    expect(drafted({ target: 400_000 }).projection!.calmerClass).toBeNull();
    const facts = rich.plan.facts.filter(({ label }) => label === '模拟中也够用的更稳的等级');
    expect(facts.map(({ value }) => value)).toEqual([1]);
  });

  it('holds no shares where the money is needed within three years, or at any time', () => {
    const equity = (one: DraftedPlan) => partOf(one, 'a_shares') + partOf(one, 'us_equity');
    expect(equity(drafted())).toBeGreaterThan(0);
    expect(equity(drafted({ months: 24 }))).toBe(0);
    const anytime = drafted({ liquidity: 'anytime' });
    expect(equity(anytime)).toBe(0);
    expect(anytime.plan.cautions).toContain('这笔钱随时可能要用，所以排得比您的风险等级更稳');
    expect(partOf(drafted({ months: 6 }), 'cash')).toBe(1);
  });

  it('is calmer than the class where an older customer would need a person first', () => {
    const older = { ...chen, tolerance: 4 as RiskTolerance, age: 68 };
    const need = { maxLoss: null };
    const { plan } = drafted(need, { riskClass: 4, customer: older });
    const younger = drafted(need, { riskClass: 4, customer: { ...older, age: 40 } });
    expect(plan.risk.volatility).toBeLessThan(younger.plan.risk.volatility);
    for (const { riskLevel } of plan.products) expect(riskLevel ?? 0).toBeLessThanOrEqual(3);
  });

  it('of the lowest category is cash alone, whatever may be lost', () => {
    const lowest = { ...chen, tolerance: 1 as RiskTolerance, lowestCategory: true };
    const { plan } = drafted({ maxLoss: 0.3 }, { riskClass: 1, customer: lowest });
    expect(plan.mix.map(({ assetClass }) => assetClass)).toEqual(['cash']);
    expect(plan.risk.statedLoss).toBe(0);
  });
});
