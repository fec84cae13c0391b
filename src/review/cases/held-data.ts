import { proposalStream } from '../../conversation/proposal/events.js';
import { momentRule } from '../../advice/lifecycle/moments/catalogue.js';
import { valuePositions } from '../../advice/lifecycle/positions.js';
import { wishesOf, WISH_KINDS } from '../../advice/lifecycle/moments/contact.js';
import { happeningOf } from '../../profiles/happenings.js';
import { wishRows } from '../../conversation/queries/moment.js';
import type { ConversationEvent } from '../../conversation/events.js';
import { readStream } from '../../conversation/stream.js';
import { findCustomerRecord } from '../../profiles/kyc.js';
import { judgedPortrait } from '../../profiles/judged-portrait.js';
import { readPortfolio } from '../../profiles/portfolio.js';
import { assessmentDays } from '../../profiles/queries.js';
import { TAG_RULES } from '../../compliance/profiling-tags.js';
import { readEvents } from '../../conversation/queries/stream.js';
import { streamsOfCustomer } from '../../conversation/queries/erasure.js';
import type { Store } from '../../store/store.js';
import { customerId } from '../../terms/ids.js';
import type { Instant } from '../../terms/time.js';
import { toIso, toLocalDate } from '../../terms/time.js';
import { casesOf, customerHappenings, momentsOf } from './queries.js';

/** 持有的个人信息: everything about a customer that a copy holds, each with where it is known from. */
export async function heldData(store: Store, customer: string, now: Instant) {
  const record = await findCustomerRecord(store, customer);
  if (!record) return null;
  // A note of staff is their own work, and about others too.
  const { note: _note, ...master } = record;
  const today = toLocalDate(now);
  const portfolio = await readPortfolio(store, customerId(customer));
  const positions = valuePositions(portfolio.record, today);
  const { tags } = await judgedPortrait(store, record, positions, today);
  const { conversations, proposals } = await streamsOfCustomer(store, customer);
  const [wishes, assessments, happenings, moments, cases] = await Promise.all([
    wishRows(store, [customer], WISH_KINDS),
    assessmentDays(store, customer),
    customerHappenings(store, customer),
    momentsOf(store, customer),
    casesOf(store, customer),
  ]);
  return {
    master,
    tags: tags.map(({ id, source }) => ({ id, name: TAG_RULES[id].name, source })),
    consents: {
      ...wishesOf(wishes.map(happeningOf), master.personalization),
      history: wishes.map(({ kind, at }) => ({ kind, at: toIso(Number(at)) })),
    },
    assessments,
    holdings: positions,
    transactions: portfolio.trades,
    happenings: happenings.map(({ kind, at, body }) => ({
      kind,
      at: toIso(Number(at)),
      body: JSON.parse(body) as unknown,
    })),
    moments: moments.map(({ number, from_day, until_day, state, body }) => ({
      name: momentRule(number)?.name ?? String(number),
      from: from_day,
      until: until_day,
      state,
      ...(JSON.parse(body) as object),
    })),
    conversations: await Promise.all(conversations.map((id) => talkOf(store, id))),
    proposals: await Promise.all(proposals.map((id) => proposalOf(store, id))),
    requests: cases.map((row) => ({ ...row, opened_at: toIso(Number(row.opened_at)) })),
  };
}

export type HeldData = NonNullable<Awaited<ReturnType<typeof heldData>>>;

/** What was said to and by the customer; what colleagues noted among themselves is not theirs. */
async function talkOf(store: Store, id: string) {
  const events = await readStream(store, id);
  return {
    id,
    said: events.flatMap(({ at, event }) => {
      const words = wordsOf(event);
      return words ? [{ at: toIso(at), ...words }] : [];
    }),
  };
}

function wordsOf(event: ConversationEvent) {
  switch (event.kind) {
    case 'MessageReceived':
      return { who: 'customer', aiGenerated: false, text: event.text } as const;
    case 'ReplyDecided':
      return { who: 'assistant', aiGenerated: true, text: event.statement.text } as const;
    case 'AdvisorSaid':
      return { who: 'advisor', aiGenerated: false, text: event.statement.text } as const;
    default:
      return null;
  }
}

const proposalOf = async (store: Store, id: string) => ({
  id,
  events: (await readEvents(store, proposalStream(id))).flatMap(({ at, kind, body }) =>
    body === null ? [] : [{ at: toIso(at), kind, ...(JSON.parse(body) as object) }],
  ),
});
