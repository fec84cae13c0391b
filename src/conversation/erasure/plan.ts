import type { RetentionRules, StreamFacts } from '../../compliance/retention.js';
import { erasureVerdict } from '../../compliance/retention.js';
import { caseStream } from '../cases/events.js';
import { disclosureStream } from '../disclosure-stream.js';
import { momentStream } from '../moments/events.js';
import { proposalStream } from '../proposal/events.js';
import { streamSummary, streamsOfCustomer } from '../queries/erasure.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import type { ErasureOpened, Planned } from './events.js';

/** What is to become of everything a case is about, by the rules and the facts of this moment. */
export async function planOf(
  store: Store,
  rules: RetentionRules,
  { why, customer, conversation }: ErasureOpened,
  now: Instant,
): Promise<readonly Planned[]> {
  const about =
    customer === null || why === 'term' ? [conversation] : await streamsAbout(store, customer);
  // Where there is no key there is nothing left to erase.
  const living = await store.keys.living(about);
  const plan: Planned[] = [];
  for (const stream of living) {
    const facts = await factsOf(store, stream, customer !== null);
    plan.push({ stream, verdict: erasureVerdict(rules, facts, toLocalDate(now)) });
  }
  return plan.sort((a, b) => a.stream.localeCompare(b.stream));
}

async function streamsAbout(store: Store, customer: string): Promise<readonly string[]> {
  const { conversations, proposals, moments, cases } = await streamsOfCustomer(store, customer);
  return [
    ...conversations,
    ...proposals.map(proposalStream),
    ...moments.map(momentStream),
    ...cases.map(caseStream),
    disclosureStream(customer),
  ];
}

/** What the rules judge a stream by; no word of it is read. */
export async function factsOf(
  store: Store,
  stream: string,
  isKnown: boolean,
): Promise<StreamFacts> {
  const { kinds, tools, last, handoff, isOpenCase } = await streamSummary(store, stream);
  return {
    stream,
    kinds,
    tools,
    isKnown,
    lastDay: toLocalDate(last),
    // The master data know of no relationship that has ended: an institution takes such rows out.
    relationshipEnd: null,
    isUnderWay: isOpenCase || handoff === 'queued' || handoff === 'offered' || handoff === 'held',
  };
}
