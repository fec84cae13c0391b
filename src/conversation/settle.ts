import type { Settled, Step, ToolResult } from './agent.js';
import { fraudHelp } from './emergency-steps.js';
import type { ConversationState } from './evolve.js';
import { isBeingCheated } from './evolve.js';
import { isTakenIn, looksBack } from './outcome.js';

/** 查过之后: steps in the light of what was found for them. */

/** A step in the light of what its tool found: weak evidence is never turned into an answer. */
export function settle(step: Step, result: ToolResult | null, threshold: number): Settled {
  if (step.say === 'answer' && (result === null || !isSupported(result, threshold))) {
    return { step: { say: 'unsure', query: step.query }, result };
  }
  if (step.say === 'dates' && !result?.reckoning) {
    return { step: { say: 'unsure', query: step.query }, result };
  }
  // Nobody is signed in: nothing can be told.
  if (isOfNobody(step, result)) {
    return { step: { say: 'own_account' }, result: null };
  }
  if ((step.say === 'product' || step.say === 'comparison') && result?.products.length === 0) {
    return { step: { say: 'unsure', query: step.say === 'product' ? step.query : '' }, result };
  }
  return { step: unlessClosed(step, result), result };
}

const isOfNobody = (step: Step, result: ToolResult | null): boolean =>
  (step.say === 'own_portfolio' && !result?.portfolio) ||
  (step.say === 'own_record' && !result?.transactions);

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
