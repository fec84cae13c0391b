import { randomBytes } from 'node:crypto';
import { ageOn, findCustomer } from '../profiles/kyc.js';
import { RULE_VERSION } from '../compliance/guard.js';
import type { Finding } from '../terms/finding.js';
import type { CustomerId } from '../terms/ids.js';
import { conversationId, customerId } from '../terms/ids.js';
import type { Json, JsonObject } from '../terms/json.js';
import type { Draft } from '../terms/statement.js';
import type { LocalDate } from '../terms/time.js';
import { toLocalDate } from '../terms/time.js';
import type { Settled, TurnContext, Understanding } from './agent.js';
import type { TokenPrice } from './cost.js';
import { costOf } from './cost.js';
import { advance, withoutIdleApology, consequences, settle } from './decide.js';
import type { ConversationEvent, ReplyOutcome, Trace } from './events.js';
import type { ConversationState } from './evolve.js';
import { fold } from './evolve.js';
import type { JournalDeps, RecordedJournal } from './journal.js';
import { openJournal } from './journal.js';
import type { Claim } from './lease.js';
import { outcomeOf } from './outcome.js';
import { readUtterances } from './queries/stream.js';
import type { SpeakDeps, Spoken } from './speak.js';
import { safeStatement, speak } from './speak.js';
import { readStream } from './stream.js';

export interface TurnDeps extends JournalDeps, SpeakDeps {
  /** Below this support a passage is no basis for an answer. */
  readonly supportThreshold: number;
  readonly knowledgeVersion: () => string;
  /** Of the configured language model; null: none, or not known. */
  readonly tokenPrice: TokenPrice | null;
  /** Told what the turn is doing, for whoever is watching; null: thinking. */
  readonly onWorking: (conversation: string, tool: string | null) => void;
}

/** What a turn came to, before it is on record. */
export interface TurnResult {
  readonly outcome: 'replied' | 'blocked' | 'failed';
  readonly events: readonly ConversationEvent[];
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly versions: JsonObject;
  readonly requestHash: string | null;
  readonly journal: RecordedJournal | null;
}

/** Turns run again after so many deaths end in an apology instead of another death. */
const MAX_ATTEMPTS = 3;
const HISTORY = 20;

/** Gathers what one turn knows: the fold of the events before its messages, and the messages. */
export async function gather(
  deps: TurnDeps,
  claim: Claim,
  signal: AbortSignal,
): Promise<TurnContext> {
  const recorded = await readStream(deps.store, claim.conversation);
  const taken = new Set(claim.eventSeqs);
  const customer = claim.row.customer_id ? customerId(claim.row.customer_id) : null;
  const id = conversationId(claim.conversation);
  const messages = recorded.flatMap(({ seq, at, event }) =>
    taken.has(seq) && event.kind === 'MessageReceived'
      ? [
          {
            conversation: id,
            customer,
            id: event.id,
            text: event.text,
            value: event.value,
            attachments: event.attachments ?? [],
            at,
          },
        ]
      : [],
  );
  const earlier = recorded.filter(({ seq }) => !taken.has(seq)).map(({ event }) => event);
  const now = deps.now();
  const state = fold(earlier);
  const today = toLocalDate(now);
  return {
    conversation: id,
    customer,
    messages,
    state,
    register: await registerFor(deps, customer, state, today),
    history: await readUtterances(deps.store, id, Math.min(...claim.eventSeqs), HISTORY),
    now,
    today,
    seed: randomBytes(4).readUInt32BE(),
    signal,
  };
}

/** 60 and over: the age from which the law counts people as older (老年人权益保障法 art. 2). */
const OLDER = 60;

async function registerFor(
  { store }: TurnDeps,
  customer: CustomerId | null,
  { distressed }: ConversationState,
  today: LocalDate,
): Promise<TurnContext['register']> {
  if (distressed) return 'plain';
  const profile = customer ? await findCustomer(store, customer) : null;
  const age = ageOn(profile?.born ?? null, today);
  return age !== null && age >= OLDER ? 'plain' : 'standard';
}

/** Understand → advance → tools → compose → guard (steps 3 to 7 of a message's path). */
export async function think(
  deps: TurnDeps,
  claim: Claim,
  context: TurnContext,
): Promise<TurnResult> {
  if (claim.attempt > MAX_ATTEMPTS) return apologise(deps, claim, context, 'too many attempts');
  const stopwatch = startStopwatch(deps.now);
  const journal = openJournal(deps, claim.turn, context);
  const understanding = await deps.agent.understand(context, journal);
  stopwatch.lap('understand');
  const settled = await runSteps(deps, context, understanding, journal);
  stopwatch.lap('tools');
  const spoken = await speak(deps, context, settled, understanding);
  stopwatch.lap('compose');
  const versions = versionsOf(deps, context);
  const trace: Trace = {
    attempt: claim.attempt,
    model: understanding.model,
    commands: understanding.commands as unknown as Json,
    tools: journal.entries,
    findings: spoken.findings,
    verdict: spoken.isSafeReply ? 'replaced' : 'pass',
    versions,
    tokens: understanding.tokens,
    cost: costOf(understanding.tokens, deps.tokenPrice),
    timings: stopwatch.laps,
  };
  return {
    outcome: spoken.isSafeReply ? 'blocked' : 'replied',
    events: eventsOf(claim, context, settled, understanding.named ?? [], spoken, trace),
    draft: spoken.draft,
    findings: spoken.findings,
    versions,
    requestHash: understanding.requestHash,
    journal,
  };
}

async function runSteps(
  deps: TurnDeps,
  context: TurnContext,
  understanding: Understanding,
  journal: RecordedJournal,
): Promise<readonly Settled[]> {
  const settled: Settled[] = [];
  for (const step of advance(context.state, understanding.commands, context.register)) {
    const call = 'call' in step ? step.call : null;
    if (call) deps.onWorking(context.conversation, call.name);
    const result = call ? await journal.run(call) : null;
    settled.push(settle(step, result, deps.supportThreshold));
  }
  return withoutIdleApology(settled);
}

/** What was stopped, what is said, and what follows from it, in that order. */
function eventsOf(
  { turn }: Claim,
  context: TurnContext,
  settled: readonly Settled[],
  named: readonly string[],
  spoken: Spoken,
  trace: Trace,
): readonly ConversationEvent[] {
  const { statement, stopped, findings, isSafeReply } = spoken;
  const outcome: ReplyOutcome = isSafeReply
    ? { kind: 'apology', products: [] }
    : outcomeOf(settled, named);
  return [
    ...(stopped ? [{ kind: 'DraftBlocked' as const, turn, draft: stopped, findings }] : []),
    replyTo(context, turn, statement, outcome, trace),
    ...(isSafeReply ? [] : consequences(placeOf(context, turn), settled)),
  ];
}

/** Where and when what a flow records was said. */
const placeOf = ({ messages, customer, now }: TurnContext, turn: string) => ({
  turn,
  customer,
  message: messages.at(-1)?.id ?? '',
  now,
});

const replyTo = (
  { messages }: TurnContext,
  turn: string,
  statement: Spoken['statement'],
  outcome: ReplyOutcome,
  trace: Trace | null,
): ConversationEvent => ({
  kind: 'ReplyDecided',
  turn,
  inReplyTo: messages.map(({ id }) => id),
  statement,
  outcome,
  trace,
});

/** When thinking itself failed: the customer hears a written apology, the cause goes on record. */
export function apologise(
  deps: TurnDeps,
  { turn }: Claim,
  context: TurnContext,
  cause: string,
): TurnResult {
  const statement = safeStatement(deps, 'failed');
  return {
    outcome: 'failed',
    events: [replyTo(context, turn, statement, { kind: 'apology', products: [] }, null)],
    draft: statement,
    findings: [],
    versions: { ...versionsOf(deps, context), cause },
    requestHash: null,
    journal: null,
  };
}

/** Enough to run the answer again later: seed, clock, and the versions of all that spoke. */
const versionsOf = (deps: TurnDeps, context: TurnContext): JsonObject => ({
  seed: context.seed,
  clock: context.now,
  rules: RULE_VERSION,
  knowledge: deps.knowledgeVersion(),
  ...deps.agent.versions(),
});

function startStopwatch(now: () => number) {
  const laps: Record<string, number> = {};
  let last = now();
  return {
    laps,
    lap(name: string) {
      const at = now();
      laps[name] = at - last;
      last = at;
    },
  };
}
