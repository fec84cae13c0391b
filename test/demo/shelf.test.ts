import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { splitFrontMatter } from '../../src/retrieval/documents/front-matter.js';
import type { Fee, FeeKind, Product } from '../../src/terms/product.js';
import { TODAY, demoShelf } from './demo-shelf.js';

const CARDS = new URL('../../knowledge/products/', import.meta.url);
const codes = demoShelf.map(({ code }) => String(code));
const described = readdirSync(CARDS).map((file) => ({
  file,
  header: splitFrontMatter(readFileSync(new URL(file, CARDS), 'utf8')).header,
}));

/** 2026 fee rules of public funds (regulation.md §2.2); private funds and advisory are outside. */
const PUBLIC_FUNDS = demoShelf.filter(
  ({ regime, type }) => regime === 'CSRC_FUND' && !['private', 'advisory_portfolio'].includes(type),
);
const of = ({ fees }: Product, ...kinds: FeeKind[]): readonly Fee[] =>
  fees.filter(({ kind }) => kinds.includes(kind));
const breaking = (products: readonly Product[], isBroken: (product: Product) => boolean) =>
  products.filter(isBroken).map(({ code, name }) => `${code} ${name}`);

/** Highest share of a purchase that may be charged: mostly shares, other mixtures, index and bond. */
function capOf({ type, riskLevel }: Product): number {
  if (['equity', 'qdii'].includes(type)) return 0.008;
  // A mixed fund of grade R4 invests mostly in shares.
  if (['mixed', 'fof'].includes(type)) return (riskLevel ?? 0) >= 4 ? 0.008 : 0.005;
  return 0.003;
}

/** Lowest redemption fee on a day of holding; ETF, money and retail index and bond from day 7 are free. */
function floorOn(day: number, { type }: Product): number {
  if (type === 'money' || type === 'reit') return 0;
  if (day >= 7 && ['index', 'bond'].includes(type)) return 0;
  return day < 7 ? 0.015 : day < 30 ? 0.01 : day < 180 ? 0.005 : 0;
}

const redemptionOn = (product: Product, day: number): number | undefined =>
  of(product, 'redemption').find(
    ({ fromDays = 0, toDays = null }) => fromDays <= day && (toDays === null || day < toDays),
  )?.rate;

describe('the demonstration shelf', () => {
  it('has about forty products, each code once, of both regimes', () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(38);
    const regimes = new Set(demoShelf.map(({ regime }) => regime));
    expect(regimes.size).toBe(5);
  });

  it('has a card for every product and no card for anything else', () => {
    expect(described.map(({ header }) => header?.product).sort()).toEqual([...codes].sort());
    for (const { file, header } of described) expect(file).toBe(`${header?.product}.md`);
  });

  it('titles every card with the product’s name', () => {
    const wrong = described.filter(
      ({ header }) =>
        demoShelf.find(({ code }) => code === header?.product)?.name !== header?.title,
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('grades what must be graded and shows no grade where none exists', () => {
    const graded = (product: Product) =>
      ['CSRC_FUND', 'NFRA_INVEST'].includes(product.regime) || product.type === 'unit_linked';
    expect(breaking(demoShelf, (one) => graded(one) !== (one.riskLevel !== null))).toEqual([]);
  });

  it('shows performance over more than six months only, with a drawdown that is no gain', () => {
    const isBroken = ({ performance }: Product) =>
      performance !== null &&
      (Date.parse(performance.to) - Date.parse(performance.from) <= 183 * 86_400_000 ||
        performance.to > TODAY ||
        performance.maxDrawdown > 0);
    expect(breaking(demoShelf, isBroken)).toEqual([]);
  });

  it('says of everything how money is lost', () => {
    expect(breaking(demoShelf, ({ mainLoss }) => mainLoss.length < 10)).toEqual([]);
  });

  it('leaves no gap and no overlap between the tiers of a fee', () => {
    const isBroken = (product: Product) =>
      ['purchase', 'subscription', 'redemption', 'surrender'].some((kind) => {
        const tiers = of(product, kind as FeeKind);
        const joints = tiers.slice(1).map((tier, index) => [tiers[index] as Fee, tier] as const);
        return joints.some(
          ([before, after]) =>
            (before.toDays ?? null) !== (after.fromDays ?? null) ||
            (before.toAmount ?? null) !== (after.fromAmount || null),
        );
      });
    expect(breaking(demoShelf, isBroken)).toEqual([]);
  });
});

describe('the 2026 fee rules of public funds', () => {
  it('cap what a purchase costs: 0.8 % equity, 0.5 % mixed, 0.3 % index and bond', () => {
    const isBroken = (product: Product) =>
      of(product, 'purchase', 'subscription').some(({ rate = 0 }) => rate > capOf(product));
    expect(breaking(PUBLIC_FUNDS, isBroken)).toEqual([]);
  });

  it.each([0, 6, 7, 29, 30, 179])('keep the redemption fee up on day %d of holding', (day) => {
    const isBroken = (product: Product) => {
      const rate = redemptionOn(product, day);
      // Before the lock ends nothing can be redeemed, so nothing can be charged.
      return product.lockDays <= day && rate !== undefined && rate < floorOn(day, product);
    };
    expect(breaking(PUBLIC_FUNDS, isBroken)).toEqual([]);
  });

  it('end the sales service fee after a year, except for money funds', () => {
    const isBroken = (product: Product) =>
      product.type !== 'money' &&
      of(product, 'sales_service').some(
        ({ rate = 0, toDays = null }) => rate > 0 && (toDays === null || toDays > 365),
      );
    expect(breaking(PUBLIC_FUNDS, isBroken)).toEqual([]);
  });

  it('let nobody pay twice at the door: with a sales service fee there is no purchase fee', () => {
    const isBroken = (product: Product) =>
      product.type !== 'money' &&
      of(product, 'sales_service').length > 0 &&
      of(product, 'purchase').some(({ rate = 0 }) => rate > 0);
    expect(breaking(PUBLIC_FUNDS, isBroken)).toEqual([]);
  });
});
