import type { FraudNews, FraudState, FraudStep, FraudTold } from '../terms/fraud.js';
import { FRAUD_STEPS, isMoneyGone, withTold } from '../terms/fraud.js';

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
  return [...spoken].sort((a, b) => URGENCY.indexOf(a) - URGENCY.indexOf(b)).slice(0, MOST_NEWS);
}

/** 「我转的是对公账户」 tells where the money went; that it went is known. */
function withoutKnown(
  before: FraudState | null,
  { news = [], yuan }: FraudTold,
): readonly FraudNews[] {
  const gone = before && isMoneyGone(before);
  if (gone === null || (gone && yuan !== undefined && yuan !== before?.yuan)) return news;
  const others = news.filter((one) => one !== (gone ? 'sent' : 'unsent'));
  return others.length > 0 ? others : news;
}

const OF_OTHERS: readonly FraudNews[] = ['persuade', 'stop_them', 'report_for_them'];

/** The words for the first say what those for the others would. */
const COVERED: readonly (readonly [FraudNews, readonly FraudNews[]])[] = [
  ['sent', ['pay_asked', 'payee', 'steps']],
  ['screen', ['screen_asked', 'steps']],
  ['code', ['code_asked', 'details', 'steps']],
  ['details', ['steps']],
  ['unsent', ['steps', 'pay_asked']],
  ['safe_account', ['court', 'posing', 'pay_asked', 'verify', 'steps']],
  ['court', ['posing', 'pay_asked', 'verify', 'steps']],
  ['more_money', ['pay_asked', 'verify', 'steps', 'threat']],
  ['staff_check', ['verify', 'posing', 'offer']],
  ['app_check', ['verify', 'screen_asked']],
  ['offer', ['hurry', 'posing', 'verify']],
  ['agent', ['recover', 'more_money', 'pay_asked']],
  ['stop_them', ['pay_asked', 'more_money', 'bank_number', 'steps', 'freeze', 'unsent']],
  ['whether_report', ['police']],
  ['report_for_them', ['whether_report', 'police']],
  ['persuade', ['verify']],
  ['holdings', ['misuse']],
];

const URGENCY: readonly FraudNews[] = [
  'sent',
  'screen',
  'code',
  'stop_them',
  'more_money',
  'safe_account',
  'unsent',
  'details',
  'reported',
  'stopped',
  'agent',
  'code_asked',
  'screen_asked',
  'court',
  'staff_check',
  'app_check',
  'ours',
  'holdings',
  'misuse',
  'seen',
  'bank_number',
  'police',
  'evidence',
  'freeze',
  'recover',
  'compensate',
  'password',
  'whether_report',
  'report_for_them',
  'persuade',
  'block',
  'threat',
  'contact',
  'blame',
  'family',
  'pay_asked',
  'reporting',
  'verify',
  'posing',
  'offer',
  'hurry',
  'payee',
  'kept',
  'steps',
  'unclear',
  'thanks',
];

/** The steps that the words for each already name. */
const NAMES: Readonly<Partial<Record<FraudNews, readonly FraudStep[]>>> = {
  sent: ['report', 'stop_payment'],
  screen: ['offline', 'freeze'],
  code: ['freeze'],
  details: ['freeze'],
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
  steps: FRAUD_STEPS,
  unclear: ['ask_police'],
};

/** Whether each is called for by what is known. */
const NEEDED: Readonly<Record<FraudStep, (fraud: FraudState) => boolean>> = {
  report: (fraud) => isMoneyGone(fraud) === true && !fraud.news.includes('reported'),
  stop_payment: (fraud) => isMoneyGone(fraud) === true && !fraud.news.includes('stopped'),
  offline: ({ news }) => news.includes('screen'),
  freeze: ({ news }) =>
    ['screen', 'code', 'details'].some((one) => news.includes(one as FraudNews)),
  ask_police: (fraud) => isMoneyGone(fraud) !== true,
  evidence: () => true,
  family: ({ victim }) => victim === 'self',
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
