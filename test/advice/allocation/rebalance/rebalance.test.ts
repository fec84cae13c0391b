import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Position, Target } from '../../../../src/advice/allocation/rebalance/book.js';
import { planRebalance } from '../../../../src/advice/allocation/rebalance/rebalance.js';
import type { RebalanceTask } from '../../../../src/advice/allocation/rebalance/rebalance.js';
import type { Solver } from '../../../../src/advice/allocation/solver.js';
import type { Fee } from '../../../../src/terms/product.js';
import { createSolver } from '../../../../src/app/solver.js';
import { position } from './fees.js';

const TODAY = '2026-11-26';
const targets: readonly Target[] = [
  { bucket: 'bond', weight: 0.6, absolute: 0.05, relative: 0.25 },
  { bucket: 'share', weight: 0.4, absolute: 0.05, relative: 0.25 },
];
const lot = (value: number, bought = '2020-01-02', lockedUntil: string | null = null) => ({
  bought,
  value,
  lockedUntil,
});

let solve: Solver;
beforeAll(async () => {
  solve = await createSolver();
});

const plan = (positions: readonly Position[], more: Partial<RebalanceTask> = {}) =>
  planRebalance(solve, {
    positions,
    targets,
    cashFlow: 0,
    today: TODAY,
    minTrade: 100,
    ...more,
  });

describe('rebalancing', () => {
  it('leaves a book inside its bands alone', () => {
    const inside = [position('B', 'bond', [lot(56_000)]), position('S', 'share', [lot(44_000)])];
    expect(plan(inside)).toMatchObject({ isNeeded: false, trades: [], cost: 0 });
  });

  it('sells first, of what costs the same, out of what is too large a part', () => {
    const book = [
      { ...position('A', 'share', [lot(64_000)]), mostPart: 0.3 },
      { ...position('B', 'share', [lot(12_000)]), mostPart: 0.3 },
      { ...position('C', 'bond', [lot(24_000)]), mostPart: 1 },
    ];
    const sold = plan(book).trades.filter(({ side }) => side === 'sell');
    expect(sold.map(({ code }) => code)).toEqual(['A']);
  });

  it('makes nothing it buys larger than it may be, and says that a bucket stays outside', () => {
    const book = [
      { ...position('B', 'bond', [lot(20_000)]), mostPart: 0.3 },
      { ...position('S', 'share', [lot(80_000)]), mostPart: 0.3 },
    ];
    const { trades, stillOutside } = plan(book);
    const bought = trades.find(({ side }) => side === 'buy');
    expect(bought).toMatchObject({ code: 'B' });
    expect(bought!.amount).toBeLessThanOrEqual(10_000 + 0.01);
    expect(stillOutside).toContain('bond');
  });

  it('takes the tighter of an absolute and a relative band', () => {
    const small = [
      { bucket: 'bond', weight: 0.9, absolute: 0.05, relative: 0.25 },
      { bucket: 'share', weight: 0.1, absolute: 0.05, relative: 0.25 },
    ];
    const book = [position('B', 'bond', [lot(87_000)]), position('S', 'share', [lot(13_000)])];
    const found = plan(book, { targets: small });
    expect(found.drifts.map(({ half }) => half)).toEqual([0.05, 0.025]);
    expect(found.isNeeded).toBe(true);
  });

  it('keeps the absolute band of a bucket that should hold nothing', () => {
    const none = [
      { bucket: 'bond', weight: 1, absolute: 0.05 },
      { bucket: 'share', weight: 0, absolute: 0.05 },
    ];
    const book = [position('B', 'bond', [lot(80_000)]), position('S', 'share', [lot(20_000)])];
    const found = plan(book, { targets: none });
    expect(found.drifts.map(({ half }) => half)).toEqual([0.05, 0.05]);
    expect(found.stillOutside).toEqual([]);
    expect(found.trades.map(({ code, side }) => [code, side])).toEqual([
      ['B', 'buy'],
      ['S', 'sell'],
    ]);
  });

  it('brings every bucket back, and pays for what it buys with what it sells', () => {
    const found = plan([
      position('B', 'bond', [lot(45_000)]),
      position('S', 'share', [lot(55_000)]),
    ]);
    const [sell] = found.trades.filter(({ side }) => side === 'sell');
    const [buy] = found.trades.filter(({ side }) => side === 'buy');
    expect([sell?.code, buy?.code]).toEqual(['S', 'B']);
    expect((buy?.amount ?? 0) + found.cost).toBeCloseTo(sell?.amount ?? 0, 1);
    expect(found.stillOutside).toEqual([]);
    expect((55_000 - (sell?.amount ?? 0)) / 100_000).toBeLessThanOrEqual(0.425 + 1e-6);
  });

  it('uses new money before it sells anything', () => {
    const book = [position('B', 'bond', [lot(50_000)]), position('S', 'share', [lot(46_000)])];
    const found = plan(book, { cashFlow: 10_000 });
    expect(found.trades.map(({ code, side }) => `${side} ${code}`)).toEqual(['buy B']);
  });

  it('pays money out of what is too much, and sells nothing else', () => {
    const book = [position('B', 'bond', [lot(55_000)]), position('S', 'share', [lot(45_000)])];
    const found = plan(book, { cashFlow: -5_000 });
    expect(found.trades.map(({ code, side }) => `${side} ${code}`)).toEqual(['sell S']);
    expect(found.unfunded).toBe(0);
  });

  it('sells the product without a redemption fee where two are alike', () => {
    const book = [
      position('B', 'bond', [lot(45_000)]),
      position('S-new', 'share', [lot(27_500, '2026-11-23')]),
      position('S-old', 'share', [lot(27_500, '2020-01-02')]),
    ];
    const found = plan(book);
    expect(found.trades.filter(({ side }) => side === 'sell').map(({ code }) => code)).toEqual([
      'S-old',
    ]);
    expect(found.cheaperLater).toEqual([]);
  });

  it('says when waiting would cost less', () => {
    const book = [
      position('B', 'bond', [lot(45_000)]),
      position('S', 'share', [lot(55_000, '2026-11-23')]),
    ];
    const found = plan(book);
    const sold = found.trades.find(({ side }) => side === 'sell')?.amount ?? 0;
    // Three days held: 1.5 % until the seventh day, then 0.5 %.
    expect(found.cheaperLater).toEqual([
      { code: 'S', from: '2026-11-30', saving: expect.closeTo(sold * 0.01, 1) },
    ]);
  });

  it('takes the oldest lots first', () => {
    const book = [
      position('B', 'bond', [lot(45_000)]),
      position('S', 'share', [lot(40_000, '2020-01-02'), lot(15_000, '2026-11-23')]),
    ];
    expect(plan(book).trades.find(({ side }) => side === 'sell')?.fee).toBe(0);
  });

  it('does not touch what is locked, and names what stays outside', () => {
    const book = [
      position('B', 'bond', [lot(45_000)]),
      position('S', 'share', [lot(55_000, '2026-01-05', '2027-01-05')]),
    ];
    expect(plan(book)).toMatchObject({ trades: [], stillOutside: ['bond', 'share'] });
    const later = plan(book, { today: '2027-01-05' });
    expect(later.stillOutside).toEqual([]);
  });

  it('says how much cannot be paid out', () => {
    const book = [
      position('B', 'bond', [lot(5_000)]),
      position('S', 'share', [lot(95_000, '2026-01-05', '2027-01-05')]),
    ];
    expect(plan(book, { cashFlow: -8_000 }).unfunded).toBeCloseTo(3_000, 1);
  });

  it('makes no trade below the minimum, and keeps what cannot be invested', () => {
    const book = [position('B', 'bond', [lot(60_000)]), position('S', 'share', [lot(40_000)])];
    const found = plan(book, { cashFlow: 50 });
    expect(found).toMatchObject({ trades: [], idle: 50 });
  });

  it('counts the one sum that a large purchase costs', () => {
    const large = position('B', 'bond', [lot(45_000_000)]);
    const fees = [
      { kind: 'purchase', rate: 0.003, fromAmount: 0, toAmount: 5_000_000 },
      { kind: 'purchase', amount: 1_000, fromAmount: 5_000_000, toAmount: null },
    ].map((line) => ({ ...line, effective: '2026-01-01' }) as Fee);
    const found = plan([{ ...large, fees }, position('S', 'share', [lot(55_000_000)])]);
    const buy = found.trades.find(({ side }) => side === 'buy');
    expect(buy).toMatchObject({ code: 'B', fee: 1_000 });
    expect(buy?.amount).toBeGreaterThan(5_000_000);
  });

  it('buys nothing that may not be bought', () => {
    const book = [
      { ...position('B', 'bond', [lot(45_000)]), isBuyable: false },
      position('B-open', 'bond', []),
      position('S', 'share', [lot(55_000)]),
    ];
    expect(plan(book).trades.find(({ side }) => side === 'buy')?.code).toBe('B-open');
  });

  it('refuses to pay out all there is', () => {
    const book = [position('B', 'bond', [lot(600)]), position('S', 'share', [lot(400)])];
    expect(() => plan(book, { cashFlow: -1_000 })).toThrow(RangeError);
  });
});
