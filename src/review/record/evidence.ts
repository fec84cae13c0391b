import type { ConversationEvent, Recorded } from '../../conversation/events.js';
import type { Versions } from '../../conversation/replay/given.js';
import { RULES, RULE_VERSION } from '../../compliance/rules.js';
import type { Finding } from '../../terms/finding.js';
import type { Draft } from '../../terms/statement.js';
import type { Store } from '../../store/store.js';
import { toIso } from '../../terms/time.js';
import { filesByHash } from '../case/in-force.js';
import { titled } from '../findings/rule-titles.js';
import { figureOrigins } from './figure-origins.js';
import { toolCallsOf } from './queries.js';
import { versionsThen } from './versions.js';

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
  const line = recorded.find((one) => one.seq === seq);
  const made = line ? madeIn(line.event) : null;
  if (!line || !made) return null;
  const { turn, draft, findings } = made;
  const trace = made.trace ?? traceOfTurn(recorded, turn);
  const tools = turn === null ? [] : await toolsOf(store, turn, trace);
  const versions = (trace?.versions ?? {}) as Versions;
  return {
    turn,
    ...tracedIn(trace, draft),
    versions: (await versionsThen(store, versions, line.at)).map((one) => ({
      ...one,
      since: one.since === null ? null : toIso(one.since),
    })),
    raw: Object.entries(versions).map(([what, value]) => ({ what, value: written(value) })),
    rules: rulesOf(versions),
    wording: wordingsOf(draft),
    citations: (draft?.citations ?? []).map((citation) => ({ ...citation })),
    figures: draft ? [...figureOrigins({ draft, tools, asked: askedUntil(recorded, seq) })] : [],
    tools,
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
});

const written = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** Which rules looked at it; those of a former book are known by its number only. */
const rulesOf = ({ rules }: Versions) => ({
  version: rules ?? null,
  looked:
    rules === RULE_VERSION
      ? RULES.map(({ id: rule, title, basis }) => ({ rule, title, basis: { ...basis } }))
      : [],
});

const askedUntil = (recorded: readonly Recorded[], seq: number): readonly string[] =>
  recorded
    .flatMap(({ seq: at, event }) =>
      event.kind === 'MessageReceived' && at < seq ? [event.text] : [],
    )
    .reverse();

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
