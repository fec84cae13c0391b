import type { z } from 'zod';
import { momentRule } from '../../advice/lifecycle/moments/catalogue.js';
import { activityId } from '../../conversation/activity-id.js';
import { complaintCause } from '../../conversation/cases/number.js';
import { readOf } from '../../conversation/cases/record.js';
import type { NeedStated, Recorded } from '../../conversation/events.js';
import { plannedNeed } from '../../conversation/flows/need.js';
import { readStream } from '../../conversation/stream.js';
import type { CustomerCaseRow } from '../../store/review-rows.js';
import type { MomentRow } from '../../store/schema.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { addDays, toIso, toLocalDate } from '../../terms/time.js';
import type { Dealings, Said as SaidShape } from './dealings-shapes.js';
import { complaintsOf, conversationsOf, momentsOf } from './queries.js';

type Shown = z.input<typeof Dealings>;
type Said = z.input<typeof SaidShape>;

const MOST_CONVERSATIONS = 20;
const MOST_MOMENTS = 40;
const MOST_COMPLAINTS = 20;
/** Key moments whose time went by longer ago are history, and no help in a talk. */
const MOMENTS_DAYS = 90;

/** One conversation of the customer's, with all that is on its record. */
interface Talk {
  readonly row: Awaited<ReturnType<typeof conversationsOf>>[number];
  readonly recorded: readonly Recorded[];
}

/** 往来: conversations, needs with the words they came from, complaints and key moments; latest first. */
export async function dealingsOf(store: Store, customer: string, now: Instant): Promise<Shown> {
  const since = addDays(toLocalDate(now), -MOMENTS_DAYS);
  const [rows, cases, moments] = await Promise.all([
    conversationsOf(store, customer, MOST_CONVERSATIONS),
    complaintsOf(store, customer, MOST_COMPLAINTS),
    momentsOf(store, customer, since, MOST_MOMENTS),
  ]);
  const talks: Talk[] = await Promise.all(
    rows.map(async (row) => ({ row, recorded: await readStream(store, row.id) })),
  );
  const complaints = await Promise.all(cases.map((row) => complaintShown(store, row, talks)));
  return {
    conversations: talks.map(conversationShown),
    needs: latestFirst(talks.flatMap(needsIn)),
    complaints: complaints.flat(),
    moments: moments.flatMap(momentShown),
  };
}

const latestFirst = <T extends { readonly at: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.at < b.at ? 1 : -1));

function conversationShown({ row, recorded }: Talk): Shown['conversations'][number] {
  const words = wordsIn({ row, recorded });
  const served = recorded.flatMap(({ event }) =>
    event.kind === 'PenTaken' ? [event.by.name] : [],
  );
  const outcomes = recorded.flatMap(({ event }) =>
    event.kind === 'HandoffResolved' ? [event.outcome as string] : [],
  );
  const ratings = recorded.flatMap(({ event }) =>
    event.kind === 'ServiceRated' ? [event.score] : [],
  );
  return {
    id: row.id,
    channel: row.channel,
    opened: toIso(Number(row.opened_at)),
    last: words.at(-1) ?? null,
    messages: words.length,
    stage: row.stage ?? 'none',
    person: served.at(-1) ?? null,
    outcome: outcomes.at(-1) ?? null,
    rating: ratings.at(-1) ?? null,
  };
}

/** All that the customer said, in order. */
const wordsIn = ({ row, recorded }: Talk): readonly Said[] =>
  recorded.flatMap((one) => (one.event.kind === 'MessageReceived' ? [saidAt(row.id, one)] : []));

const saidAt = (conversation: string, { seq, at, event }: Recorded): Said => ({
  conversation,
  seq,
  at: toIso(at),
  text: event.kind === 'MessageReceived' ? event.text : '',
});

/** The message a later event names as where it was said; null: it is not on this record. */
function sourceIn({ row, recorded }: Talk, source: string): Said | null {
  const found = recorded.find(
    ({ seq, event }) =>
      event.kind === 'MessageReceived' &&
      (event.id === source || activityId(row.id, seq) === source),
  );
  return found ? saidAt(row.id, found) : null;
}

/** Each need with every message something was learned from since the one before. */
function needsIn(talk: Talk): readonly Shown['needs'][number][] {
  const needs: Shown['needs'][number][] = [];
  let sources: string[] = [];
  for (const { at, event } of talk.recorded) {
    if (event.kind === 'FlowAdvanced' && event.flow === 'need') {
      if (Object.keys(event.learned).length > 0) sources.push(event.source);
    }
    if (event.kind !== 'NeedStated') continue;
    const named = new Set(sources.length > 0 ? sources : [event.source]);
    const said = [...named].flatMap((one) => sourceIn(talk, one) ?? []);
    needs.push({ at: toIso(at), ...needShown(event.need), said });
    sources = [];
  }
  return needs;
}

function needShown(values: NeedStated['need']): Omit<Shown['needs'][number], 'at' | 'said'> {
  const planned = plannedNeed(values);
  if (planned) return planned;
  const goal = String(values['goal'] ?? '');
  // No sum is known: the words themselves say what is.
  return { goal, amount: null, months: null, maxLoss: null, target: null, monthlySaving: null };
}

/** As it stands with whoever handles it, and where the customer said so themselves. */
async function complaintShown(
  store: Store,
  row: CustomerCaseRow,
  talks: readonly Talk[],
): Promise<readonly Shown['complaints'][number][]> {
  const { state } = await readOf(store, row);
  const { opened, stage, due } = state;
  if (!opened) return [];
  const { words: matter, wish, cause } = opened;
  const at = toIso(Number(row.opened_at));
  return [{ id: row.id, at, stage, matter, wish, due, said: saidOf(cause, talks) }];
}

function saidOf(cause: string, talks: readonly Talk[]): Said | null {
  const [said = null] = talks.flatMap((talk) =>
    talk.recorded.flatMap((one) => {
      if (one.event.kind !== 'ComplaintFiled') return [];
      const { turn, source } = one.event;
      if (complaintCause(turn) !== cause) return [];
      return [sourceIn(talk, source) ?? saidAt(talk.row.id, one)];
    }),
  );
  return said;
}

/** A rule that is gone from the catalogue is no help to anybody. */
function momentShown(row: MomentRow): readonly Shown['moments'][number][] {
  const rule = momentRule(row.number);
  const step = rule?.steps[row.step];
  if (!rule || !step) return [];
  const { why } = JSON.parse(row.body) as { readonly why: string };
  const { id, number, from_day: from, until_day: until, state, outcome } = row;
  return [{ id, number, name: rule.name, action: step.action, why, from, until, state, outcome }];
}
