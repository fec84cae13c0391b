import { RULE_VERSION } from '../compliance/guard.js';
import type { Finding } from '../terms/finding.js';
import type { Json, JsonObject } from '../terms/json.js';
import type { Draft } from '../terms/statement.js';
import type { Instant } from '../terms/time.js';
import type { Settled, TurnContext, Understanding } from './agent.js';
import type { TokenPrice } from './cost.js';
import { costOf } from './cost.js';
import { advance } from './decide.js';
import { settle, withHelpWhenCheated, withoutIdleApology } from './settle.js';
import { personFor } from './step-for.js';
import type { AssessingDeps } from './assessing.js';
import type { ConversationEvent, Trace } from './events.js';
import { flowsFor } from './flows/engine.js';
import type { JournalDeps, RecordedJournal } from './journal.js';
import { openJournal } from './journal.js';
import type { Claim } from './lease.js';
import type { Answered } from './proposal/answering.js';
import { answerIn } from './proposal/answering.js';
import { plansConcerned } from './proposal/concerned.js';
import type { Unfit } from './proposal/events.js';
import type { ProposalState } from './proposal/evolve.js';
import type { SpeakDeps } from './speak.js';
import { inOtherTones, safeStatement, speak } from './speak.js';
import type { Given } from './replay/given.js';
import { givenOf } from './replay/given.js';
import { draftEventsOf, draftFor, draftsOnly, isWithPerson } from './handoff/drafting.js';
import { personNeeded, withPerson } from './handoff/triggers.js';
import { eventsOf, replyTo } from './turn-events.js';

export interface TurnDeps extends JournalDeps, SpeakDeps, AssessingDeps {
  /** Below this support a passage is no basis for an answer. */
  readonly supportThreshold: number;
  /** So many days a confirmed need is taken up again. */
  readonly needDays: () => number;
  readonly knowledgeVersion: () => string;
  /** Where in the version archive what speaks now stands; absent: nothing is kept there. */
  readonly archive?: () => Promise<JsonObject>;
  /** Of the configured language model; null: none, or not known. */
  readonly tokenPrice: TokenPrice | null;
  /** Why a plan may not be put to its customer today; null: nothing stands against it. */
  readonly planUnfit: (state: ProposalState, at: Instant) => Promise<Unfit | null>;
  /** Told what the turn is doing, for whoever is watching; null: thinking. */
  readonly onWorking: (conversation: string, tool: string | null) => void;
}

/** What a turn came to, before it is on record. */
export interface TurnResult {
  readonly outcome: 'replied' | 'drafted' | 'blocked' | 'failed';
  readonly events: readonly ConversationEvent[];
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly versions: JsonObject;
  readonly requestHash: string | null;
  readonly journal: RecordedJournal | null;
  /** What becomes of a signed plan with this reply: the customer's word on it, or that it goes back. */
  readonly answered: Answered | null;
  /** What it was thought on beside the events, to think it again. */
  readonly given: Given;
}

/** Turns run again after so many deaths end in an apology instead of another death. */
const MAX_DEATHS = 3;

/** Understand → advance → tools → compose → guard (steps 3 to 7 of a message's path). */
export async function think(
  deps: TurnDeps,
  claim: Claim,
  before: TurnContext,
  journal: RecordedJournal = openJournal(deps, claim.turn, before),
): Promise<TurnResult> {
  if (claim.deaths >= MAX_DEATHS) return apologise(deps, claim, before, 'too many attempts');
  const stopwatch = startStopwatch(deps.now);
  const understanding = await deps.agent.understand(before, journal);
  stopwatch.lap('understand');
  const settled = await runSteps(deps, before, understanding, journal);
  const context = { ...before, ...(await plansConcerned(deps, before, settled)) };
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
  const isDraft = draftsOnly(context, settled);
  const tones = isDraft ? inOtherTones(deps, context, settled, spoken) : [];
  const made = { settled, named: understanding.named ?? [], spoken, trace };
  return {
    outcome: isDraft ? 'drafted' : spoken.isSafeReply ? 'blocked' : 'replied',
    events: isDraft ? draftEventsOf(claim, context, made, tones) : eventsOf(claim, context, made),
    draft: spoken.draft,
    findings: spoken.findings,
    versions,
    requestHash: understanding.requestHash,
    journal,
    answered: spoken.isSafeReply ? null : answerIn(context, settled, !isDraft),
    given: givenOf({ ...context, proposal: before.proposal ?? null }, understanding),
  };
}

async function runSteps(
  deps: TurnDeps,
  context: TurnContext,
  understanding: Understanding,
  journal: RecordedJournal,
): Promise<readonly Settled[]> {
  const settled: Settled[] = [];
  const { state, register, assessing, confirmedNeed } = context;
  const flows = flowsFor(assessing, confirmedNeed);
  const steps = advance(state, understanding.commands, register, flows);
  for (const step of steps) {
    const call = 'call' in step ? step.call : null;
    if (call && !isWithPerson(context)) deps.onWorking(context.conversation, call.name);
    const result = call ? await journal.run(call) : null;
    settled.push(settle(step, result, deps.supportThreshold));
  }
  const whole = withHelpWhenCheated(context.state, withoutIdleApology(settled));
  return withPersonWhereNeeded(context, whole, journal);
}

/** Where nobody is there to come, what was found stands, and a call is offered with it as before. */
async function withPersonWhereNeeded(
  context: TurnContext,
  settled: readonly Settled[],
  journal: RecordedJournal,
): Promise<readonly Settled[]> {
  const reason = isWithPerson(context) ? null : personNeeded(context.state, settled);
  if (reason === null) return settled;
  const step = personFor(reason);
  const result = await journal.run(step.call);
  return result.place ? withPerson(settled, { step, result }) : settled;
}

/** When thinking itself failed: the customer hears a written apology, the cause goes on record. */
export function apologise(
  deps: TurnDeps,
  { turn }: Claim,
  context: TurnContext,
  cause: string,
): TurnResult {
  const statement = safeStatement(deps, 'failed');
  const outcome = { kind: 'apology', products: [] } as const;
  const event = isWithPerson(context)
    ? draftFor(context, turn, { draft: null, findings: [], outcome, trace: null })
    : replyTo(context, turn, statement, outcome, null);
  return {
    outcome: 'failed',
    events: [event],
    draft: statement,
    findings: [],
    versions: { ...versionsOf(deps, context), cause },
    requestHash: null,
    journal: null,
    answered: null,
    given: givenOf(context, null),
  };
}

/** Enough to run the answer again later: seed, clock, and the versions of all that spoke. */
const versionsOf = (deps: TurnDeps, context: TurnContext): JsonObject => ({
  seed: context.seed,
  clock: context.now,
  rules: RULE_VERSION,
  knowledge: deps.knowledgeVersion(),
  ...deps.agent.versions(),
  ...(context.archive && { archive: context.archive }),
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
