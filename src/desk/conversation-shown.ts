import { z } from 'zod';
import type { Recorded } from '../conversation/events.js';
import { activityId } from '../conversation/activity-id.js';
import type { DraftOffered, NoteTaken } from '../conversation/handoff/events.js';
import { foldHandoff } from '../conversation/handoff/evolve.js';
import type { QueueDeps } from '../conversation/handoff/queue.js';
import type { Point, Summary } from '../conversation/handoff/summary.js';
import { summaryOf } from '../conversation/handoff/summary.js';
import { findConversation } from '../conversation/queries/conversation.js';
import { readStream } from '../conversation/stream.js';
import type { Finding } from '../terms/finding.js';
import type { Draft } from '../terms/statement.js';
import type { Instant } from '../terms/time.js';
import { toIso } from '../terms/time.js';
import { TONES } from '../terms/tone.js';
import {
  CustomerShown,
  LineShown,
  PersonShown,
  PlaceShown,
  customerShown,
  deadlineOf,
} from './queue-lines.js';

const At = z.iso.datetime();

const CitationShown = z.looseObject({ title: z.string(), text: z.string() });

export const FindingShown = z
  .object({
    rule: z.string(),
    severity: z.enum(['hard', 'soft']),
    start: z.int(),
    end: z.int(),
    text: z.string(),
    basis: z.object({ instrument: z.string(), article: z.string(), tag: z.string() }),
  })
  .meta({ id: 'Finding' });

const Utterance = z
  .object({
    seq: z.int(),
    id: z.string(),
    at: At,
    speaker: z.enum(['customer', 'assistant', 'advisor', 'notice', 'note']),
    person: PersonShown.nullable(),
    text: z.string(),
    citations: z.array(CitationShown),
    cards: z.array(z.string()).describe('kinds of the cards that came with it'),
    /** Of an advisor's words. */
    findings: z.array(FindingShown),
    reason: z.string().nullable().describe('why it was sent although softly objected to'),
    mentions: z.array(z.string()).describe('colleagues a note calls on, by their ids'),
  })
  .meta({ id: 'DeskUtterance' });

const Happening = z
  .object({ seq: z.int(), at: At, actor: z.string(), kind: z.string(), words: z.string() })
  .meta({ id: 'DeskHappening', description: 'a move of the pen, for the line between messages' });

export const DraftShown = z
  .object({
    turn: z.string(),
    inReplyTo: z.array(z.string()),
    text: z.string().nullable().describe('null: nothing fit to be sent could be drafted'),
    citations: z.array(CitationShown),
    outcome: z.string().describe('what the digital employee takes the message for'),
    findings: z.array(FindingShown),
    tones: z
      .array(z.object({ tone: z.enum(TONES), text: z.string() }))
      .describe('the same facts and figures, shorter or warmer'),
    ms: z.int().nullable().describe('from the message to the draft; null: not known'),
  })
  .meta({ id: 'DeskDraft' });

const PointShown = z.object({ text: z.string(), seq: z.int() });
const SummaryShown = z
  .object({
    wanted: z.array(PointShown),
    tried: z.array(PointShown),
    promised: z.array(PointShown),
    open: z.array(PointShown),
  })
  .meta({ id: 'TakeOverSummary', description: 'each point with the place it was said' });

export const ConversationShown = z
  .object({
    id: z.string(),
    channel: z.string(),
    customer: CustomerShown.nullable(),
    seq: z.int().describe('of the latest event: what is newer has been missed'),
    pen: z.enum(['assistant', 'waiting', 'advisor']),
    epoch: z.int(),
    stage: z.enum(['none', 'queued', 'offered', 'held', 'closed']),
    reason: z.string().nullable(),
    asked: At.nullable(),
    person: PersonShown.nullable(),
    place: PlaceShown.nullable(),
    deadline: LineShown.shape.deadline,
    open: z.array(z.string()),
    draft: DraftShown.nullable(),
    summary: SummaryShown,
    utterances: z.array(Utterance),
    happenings: z.array(Happening),
  })
  .meta({ id: 'DeskConversation' });

export type ConversationShown = z.input<typeof ConversationShown>;
type Utterance = z.input<typeof Utterance>;

/** All of a conversation that its advisor works with; null: there is none. */
export async function conversationShown(
  deps: QueueDeps,
  id: string,
  now: Instant,
): Promise<ConversationShown | null> {
  const row = await findConversation(deps.store, id);
  if (!row) return null;
  const recorded = (await readStream(deps.store, id)).filter(({ seq }) => seq < row.next_seq);
  const state = foldHandoff(recorded);
  const { pen, epoch, stage, reason, asked, person, place, open, draft } = state;
  return {
    id,
    channel: row.channel,
    customer: await customerShown(deps, row.customer_id, now),
    seq: row.next_seq - 1,
    pen,
    epoch,
    stage,
    reason,
    asked: asked === null ? null : toIso(asked),
    person: person && { ...person, licences: [...person.licences] },
    place,
    deadline: deadlineOf(deps, state),
    open: [...open],
    draft: draft && {
      turn: draft.turn,
      inReplyTo: [...draft.inReplyTo],
      text: draft.draft?.text ?? null,
      citations: citationsOf(draft.draft),
      outcome: draft.outcome.kind,
      findings: findingsShown(draft.findings),
      tones: (draft.tones ?? []).map(({ tone, draft: { text } }) => ({ tone, text })),
      ms: msOf(recorded, draft),
    },
    summary: summaryShown(summaryOf(recorded)),
    utterances: recorded.flatMap((one) => utteranceOf(id, one) ?? []),
    happenings: recorded.flatMap(happeningOf),
  };
}

/** How long the customer's message had waited when its draft was there. */
function msOf(recorded: readonly Recorded[], { turn, inReplyTo }: DraftOffered): number | null {
  const asked = recorded.find(
    ({ event }) => event.kind === 'MessageReceived' && event.id === inReplyTo.at(-1),
  );
  const made = recorded.find(({ event }) => event.kind === 'DraftOffered' && event.turn === turn);
  return asked && made ? made.at - asked.at : null;
}

const summaryShown = ({ wanted, tried, promised, open }: Summary) => {
  const points = (of: readonly Point[]) => of.map(({ text, seq }) => ({ text, seq }));
  return {
    wanted: points(wanted),
    tried: points(tried),
    promised: points(promised),
    open: points(open),
  };
};

const citationsOf = (draft: Pick<Draft, 'citations'> | null) =>
  (draft?.citations ?? []).map((citation) => ({ ...citation }));

export const findingsShown = (findings: readonly Finding[]) =>
  findings.map((finding) => ({ ...finding, basis: { ...finding.basis } }));

function utteranceOf(conversation: string, recorded: Recorded): Utterance | null {
  const { seq, at, event } = recorded;
  const base = { seq, id: activityId(conversation, seq), at: toIso(at), person: null, ...plain };
  switch (event.kind) {
    case 'MessageReceived':
      return { ...base, speaker: 'customer', text: event.text };
    case 'ReplyDecided':
      return { ...base, speaker: 'assistant', ...spoken(event.statement) };
    case 'NoticeGiven':
      return { ...base, speaker: 'notice', ...spoken(event.statement) };
    case 'NoteTaken':
      return { ...base, speaker: 'note', person: shown(event.by), ...noted(event) };
    case 'AdvisorSaid': {
      const { by, statement, findings, reason } = event;
      const said = { ...spoken(statement), findings: findingsShown(findings), reason };
      return { ...base, speaker: 'advisor', person: shown(by), ...said };
    }
    default:
      return null;
  }
}

const plain = { citations: [], cards: [], findings: [], reason: null, mentions: [] };

const noted = ({ text, mentions = [] }: NoteTaken) => ({ text, mentions: [...mentions] });

const spoken = ({ text, citations, cards }: Draft) => ({
  text,
  citations: citationsOf({ citations }),
  cards: cards.map(({ kind }) => kind),
});

const shown = ({
  id,
  name,
  licences,
}: {
  id: string;
  name: string;
  licences: readonly string[];
}) => ({
  id,
  name,
  licences: [...licences],
});

/** 会话事件, in words for colleagues. */
function happeningOf({ seq, at, actor, event }: Recorded): z.input<typeof Happening>[] {
  const words = wordsFor(event);
  return words === null ? [] : [{ seq, at: toIso(at), actor, kind: event.kind, words }];
}

function wordsFor(event: Recorded['event']): string | null {
  switch (event.kind) {
    case 'HandoffRequested':
      return '客户要找真人';
    case 'HandoffQueued':
      return `进入排队，第 ${event.place.position} 位`;
    case 'HandoffOffered':
      return event.why;
    case 'HandoffRequeued':
      return `${event.from.name} 未及时接待，退回队列`;
    case 'DeadlineNeared':
      return event.step === 'remind' ? '回复时限已过七成' : '回复已超时';
    case 'PenTaken':
      return `${event.by.name} 接手`;
    case 'PenTransferred':
      return `${event.from.name} 转交 ${event.to.name}：${event.reason}`;
    case 'PenReturned':
      return event.agreed === null ? '交回 AI' : `交回 AI，已约定：${event.agreed}`;
    case 'HandoffResolved':
      return `${event.by.name} 结束服务`;
    case 'HandoffReopened':
      return `${event.by.name} 重新打开`;
    case 'HandoffFailed':
      return '无人可接，已请客户约回电';
    case 'HandoffCancelled':
      return '客户不再等真人';
    case 'CallbackBooked':
      return `客户约了回电：${event.slot.label}`;
    case 'ReplyDropped':
      return 'AI 的一条回复因会话已有人接手而作废';
    case 'ServiceRated':
      return `客户评价 ${event.score} 分`;
    default:
      return null;
  }
}
