import type { Command } from '../terms/command.js';
import type { FraudNews, FraudTold } from '../terms/fraud.js';
import { isMoneyGone, rings, withTold } from '../terms/fraud.js';
import type { FraudHelpStep, Step } from './agent.js';
import type { ConversationState } from './evolve.js';
import { moveFlow } from './flows/engine.js';
import { helpFor } from './fraud-help.js';

/** 紧急情况: an emergency silences everything else; the help comes first, then a person. */

type Alarm = Extract<Command, { do: 'emergency' }>;

/** The alarm of a turn, with all that its messages tell; null: there is none. */
export function alarmIn(state: ConversationState, commands: readonly Command[]): Alarm | null {
  const alarms = commands.filter((command) => command.do === 'emergency');
  const danger = alarms.find(({ kind }) => kind === 'self_harm');
  if (danger) return danger;
  const told = [
    ...alarms.flatMap((alarm) => (alarm.kind === 'fraud' ? [alarm] : [])),
    ...toldWhenAsked(state, commands),
  ];
  if (told.length === 0) return null;
  const news = [...new Set(told.flatMap((one) => one.news ?? []))];
  return told.reduce((whole, one) => ({ ...whole, ...one, ...(news.length > 0 && { news }) }));
}

/** Asked whether money has left, the answer is news like any other. */
function toldWhenAsked(
  { flow }: ConversationState,
  commands: readonly Command[],
): readonly Extract<Alarm, { kind: 'fraud' }>[] {
  if (flow?.name !== 'fraud') return [];
  return commands.flatMap((command) => {
    const sent = command.do === 'set_slots' ? command.values['sent'] : undefined;
    if (typeof sent !== 'boolean') return [];
    return [{ do: 'emergency', kind: 'fraud', news: [sent ? 'sent' : 'unsent'] } as const];
  });
}

/** The step in which somebody who is, or may be, cheated is helped. */
export function fraudHelp({ fraud }: ConversationState, told: FraudTold): FraudHelpStep {
  const step = { say: 'emergency', kind: 'fraud', told, ...helpFor(fraud, told) } as const;
  const isParting = step.taken.every((one) => one === 'thanks') && step.taken.length > 0;
  if (isParting) return { ...step, manner: 'parting' };
  if (!rings(fraud, told)) return { ...step, manner: 'warning' };
  return { ...step, manner: fraud?.isAlarm ? 'further' : 'alarm' };
}

/** Help at once, a person behind it, and the one question that decides what helps; each once. */
export function emergencySteps(
  state: ConversationState,
  alarm: Alarm,
  person: Step,
): readonly Step[] {
  const persons = state.handoff === 'none' ? [person] : [];
  if (alarm.kind === 'self_harm') {
    const { kind, victim = 'self', eased } = alarm;
    const care: Step = { say: 'emergency', kind, victim, ...(eased && { eased }) };
    return [care, ...persons, ...interrupt(state)];
  }
  const { news, victim, yuan } = alarm;
  const told = { ...(news && { news }), ...(victim && { victim }), ...(yuan && { yuan }) };
  const help = fraudHelp(state, told);
  if (help.manner === 'warning' || help.manner === 'parting') return [help];
  return [help, ...persons, ...moneyMove(state, told, help.manner === 'alarm')];
}

/** What was under way ends without a word where something more urgent is said. */
export const interrupt = ({ flow }: ConversationState): readonly Step[] =>
  flow ? [{ say: 'flow', move: { to: 'close', flow: flow.name, how: 'interrupted' } }] : [];

/** What only somebody says who has not paid yet. */
const THINKS_OF_IT: readonly FraudNews[] = ['may_pay', 'move_money', 'at_bank', 'if_not'];

/** Whether money has left goes on record as soon as it is told, and again when that has changed. */
function moneyMove(state: ConversationState, told: FraudTold, isFirst: boolean): readonly Step[] {
  const { victim, yuan, ...known } = withTold(state.fraud, told);
  const sent = isMoneyGone(known);
  const values = {
    ...(sent !== null && { sent }),
    ...(yuan !== null && { yuan }),
    ...(victim !== 'self' && { victim }),
  };
  const isRecorded = state.settled.includes('fraud');
  if (isRecorded && !tellsMore(state, told, sent)) return interrupt(state);
  const open = state.flow?.name === 'fraud' ? state.flow : null;
  // Nobody who let the question pass is asked once more, nor who only thinks of paying.
  const isAnswered = !open || THINKS_OF_IT.some((one) => told.news?.includes(one));
  if (!isFirst && isAnswered && sent === null) return interrupt(state);
  const begun = [
    { do: 'start_flow', flow: 'fraud' },
    { do: 'set_slots', values },
  ] as const;
  const move = moveFlow(open, begun, open !== null);
  return move ? [{ say: 'flow', move }] : [];
}

const tellsMore = (
  { fraud }: ConversationState,
  { yuan }: FraudTold,
  sent: boolean | null,
): boolean =>
  sent !== null &&
  (sent !== (fraud && isMoneyGone(fraud)) || (yuan !== undefined && yuan !== fraud?.yuan));
