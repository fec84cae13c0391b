import type { Request } from '../../advice/routing/candidate.js';
import { MANDARIN, languageAsked, languageOf } from '../../advice/routing/languages.js';
import type { WaitingReason } from '../../advice/routing/policy.js';
import { conflictsWith, employeeRecords } from '../../profiles/employee-record.js';
import { ageOn, findCustomer } from '../../profiles/kyc.js';
import { findProduct } from '../../profiles/kyp.js';
import type { Store } from '../../store/store.js';
import type { SlotValues } from '../../terms/command.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { fold } from '../evolve.js';
import { readStream } from '../stream.js';

/** 接待需求: what is asked of whoever takes a conversation, from its record and the customer's portrait. */

export interface Asked {
  readonly conversation: string;
  readonly customer: string | null;
  readonly reason: WaitingReason;
  readonly now: Instant;
}

/** Subjects as the staff's rows name them. */
const GOAL_DOMAINS: Readonly<Record<string, string>> = {
  emergency_fund: '应急',
  education: '教育',
  retirement: '养老',
  income: '现金流',
  protection: '保障',
  growth: '增值',
};
const COMPLAINTS = '投诉';
const ELDERS = '老年客户';

export async function requestFor(
  store: Store,
  { conversation, customer, reason, now }: Asked,
  elderAge: number,
): Promise<{ readonly request: Request; readonly age: number | null }> {
  const profile = customer === null ? null : await findCustomer(store, customer);
  const recorded = await readStream(store, conversation);
  const { need, products } = fold(recorded.map(({ event }) => event));
  const said = recorded.flatMap(({ event }) =>
    event.kind === 'MessageReceived' ? [event.text] : [],
  );
  const age = ageOn(profile?.born ?? null, toLocalDate(now));
  // The one spoken of last: whoever serves must be allowed to speak about it.
  const about = products[0] === undefined ? null : await findProduct(store, products[0]);
  const request: Request = {
    conversation,
    reason,
    now,
    products: about ? [about] : [],
    domains: domainsOf(need, reason, age !== null && age >= elderAge),
    language: languageAsked(said) ?? languageOf(profile?.language ?? MANDARIN),
    manager: profile?.advisor ?? null,
    conflicts: customer === null ? [] : conflictsWith(await employeeRecords(store), customer),
  };
  return { request, age };
}

const domainsOf = (
  need: SlotValues | null,
  reason: WaitingReason,
  isElder: boolean,
): readonly string[] => [
  ...[GOAL_DOMAINS[String(need?.['goal'] ?? '')]].filter((one) => one !== undefined),
  ...(reason === 'complaint' ? [COMPLAINTS] : []),
  ...(isElder ? [ELDERS] : []),
];
