import type { z } from 'zod';
import { activityId } from '../../conversation/activity-id.js';
import type { Recorded } from '../../conversation/events.js';
import type { CaseEvent } from '../../conversation/cases/events.js';
import type { CaseNoticeDeps } from '../../conversation/cases/notice.js';
import { waitingIn } from '../../conversation/cases/notice.js';
import type { CaseDeps, CaseRecord } from '../../conversation/cases/record.js';
import { readStream } from '../../conversation/stream.js';
import type { CustomerCaseRow } from '../../store/review-rows.js';
import type { Store } from '../../store/store.js';
import type { LocalDate } from '../../terms/time.js';
import { daysBetween, toIso } from '../../terms/time.js';
import { maskedName } from '../record/customer-named.js';
import type { CaseLine, CaseShown } from './case-shapes.js';

/** A case as it is shown: its clock, its history in order, and what the customer said to it. */

type Line = z.input<typeof CaseLine>;

export const caseLine = async (
  store: Store,
  row: CustomerCaseRow,
  today: LocalDate,
): Promise<Line> => ({
  id: row.id,
  matter: row.matter as Line['matter'],
  customer: row.customer_id,
  customerName: await maskedName(store, row.customer_id),
  stage: row.stage,
  owner: row.owner,
  openedAt: toIso(Number(row.opened_at)),
  due: row.due_day,
  daysLeft: daysBetween(today, row.due_day),
  overdue: row.stage !== 'closed' && row.due_day < today,
  escalated: row.escalated === 1,
  outcome: row.outcome as Line['outcome'],
  toldOn: row.told_day,
  untold: row.untold === 1,
});

export async function caseShown(
  { store, composeCase }: Pick<CaseDeps & CaseNoticeDeps, 'store' | 'composeCase'>,
  { row, state, events }: CaseRecord,
  today: LocalDate,
): Promise<CaseShown | null> {
  const { opened, asked, extended, identity, isReview } = state;
  // Its words were destroyed.
  if (!opened) return null;
  const { channel, conversation, received, words, wish, deadlines, erasure } = opened;
  return {
    ...(await caseLine(store, row, today)),
    channel,
    conversation,
    received,
    words,
    wish,
    deadlines,
    extended,
    asked: asked && { by: asked.by, reason: asked.reason },
    identity,
    isReview,
    erasure,
    pending: waitingIn(row.id, state).map((told) => {
      const { seq, what, words } = told.pending;
      return { seq, what, words, text: composeCase(told).text };
    }),
    steps: events.map(({ at, event }) => ({ at: toIso(at), kind: event.kind, ...toldOf(event) })),
    said: await saidTo(store, events),
  };
}

const toldOf = (event: CaseEvent) => ({
  by: 'by' in event ? event.by : null,
  words: wordsOf(event),
  detail: detailOf(event),
});

function wordsOf(event: CaseEvent): string | null {
  if (event.kind === 'ToldOutside') return event.told?.map(({ text }) => text).join('\n\n') ?? null;
  if ('words' in event) return event.words;
  return 'reason' in event ? event.reason : null;
}

function detailOf(event: CaseEvent): string | null {
  switch (event.kind) {
    case 'CaseDecided':
      return event.outcome;
    case 'CaseExtended':
    case 'ReviewAsked':
    case 'CaseOverdue':
      return event.due;
    case 'TagsDeleted':
      return event.deleted.join(' ');
    case 'IdentityChecked':
      return event.how;
    case 'CopyMade':
      return event.sha256;
    case 'WishKept':
      return event.wish;
    default:
      return 'channel' in event ? event.channel : null;
  }
}

const MOST_SAID = 50;

/** What the customer said where they were told something of the case, afterwards. */
async function saidTo(store: Store, events: CaseRecord['events']): Promise<CaseShown['said']> {
  const first = new Map<string, string>();
  for (const { event } of events) {
    if (event.kind !== 'ToldInChat' || first.has(event.conversation)) continue;
    first.set(event.conversation, event.statement);
  }
  const said = await Promise.all(
    [...first].map(async ([conversation, statement]) => {
      const recorded = await readStream(store, conversation);
      const told = recorded.findIndex(({ seq }) => activityId(conversation, seq) === statement);
      // A turn's own reply answered the wish itself: nothing was asked of the customer.
      return told < 0 ? [] : recorded.slice(told).flatMap(saidIn);
    }),
  );
  return said
    .flat()
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, MOST_SAID);
}

const saidIn = ({ at, event }: Recorded): CaseShown['said'] =>
  event.kind === 'MessageReceived' ? [{ at: toIso(at), text: event.text }] : [];
