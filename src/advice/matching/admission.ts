import type { ExcludedProduct } from '../../terms/plan.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel, isOnSale } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { addDays } from '../../terms/time.js';
import { judge } from '../suitability/judge.js';
import type { Verdict } from '../suitability/verdict.js';
import { isAllowed } from '../suitability/verdict.js';
import { costOver } from './costs.js';
import { exposureOf, targetYearOf } from './exposure.js';
import { LEAST_PART } from './house-limits.js';
import { largestPart } from './principal.js';
import type { Candidate, MatchingTask, ShelfProduct } from './task.js';
import { daysOf, fenOf, FEN } from './task.js';

/** Why a product that passes suitability has no place in a plan. */
export const MATCHING_RULES = [
  /** Insurance, REITs, trusts: bought for what they are, not as a part of a mix. */
  'no_part_of_a_mix',
  /** Shown to qualified investors by a person only. */
  'private_by_person',
  /** Graded above the class where the gate does not look at grades (deposits). */
  'above_class',
  'outside_sale_window',
  'term_beyond_horizon',
  /** Its target date is long after the money is needed. */
  'target_date_beyond_horizon',
  'locked_when_needed',
  'quota_too_small',
  'held_enough',
  'minimum_too_large',
  'other_share_class',
  'not_needed',
] as const;
export type MatchingRule = (typeof MATCHING_RULES)[number];

export interface Admission {
  /** By code. */
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly ExcludedProduct[];
}

/** 准入: the suitability gate first, then the rules of the need, the shelf and the house. */
export function admit(task: MatchingTask): Admission {
  const candidates: Candidate[] = [];
  const excluded: ExcludedProduct[] = [];
  const shelf = [...task.shelf].sort((a, b) => (a.product.code < b.product.code ? -1 : 1));
  for (const one of shelf) {
    const { code, name } = one.product;
    const tried = tryOne(task, one);
    if (typeof tried === 'string') excluded.push({ code, name, rule: tried });
    else candidates.push(tried);
  }
  return { candidates, excluded };
}

/**
 * The gate's word on a product that we bring up. The loss that can be borne is tested on the whole
 * plan and left out of the single call (contracts.md, row 16).
 */
export const verdictOn = (
  { customer, channel, house, today, need }: MatchingTask,
  { gated }: ShelfProduct,
  amount: number | null,
): Verdict =>
  judge(
    {
      today,
      product: gated,
      customer,
      channel,
      initiative: 'bot',
      need: { horizonDays: daysOf(need.months) },
      order: amount === null ? null : { amount: amount / FEN },
    },
    house,
  );

/** The candidate, or the row or rule that keeps it out. */
function tryOne(task: MatchingTask, one: ShelfProduct): Candidate | string {
  const verdict = verdictOn(task, one, null);
  if (!isAllowed(verdict)) return String(verdict.row);
  const rule = ruleAgainst(task, one);
  if (rule) return rule;
  const candidate = candidateOf(task, one);
  return candidate.first > candidate.most ? limitOf(task, one, candidate) : candidate;
}

function ruleAgainst(task: MatchingTask, { product }: ShelfProduct): MatchingRule | null {
  const { customer, today } = task;
  if (exposureOf(product) === null) return 'no_part_of_a_mix';
  if (product.private) return 'private_by_person';
  if ((effectiveRiskLevel(product) ?? 0) > (customer.tolerance ?? 0)) return 'above_class';
  if (!isOnSale(product, today)) return 'outside_sale_window';
  return timeRuleAgainst(task, product);
}

/** 期限匹配: whether the money comes free, and what it is made for ends, when the customer needs it. */
function timeRuleAgainst(
  { need, house, today }: MatchingTask,
  product: Product,
): MatchingRule | null {
  const days = daysOf(need.months);
  const term = Math.max(product.lockDays, (product.termYears ?? 0) * 365);
  if (need.liquidity === 'anytime' && term > 0) {
    return days !== null && term > days ? 'term_beyond_horizon' : 'locked_when_needed';
  }
  if (days === null) return null;
  // Bought only after an advisor has signed, and paid out only some days after it is sold.
  const toHaveAgain = house.lockMarginDays + (product.settlementDays ?? 0);
  if (term > 0 && term + toHaveAgain > days) return 'term_beyond_horizon';
  const year = targetYearOf(product);
  const isFarOff = year !== null && year > yearAfter(today, days) + house.targetDateSlackYears;
  return isFarOff ? 'target_date_beyond_horizon' : null;
}

const yearAfter = (today: LocalDate, days: number): number =>
  Number(addDays(today, days).slice(0, 4));

function candidateOf(task: MatchingTask, one: ShelfProduct): Candidate {
  const { need, house, today } = task;
  const { product } = one;
  const grade = effectiveRiskLevel(product);
  const step = Math.max(1, fenOf(product.step ?? 1));
  const whole = fenOf(need.amount);
  const lot = Math.ceil(grainOf(need.amount) / step) * step;
  const first = firstAmount(fenOf(product.minAmount), step, grainOf(need.amount), whole);
  const [most] = limitsOf(task, one)[0]!;
  return {
    ...one,
    exposure: exposureOf(product)!,
    statedLoss: grade === null ? 0 : house.statedLossPct[grade - 1]! / 100,
    cost: costOver(product, daysOf(need.months) ?? 365, first / FEN, today),
    first,
    lot,
    step,
    most,
  };
}

/** Amounts are told in two or three digits: 23,000 of 300,000, not 23,417.55. Fen. */
const grainOf = (yuan: number): number =>
  fenOf(Math.max(1, 10 ** (Math.floor(Math.log10(Math.max(1, yuan))) - 2)));

/** At least the minimum and the least part of the money, on the product's own steps. */
function firstAmount(minimum: number, step: number, grain: number, whole: number): number {
  const least = Math.max(minimum, Math.ceil(LEAST_PART * whole));
  const round = Math.ceil(least / grain) * grain;
  if ((round - minimum) % step === 0) return round;
  return minimum + Math.ceil((least - minimum) / step) * step;
}

/** What may be placed at most in fen, and the rule it comes from; the tightest first. */
function limitsOf(
  { need, held }: MatchingTask,
  { product }: ShelfProduct,
): readonly (readonly [number, MatchingRule])[] {
  const cap = largestPart(need, product);
  const whole = fenOf(need.amount);
  const own = held.find(({ code }) => code === product.code)?.value ?? 0;
  const all = held.reduce((sum, { value }) => sum + value, 0);
  const limits: (readonly [number, MatchingRule])[] = [
    [Math.floor(cap * whole), 'minimum_too_large'],
    [Math.floor(cap * (whole + fenOf(all))) - fenOf(own), 'held_enough'],
    [fenOf(product.quota ?? Infinity), 'quota_too_small'],
  ];
  return limits.sort(([a], [b]) => a - b);
}

const limitOf = (task: MatchingTask, one: ShelfProduct, { first }: Candidate): MatchingRule =>
  limitsOf(task, one).find(([most]) => first > most)![1];
