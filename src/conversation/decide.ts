import type {
  Command,
  HumanReason,
  RefusedSubject,
  SlotValues,
  SocialAct,
} from '../terms/command.js';
import { isFeeling } from '../terms/command.js';
import type { JsonObject } from '../terms/json.js';
import type { Settled, Step, ToolCall, ToolResult, TurnContext } from './agent.js';
import type { ConversationEvent, ToldSoFar } from './events.js';
import type { ConversationState } from './evolve.js';
import { alarmIn, emergencySteps, fraudHelp, interrupt } from './emergency-steps.js';
import { isBeingCheated } from './evolve.js';
import type { Flows } from './flows/engine.js';
import { FLOWS_BY_NAME, isOfAFlow, moveFlow } from './flows/engine.js';
import { flowEvents } from './flows/events.js';
import type { FlowContext, FlowMove } from './flows/flow.js';
import { gatedNeed, needFlow, plannedNeed } from './flows/need.js';
import type { HandoffState } from './handoff/evolve.js';
import { noHandoff } from './handoff/evolve.js';
import type { Summary } from './handoff/summary.js';
import { isTakenIn } from './outcome.js';

/** More wishes than this in one message are answered one after another on request. */
const MAX_STEPS = 3;

const call = (name: ToolCall['name'], args: JsonObject): ToolCall => ({ name, args });

/**
 * What happens next (state × commands → steps). An emergency silences everything else; a wish for
 * a person comes before any answer; in the plain register one question is asked at a time.
 */
export function advance(
  state: ConversationState,
  commands: readonly Command[],
  register: TurnContext['register'] = 'standard',
  flows: Flows = FLOWS_BY_NAME,
): readonly Step[] {
  const alarm = alarmIn(state, commands);
  if (alarm) return emergencySteps(state, alarm, personFor('distress'));
  const others = commands.flatMap((command) => stepFor(state, command, flows));
  const steps = dropIdleSocial(others).filter(isWithinReason);
  if (steps.some(({ say }) => say === 'handoff')) {
    const told = toldSoFar(state, commands, flows);
    return [...steps.map((step) => withTold(step, told)), ...interrupt(state)];
  }
  if (isForBorrowed(state, steps)) return [...steps, ...interrupt(state)];
  const questionsAtOnce = register === 'plain' ? 1 : 2;
  if (state.flow && commands.length > 0 && commands.every(isManners)) return steps;
  const flow = isPast(state, commands) ? null : state.flow;
  // What is said in the light of something before stands whole beside the matter.
  const aside = steps.some(looksBack) ? steps : steps.filter(isSubstantial);
  const move = moveFlow(flow, commands, aside.length > 0, questionsAtOnce, flows);
  if (move)
    return [...aside, ...flowSteps(move, flows, begins(flow, commands)), ...planFor(state, move)];
  const said: readonly Step[] = steps.length === 0 ? [{ say: 'out_of_scope' }] : steps;
  return flow === state.flow ? said : [...said, ...interrupt(state)];
}

/** No plan is made for borrowed money: the one under way ends with what is said of it. */
const isForBorrowed = ({ flow }: ConversationState, steps: readonly Step[]): boolean =>
  flow?.name === 'need' &&
  steps.some((step) => step.say === 'refusal' && step.subject === 'borrowed_money');

/** 「谢谢啊」 「我再想想」 leaves the matter where it is. */
const isManners = (command: Command): boolean =>
  command.do === 'social' && ['thanks', 'noted', 'farewell'].includes(command.act);

/** So many replies about other things, and an alarm nobody came back to is over. */
const ALARM_OVER = 3;

const isPast = ({ flow }: ConversationState, commands: readonly Command[]): boolean =>
  flow?.name === 'fraud' && (flow.quiet ?? 0) >= ALARM_OVER && !commands.some(isOfAFlow);

/** A file is acknowledged however much else was asked. */
const isWithinReason = ({ say }: Step, index: number): boolean =>
  index < MAX_STEPS || say === 'files_kept';

/** What the customer has told of the matter under way, in this turn or before; null: nothing yet. */
function toldSoFar(
  { flow }: ConversationState,
  commands: readonly Command[],
  flows: Flows,
): ToldSoFar | null {
  const move = moveFlow(flow, commands, false, 2, flows);
  const values = move && move.to !== 'close' ? move.values : (flow?.values ?? {});
  const name = move?.flow ?? flow?.name;
  const isTold = Object.values(values).some((value) => value !== null);
  return name && isTold ? { flow: name, values } : null;
}

const withTold = (step: Step, told: ToldSoFar | null): Step =>
  step.say === 'handoff' && told ? { ...step, told } : step;

/** Whether an assessment may be taken at all is looked up as it begins. */
const begins = (open: ConversationState['flow'], commands: readonly Command[]): boolean =>
  open?.name !== 'assessment' &&
  commands.some((command) => command.do === 'start_flow' && command.flow === 'assessment');

const START_ASSESSMENT = call('start_risk_assessment', {});

function flowSteps(move: FlowMove, flows: Flows, assesses: boolean): readonly Step[] {
  const step: Step = { say: 'flow', move, ...(assesses && { call: START_ASSESSMENT }) };
  const reason = move.to === 'record' ? flows[move.flow]?.handsOff(move.values) : null;
  if (!reason) return [step];
  return [step, personFor(reason)];
}

/** A need that a customer of ours has just confirmed is planned for at once. */
const planFor = ({ customer }: ConversationState, move: FlowMove): readonly Step[] =>
  move.to === 'record' &&
  move.flow === 'need' &&
  customer !== null &&
  needFlow.handsOff(move.values) === null &&
  plannedNeed(move.values)
    ? [proposalOf(move.values)]
    : [];

const proposalOf = (need: SlotValues): Step => ({
  say: 'propose',
  call: call('propose_allocation', { need }),
});

/** A plan for the need on record, or whether a sum that is named can be reached with it. */
function planStep(
  { need }: ConversationState,
  { target, changed }: Extract<Command, { do: 'propose_plan' }>,
): Step {
  if (!need) return { say: 'clarify', options: [] };
  if (target === null) return proposalOf(need);
  const reached = { ...need, ...changed, target: { from: target, to: target } };
  return { say: 'goal', call: call('project_goal', { need: reached }) };
}

/** A side of the plan is told from the one that stands for the need, found by drafting it once more. */
function planSideStep(
  { need }: ConversationState,
  { about }: Extract<Command, { do: 'ask_plan' }>,
): Step {
  if (!need) return { say: 'plan_side', about };
  const tool = about === 'products' ? 'match_products' : 'propose_allocation';
  return { say: 'plan_side', about, call: call(tool, { need }) };
}

const clarifyStep = ({ options, against }: Extract<Command, { do: 'clarify' }>): Step => ({
  say: 'clarify',
  options,
  ...(against !== undefined && { against }),
});

function stepFor(state: ConversationState, command: Command, flows: Flows): Step | readonly Step[] {
  switch (command.do) {
    case 'start_flow':
      // Of whoever is not known nothing is asked.
      return command.flow === 'assessment' && !flows.assessment
        ? { say: 'assessment_closed', call: START_ASSESSMENT }
        : [];
    case 'set_slots':
    case 'affirm':
    case 'deny':
    case 'cancel_flow':
    case 'skip_slots':
    case 'explain_slot':
      return [];
    case 'answer':
      return {
        say: 'answer',
        query: command.query,
        call: call('search_knowledge', {
          query: command.query,
          ...(command.entry !== undefined && { entry: command.entry }),
        }),
      };
    case 'describe_product':
      return {
        say: 'product',
        aspects: command.aspects,
        query: command.query,
        call: productCall(state, command),
      };
    case 'reckon_dates': {
      const { deal, code, type, submission, query } = command;
      const { day, part } = submission;
      const args = { deal, code, type, day: typeof day === 'string' ? day : { ...day }, part };
      return { say: 'dates', query, call: call('reckon_dates', args) };
    }
    case 'compare_products':
      return {
        say: 'comparison',
        aspects: command.aspects,
        call: call('compare_products', { codes: command.codes }),
      };
    case 'list_products':
      return {
        say: 'product_list',
        call: call('list_products', { query: command.query, skip: command.skip }),
      };
    case 'foreign_product':
      return { say: 'foreign_product' };
    case 'own_account':
      return ownAccountStep(command);
    case 'my_profile':
      return { say: 'my_profile', call: call('get_my_profile', {}) };
    case 'propose_plan':
      return planStep(state, command);
    case 'answer_plan':
      return { say: 'plan_answer', answer: command.answer };
    case 'plan_status':
      return { say: 'plan_status' };
    case 'ask_plan':
      return planSideStep(state, command);
    case 'check_rebalance':
      return { say: 'rebalance', call: call('check_rebalance', {}) };
    case 'request_human':
      return personFor(command.reason);
    case 'book_callback':
      return bookingStep(state, command.slot);
    case 'cancel_human':
      return { say: 'handoff_cancelled' };
    case 'return_to_assistant':
      return { say: 'assistant_back' };
    case 'rate_service': {
      const { score, solved, words } = command;
      return { say: 'service_rated', rating: { score, solved, words } };
    }
    case 'clarify':
      return clarifyStep(command);
    case 'follow_settled':
      return { say: 'settled', flow: command.flow };
    case 'refuse':
      return refusalOf(command.subject);
    case 'emergency':
      // Stands before everything else: `emergencySteps`.
      return [];
    case 'look_back':
      return { say: 'look_back', how: command.how, words: command.words };
    case 'receive_files':
      return { say: 'files_kept' };
    case 'social':
      return socialStep(state, command.act);
    case 'out_of_scope':
      return { say: 'out_of_scope' };
  }
}

/** Row 28 of the suitability table; other refusals are the house's own, or their words name the rule. */
const RULE_BEHIND: Partial<Readonly<Record<RefusedSubject, JsonObject>>> = {
  discretion: { query: '全权委托', row: 28 },
};

function refusalOf(subject: RefusedSubject): Step {
  const rule = RULE_BEHIND[subject];
  return { say: 'refusal', subject, ...(rule && { call: call('search_knowledge', rule) }) };
}

/** Who wants to know whether it is for them is answered by the gate, in the light of their need. */
function productCall(
  { need }: ConversationState,
  { code, query, buyer, told }: Extract<Command, { do: 'describe_product' }>,
): ToolCall {
  if (!buyer) return call('get_product', { code, query });
  const { order = null, ...money } = told ?? {};
  const judged = needBesideTold(need, money);
  return call('check_suitability', {
    code,
    query,
    buyer,
    need: judged,
    ...(order !== null && { amount: order }),
  });
}

/** 「三个月后要用的钱能买吗」 narrows what is on record; no words ever widen it. */
function needBesideTold(need: SlotValues | null, told: SlotValues): JsonObject | null {
  const known = need && gatedNeed(need);
  if (Object.keys(told).length === 0) return known;
  const said = gatedNeed({ ...(need?.['amount'] && { amount: need['amount'] }), ...told });
  return {
    horizonDays: least(known?.horizonDays, said.horizonDays),
    maxLossPct: least(known?.maxLossPct, said.maxLossPct),
  };
}

function least(one: number | null = null, other: number | null = null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

/** What the institution's rows tell is looked up; whose rows they are is bound by the turn. */
const ownAccountStep = ({ query, about }: Extract<Command, { do: 'own_account' }>): Step =>
  about
    ? { say: 'own_portfolio', about, query, call: call('get_my_holdings', { query }) }
    : { say: 'own_account' };

/** Upset once more: what was said did not help, so a person is called. */
const socialStep = ({ comforted }: ConversationState, act: SocialAct): Step =>
  act === 'upset' && comforted ? personFor('distress') : { say: 'social', act };

/** The step that calls a person, as every wish for one does. */
export const personFor = (reason: HumanReason): Extract<Step, { say: 'handoff' }> => ({
  say: 'handoff',
  reason,
  call: call('request_human', { reason }),
});

/** Only a slot we offered can be booked; anything else offers the times again. */
function bookingStep(state: ConversationState, wanted: string): Step {
  const slot = state.callbackSlots.find(({ id }) => id === wanted);
  if (slot) return { say: 'callback_booked', slot };
  return personFor('callback');
}

/** 「你好，请问…」 is a question with manners: the greeting needs no sentence of its own. */
function dropIdleSocial(steps: readonly Step[]): readonly Step[] {
  const substantial = steps.filter((step) => !isIdle(step));
  return substantial.length > 0 ? substantial : steps.slice(0, 1);
}

/** How the customer feels is taken in before anything else is said; whether this is a person is told. */
const isIdle = (step: Step): boolean =>
  step.say === 'out_of_scope' ||
  (step.say === 'social' && step.act !== 'identity' && !isTakenIn(step));

/** An answer beside the matter under way; manners and not having understood are none. */
const isSubstantial = (step: Step): boolean =>
  step.say === 'social'
    ? isFeeling(step.act)
    : step.say !== 'out_of_scope' && step.say !== 'clarify' && step.say !== 'look_back';

const looksBack = ({ say }: Step): boolean => say === 'look_back';

/** A step in the light of what its tool found: weak evidence is never turned into an answer. */
export function settle(step: Step, result: ToolResult | null, threshold: number): Settled {
  if (step.say === 'answer' && (result === null || !isSupported(result, threshold))) {
    return { step: { say: 'unsure', query: step.query }, result };
  }
  if (step.say === 'dates' && !result?.reckoning) {
    return { step: { say: 'unsure', query: step.query }, result };
  }
  // Nobody is signed in: nothing can be told.
  if (step.say === 'own_portfolio' && !result?.portfolio) {
    return { step: { say: 'own_account' }, result: null };
  }
  if ((step.say === 'product' || step.say === 'comparison') && result?.products.length === 0) {
    return { step: { say: 'unsure', query: step.say === 'product' ? step.query : '' }, result };
  }
  return { step: unlessClosed(step, result), result };
}

/** An assessment that may not be taken does not begin. */
const unlessClosed = (step: Step, result: ToolResult | null): Step =>
  step.say === 'flow' && step.call && result?.failure
    ? { say: 'assessment_closed', call: step.call }
    : step;

/** Whoever is being cheated is told what to do, never that nothing was found. */
export function withHelpWhenCheated(
  state: ConversationState,
  settled: readonly Settled[],
): readonly Settled[] {
  const answers = settled.filter(({ step }) => !looksBack(step));
  const helpsNot = answers.length > 0 && answers.every(({ step }) => isNoHelp(step));
  if (!helpsNot || !isBeingCheated(state)) return settled;
  const wasTold = state.fraud?.news.includes('steps');
  return [{ step: fraudHelp(state, { news: [wasTold ? 'unclear' : 'steps'] }), result: null }];
}

/** A question which of two is meant helps. */
const isNoHelp = (step: Step): boolean =>
  step.say === 'unsure' ||
  step.say === 'out_of_scope' ||
  (step.say === 'clarify' && step.options.length === 0);

/**
 * What could not be answered beside a file, or beside comfort, was most likely about it, and what is
 * said of it covers the rest.
 */
export function withoutIdleApology(settled: readonly Settled[]): readonly Settled[] {
  const covers = ({ step }: Settled) => step.say === 'files_kept' || isTakenIn(step);
  if (!settled.some(covers)) return settled;
  return settled.filter(({ step }) => step.say !== 'unsure' && step.say !== 'clarify');
}

const isSupported = (result: ToolResult, threshold: number): boolean =>
  result.passages.length > 0 && (result.support ?? 0) >= threshold;

/** Events besides the reply that the steps bring about. */
export function consequences(
  context: FlowContext & { readonly handoff?: HandoffState; readonly summary?: Summary },
  settled: readonly Settled[],
): readonly ConversationEvent[] {
  const { turn, handoff = noHandoff, summary } = context;
  return settled.flatMap(({ step, result }): readonly ConversationEvent[] => {
    if (step.say === 'flow') return flowEvents(step.move, context);
    if (step.say === 'handoff') return requestOf({ turn, handoff, summary }, step, result, settled);
    if (step.say === 'service_rated') {
      return [{ kind: 'ServiceRated', turn, by: handoff.person, ...step.rating }];
    }
    if (step.say === 'handoff_cancelled') return [{ kind: 'HandoffCancelled', turn }];
    if (step.say === 'callback_booked') return [{ kind: 'CallbackBooked', turn, slot: step.slot }];
    return [];
  });
}

/** The request, and the place in the queue where somebody is there to come; once there, no second one. */
function requestOf(
  {
    turn,
    handoff,
    summary,
  }: {
    readonly turn: string;
    readonly handoff: HandoffState;
    readonly summary: Summary | undefined;
  },
  { reason, told }: Extract<Step, { say: 'handoff' }>,
  result: ToolResult | null,
  settled: readonly Settled[],
): readonly ConversationEvent[] {
  const { slots = [], place } = result ?? {};
  const request = {
    kind: 'HandoffRequested',
    turn,
    reason,
    slots,
    ...(summary && { summary }),
  } as const;
  const emergency = settled.find(({ step }) => step.say === 'emergency')?.step;
  const urgent = emergency?.say === 'emergency' ? emergency.kind : reason;
  return [
    told ? { ...request, told } : request,
    ...(place && handoff.pen === 'assistant'
      ? [{ kind: 'HandoffQueued' as const, turn, reason: urgent, place }]
      : []),
  ];
}
