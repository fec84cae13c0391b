import { z } from 'zod';
import { nextDeadline } from '../advice/routing/deadlines.js';
import { inOrder } from '../advice/routing/queue.js';
import type { HandoffState } from '../conversation/handoff/evolve.js';
import type { QueueDeps } from '../conversation/handoff/queue.js';
import { findConversation } from '../conversation/queries/conversation.js';
import { handoffRows } from '../conversation/queries/handoff.js';
import { readUtterances } from '../conversation/queries/stream.js';
import { ageOn, findCustomer } from '../profiles/kyc.js';
import type { HandoffRow } from '../store/schema.js';
import type { Instant } from '../terms/time.js';
import { toIso, toLocalDate } from '../terms/time.js';
import { stateIn } from './seat.js';

const At = z.iso.datetime();

export const PersonShown = z
  .object({ id: z.string(), name: z.string(), licences: z.array(z.string()) })
  .meta({ id: 'DeskPerson' });

export const CustomerShown = z
  .object({
    id: z.string(),
    name: z.string().describe('masked'),
    tolerance: z.int().nullable().describe('1…5; null: not assessed'),
    age: z.int().nullable(),
  })
  .meta({ id: 'DeskCustomer' });

export const PlaceShown = z
  .object({ position: z.int(), minutes: z.number().nullable().describe('null: cannot be told') })
  .meta({ id: 'DeskPlace' });

export const LineShown = z
  .object({
    conversation: z.string(),
    epoch: z.int().describe('of its pen: what one reaches for it with'),
    readable: z.boolean().default(true).describe('false: to be taken, and read only then'),
    channel: z.string(),
    customer: CustomerShown.nullable().describe('null: a visitor'),
    stage: z.enum(['queued', 'offered', 'held']),
    reason: z.string().nullable(),
    asked: At.nullable(),
    person: PersonShown.nullable().describe('whom it is offered to, or who holds it'),
    place: PlaceShown.nullable(),
    deadline: z
      .object({ step: z.string(), from: At, at: At })
      .nullable()
      .describe('of an answer; null: it is the customer’s turn'),
    open: z.int().describe('messages without an answer of a person'),
    last: z
      .object({ role: z.enum(['customer', 'assistant', 'advisor']), text: z.string() })
      .nullable(),
  })
  .meta({ id: 'DeskLine' });

export type LineShown = z.input<typeof LineShown>;

/** 陈** : one character and no more, however long the name is. */
export const masked = (name: string): string => `${[...name][0] ?? ''}**`;

export async function customerShown(
  { store }: Pick<QueueDeps, 'store'>,
  id: string | null,
  now: Instant,
): Promise<z.input<typeof CustomerShown> | null> {
  const profile = id === null ? null : await findCustomer(store, id);
  if (!profile) return null;
  const { name, tolerance, born } = profile;
  return { id: profile.id, name: masked(name), tolerance, age: ageOn(born, toLocalDate(now)) };
}

/** Who waits, in the order in which they are served, and who is with a person. */
export async function queueLines(deps: QueueDeps, now: Instant): Promise<readonly LineShown[]> {
  const rows = await handoffRows(deps.store, ['queued', 'offered', 'held']);
  const lines = await Promise.all(rows.map((row) => lineShown(deps, row, now)));
  const waiting = lines.map((line, at) => {
    const { reason, asked } = stateIn(rows[at]!);
    const age = line.customer?.age ?? null;
    const since = asked ?? now;
    return { conversation: line.conversation, reason: reason ?? 'asked', since, age, eligible: [] };
  });
  const order = inOrder(waiting, deps.policy).map(({ conversation }) => conversation);
  return [...lines].sort((a, b) => order.indexOf(a.conversation) - order.indexOf(b.conversation));
}

async function lineShown(deps: QueueDeps, row: HandoffRow, now: Instant): Promise<LineShown> {
  const { store } = deps;
  const { conversation_id: conversation, customer_id } = row;
  const state = stateIn(row);
  const stretch = { after: 0, before: Number.MAX_SAFE_INTEGER, limit: 1 };
  const [last] = await readUtterances(store, conversation, stretch);
  const { channel } = (await findConversation(store, conversation))!;
  return {
    conversation,
    epoch: state.epoch,
    channel,
    customer: await customerShown(deps, customer_id, now),
    stage: row.stage as LineShown['stage'],
    reason: state.reason,
    asked: state.asked === null ? null : toIso(state.asked),
    person: state.person && { ...state.person, licences: [...state.person.licences] },
    place: state.place,
    deadline: deadlineOf(deps, state),
    open: state.open.length,
    last: last ?? null,
  };
}

export function deadlineOf(
  { house, policy }: Pick<QueueDeps, 'house' | 'policy'>,
  { unanswered }: HandoffState,
): LineShown['deadline'] {
  if (unanswered === null) return null;
  // The promise itself, not the reminders on the way to it.
  const whole = { ...unanswered, done: [...unanswered.done, 'remind' as const] };
  const { step, at } = nextDeadline(whole, house, policy);
  return { step, from: toIso(unanswered.since), at: toIso(at) };
}
