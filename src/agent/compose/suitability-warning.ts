import type { Settled, TurnContext } from '../../conversation/agent.js';
import { verdictOn } from '../../conversation/gate.js';
import type { Product } from '../../terms/product.js';
import { shortName } from '../../terms/product.js';
import type { Wordings } from '../../wording/prompts.js';
import { speaksOfOthers } from '../understand/suitability-words.js';
import { gradeOf } from './difference.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';

/** Rows of the decision table that say: above what this customer can bear. */
const OVER_RISK = [12, 14, 15];

/**
 * 不匹配提示: facts of a product the customer named may be told above their tolerance, with the warning
 * beside them (row 15, `mismatch_warning`), once a conversation for each product.
 */
export function mismatchWarnings(
  wordings: Wordings,
  { state, messages }: TurnContext,
  settled: readonly Settled[],
): readonly Paragraph[] {
  if (messages.some(({ text }) => speaksOfOthers(text))) return [];
  const named = settled.filter(isOfNamed);
  const judged = settled.flatMap(({ step, result }) =>
    step.say === 'product' && !isOfNamed({ step, result }) ? (result?.products ?? []) : [],
  );
  const isKnown = (code: string) =>
    state.products.includes(code) || judged.some((product) => product.code === code);
  const over = named.flatMap(({ result }) =>
    (result?.products ?? []).filter(({ code }) => {
      const verdict = verdictOn(result?.gate, code);
      return verdict !== null && OVER_RISK.includes(verdict.row) && !isKnown(code);
    }),
  );
  const tolerance = named.find(({ result }) => result?.gate)?.result?.gate?.occasion.customer
    .tolerance;
  if (over.length === 0 || !tolerance) return [];
  const names = over.map(nameAndGrade).join('、');
  return [worded(wordings, 'suitability_warning', { names, tolerance: `C${tolerance}` })];
}

const nameAndGrade = (product: Product): string => `${shortName(product)}（${gradeOf(product)}）`;

/** Where the gate was asked for, its opinion is the reply itself. */
const isOfNamed = ({ step }: Settled): boolean =>
  (step.say === 'product' && step.call.name === 'get_product') || step.say === 'comparison';
