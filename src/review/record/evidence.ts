import type { ConversationEvent, Recorded } from '../../conversation/events.js';
import type { Finding } from '../../terms/finding.js';
import type { Draft } from '../../terms/statement.js';
import type { Store } from '../../store/store.js';
import { filesByHash } from '../case/in-force.js';
import { titled } from '../findings/rule-titles.js';
import { toolCallsOf } from './queries.js';

/** 这句话怎么来的: what the machine knew when it spoke, or would have spoken. */

const PROMPTS = new URL('../../../prompts', import.meta.url).pathname;

/** In the order in which a turn goes through them: a record keeps its names by the alphabet. */
export const TURN_STAGES = ['understand', 'tools', 'compose'] as const;

interface Made {
  readonly turn: string | null;
  readonly draft: Draft | null;
  readonly trace: Extract<ConversationEvent, { kind: 'ReplyDecided' }>['trace'];
  readonly findings: readonly Finding[];
}

/** Null: nobody but a person, or nothing at all, made words in this event. */
function madeIn(event: ConversationEvent): Made | null {
  switch (event.kind) {
    case 'ReplyDecided': {
      const { turn, statement: draft, trace } = event;
      return { turn, draft, trace, findings: trace?.findings ?? [] };
    }
    case 'DraftBlocked':
      return { turn: event.turn, draft: event.draft, trace: null, findings: event.findings };
    case 'DraftOffered': {
      const { turn, draft, trace, findings } = event;
      return { turn, draft, trace, findings };
    }
    case 'ReplyDropped':
      return { turn: event.turn, draft: event.draft, trace: null, findings: [] };
    case 'AdvisorSaid':
      return { turn: null, draft: event.statement, trace: null, findings: event.findings };
    case 'AdvisorBlocked':
      return { turn: null, draft: null, trace: null, findings: event.findings };
    case 'NoticeGiven':
      return { turn: null, draft: event.statement, trace: null, findings: [] };
    default:
      return null;
  }
}

export async function evidenceOf(store: Store, recorded: readonly Recorded[], seq: number) {
  const event = recorded.find((one) => one.seq === seq)?.event;
  const made = event ? madeIn(event) : null;
  if (!made) return null;
  const { turn, draft, findings } = made;
  const trace = made.trace ?? traceOfTurn(recorded, turn);
  return {
    turn,
    ...tracedIn(trace, draft),
    wording: wordingsOf(draft),
    citations: (draft?.citations ?? []).map((citation) => ({ ...citation })),
    facts: (draft?.facts ?? []).map((fact) => ({ ...fact })),
    tools: turn === null ? [] : await toolsOf(store, turn, trace),
    findings: findings.map(titled),
    // What was stopped in the same turn before this was said instead.
    stopped: recorded.flatMap(({ seq: at, event: one }) =>
      one.kind === 'DraftBlocked' && one.turn === turn && at !== seq ? [at] : [],
    ),
  };
}

const tracedIn = (trace: Made['trace'], draft: Draft | null) => ({
  model: trace?.model ?? draft?.model ?? null,
  verdict: trace?.verdict ?? null,
  timings: TURN_STAGES.flatMap((stage) => {
    const ms = trace?.timings[stage];
    return ms === undefined ? [] : [{ stage, ms }];
  }),
  versions: Object.entries(trace?.versions ?? {}).map(([what, version]) => ({
    what,
    version: typeof version === 'string' ? version : JSON.stringify(version),
  })),
});

function wordingsOf(draft: Draft | null) {
  const wording = draft?.wording ?? [];
  const files = filesByHash(PROMPTS, new Set(wording.map(({ hash }) => hash)));
  return wording.map(({ id, hash }) => {
    return { id, hash, text: files.get(hash)?.text.toString('utf8') ?? null };
  });
}

async function toolsOf(store: Store, turn: string, trace: Made['trace']) {
  const calls = await toolCallsOf(store, turn);
  return calls.map((call, nth) => ({ ...call, ms: trace?.tools[nth]?.ms ?? null }));
}

/** What a blocked draft was made with stands beside the reply that took its place. */
const traceOfTurn = (recorded: readonly Recorded[], turn: string | null): Made['trace'] =>
  turn === null
    ? null
    : recorded.reduce<Made['trace']>((found, { event }) => {
        const made = event.kind === 'ReplyDecided' && event.turn === turn ? event.trace : null;
        return found ?? made;
      }, null);
