import { isPair } from '../language/tokens.js';
import type { Passage } from '../terms/passage.js';
import type { Bm25 } from './bm25.js';
import { figuresOf } from './figures.js';
import type { Naming } from './naming.js';
import { isNamed, namingOf, termOf } from './naming.js';
import type { IndexedPassage } from './passages.js';
import type { TokenWeight } from './question-match.js';
import { subjectsOf } from './subjects.js';

/** What a candidate's place is computed from, each 0..1. */
export const RANK_FEATURES = [
  /** BM25 score as a share of the best. */
  'lexical',
  /** Dense likeness, at least 0. */
  'cosine',
  /** Weight share of the query's characters, words and names that the passage lacks. */
  'missing',
  /** Whether the query names a figure or code that the passage lacks. */
  'figuresMissing',
  /** Rarity of the subjects of the query that the passage never mentions, added up to 1 at most. */
  'subjectsMissing',
  /** Share of the subjects in the passage's heading that the query does not mention. */
  'subjectsStrange',
  /** Whether the query names its very article, or asks what its very term means. */
  'named',
  /** Whether it is remembered for any question. */
  'asked',
  'faq',
  'note',
  'law',
] as const;

export type RankFeatures = Readonly<Record<(typeof RANK_FEATURES)[number], number>>;

/**
 * Fitted with `rankExamples` and `fitRank` on the shipped knowledge of 2026-11-25, alone and together
 * with 27 law texts: remembered questions held out, and digests held out whole so that the article
 * itself was to be found. Hardly any of them names an article, so `named` is set by hand.
 */
export const RANK_WEIGHTS: RankFeatures = {
  lexical: 1,
  cosine: 1.28,
  missing: -0.25,
  figuresMissing: -0.26,
  subjectsMissing: -0.39,
  subjectsStrange: -0.11,
  named: 1.5,
  asked: 0.26,
  faq: 0.03,
  note: -0.5,
  law: 0.22,
};

/** What is known of a passage before any question. */
export interface Profile {
  readonly figures: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  /** Subjects of the heading that is the passage's own: a law's name stands over all its articles. */
  readonly headline: ReadonlySet<string>;
  /** What it explains, see `termOf`. */
  readonly term: string | null;
  readonly isAsked: boolean;
}

export function profileOf({ passage, fields }: IndexedPassage): Profile {
  const whole = [fields.heading, fields.text, ...fields.asks].join('\n');
  const isRule = passage.kind === 'law' || passage.kind === 'regulation';
  return {
    figures: figuresOf(whole),
    subjects: subjectsOf(whole),
    headline: subjectsOf(`${isRule ? '' : passage.title}\n${passage.article ?? ''}`),
    term: termOf(passage),
    isAsked: fields.asks.length > 0,
  };
}

/** A query taken apart once for all candidates. */
export interface Asking {
  /** Everything but pairs. */
  readonly words: readonly string[];
  readonly figures: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  readonly naming: Naming;
}

export const askingOf = (text: string, query: ReadonlySet<string>): Asking => ({
  words: [...query].filter((token) => !isPair(token)),
  figures: figuresOf(text),
  subjects: subjectsOf(text),
  naming: namingOf(text),
});

/** What all candidates of an index are judged with. */
export interface Grounds {
  readonly bm25: Bm25;
  readonly weight: TokenWeight;
  /** 0..1: 1 for a subject that the house's own knowledge never mentions. */
  readonly subjectRarity: (subject: string) => number;
}

export interface Candidate {
  readonly position: number;
  readonly passage: Passage;
  readonly profile: Profile;
  readonly lexical: number;
  readonly cosine: number;
}

export function rankFeatures(
  { words, figures, subjects, naming }: Asking,
  { position, passage, profile, lexical, cosine }: Candidate,
  { bm25, weight, subjectRarity: rarityOf }: Grounds,
): RankFeatures {
  return {
    lexical,
    cosine,
    missing: missingShare(words, (word) => bm25.contains(position, word), weight),
    figuresMissing: without(figures, profile.figures).length > 0 ? 1 : 0,
    subjectsMissing: Math.min(1, total(without(subjects, profile.subjects), rarityOf)),
    subjectsStrange:
      without(profile.headline, subjects).length / Math.max(profile.headline.size, 1),
    named: isNamed(passage, profile.term, naming) ? 1 : 0,
    asked: profile.isAsked ? 1 : 0,
    faq: passage.kind === 'faq' ? 1 : 0,
    note: passage.kind === 'note' ? 1 : 0,
    law: passage.kind === 'law' ? 1 : 0,
  };
}

/** On no fixed scale: larger is better within one query. */
export function scoreOf(features: RankFeatures, weights: RankFeatures): number {
  let sum = 0;
  for (const name of RANK_FEATURES) sum += weights[name] * features[name];
  return sum;
}

function missingShare(
  words: readonly string[],
  has: (word: string) => boolean,
  weight: TokenWeight,
): number {
  const all = total(words, weight);
  const missing = words.filter((word) => !has(word));
  return all === 0 ? 0 : total(missing, weight) / all;
}

const without = (wanted: ReadonlySet<string>, present: ReadonlySet<string>): string[] =>
  [...wanted].filter((one) => !present.has(one));

const total = (found: readonly string[], weigh: (one: string) => number): number =>
  found.reduce((sum, one) => sum + weigh(one), 0);
