import type { SlotValues } from '../../terms/command.js';
import type { ConfirmedNeed } from '../../advice/matching/draft-plan.js';
import type { Json, JsonObject } from '../../terms/json.js';
import type { Flow } from './flow.js';

/** 需求目标 (KYI): what the money is for; the taxonomy of portraits.md §4.5, besides own words. */
export const GOALS = [
  'emergency_fund',
  'short_spending',
  'home',
  'education',
  'retirement',
  'preserve',
  'growth',
  'income',
  'protection',
  'inheritance',
  'business',
] as const;
export type Goal = (typeof GOALS)[number];

/** Matters of law and tax, which are never discovered by a machine: a person takes them at once. */
export const PERSON_ONLY: readonly Goal[] = ['inheritance', 'business'];

const LIQUIDITY = ['anytime', 'dated', 'none'] as const;
const PRIORITIES = ['growth', 'safety'] as const;
const MAX_YUAN = 1e10;
const MAX_MONTHS = 720;
/** A purpose that none of `GOALS` names, in the customer's own few words: 「付货款」. */
const OWN_WORDS = /^[\u4e00-\u9fff]{2,10}$/;

/** What 「随时」 is kept as: from today on. */
export const isAtAnyTime = ({ from, to }: JsonObject): boolean => from === 0 && Number(to) <= 1;

/** 需求梳理: goal, amount, horizon, liquidity and the loss that can be borne, two questions at a time. */
export const needFlow: Flow = {
  name: 'need',
  slots: [
    'goal',
    'amount',
    'saving',
    'target',
    'horizon',
    'liquidity',
    'withdrawal',
    'loss_limit',
    'priority',
  ],
  questionsAtOnce: 2,
  // What it is for, and whether it is wanted on the way, an advisor can ask as well.
  mayStayOpen: ['goal', 'liquidity'],
  confirms: true,
  // A line the customer takes off holds nothing; nothing else is forgotten.
  accepts: (slot, value) => (value === null ? slot in CHECKS : (CHECKS[slot]?.(value) ?? false)),
  needs(slot, values) {
    if (isForPerson(values)) return slot === 'goal';
    return slot === 'priority' ? wantsBoth(values) : NEEDED.includes(slot);
  },
  handsOff: (values) => (isForPerson(values) ? 'asked' : null),
  settle: (values, learned) => withoutLossBeyond(withoutAnytime(values, learned)),
  record: (values, { turn, message }) => [
    { kind: 'NeedStated', turn, source: message, need: { ...values, currency: 'CNY' } },
  ],
};

const isForPerson = ({ goal }: SlotValues): boolean =>
  (PERSON_ONLY as readonly unknown[]).includes(goal);

const NEEDED = ['goal', 'amount', 'horizon', 'liquidity', 'loss_limit'];

const CHECKS: Readonly<Record<string, (value: Json) => boolean>> = {
  goal: (value) =>
    (GOALS as readonly Json[]).includes(value) ||
    (typeof value === 'string' && OWN_WORDS.test(value)),
  amount: (value) => isRange(value, 1, MAX_YUAN),
  target: (value) => isRange(value, 1, MAX_YUAN),
  horizon: (value) => isRange(value, 0, MAX_MONTHS),
  /** A month or a year, as `every` says: put in (定期存入) or taken out (定期支取) on the way. */
  saving: isRegularSum,
  withdrawal: isRegularSum,
  liquidity: (value) => (LIQUIDITY as readonly Json[]).includes(value),
  loss_limit: isLossLimit,
  priority: (value) => (PRIORITIES as readonly Json[]).includes(value),
};

function isRange(value: Json, low: number, high: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to } = value as JsonObject;
  return (
    typeof from === 'number' && typeof to === 'number' && low <= from && from <= to && to <= high
  );
}

function isRegularSum(value: Json): boolean {
  return (
    isRange(value, 1, MAX_YUAN) &&
    ['month', 'year'].includes(String((value as JsonObject)['every']))
  );
}

/** 「到时候才用」 takes back a time that was only 「随时」: it is asked for again. */
function withoutAnytime(values: SlotValues, learned: SlotValues): SlotValues {
  const { horizon, ...others } = values;
  const isAnytime = isAtAnyTime((horizon ?? {}) as JsonObject);
  const isDated = learned['liquidity'] === 'dated' || learned['liquidity'] === 'none';
  return isDated && isAnytime && !('horizon' in learned) ? others : values;
}

/** Nobody loses more than there is: such a bound was misread, and is asked for again. */
function withoutLossBeyond(values: SlotValues): SlotValues {
  const { loss_limit: lossLimit, ...others } = values;
  const { yuan } = (lossLimit ?? {}) as JsonObject;
  const { to } = (values['amount'] ?? {}) as JsonObject;
  return typeof yuan === 'number' && typeof to === 'number' && yuan > to ? others : values;
}

/** `{percent}` 0…100, or `{yuan}`; what the customer says not to be able to bear beyond. */
function isLossLimit(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { percent, yuan } = value as JsonObject;
  if (typeof percent === 'number') return percent >= 0 && percent <= 100;
  return typeof yuan === 'number' && yuan >= 0 && yuan <= MAX_YUAN;
}

/** 「收益高又一点不亏」: the trade-off is put to the customer, never settled for them. */
export function wantsBoth({ goal, loss_limit: lossLimit }: SlotValues): boolean {
  const limit = lossLimit as JsonObject | undefined;
  return goal === 'growth' && (limit?.['percent'] === 0 || limit?.['yuan'] === 0);
}

const DAYS_A_MONTH = 365 / 12;

/**
 * What of a need the suitability gate looks at, read carefully: the earliest day the money may be
 * wanted, and the loss as a share of the least sum it may be.
 */
export function gatedNeed({ horizon, amount, loss_limit: lossLimit }: SlotValues): {
  readonly horizonDays: number | null;
  readonly maxLossPct: number | null;
} {
  const months = (horizon as JsonObject | null | undefined)?.['from'];
  return {
    horizonDays: typeof months === 'number' ? Math.round(months * DAYS_A_MONTH) : null,
    maxLossPct: lossPct(lossLimit as JsonObject | null | undefined, amount as JsonObject | null),
  };
}

function lossPct(
  limit: JsonObject | null | undefined,
  amount: JsonObject | null | undefined,
): number | null {
  const { percent, yuan } = limit ?? {};
  if (typeof percent === 'number') return percent;
  const sum = amount?.['from'];
  return typeof yuan === 'number' && typeof sum === 'number' ? (yuan / sum) * 100 : null;
}

/** What a plan is made from; null: no sum is known to plan with. */
export function plannedNeed(values: SlotValues): ConfirmedNeed | null {
  const amount = middleOf(values['amount']);
  if (amount === null) return null;
  const { horizonDays: _days, maxLossPct } = gatedNeed(values);
  const months = (values['horizon'] as JsonObject | null | undefined)?.['from'];
  return {
    goal: String(values['goal'] ?? ''),
    amount,
    months: typeof months === 'number' ? Math.round(months) : null,
    maxLoss: maxLossPct === null ? null : maxLossPct / 100,
    monthlySaving: monthlyOf(values['saving']),
    target: middleOf(values['target']),
    // Who has not thought about it may want it at any time.
    liquidity: LIQUIDITY.find((one) => one === values['liquidity']) ?? 'anytime',
  };
}

/** 「大概三十万」 is planned with as 30 万. */
export function middleOf(value: Json | undefined): number | null {
  const { from, to } = (value ?? {}) as JsonObject;
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  return Math.round((from + to) / 2);
}

function monthlyOf(value: Json | undefined): number | null {
  const sum = middleOf(value);
  if (sum === null) return null;
  return (value as JsonObject)['every'] === 'year' ? Math.round(sum / 12) : sum;
}
