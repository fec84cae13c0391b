import type { LocalDate } from '../../../terms/time.js';
import { addDays } from '../../../terms/time.js';
import type { Solver } from '../solver.js';
import type { Position, Target } from './book.js';
import { cheaperFrom, purchaseFee, redemptionRate, valueOf } from './book.js';
import type { Drift } from './drift.js';
import { driftsOf } from './drift.js';
import type { Parts } from './trade-program.js';
import { solveTrades } from './trade-program.js';

export interface RebalanceTask {
  readonly positions: readonly Position[];
  /** Weights sum to one. */
  readonly targets: readonly Target[];
  /** Yuan: > 0 to be invested, < 0 to be paid out. */
  readonly cashFlow: number;
  readonly today: LocalDate;
  /** No trade below so many yuan. */
  readonly minTrade: number;
}

export interface Trade {
  readonly code: string;
  readonly side: 'buy' | 'sell';
  /** Yuan: invested, or redeemed before its fee. */
  readonly amount: number;
  readonly fee: number;
}

/** A lot that would cost less to sell a little later. */
export interface CheaperLater {
  readonly code: string;
  readonly from: LocalDate;
  /** Yuan. */
  readonly saving: number;
}

/** 再平衡建议: a list to look at with an advisor, never an order. Yuan. */
export interface RebalancePlan {
  readonly drifts: readonly Drift[];
  /** False: every bucket is inside its band, or the cash flow alone brings it there. */
  readonly isNeeded: boolean;
  readonly trades: readonly Trade[];
  readonly cost: number;
  /** Cash that could not be invested: below a minimum, or nothing may be bought. */
  readonly idle: number;
  /** Money to be paid out that is locked. */
  readonly unfunded: number;
  /** Buckets that stay outside their band, as what they hold is locked or cannot be bought. */
  readonly stillOutside: readonly string[];
  readonly cheaperLater: readonly CheaperLater[];
}

/**
 * The cheapest trades that bring every bucket back inside its band: cash that comes or goes is used
 * first, and where that is enough nothing else is traded; lots are sold oldest first, locked ones not at all.
 * Trades that cost nothing go to the target itself, those that cost go to half the band. Throws a
 * `RangeError` where nothing would be left.
 */
export function planRebalance(solve: Solver, task: RebalanceTask): RebalancePlan {
  const { positions, targets, cashFlow } = task;
  const whole = positions.reduce((sum, position) => sum + valueOf(position), 0) + cashFlow;
  const drifts = driftsOf(positions, targets, whole);
  if (!(whole > 0)) throw new RangeError('a payout of all there is is no rebalancing');
  const isOutside = drifts.some((drift) => drift.isOutside);
  const placed = cashFlow === 0 ? null : placeFlow(solve, task, whole);
  const isNeeded = placed === null ? isOutside : placed.stillOutside.length > 0;
  if (!isNeeded) return { drifts, isNeeded, ...(placed ?? NOTHING) };
  const parts = solveTrades(solve, task, { whole, maySell: true, mayBuy: true });
  return { drifts, isNeeded, ...outcomeOf(task, parts, whole) };
}

type Outcome = Omit<RebalancePlan, 'drifts' | 'isNeeded'>;

/** Money that comes only buys, money that goes is only sold for. */
const placeFlow = (solve: Solver, task: RebalanceTask, whole: number): Outcome =>
  outcomeOf(
    task,
    solveTrades(solve, task, { whole, maySell: task.cashFlow < 0, mayBuy: task.cashFlow > 0 }),
    whole,
  );

function outcomeOf(task: RebalanceTask, parts: Parts, whole: number): Outcome {
  const trades = tradesOf(task, parts, whole);
  return {
    trades,
    cost: trades.reduce((sum, { fee }) => sum + fee, 0),
    idle: inFen(parts.idle * whole),
    unfunded: inFen(parts.unfunded * whole),
    stillOutside: stillOutside(task, parts, whole),
    cheaperLater: cheaperLaterOf(task, parts, whole),
  };
}

const NOTHING: Outcome = {
  trades: [],
  cost: 0,
  idle: 0,
  unfunded: 0,
  stillOutside: [],
  cheaperLater: [],
};

const CENT = 0.01;
const inFen = (yuan: number): number => Math.round(yuan * 100) / 100;

function tradesOf(task: RebalanceTask, parts: Parts, whole: number): readonly Trade[] {
  return task.positions.flatMap((position, at): Trade[] => {
    const bought = inFen(parts.bought[at]! * whole);
    const sold = parts.sold[at]!.map((part) => part * whole);
    const redeemed = inFen(sold.reduce((sum, part) => sum + part, 0));
    const sellFee = sold.reduce(
      (sum, part, lot) => sum + part * redemptionRate(position, position.lots[lot]!, task.today),
      0,
    );
    const { code } = position;
    const sell: Trade = { code, side: 'sell', amount: redeemed, fee: inFen(sellFee) };
    const fee = inFen(purchaseFee(position, bought));
    const buy: Trade = { code, side: 'buy', amount: bought, fee };
    return [sell, buy].filter(({ amount }) => amount >= CENT);
  });
}

function stillOutside(
  { positions, targets }: RebalanceTask,
  { bought, sold }: Parts,
  whole: number,
): readonly string[] {
  const after = positions.map((position, at): Position => {
    const traded = bought[at]! - sold[at]!.reduce((sum, part) => sum + part, 0);
    const value = valueOf(position) + traded * whole;
    return { ...position, lots: [{ bought: '', value, lockedUntil: null }] };
  });
  return driftsOf(after, targets, whole)
    .filter(({ isOutside }) => isOutside)
    .map(({ bucket }) => bucket);
}

/** A wait this long is worth proposing. */
const WAIT_DAYS = 30;

function cheaperLaterOf(
  { positions, today }: RebalanceTask,
  { sold }: Parts,
  whole: number,
): readonly CheaperLater[] {
  return positions.flatMap((position, at) =>
    position.lots.flatMap((lot, of) => {
      const amount = sold[at]![of]! * whole;
      const later = cheaperFrom(position, lot, today);
      if (amount < CENT || !later || later.inDays > WAIT_DAYS) return [];
      const saving = inFen(amount * (redemptionRate(position, lot, today) - later.rate));
      return [{ code: position.code, from: addDays(today, later.inDays), saving }];
    }),
  );
}
