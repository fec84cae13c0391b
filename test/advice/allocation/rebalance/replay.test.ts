import { beforeAll, describe, expect, it } from '@jest/globals';
import type { MarketHistory } from '../../../../src/advice/allocation/market/history.js';
import type { Position, Target } from '../../../../src/advice/allocation/rebalance/book.js';
import { redemptionRate, valueOf } from '../../../../src/advice/allocation/rebalance/book.js';
import { planRebalance } from '../../../../src/advice/allocation/rebalance/rebalance.js';
import type { Solver } from '../../../../src/advice/allocation/solver.js';
import { loadMarket } from '../../../../src/app/market.js';
import { createSolver } from '../../../../src/app/solver.js';
import { position } from './fees.js';

/** A saver's book lived through the real months of 2008-2026, once by our plan and once naively. */

const { history } = loadMarket();
const BUCKETS = ['treasury', 'a_shares', 'us_equity', 'gold'] as const;
const WEIGHTS = { treasury: 0.5, a_shares: 0.25, us_equity: 0.15, gold: 0.1 };
/** Yuan a quarter. */
const SAVING = 9_000;
const PURCHASE = 0.0015;

const targetsOf = (absolute: number): readonly Target[] =>
  BUCKETS.map((bucket) => ({ bucket, weight: WEIGHTS[bucket], absolute, relative: 0.25 }));

interface Outcome {
  readonly cost: number;
  /** Root mean square of the distance from the target weights after trading, over the quarters. */
  readonly tracking: number;
}

/** Trades of one quarter, yuan: sold (before fee) and bought by bucket, and what they cost. */
interface Step {
  readonly sold: Readonly<Record<string, number>>;
  readonly bought: Readonly<Record<string, number>>;
  readonly cost: number;
}
type Planner = (book: readonly Position[], today: string) => Step;

function replay(planner: Planner, { months, returns }: MarketHistory): Outcome {
  let book = BUCKETS.map((bucket) =>
    position(
      bucket,
      bucket,
      [{ bought: '2008-01-31', value: 100_000 * WEIGHTS[bucket], lockedUntil: null }],
      PURCHASE,
    ),
  );
  let [cost, squares] = [0, 0];
  for (const [at, month] of months.entries()) {
    const today = `${month}-28`;
    book = book.map((one) => grown(one, returns[one.bucket as (typeof BUCKETS)[number]]![at]!));
    if (at % 3 !== 2) continue;
    const step = planner(book, today);
    book = book.map((one) => traded(one, step, today));
    cost += step.cost;
    squares += distance(book);
  }
  return { cost, tracking: Math.sqrt(squares / Math.floor(months.length / 3)) };
}

const grown = (one: Position, by: number): Position => ({
  ...one,
  lots: one.lots.map((lot) => ({ ...lot, value: lot.value * (1 + by) })),
});

/** Sells oldest first, then adds a lot of today. */
function traded(one: Position, { sold, bought }: Step, today: string): Position {
  let left = sold[one.bucket] ?? 0;
  const lots = one.lots.flatMap((lot) => {
    const part = Math.min(left, lot.value);
    left -= part;
    return lot.value - part > 1e-6 ? [{ ...lot, value: lot.value - part }] : [];
  });
  const value = bought[one.bucket] ?? 0;
  return {
    ...one,
    lots: value > 0 ? [...lots, { bought: today, value, lockedUntil: null }] : lots,
  };
}

const wholeOf = (book: readonly Position[]): number =>
  book.reduce((sum, one) => sum + valueOf(one), 0);

function distance(book: readonly Position[]): number {
  const whole = wholeOf(book);
  return BUCKETS.reduce(
    (sum, bucket, at) => sum + (valueOf(book[at]!) / whole - WEIGHTS[bucket]) ** 2,
    0,
  );
}

/** Saves by the target weights; when a bucket leaves its band, brings all of them back to target. */
function naive(absolute: number): Planner {
  return (book, today) => {
    const whole = wholeOf(book) + SAVING;
    const isOutside = book.some((one, at) => {
      const weight = WEIGHTS[BUCKETS[at]!];
      return Math.abs(valueOf(one) / whole - weight) > Math.min(absolute, 0.25 * weight);
    });
    const wanted = book.map((one) => {
      const weight = WEIGHTS[one.bucket as (typeof BUCKETS)[number]];
      return isOutside ? weight * whole - valueOf(one) : weight * SAVING;
    });
    const sold = Object.fromEntries(book.map((one, at) => [one.bucket, Math.max(0, -wanted[at]!)]));
    const fees = book.reduce((sum, one) => sum + feeOf(one, sold[one.bucket]!, today), 0);
    const buys = wanted.reduce((sum, part) => sum + Math.max(0, part), 0);
    const proceeds = SAVING + Object.values(sold).reduce((sum, part) => sum + part, 0) - fees;
    const scale = proceeds / (buys * (1 + PURCHASE));
    const bought = Object.fromEntries(
      book.map((one, at) => [one.bucket, Math.max(0, wanted[at]!) * scale]),
    );
    return { sold, bought, cost: fees + buys * scale * PURCHASE };
  };
}

function feeOf(one: Position, amount: number, today: string): number {
  let [left, fee] = [amount, 0];
  for (const lot of one.lots) {
    const part = Math.min(left, lot.value);
    fee += part * redemptionRate(one, lot, today);
    left -= part;
  }
  return fee;
}

function ours(solve: Solver, absolute: number): Planner {
  return (book, today) => {
    const { trades, cost } = planRebalance(solve, {
      positions: book,
      targets: targetsOf(absolute),
      cashFlow: SAVING,
      today,
      minTrade: 100,
    });
    const of = (side: 'buy' | 'sell') =>
      Object.fromEntries(
        trades.filter((trade) => trade.side === side).map(({ code, amount }) => [code, amount]),
      );
    return { sold: of('sell'), bought: of('buy'), cost };
  };
}

/** Cost of the naive way at a given tracking, between its own bands. */
function costAt(curve: readonly Outcome[], tracking: number): number {
  const sorted = [...curve].sort((a, b) => a.tracking - b.tracking);
  const above = sorted.findIndex((one) => one.tracking >= tracking);
  if (above === -1) return sorted.at(-1)!.cost;
  if (above === 0) return sorted[0]!.cost;
  const [low, high] = [sorted[above - 1]!, sorted[above]!];
  const part = (tracking - low.tracking) / (high.tracking - low.tracking);
  return low.cost + part * (high.cost - low.cost);
}

describe('a saver’s eighteen years of rebalancing', () => {
  let solve: Solver;
  beforeAll(async () => {
    solve = await createSolver();
  });

  const naiveCurve = [0.002, 0.01, 0.02, 0.03, 0.05, 0.08].map((absolute) =>
    replay(naive(absolute), history),
  );

  it('cost less than the naive way at equal tracking, by a sixth at least', () => {
    const own = replay(ours(solve, 0.05), history);
    expect(own.cost).toBeLessThan((costAt(naiveCurve, own.tracking) * 5) / 6);
  });
});
