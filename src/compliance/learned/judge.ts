import { fold } from '../../language/fold.js';
import type { Finding } from '../../terms/finding.js';
import type { Rule } from '../rule.js';
import { findingAt } from '../rule.js';
import type { Utterance } from '../utterance.js';
import { conceptsIn } from './concepts.js';
import type { Stretch } from './features.js';
import type { LearnedModel } from './model.js';

/** Above it the model stops a sentence by itself; chosen on own lines it had not seen, where it stops a fine twin in twenty. */
const SURE = 0.55;
/** Where a rule heard its words and excused them (不保本), the model must be surer than that. */
const SURE_AGAINST_A_RULE = 0.93;
/** Words that touch no concept may still break a rule (腿都跑细了), but they are judged by their sound alone. */
const SURE_BY_SOUND = 0.85;
/** A few characters say too little to judge by feel: they are left to the rules. */
const MIN_STRETCH = 8;
/** Longest stretch of several sentences read as one, in folded characters. */
const REACH = 70;

/** What the model stops and no rule did (语感发现), as findings of the rule it takes to be broken. */
export function learnedFindings(
  utterance: Utterance,
  model: LearnedModel,
  rules: readonly Rule[],
): readonly Finding[] {
  const quoted = housePassages(utterance);
  return stretchesOf(utterance).flatMap((stretch) => {
    if (stretch.end - stretch.start < MIN_STRETCH) return [];
    if (isQuoted(utterance, stretch, quoted)) return [];
    const { rule: id, probability, severity } = model.judge(utterance, stretch);
    if (probability < SURE) return [];
    const text = utterance.folded.text.slice(stretch.start, stretch.end);
    if (probability < SURE_BY_SOUND && conceptsIn(text).length === 0) return [];
    const isExcused = rules.some(({ hears }) => hears?.(text));
    if (isExcused && probability < SURE_AGAINST_A_RULE) return [];
    const rule = rules.find((one) => one.id === id)!;
    return [findingAt(rule, severity, utterance.folded, stretch)];
  });
}

/** Folded texts of the cited passages the house has written or digested, where it has read every word. */
const housePassages = ({ context }: Utterance): readonly string[] =>
  (context.passages ?? [])
    .filter(({ kind }) => kind === 'faq' || kind === 'product' || kind === 'regulation')
    .map(({ text }) => fold(text).text);

/** Every sentence of the stretch stands word for word in a cited passage. */
const isQuoted = (
  { sentences, folded }: Utterance,
  { start, end }: Stretch,
  passages: readonly string[],
): boolean =>
  passages.length > 0 &&
  sentences
    .filter((sentence) => sentence.start >= start && sentence.end <= end)
    .every((sentence) => {
      const words = folded.text.slice(sentence.start, sentence.end).replace(/[\s\d[\]。；;]+$/, '');
      return words.trim() === '' || passages.some((text) => text.includes(words.trim()));
    });

/** From each sentence on, as many as are short enough: a promise may take two of them. */
function stretchesOf({ sentences }: Utterance): readonly Stretch[] {
  const stretches: Stretch[] = [];
  sentences.forEach((first, i) => {
    let last = i;
    while (last + 1 < sentences.length && sentences[last + 1]!.end - first.start <= REACH)
      last += 1;
    const stretch = { start: first.start, end: sentences[last]!.end };
    const covered = stretches.at(-1);
    if (covered && stretch.end <= covered.end) return;
    stretches.push(stretch);
  });
  return stretches;
}
