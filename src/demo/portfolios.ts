import type { CustomerProfile } from '../profiles/kyc.js';
import { isPublic } from '../profiles/kyp.js';
import type { HoldingRow, PriceRow, TransactionRow } from '../store/institution-rows.js';
import type { Product } from '../terms/product.js';
import { effectiveRiskLevel } from '../terms/product.js';
import type { LocalDate } from '../terms/time.js';
import { addDays, readInstant } from '../terms/time.js';
import { spread } from './spread.js';

/**
 * What a demonstration customer bought (or sold, negative yuan) of a product, days before seeding; `kind`
 * where the record calls it otherwise.
 */
type Deal = readonly [code: string, yuan: number, daysAgo: number, kind?: DealKind];
type DealKind = 'auto-invest' | 'auto-invest-failed' | 'dividend-reinvested';

/** Prices count income as reinvested, so that a dividend adds nothing to what is held. */
const MOVES_NOTHING: readonly (DealKind | undefined)[] = [
  'auto-invest-failed',
  'dividend-reinvested',
];

/** Portfolios that show something; everybody else's are generated. */
const STAGED: Readonly<Record<string, readonly Deal[]>> = {
  C1001: [
    ['YX0101', 60_000, 420],
    ['CK0012', 80_000, 200],
    ['QY0003', 20_000, 300],
  ],
  // Class C2, and the bond fund with shares was regraded from R2 to R3 while it was held.
  C1002: [
    ['QY0031', 120_000, 640],
    ['CH0107', 100_000, 500],
    ['YX0201', 80_000, 250],
    ['QY0003', 50_000, 120],
  ],
  C1003: [
    ['QY0021', 60_000, 700],
    ['QY0045', 50_000, 520],
    ['QY0045', -10_000, 90],
    ['CH0090', 40_000, 460],
    ['YX0101', 30_000, 150],
  ],
  // More than half in one product.
  C1004: [
    ['QY0071', 260_000, 800],
    ['LX0088', 60_000, 610],
    ['QY0021', 80_000, 400],
    ['QY0003', 40_000, 60],
  ],
  // Spread over six products, bought near the high: a loss in spite of it.
  C1005: [
    ['QY0060', 90_000, 800],
    ['YX0501', 100_000, 780],
    ['LX0050', 60_000, 790],
    ['YX0401', 60_000, 790],
    ['QY0090', 50_000, 700],
    ['TG0001', 60_000, 640],
  ],
  C1006: [
    ['QY0045', 40_000, 560],
    ['CH0107', 60_000, 380],
  ],
  C1007: [
    ['CK0036', 200_000, 500],
    ['GZ2610', 100_000, 90],
    ['QY0021', 120_000, 650],
    ['LX0088', 60_000, 450],
  ],
  C1008: [
    ['LX0050', 200_000, 720],
    ['QY0071', 300_000, 680],
    ['YX0501', 200_000, 540],
    ['YX0202', 300_000, 40],
  ],
  C1009: [],
  C1010: [
    ['CK0012', 150_000, 240],
    ['YX0101', 50_000, 330],
  ],
  C1011: [
    ['QY0046', 100_000, 480],
    ['QY0003', 80_000, 310],
    ['CH0090', 150_000, 600],
  ],
  // A redemption of the day before is on its way, and an older one has arrived.
  C1015: [
    ['QY0021', 60_000, 400],
    ['CH0107', 30_000, 220],
    ['CH0107', -8_000, 24],
    ['QY0021', -20_000, 1],
  ],
  // A regular plan whose last payment failed, a dividend, and a purchase of the day before.
  C1017: [
    ['QY0045', 30_000, 500],
    ['QY0045', 1_000, 103, 'auto-invest'],
    ['QY0045', 1_000, 72, 'auto-invest'],
    ['QY0045', 1_000, 42, 'auto-invest'],
    ['QY0045', 236.5, 36, 'dividend-reinvested'],
    ['QY0045', 1_000, 11, 'auto-invest-failed'],
    ['CH0107', 5_000, 1],
  ],
};

export interface DemoPortfolios {
  readonly holdings: readonly HoldingRow[];
  readonly transactions: readonly TransactionRow[];
}

/** Holdings that are what the transactions made of them at the prices of their days. */
export function demoPortfolios(
  customers: readonly CustomerProfile[],
  products: readonly Product[],
  prices: readonly PriceRow[],
  today: LocalDate,
): DemoPortfolios {
  const shelves = shelvesByClass(products);
  const priceOn = pricesByDay(prices);
  const holdings: HoldingRow[] = [];
  const transactions: TransactionRow[] = [];
  for (const [index, customer] of customers.entries()) {
    const held = new Map<string, { units: number; cost: number }>();
    const deals =
      STAGED[customer.id] ?? drawnDeals(index, customer, shelves[customer.tolerance ?? 0] ?? []);
    for (const [at, [code, yuan, daysAgo, kind]] of deals.entries()) {
      const day = addDays(today, -daysAgo);
      if (!MOVES_NOTHING.includes(kind)) {
        held.set(code, after(held.get(code), yuan, priceOn(code, day)));
      }
      transactions.push({
        id: `${customer.id}-${at + 1}`,
        customer_id: customer.id,
        product_code: code,
        kind: kind ?? (yuan > 0 ? 'purchase' : 'redemption'),
        amount: Math.abs(yuan),
        at: (readInstant(`${day}T10:00`) ?? 0) + (spread(index, 90 + at) % 240) * 60_000,
      });
    }
    for (const [code, { units, cost }] of held) {
      holdings.push({
        customer_id: customer.id,
        product_code: code,
        units: Math.round(units * 100) / 100,
        cost: Math.round(cost * 100) / 100,
        as_of: addDays(today, -1),
      });
    }
  }
  return { holdings, transactions };
}

/** Units bought or sold at a price; what is sold takes its share of the cost with it. */
function after(
  held: { units: number; cost: number } = { units: 0, cost: 0 },
  yuan: number,
  price: number,
): { units: number; cost: number } {
  const units = held.units + yuan / price;
  const cost = yuan > 0 ? held.cost + yuan : (held.cost * units) / held.units;
  return { units, cost };
}

/** The price of a day or the last before it; what has no price is counted in yuan. */
function pricesByDay(prices: readonly PriceRow[]): (code: string, day: LocalDate) => number {
  const byCode = new Map<string, PriceRow[]>();
  for (const row of prices) {
    const known = byCode.get(row.product_code);
    if (known) known.push(row);
    else byCode.set(row.product_code, [row]);
  }
  return (code, day) => {
    const rows = byCode.get(code) ?? [];
    return (rows.findLast(({ date }) => date <= day) ?? rows[0])?.nav ?? 1;
  };
}

/** By risk class 0 (never assessed) to 5: what suits it of all that anybody may see. */
const shelvesByClass = (products: readonly Product[]): readonly (readonly Product[])[] =>
  [0, 1, 2, 3, 4, 5].map((tolerance) =>
    products.filter(
      (one) =>
        isPublic(one) && one.status !== 'closed' && (effectiveRiskLevel(one) ?? 1) <= tolerance,
    ),
  );

const MOST_PRODUCTS = 4;
const LONGEST_AGO = 900;

/** Some of the shelf that suits the customer's class; about one in twelve holds none. */
function drawnDeals(
  index: number,
  { liquidAssets }: CustomerProfile,
  fitting: readonly Product[],
): readonly Deal[] {
  const draw = (salt: number, bound: number) => spread(index, 40 + salt) % bound;
  const wanted = draw(0, 12) === 0 ? 0 : 1 + draw(1, MOST_PRODUCTS);
  const deals: Deal[] = [];
  for (let n = 0; n < wanted; n += 1) {
    const product = fitting[draw(2 + n, fitting.length)];
    if (!product || deals.some(([code]) => code === product.code)) continue;
    const share = (5 + draw(12 + n, 20)) / 100;
    const yuan = Math.round(((liquidAssets ?? 0) * share) / 1_000) * 1_000;
    const daysAgo = Math.max(product.lockDays + 1, 20 + draw(22 + n, LONGEST_AGO));
    if (yuan < Math.max(product.minAmount, 1_000)) continue;
    deals.push([product.code, yuan, Math.min(daysAgo, 1_095)]);
    // One in six sold a part again.
    if (draw(32 + n, 6) === 0) deals.push([product.code, -Math.round(yuan / 5), 20]);
  }
  return deals;
}
