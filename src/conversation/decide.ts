import type { Command } from '../terms/command.js';
import { isFeeling } from '../terms/command.js';
import type { Step, TurnContext } from './agent.js';
import { alarmIn, emergencySteps, interrupt } from './emergency-steps.js';
import type { ToldSoFar } from './events.js';
import type { ConversationState } from './evolve.js';
import type { Flows } from './flows/engine.js';
import { FLOWS_BY_NAME, isOfAFlow, moveFlow } from './flows/engine.js';
import type { FlowMove } from './flows/flow.js';
import { needFlow, plannedNeed } from './flows/need.js';
import { isTakenIn, looksBack } from './outcome.js';
import { START_ASSESSMENT, personFor, proposalOf, stepFor } from './step-for.js';

/** More wishes than this in one message are answered one after another on request. */
const MAX_STEPS = 3;

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
    ? isFeeling(step.act) || step.act === 'apology'
    : step.say !== 'out_of_scope' && step.say !== 'clarify' && step.say !== 'look_back';
