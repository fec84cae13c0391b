import type { FraudNews, FraudState, FraudStep, FraudTold } from '../terms/fraud.js';
import { FRAUD_STEPS, hasPapers, isMoneyGone, stands, withTold } from '../terms/fraud.js';
import { COVERED, URGENCY } from './fraud-order.js';

/** 诈骗求助: what is taken up of all that was told, and the one step that comes next. */

/** More than this is too much for somebody in fear. */
const MOST_NEWS = 2;

/** What the reply takes up of all that was told: what cannot wait first, a question before a story. */
function takenUp(before: FraudState | null, told: FraudTold): readonly FraudNews[] {
  const { victim } = withTold(before, told);
  const news = withoutKnown(before, told);
  const spoken = news.filter(
    (one) =>
      !(victim === 'self' && OF_OTHERS.includes(one)) &&
      !COVERED.some(([by, covered]) => news.includes(by) && covered.includes(one)),
  );
  const urgent = [...spoken].sort((a, b) => URGENCY.indexOf(a) - URGENCY.indexOf(b));
  // Whoever was misheard, or did right, hears that before what is to be done: it is short.
  const first = urgent.filter(isFirst).slice(0, MOST_NEWS);
  return [...first, ...urgent.filter((one) => !isFirst(one)).slice(0, MOST_NEWS)];
}

const isFirst = (one: FraudNews): boolean =>
  one === 'kept' || one === 'afraid' || one.endsWith('_kept');

/** 「我转的是对公账户」 tells where the money went; that it went is known. */
function withoutKnown(
  before: FraudState | null,
  { news = [], yuan }: FraudTold,
): readonly FraudNews[] {
  const gone = before && isMoneyGone(before);
  const isMore = gone === true && yuan !== undefined && yuan !== before?.yuan;
  const isKnown = (one: FraudNews) =>
    one === 'sent' || one === 'unsent'
      ? !isMore && gone === (one === 'sent')
      : TOLD_ONCE.includes(one) && before?.news.includes(one);
  const others = news.filter((one) => !isKnown(one));
  return others.length > 0 ? others : news;
}

/** 「我身份证号也填了，要查征信去哪里查」: said before, and now only leads to the question. */
const TOLD_ONCE: readonly FraudNews[] = ['identity', 'card', 'details', 'hung_up', 'link'];

const OF_OTHERS: readonly FraudNews[] = ['persuade', 'stop_them', 'report_for_them'];

/** The steps that the words for each already name. */
const NAMES: Readonly<Partial<Record<FraudNews, readonly FraudStep[]>>> = {
  sent: ['report', 'stop_payment'],
  screen: ['offline', 'freeze'],
  code: ['freeze'],
  details: ['freeze', 'credit'],
  card: ['freeze'],
  identity: ['watch', 'credit', 'ask_police'],
  leak: ['watch', 'credit'],
  misuse: ['credit'],
  credit_check: ['credit'],
  move_money: ['watch'],
  may_pay: ['ask_police'],
  link: ['evidence'],
  link_delete: ['evidence'],
  doubt: ['ask_police'],
  at_bank: ['ask_police'],
  removed: ['offline'],
  caller: ['ask_police'],
  if_not: ['ask_police'],
  on_line: ['ask_police'],
  charge: ['ask_police'],
  freeze: ['freeze'],
  password: ['freeze'],
  unsent: ['ask_police', 'family'],
  police: ['report', 'ask_police'],
  reporting: ['evidence', 'stop_payment'],
  evidence: ['evidence'],
  threat: ['evidence', 'family'],
  contact: ['evidence'],
  block: ['evidence'],
  family: ['family'],
  recover: ['report', 'stop_payment'],
  stop_them: ['stop_payment', 'report'],
  verify: ['ask_police'],
  persuade: ['ask_police'],
  whether_report: ['ask_police'],
  police_private: ['report'],
  held_up: ['ask_police'],
  own_will: ['ask_police'],
  kin: ['ask_police'],
  romance: ['ask_police'],
  steps: FRAUD_STEPS,
  unclear: ['ask_police'],
};

/** Whether each is called for by what is known. */
const NEEDED: Readonly<Record<FraudStep, (fraud: FraudState) => boolean>> = {
  report: (fraud) => isMoneyGone(fraud) === true && !fraud.news.includes('reported'),
  stop_payment: (fraud) => isMoneyGone(fraud) === true && !fraud.news.includes('stopped'),
  offline: (fraud) => stands(fraud, 'screen'),
  freeze: (fraud) =>
    (['screen', 'code', 'details', 'card'] as const).some((one) => stands(fraud, one)),
  watch: (fraud) => stands(fraud, 'identity'),
  ask_police: (fraud) => isMoneyGone(fraud) !== true,
  evidence: () => true,
  family: ({ victim }) => victim === 'self',
  credit: hasPapers,
};

/** Everything that is called for, most urgent first, whether it was said before or not. */
export const stepsNeeded = (fraud: FraudState): readonly FraudStep[] =>
  FRAUD_STEPS.filter((step) => NEEDED[step](fraud));

export interface FraudHelp {
  /** What the reply takes up. */
  readonly taken: readonly FraudNews[];
  /** The one step that is added to it; null: what it takes up says enough, or all was said. */
  readonly step: FraudStep | null;
  /** Every step the reply names. */
  readonly named: readonly FraudStep[];
}

/** What is said next, in the light of all that is known: never a step that was given before. */
export function helpFor(before: FraudState | null, told: FraudTold): FraudHelp {
  const fraud = withTold(before, told);
  const taken = takenUp(before, told);
  const named = taken.flatMap((one) => NAMES[one] ?? []);
  const isEnough = named.length > 0 || taken.includes('thanks') || !fraud.isAlarm;
  const step = isEnough
    ? null
    : (stepsNeeded(fraud).find((one) => !fraud.steps.includes(one)) ?? null);
  return { taken, step, named: [...new Set([...named, ...(step ? [step] : [])])] };
}
