import { describe, expect, it } from '@jest/globals';
import { explain } from '../../../src/review/cases/explanation.js';
import type { Plan } from '../../../src/terms/plan.js';
import { productCode } from '../../../src/terms/ids.js';

const plan: Plan = {
  need: {
    goal: 'retirement',
    amount: 200_000,
    months: 120,
    maxLoss: 0.1,
    monthlySaving: null,
    target: null,
    liquidity: 'dated',
  },
  riskClass: 3,
  mix: [
    { assetClass: 'cash', label: '现金类', weight: 0.134, low: 0.1, high: 0.2 },
    { assetClass: 'gold', label: '黄金', weight: 0, low: 0, high: 0 },
    { assetClass: 'bond', label: '债券类', weight: 0.866, low: 0.8, high: 0.9 },
  ],
  risk: { volatility: 0.04, statedLoss: 0.08 },
  heldBack: ['一', '二', '三', '四'].map((one) => `原因${one}。`),
  outlook: null,
  products: [
    {
      code: productCode('P1'),
      name: '远山债券 A',
      riskLevel: 2,
      assetClass: 'bond',
      weight: 0.866,
      amount: 173_200,
      reasons: ['放方案里的债券部分', '风险等级 R2，没有超过您的 C3', '费用合计 0.5%'],
    },
  ],
  excluded: [{ code: productCode('P2'), name: '远山股票 A', rule: '5' }],
  facts: [],
  cautions: [],
  versions: { matching: 'house-matching@1' },
  asOf: '2026-11-27',
};

describe('what is told of an automated recommendation', () => {
  it('is the need, the class, the three things that weighed most and the rules, and nothing else', () => {
    const { words, reasons, mix, excluded } = explain({ plan, signed: null });
    expect(reasons).toEqual(['原因一。', '原因二。', '原因三。']);
    expect(mix).toEqual(['现金类 13.4%', '债券类 86.6%']);
    expect(excluded).toEqual([{ name: '远山股票 A', rule: '5' }]);
    for (const told of ['养老', '20 万元', 'C3', '1. 原因一。2. 原因二。', 'house-matching@1']) {
      expect(words).toContain(told);
    }
    expect(words).toContain('没有顾问审核');
    expect(words).not.toContain('黄金');
  });

  it('takes the facts of the largest product where nothing else was kept', () => {
    const { heldBack: _, ...old } = plan;
    expect(explain({ plan: old, signed: null }).reasons).toEqual(plan.products[0]!.reasons);
  });
});
