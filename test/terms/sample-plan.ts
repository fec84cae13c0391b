import type { Plan } from '../../src/terms/plan.js';
import { productCode } from '../../src/terms/ids.js';

/** 三十万，五年后上大学，最多亏一成: a plan as the digital employee would draft it. */
export const samplePlan = (part: Partial<Plan> = {}): Plan => ({
  need: {
    goal: '孩子教育金',
    amount: 300_000,
    months: 60,
    maxLoss: 0.1,
    monthlySaving: null,
    target: 360_000,
    liquidity: 'dated',
  },
  riskClass: 3,
  mix: [
    { assetClass: 'cash', label: '现金管理', weight: 0.1, low: 0.06, high: 0.15 },
    { assetClass: 'bond', label: '纯债', weight: 0.45, low: 0.38, high: 0.52 },
    { assetClass: 'fixed_income_plus', label: '固收+', weight: 0.2, low: 0.14, high: 0.26 },
    { assetClass: 'equity', label: '权益', weight: 0.2, low: 0.15, high: 0.24 },
    { assetClass: 'gold', label: '黄金', weight: 0.05, low: 0.02, high: 0.08 },
  ],
  risk: { volatility: 0.0462, statedLoss: 0.093 },
  outlook: {
    target: 360_000,
    probability: 0.683,
    low: 0.68,
    high: 0.686,
    paths: 100_000,
    seed: 7,
    percentiles: { '5': 318_400, '15': 340_700, '50': 377_900, '85': 420_800, '95': 449_100 },
    fan: Array.from({ length: 61 }, (_, month) => ({
      month,
      values: fanAt(month),
    })),
  },
  products: [
    planned('QY0021', '青屿安鑫纯债债券 A', 2, 'bond', 0.45),
    planned('QY0045', '青屿和润平衡混合 A', 3, 'equity', 0.2),
  ],
  excluded: [{ code: productCode('QY0060'), name: '青屿优质治理股票 A', rule: '12' }],
  facts: [],
  cautions: ['固收+ 的历史不足十年，用同类指数补足。'],
  versions: { assumptions: '2026-Q4', rules: 'S1' },
  asOf: '2026-10-31',
  ...part,
});

const planned = (
  code: string,
  name: string,
  riskLevel: 1 | 2 | 3 | 4 | 5,
  assetClass: string,
  weight: number,
): Plan['products'][number] => ({
  code: productCode(code),
  name,
  riskLevel,
  assetClass,
  weight,
  amount: Math.round(weight * 300_000),
  reasons: ['等级不高于您的承受能力', '五年内可以赎回', '费用低于同类'],
});

/** A spread that widens with the root of time. */
function fanAt(month: number): Readonly<Record<string, number>> {
  const middle = 300_000 * 1.0472 ** (month / 12);
  const spread = (z: number) => Math.round(middle * Math.exp(z * 0.0462 * Math.sqrt(month / 12)));
  return {
    '5': spread(-1.645),
    '15': spread(-1.036),
    '50': spread(0),
    '85': spread(1.036),
    '95': spread(1.645),
  };
}
