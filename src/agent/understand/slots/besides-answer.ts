import type { TurnContext } from '../../../conversation/agent.js';
import type { FlowState } from '../../../conversation/flows/flow.js';
import { isQuestion } from '../question-words.js';
import { CLAUSE_END } from './asked-back.js';
import { slotsIn } from './slots.js';

/** 答完再问: 「大概八万吧，对了利息要不要交税」 answers what was asked, and asks something that has nothing to do with it. */

/** Shorter, what is left leaves out what it is about. */
const OWN_QUESTION = 6;

/**
 * The part of a message that only asks; undefined: it cannot be told from the answer. Of
 * 「三十万放三年，利息多少」 the sum and the time belong to the question.
 */
export function besidesAnswer(
  { state, today }: TurnContext,
  flow: FlowState,
  text: string,
): string | undefined {
  if (flow.name !== 'need' && flow.name !== 'callback') return undefined;
  const answers = (clause: string) =>
    !isQuestion(clause.replace(/[，,。！!；;\n\s]+$/, '')) &&
    Object.keys(slotsIn(flow.name, clause, state, today)).some((slot) => flow.asked.includes(slot));
  const clauses = text.split(CLAUSE_END);
  const rest = clauses.filter((clause) => !answers(clause)).join('');
  const isWhole = rest.length === text.length || [...rest.trim()].length < OWN_QUESTION;
  return isWhole ? undefined : rest.trim();
}
