import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { byClass } from '../../../src/advice/allocation/market/asset-class.js';
import type { MatchingTask, ShelfProduct } from '../../../src/advice/matching/task.js';
import { DEFAULT_THRESHOLDS } from '../../../src/advice/suitability/house-thresholds.js';
import type { Investor } from '../../../src/advice/suitability/occasion.js';
import { resolveDates } from '../../../src/demo/relative-dates.js';
import { gatedProductOf } from '../../../src/profiles/gated.js';
import { productCode } from '../../../src/terms/ids.js';
import type { Json } from '../../../src/terms/json.js';
import type { Product } from '../../../src/terms/product.js';

export const TODAY = '2026-11-26';

const FILE = new URL('../../../knowledge/demonstration/products.jsonl', import.meta.url);

export const onShelf = (product: Product): ShelfProduct => ({
  product,
  gated: gatedProductOf(product),
});

/** The demonstration institution's own shelf on a day. */
export const demoProducts: readonly Product[] = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => resolveDates(JSON.parse(line) as Json, TODAY) as unknown as Product);

export const demoShelf = demoProducts.map(onShelf);

/** 陈女士: C3, assessed, in her thirties. */
export const chen: Investor = {
  tolerance: 3,
  assessedOn: '2026-06-01',
  identityVerified: true,
  age: 36,
};

export const taskOf = (changes: Partial<MatchingTask> = {}): MatchingTask => ({
  mix: byClass(
    (name) =>
      ({
        cash: 0.13,
        treasury: 0.26,
        corporate_bond: 0.4,
        a_shares: 0.16,
        us_equity: 0.05,
        gold: 0,
      })[name],
  ),
  need: { amount: 300_000, months: 60, maxLoss: 0.1, liquidity: 'dated' },
  shelf: demoShelf,
  held: [],
  customer: chen,
  channel: { operator: 'licensed_self_operated' },
  house: DEFAULT_THRESHOLDS,
  today: TODAY,
  ...changes,
});

const rare = fc.oneof(
  { weight: 1, arbitrary: fc.constant(true) },
  { weight: 9, arbitrary: fc.constant(false) },
);
const grade = fc.constantFrom(1, 2, 2, 3, 4, 5, null) as fc.Arbitrary<Product['riskLevel']>;
const KINDS = [
  ['CSRC_FUND', 'money'],
  ['CSRC_FUND', 'bond'],
  ['CSRC_FUND', 'mixed'],
  ['CSRC_FUND', 'index'],
  ['CSRC_FUND', 'qdii'],
  ['CSRC_FUND', 'reit'],
  ['NFRA_INVEST', 'cash_management'],
  ['NFRA_INVEST', 'fixed_income'],
  ['NFRA_INVEST', 'equity'],
  ['DEPOSIT', 'time_deposit'],
  ['GOV_BOND', 'savings_bond'],
  ['NFRA_INSURANCE', 'annuity'],
] as const;

/** Nobody grades these. */
const UNGRADED: readonly Product['regime'][] = ['DEPOSIT', 'GOV_BOND'];

const [plain] = demoProducts as [Product, ...Product[]];

const anyProduct = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    riskLevel: grade,
    issuerRiskLevel: grade,
    status: fc.constantFrom('on_sale', 'on_sale', 'on_sale', 'on_sale', 'suspended', 'closed'),
    private: rare,
    lockDays: fc.constantFrom(0, 0, 0, 30, 365, 1095),
    termYears: fc.constantFrom(null, null, null, 1, 3),
    minAmount: fc.constantFrom(0.01, 1, 10, 1_000, 10_000, 50_000, 200_000),
    step: fc.constantFrom(0.01, 1, 100, 1_000, 10_000, null),
    quota: fc.constantFrom(null, null, null, 5_000, 40_000),
    saleUntil: fc.constantFrom(null, null, null, '2026-11-25', TODAY),
    issuer: fc.constantFrom('甲', '乙', '丙'),
    family: fc.constantFrom('一', '二', '三', '四', '五', '六', '七', '八'),
    share: fc.constantFrom(' A', ' C', ''),
    yearly: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ kind: [regime, type], family, share, yearly, ...rest }): Product => ({
    ...plain,
    ...rest,
    ...(UNGRADED.includes(regime) && { riskLevel: null, issuerRiskLevel: null }),
    name: `${rest.issuer}${type}${family}${share}`,
    regime,
    type,
    insuranceKind: regime === 'NFRA_INSURANCE' ? 'annuity' : null,
    fees: [{ kind: 'management', rate: yearly / 1_000, effective: '2026-01-01' }],
  }));

const anyCustomer: fc.Arbitrary<Investor> = fc.record({
  tolerance: fc.constantFrom(1, 2, 3, 4, 5),
  assessedOn: fc.constant('2026-06-01'),
  lowestCategory: rare,
  identityVerified: fc.constant(true),
  qualifiedInvestor: rare,
  age: fc.constantFrom(30, 62, 68, null),
  liquidAssets: fc.constantFrom(null, 50_000, 400_000, 5_000_000),
  monthlySpending: fc.constantFrom(null, 3_000, 20_000),
});

const anyMix = fc
  .array(fc.integer({ min: 0, max: 10 }), { minLength: 6, maxLength: 6 })
  .map((parts) => {
    const sum = parts.reduce((total, part) => total + part, 0) || 1;
    const rest = parts.slice(1).map((part) => part / sum);
    const cash = 1 - rest.reduce((total, part) => total + part, 0);
    return byClass((_name, at) => (at === 0 ? cash : rest[at - 1]!));
  });

/** Shelves, customers and needs of every kind, with limits met from both sides. */
export const anyTask: fc.Arbitrary<MatchingTask> = fc
  .record({
    mix: anyMix,
    products: fc.array(anyProduct, { maxLength: 12 }),
    customer: anyCustomer,
    need: fc.record({
      amount: fc.oneof(
        fc.constantFrom(1, 800, 5_000, 123_456.78, 300_000, 2_000_000),
        fc.integer({ min: 1, max: 1_000_000 }),
      ),
      months: fc.constantFrom(null, 0, 1, 6, 12, 36, 60),
      maxLoss: fc.constantFrom(null, 0, 0.03, 0.1, 0.5),
      liquidity: fc.constantFrom('anytime' as const, 'dated' as const, 'none' as const),
    }),
    holds: fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 4 }),
  })
  .map(({ mix, products, customer, need, holds }) => {
    const shelf = products.map((product, at) =>
      onShelf({ ...product, code: productCode(`P${String(at).padStart(2, '0')}`) }),
    );
    const held = holds.map((value, at) => ({ code: `P${String(at).padStart(2, '0')}`, value }));
    return taskOf({ mix, shelf, customer, need, held });
  });
