import type { Basis, Finding } from '../../terms/finding.js';
import { findingAt } from '../rule.js';
import type { Utterance } from '../utterance.js';
import type { Stretch } from './features.js';
import type { LearnedModel } from './model.js';

/** Above it the model stops a sentence by itself; chosen on cross-validated own lines. */
const SURE = 0.7;
/** Longest stretch of several sentences read as one, in folded characters. */
const REACH = 70;

/** What the model stops and no rule did (语感发现), as findings of the rule it takes to be broken. */
export function learnedFindings(
  utterance: Utterance,
  model: LearnedModel,
  basisOf: (rule: string) => Basis,
): readonly Finding[] {
  return stretchesOf(utterance).flatMap((stretch) => {
    const { rule, probability, severity } = model.judge(utterance, stretch);
    if (probability < SURE) return [];
    return [findingAt({ id: rule, basis: basisOf(rule) }, severity, utterance.folded, stretch)];
  });
}

/** From each sentence on, as many as are short enough: a promise may take two of them. */
function stretchesOf({ sentences, folded }: Utterance): readonly Stretch[] {
  const stretches: Stretch[] = [];
  sentences.forEach((first, i) => {
    let last = i;
    while (last + 1 < sentences.length && sentences[last + 1]!.end - first.start <= REACH)
      last += 1;
    const stretch = { start: first.start, end: sentences[last]!.end };
    const covered = stretches.at(-1);
    if (covered && stretch.end <= covered.end) return;
    if (folded.text.slice(stretch.start, stretch.end).trim() !== '') stretches.push(stretch);
  });
  return stretches;
}
