import type { Command, HumanReason, SlotValues, SocialAct } from '../terms/command.js';
import type { JsonObject } from '../terms/json.js';
import type { Settled, Step, ToolCall, ToolResult, TurnContext } from './agent.js';
import type { ConversationEvent, ToldSoFar } from './events.js';
import type { ConversationState } from './evolve.js';
import { isBeingCheated } from './evolve.js';
import type { Flows } from './flows/engine.js';
import { FLOWS_BY_NAME, isOfAFlow, moveFlow } from './flows/engine.js';
import { flowEvents } from './flows/events.js';
import type { FlowContext, FlowMove } from './flows/flow.js';
import { gatedNeed, needFlow, plannedNeed } from './flows/need.js';
import { isComfort } from './outcome.js';

/** More wishes than this in one message are answered one after another on request. */
const MAX_STEPS = 3;
/** After so many replies that could not help, a person is offered without being asked for. */
const FAILURES_BEFORE_PERSON = 2;

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
  const emergency = commands.find((command) => command.do === 'emergency');
  if (emergency) return emergencySteps(state, emergency, commands);
  const others = commands.flatMap((command) => stepFor(state, command, flows));
  const steps = dropIdleSocial(others).filter(isWithinReason);
  if (steps.some(({ say }) => say === 'handoff')) {
    const told = toldSoFar(state, commands, flows);
    return [...steps.map((step) => withTold(step, told)), ...interrupt(state)];
  }
  const questionsAtOnce = register === 'plain' ? 1 : 2;
  if (state.flow && commands.length > 0 && commands.every(isManners)) return steps;
  const flow = isPast(state, commands) ? null : state.flow;
  const move = moveFlow(flow, commands, steps.some(isSubstantial), questionsAtOnce, flows);
  if (move)
    return [
      ...steps.filter(isSubstantial),
      ...flowSteps(move, flows, begins(flow, commands)),
      ...planFor(state, move),
    ];
  const said: readonly Step[] = steps.length === 0 ? [{ say: 'out_of_scope' }] : steps;
  return flow === state.flow ? said : [...said, ...interrupt(state)];
}

/** 「谢谢啊」 「我再想想」 leaves the matter where it is. */
const isManners = (command: Command): boolean =>
  command.do === 'social' && (command.act === 'thanks' || command.act === 'noted');

/** So many replies about other things, and an alarm nobody came back to is over. */
const ALARM_OVER = 3;

const isPast = ({ flow }: ConversationState, commands: readonly Command[]): boolean =>
  flow?.name === 'fraud' && (flow.quiet ?? 0) >= ALARM_OVER && !commands.some(isOfAFlow);

/** A file is acknowledged however much else was asked. */
const isWithinReason = ({ say }: Step, index: number): boolean =>
  index < MAX_STEPS || say === 'files_kept';

/** Help at once, a person behind it, and the one question that decides what helps; each once. */
function emergencySteps(
  state: ConversationState,
  { kind, news }: Extract<Command, { do: 'emergency' }>,
  commands: readonly Command[],
): readonly Step[] {
  const person = state.handoff === 'none' ? [personFor('distress')] : [];
  const alarm: Step = news ? { say: 'emergency', kind, news } : { say: 'emergency', kind };
  const steps: Step[] = [alarm, ...person];
  if (kind !== 'fraud') return [...steps, ...interrupt(state)];
  if (state.settled.includes('fraud')) return [...steps, ...interrupt(state)];
  const told = commands.filter((command) => command.do === 'set_slots');
  const open = state.flow?.name === 'fraud' ? state.flow : null;
  const question = moveFlow(open, [{ do: 'start_flow', flow: 'fraud' }, ...told], open !== null);
  return question ? [...steps, { say: 'flow', move: question }] : steps;
}

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

/** What was under way ends without a word where something more urgent is said. */
const interrupt = ({ flow }: ConversationState): readonly Step[] =>
  flow ? [{ say: 'flow', move: { to: 'close', flow: flow.name, how: 'interrupted' } }] : [];

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
function planStep({ need }: ConversationState, target: number | null): Step {
  if (!need) return { say: 'clarify', options: [] };
  if (target === null) return proposalOf(need);
  const reached = { ...need, target: { from: target, to: target } };
  return { say: 'goal', call: call('project_goal', { need: reached }) };
}

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
        call: call('search_knowledge', { query: command.query }),
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
      return planStep(state, command.target);
    case 'answer_plan':
      return { say: 'plan_answer', answer: command.answer };
    case 'plan_status':
      return { say: 'plan_status' };
    case 'request_human':
      return personFor(command.reason);
    case 'book_callback':
      return bookingStep(state, command.slot);
    case 'cancel_human':
      return { say: 'handoff_cancelled' };
    case 'clarify':
      return { say: 'clarify', options: command.options };
    case 'follow_settled':
      return { say: 'settled', flow: command.flow };
    case 'refuse':
      return { say: 'refusal', subject: command.subject };
    case 'emergency':
      return { say: 'emergency', kind: command.kind, ...(command.news && { news: command.news }) };
    case 'receive_files':
      return { say: 'files_kept' };
    case 'social':
      return socialStep(state, command.act);
    case 'out_of_scope':
      return { say: 'out_of_scope' };
  }
}

/** Who wants to know whether it is for them is answered by the gate, in the light of their need. */
function productCall(
  { need }: ConversationState,
  { code, query, buyer }: Extract<Command, { do: 'describe_product' }>,
): ToolCall {
  if (!buyer) return call('get_product', { code, query });
  return call('check_suitability', { code, query, buyer, need: need && gatedNeed(need) });
}

/** What the institution's rows tell is looked up; whose rows they are is bound by the turn. */
const ownAccountStep = ({ query, about }: Extract<Command, { do: 'own_account' }>): Step =>
  about
    ? { say: 'own_portfolio', about, query, call: call('get_my_holdings', { query }) }
    : { say: 'own_account' };

/** Upset once more: what was said did not help, so a person is called. */
const socialStep = ({ comforted }: ConversationState, act: SocialAct): Step =>
  act === 'upset' && comforted ? personFor('distress') : { say: 'social', act };

const personFor = (reason: HumanReason): Step => ({
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

/** How the customer feels is taken in before anything else is said. */
const isIdle = (step: Step): boolean =>
  step.say === 'out_of_scope' || (step.say === 'social' && !isComfort(step));

/** An answer beside the matter under way; manners and not having understood are none. */
const isSubstantial = ({ say }: Step): boolean =>
  say !== 'social' && say !== 'out_of_scope' && say !== 'clarify';

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
  const helpsNot = settled.length > 0 && settled.every(({ step }) => isNoHelp(step));
  if (!helpsNot || !isBeingCheated(state)) return settled;
  return [{ step: { say: 'emergency', kind: 'fraud', news: ['steps'] }, result: null }];
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
  const covers = ({ step }: Settled) => step.say === 'files_kept' || isComfort(step);
  if (!settled.some(covers)) return settled;
  return settled.filter(({ step }) => step.say !== 'unsure' && step.say !== 'clarify');
}

const isSupported = (result: ToolResult, threshold: number): boolean =>
  result.passages.length > 0 && (result.support ?? 0) >= threshold;

/** Whether this turn should offer a person although nobody asked for one. */
export const offersPerson = (state: ConversationState, settled: readonly Settled[]): boolean =>
  settled.some(({ step }) => step.say === 'unsure') &&
  state.unsureStreak + 1 >= FAILURES_BEFORE_PERSON;

/** Events besides the reply that the steps bring about. */
export function consequences(
  context: FlowContext,
  settled: readonly Settled[],
): readonly ConversationEvent[] {
  const { turn } = context;
  return settled.flatMap(({ step, result }): readonly ConversationEvent[] => {
    if (step.say === 'flow') return flowEvents(step.move, context);
    if (step.say === 'handoff') {
      const { reason, told } = step;
      const request = {
        kind: 'HandoffRequested',
        turn,
        reason,
        slots: result?.slots ?? [],
      } as const;
      return [told ? { ...request, told } : request];
    }
    if (step.say === 'handoff_cancelled') return [{ kind: 'HandoffCancelled', turn }];
    if (step.say === 'callback_booked') return [{ kind: 'CallbackBooked', turn, slot: step.slot }];
    return [];
  });
}
