import { dot, sum } from '../algebra/matrix.js';
import type { AllocationAnswer } from '../answer.js';

/** Input of the op `greedy`. */
export interface GreedyInput {
  /** Of one unit. */
  readonly prices: readonly number[];
  readonly weights: readonly number[];
  /** Money to invest, in the unit of the prices. */
  readonly total: number;
  /** Shorts per unit of `total`; default what the weights say. */
  readonly short_ratio?: number | undefined;
  /** What the shorts bring in is invested too. */
  readonly reinvest?: boolean | undefined;
}

/** After so many assets that cannot be paid the search ends, as in PyPortfolioOpt. */
const TRIES = 10;

/** 整数份额: whole units by PyPortfolioOpt's greedy rule; shorts negative. */
export function greedyLots(input: GreedyInput): AllocationAnswer {
  return { values: unitsOf(input), report: {}, certificate: null, binding: [] };
}

function unitsOf({ prices, weights, total, short_ratio, reinvest }: GreedyInput): number[] {
  if (weights.every((weight) => weight >= 0)) return greedyUnits(prices, weights, total);
  const longs = weights.map((weight) => Math.max(0, weight));
  const shorts = weights.map((weight) => Math.max(0, -weight));
  const shortTotal = total * (short_ratio ?? sum(shorts));
  const long = side(prices, longs, weights, reinvest ? total + shortTotal : total, (w) => w >= 0);
  const short = side(prices, shorts, weights, shortTotal, (w) => w < 0);
  return long.map((units, i) => units - short[i]!);
}

/** One side alone, its weights scaled to sum 1. */
function side(
  prices: readonly number[],
  parts: readonly number[],
  weights: readonly number[],
  total: number,
  belongs: (weight: number) => boolean,
): number[] {
  const whole = sum(parts);
  const members = [...weights.keys()].filter((i) => belongs(weights[i]!));
  const bought =
    whole > 0
      ? greedyUnits(
          members.map((i) => prices[i]!),
          members.map((i) => parts[i]! / whole),
          total,
        )
      : [];
  const units = weights.map(() => 0);
  members.forEach((i, k) => (units[i] = bought[k] ?? 0));
  return units;
}

/** Down to whole units first, then one unit at a time of what lags behind most. */
export function greedyUnits(
  prices: readonly number[],
  weights: readonly number[],
  total: number,
): number[] {
  const order = [...weights.keys()].sort((a, b) => weights[b]! - weights[a]!);
  const cost = order.map((i) => prices[i]!);
  const ideal = order.map((i) => weights[i]!);
  const units = order.map((_, k) => Math.trunc((ideal[k]! * total) / cost[k]!));
  let cash = total;
  units.forEach((bought, k) => (cash -= bought * cost[k]!));
  while (cash > 0) {
    const next = mostBehind(cost, ideal, units, cash);
    if (next === -1) break;
    units[next]! += 1;
    cash -= cost[next]!;
  }
  const answer = weights.map(() => 0);
  order.forEach((i, k) => (answer[i] = units[k]!));
  return answer;
}

/** The affordable asset furthest below its weight; −1 where there is none to speak of. */
function mostBehind(
  cost: readonly number[],
  ideal: readonly number[],
  units: readonly number[],
  cash: number,
): number {
  const invested = dot(cost, units);
  const shareOf = (k: number): number => (invested > 0 ? (cost[k]! * units[k]!) / invested : 0);
  const deficit = ideal.map((weight, k) => weight - shareOf(k));
  const furthest = (): number => deficit.indexOf(Math.max(...deficit));
  let at = furthest();
  let tries = 0;
  for (; cost[at]! > cash; tries += 1) {
    deficit[at] = 0;
    at = furthest();
    if (deficit[at]! < 0 || tries === TRIES) return -1;
  }
  return deficit[at]! <= 0 || tries === TRIES ? -1 : at;
}
