/** 诈骗: what is told and asked while somebody is being cheated, and what is known of it. */

/** Told of the fraud itself, and standing from then on. */
const FACTS = [
  /** Money has left, or has not. */
  'sent',
  'unsent',
  /** A code or password was given; photographs of papers or a face; the screen was shared, or software put in. */
  'code',
  'details',
  'screen',
  /** The number of an identity document was given, or of a card; a link was opened, and nothing put in. */
  'identity',
  'card',
  'link',
  /** Asked for, and not given; named, it takes back what was understood before. */
  'kept',
  'code_kept',
  'details_kept',
  'screen_kept',
  /** The software is off the telephone again. */
  'removed',
  /** The call goes on, or is over; the customer is at the bank, about to pay. */
  'on_line',
  'hung_up',
  'at_bank',
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
  /** A call nobody asked for: something is amiss with an account. */
  'caller',
  /** What they know of the customer. */
  'known',
  'video',
  /** A charge each month, or a bad credit record, unless the customer does as told. */
  'charge',
  'credit',
  /** A refund that must be helped along; gains on a screen, and others who were paid. */
  'refund',
  /** Money from nowhere, brought by a call or a message: an inheritance, a tax refund, a prize. */
  'windfall',
  'shown',
  'agent',
  'threat',
  'hurry',
  'offer',
  'contact',
  'payee',
  /** A child or friend in need, by a voice, a picture or a new number. */
  'kin',
  /** Somebody loved and never met, who needs money. */
  'romance',
] as const;

/** What the customer asks or feels in the middle of it. */
const ASKED = [
  /** Whether to pay after all, a little at least; whether to bring the money to another card. */
  'may_pay',
  'move_money',
  'verify',
  /** How we can know that it is a fraud; what comes of not doing as told. */
  'doubt',
  'if_not',
  /** It is their own money, and no business of ours. */
  'own_will',
  'staff_check',
  'app_check',
  'police',
  'bank_number',
  'whether_report',
  /** Whether the police would tell the family; whether a bank would hold the payment up. */
  'police_private',
  'held_up',
  'evidence',
  'freeze',
  'password',
  'recover',
  'compensate',
  'misuse',
  /** What can come of what was given; where a credit record is looked up. */
  'leak',
  'credit_check',
  'link_delete',
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
  'afraid',
  /** It was stopped just in time. */
  'close_call',
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
  'watch',
  'ask_police',
  'evidence',
  'family',
  'credit',
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

const TAKEN_BACK: Readonly<Partial<Record<FraudNews, readonly FraudNews[]>>> = {
  code: ['code_kept'],
  details: ['details_kept'],
  screen: ['screen_kept', 'removed'],
};

/** Whether something was told, and not taken back since. */
export function stands({ news }: Pick<FraudState, 'news'>, told: FraudNews): boolean {
  const back = (TAKEN_BACK[told] ?? []).map((one) => news.lastIndexOf(one));
  return news.includes(told) && back.every((at) => at < news.lastIndexOf(told));
}

/** Whoever has the number, or a photograph, may try to borrow in that name. */
export const hasPapers = (fraud: Pick<FraudState, 'news'>): boolean =>
  stands(fraud, 'identity') || stands(fraud, 'details');

/** Warned of plainly, and nobody is alarmed: nothing has been given yet, nor is it being taken. */
const ONLY_OFFERED: readonly FraudNews[] = [
  'offer',
  'verify',
  'staff_check',
  'app_check',
  'hurry',
  'ours',
  'caller',
  'known',
  'doubt',
  'unsent',
  'kept',
  'code_kept',
  'details_kept',
  'screen_kept',
  'hung_up',
  'block',
  'whether_report',
  'credit_check',
  'steps',
  'thanks',
  'persuade',
];

/** Whoever only names themselves one of ours, or calls, has taken nothing yet. */
const OFFERED: readonly FraudNews[] = ['offer', 'staff_check', 'caller'];

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
