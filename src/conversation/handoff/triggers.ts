import type { HumanReason } from '../../terms/command.js';
import type { Settled } from '../agent.js';
import type { ConversationState } from '../evolve.js';
import { verdictOn } from '../gate.js';

/** 触发: what calls a person although nobody asked for one, by rule and never by a phrase. */

/** So often something else had to be meant, and the digital employee does not understand this customer. */
const MISHEARD_BEFORE_PERSON = 2;
/** After so many replies that could not help, a person comes without being asked for. */
const FAILURES_BEFORE_PERSON = 2;

const CALLED = ['handoff', 'callback_booked', 'handoff_cancelled', 'assistant_back'];

/** Null: nothing does, or a person is called already. */
export function personNeeded(
  state: ConversationState,
  settled: readonly Settled[],
): HumanReason | null {
  const isCalled = settled.some(({ step }) => CALLED.includes(step.say));
  if (isCalled || state.handoff !== 'none') return null;
  if (settled.some(isLeftToPerson)) return 'suitability';
  if (failsAgain(state, settled)) return 'weak_evidence';
  return isMisheardAgain(state, settled) ? 'repeated_failure' : null;
}

/** One more reply that cannot help, after one that could not. */
export const failsAgain = (state: ConversationState, settled: readonly Settled[]): boolean =>
  settled.some(({ step }) => step.say === 'unsure') &&
  state.unsureStreak + 1 >= FAILURES_BEFORE_PERSON;

const isMisheardAgain = ({ repairs }: ConversationState, settled: readonly Settled[]): boolean =>
  repairs + 1 >= MISHEARD_BEFORE_PERSON &&
  settled.some(({ step }) => step.say === 'look_back' && step.how === 'misheard');

/** Asked for oneself, and the gate says that a person must look at it. */
const isLeftToPerson = ({ step, result }: Settled): boolean =>
  step.say === 'product' &&
  (result?.products ?? []).some(({ code }) => verdictOn(result?.gate, code)?.verdict === 'HUMAN');

/** What could not be answered is the person's now; what was answered stays said. */
export const withPerson = (settled: readonly Settled[], person: Settled): readonly Settled[] => [
  ...settled.filter(({ step }) => step.say !== 'unsure'),
  person,
];
