/** 诈骗: what is told and asked while somebody is being cheated, and what is known of it. */

/** Told of the fraud itself, and standing from then on. */
const FACTS = [
  /** Money has left, or has not. */
  'sent',
  'unsent',
  /** A code or password was given; card or identity papers were; the screen was shared, or software put in. */
  'code',
  'details',
  'screen',
  /** Asked for, and not given. */
  'kept',
  /** On the way to the police; the police know; the bank knows. */
  'reporting',
  'reported',
  'stopped',
] as const;

/** What the cheat says and wants. */
const TRICKS = [
  'safe_account',
  'court',
  'posing',
  'more_money',
  'pay_asked',
  'code_asked',
  'screen_asked',
  'agent',
  'threat',
  'hurry',
  'offer',
  'contact',
  'payee',
] as const;

/** What the customer asks or feels in the middle of it. */
const ASKED = [
  'verify',
  'staff_check',
  'app_check',
  'police',
  'bank_number',
  'whether_report',
  'evidence',
  'freeze',
  'password',
  'recover',
  'compensate',
  'misuse',
  /** What the cheat can see by now. */
  'seen',
  'holdings',
  'block',
  'family',
  'blame',
  'persuade',
  'stop_them',
  'report_for_them',
  /** Whether our people do such things. */
  'ours',
  'steps',
  'unclear',
  'thanks',
] as const;

/** 诈骗进展: each has its own words. */
export const FRAUD_NEWS = [...FACTS, ...TRICKS, ...ASKED] as const;
export type FraudNews = (typeof FRAUD_NEWS)[number];

/** Who is being cheated: the customer, or somebody they speak for. */
export const VICTIMS = [
  'self',
  'mother',
  'father',
  'elder',
  'husband',
  'wife',
  'son',
  'daughter',
  'relative',
  'friend',
] as const;
export type Victim = (typeof VICTIMS)[number];

/** What there is to do, most urgent first. */
export const FRAUD_STEPS = [
  'report',
  'stop_payment',
  'offline',
  'freeze',
  'ask_police',
  'evidence',
  'family',
] as const;
export type FraudStep = (typeof FRAUD_STEPS)[number];

/** What one message tells; absent: nothing of it. */
export interface FraudTold {
  readonly news?: readonly FraudNews[];
  readonly victim?: Victim;
  /** The sum that has left, yuan. */
  readonly yuan?: number;
}

/** What is known of a fraud so far. */
export interface FraudState {
  readonly victim: Victim;
  /** Told and asked so far, oldest first; what was told again stands where it was told last. */
  readonly news: readonly FraudNews[];
  /** Steps already given. */
  readonly steps: readonly FraudStep[];
  readonly yuan: number | null;
  /** An alarm was raised; false: only an offer was warned of. */
  readonly isAlarm: boolean;
  /** Replies since the last word about it. */
  readonly ago: number;
}

export const unknownFraud: FraudState = {
  victim: 'self',
  news: [],
  steps: [],
  yuan: null,
  isAlarm: false,
  ago: 0,
};

/** With what is told now. */
export const withTold = (
  fraud: FraudState | null,
  { news = [], victim, yuan }: FraudTold,
): FraudState => {
  const before = fraud ?? unknownFraud;
  return {
    ...before,
    victim: victim ?? before.victim,
    news: [...before.news.filter((one) => !news.includes(one)), ...news],
    yuan: yuan ?? before.yuan,
  };
};

/** Whether money has left, by what was told last; null: not told. */
export function isMoneyGone({ news }: Pick<FraudState, 'news'>): boolean | null {
  const [gone, safe] = [news.lastIndexOf('sent'), news.lastIndexOf('unsent')];
  return gone === safe ? null : gone > safe;
}

/** Warned of plainly, and nobody is alarmed: nothing has been given yet, nor is it being taken. */
const ONLY_OFFERED: readonly FraudNews[] = [
  'offer',
  'verify',
  'staff_check',
  'app_check',
  'hurry',
  'ours',
  'unsent',
  'kept',
  'block',
  'whether_report',
  'steps',
  'thanks',
];

/** Whoever only names themselves one of ours has taken nothing yet. */
const OFFERED: readonly FraudNews[] = ['offer', 'staff_check'];

/** Whether this rings, or goes on ringing. */
export function rings(fraud: FraudState | null, { news = [] }: FraudTold): boolean {
  if (fraud?.isAlarm === true || news.length === 0) return true;
  const isOffered = OFFERED.some((one) => news.includes(one) || fraud?.news.includes(one));
  const isHarmless = (one: FraudNews) =>
    ONLY_OFFERED.includes(one) || (one === 'posing' && isOffered);
  return !news.every(isHarmless);
}

/** Said once more, or said in parting: the matter ends unless something else is told. */
const NO_NEWS: readonly FraudNews[] = ['steps', 'unclear', 'thanks'];

/** Whether there is anything new in it; an alarm by itself is. */
export const isNews = (news: readonly FraudNews[]): boolean =>
  news.length === 0 || news.some((one) => !NO_NEWS.includes(one));
