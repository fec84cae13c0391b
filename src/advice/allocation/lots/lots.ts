import { dot } from '../algebra/matrix.js';
import type { Solver } from '../solver.js';
import { greedyUnits } from './greedy.js';
import { improved } from './improve.js';
import { lotProgram } from './lot-program.js';

/** A cart to fill: long only, with the rules of each product's units. */
export interface LotOrder {
  /** Of one unit. */
  readonly prices: readonly number[];
  /** ≥ 0, of sum ≤ 1. */
  readonly weights: readonly number[];
  /** Money to invest, in the unit of the prices. */
  readonly total: number;
  /** 递增单位: units come in multiples of this; default 1. */
  readonly step?: readonly number[];
  /** 起购份额: no units or at least so many; default none. */
  readonly minimum?: readonly number[];
}

export interface LotAllocation {
  /** Whole numbers. */
  readonly units: readonly number[];
  /** Not invested, ≥ 0. */
  readonly cash: number;
  /** √ of the mean squared distance of the shares of what is invested from the weights. */
  readonly error: number;
}

/** Seconds after which the search stands aside for the greedy answer. */
const TIME_LIMIT = 2;

/**
 * 按份额取整: units that come nearest to the weights. The better of a mixed-integer program (least
 * money off target, as PyPortfolioOpt's lp_portfolio) and of the greedy rule, each improved by
 * single exchanges: never worse than greedy.
 */
export function allocateLots(order: LotOrder, solver: Solver): LotAllocation {
  const candidates = [
    programmedUnits(order, solver),
    greedyInSteps(order),
    order.prices.map(() => 0),
  ];
  const kept = candidates
    .filter((units) => units !== null && keepsRules(order, units))
    .map((units) => improved(order, units!));
  const [best] = kept.sort((a, b) => lotError(order, a) - lotError(order, b));
  return { units: best!, cash: cashLeft(order, best!), error: lotError(order, best!) };
}

export function lotError(
  { prices, weights }: Pick<LotOrder, 'prices' | 'weights'>,
  units: readonly number[],
): number {
  const invested = dot(prices, units);
  const squares = weights.reduce((sum, weight, i) => {
    const share = invested > 0 ? (units[i]! * prices[i]!) / invested : 0;
    return sum + (weight - share) ** 2;
  }, 0);
  return Math.sqrt(squares / weights.length);
}

export const cashLeft = ({ prices, total }: LotOrder, units: readonly number[]): number =>
  total - dot(prices, units);

export function keepsRules(order: LotOrder, units: readonly number[]): boolean {
  const { step, minimum } = order;
  const isAllowed = (held: number, i: number): boolean =>
    held === 0 || (held > 0 && held % (step?.[i] ?? 1) === 0 && held >= (minimum?.[i] ?? 0));
  return cashLeft(order, units) >= 0 && units.every(isAllowed);
}

function programmedUnits(order: LotOrder, solver: Solver): number[] | null {
  const found = solver(lotProgram(order), { timeLimit: TIME_LIMIT });
  if (found.status !== 'optimal') return null;
  return order.prices.map((_, i) => Math.round(found.x[i]!) * (order.step?.[i] ?? 1));
}

function greedyInSteps({ prices, weights, total, step }: LotOrder): number[] {
  const sizes = prices.map((_, i) => step?.[i] ?? 1);
  const lots = greedyUnits(
    prices.map((price, i) => price * sizes[i]!),
    weights,
    total,
  );
  return lots.map((count, i) => count * sizes[i]!);
}
