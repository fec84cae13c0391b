import type { Settled, TurnContext } from '../../conversation/agent.js';
import { isWithPerson } from '../../conversation/handoff/drafting.js';
import { materialChangeIn } from '../../conversation/material-change.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';

const ASSESS = { label: '做风险测评', say: '我要做风险测评' };

/**
 * 情况变了: whoever has just told of a change hears what it does to their questionnaire, unless it is being
 * taken, the verdict says it already, or the moment is too heavy for it.
 */
export function circumstancesChanged(
  wordings: Wordings,
  context: TurnContext,
  settled: readonly Settled[],
): readonly Paragraph[] {
  const { assessing, messages, seed, state } = context;
  const wasAssessed = (assessing?.last ?? null) !== null;
  const isTold = messages.some(
    ({ text }) => materialChangeIn(text, assessing?.age ?? null) !== null,
  );
  if (!wasAssessed || !isTold || isWithPerson(context)) return [];
  const isBeingTaken =
    state.flow?.name === 'assessment' ||
    settled.some(({ step }) => step.say === 'flow' && step.move.flow === 'assessment');
  if (isBeingTaken || settled.some(saysItAlready)) return [];
  return [worded(wordings, 'circumstances_changed', {}, seed, { suggestions: [ASSESS] })];
}

const saysItAlready = ({ step, result }: Settled): boolean =>
  step.say === 'emergency' ||
  step.say === 'handoff' ||
  result?.proposal?.kind === 'withheld' ||
  (result?.gate !== undefined &&
    step.say === 'product' &&
    step.aspects.includes('suitability') &&
    result.gate.judged.some(({ verdict }) => verdict.row === 7));
