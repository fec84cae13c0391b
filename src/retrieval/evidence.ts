import type { Corpus, RankedCandidate } from './candidates.js';
import type { Foreignness } from './foreign.js';
import type { Query, QueryTerm } from './query.js';
import { RANK_FEATURES } from './rank.js';
import type { RankFeatures } from './rank.js';
import type { SupportFeatures } from './support.js';

/** The usual cosine of a right passage; stands in while the vectors are not there. */
const USUAL_COSINE = 0.6;
/** Two bare scores of the largest size and nothing against the passage. */
const BEST_SCORE = 2.5;

export interface Evidence extends Corpus {
  readonly foreignness: Foreignness;
}

/** `ranked`: best first; `similarity`: of the query to the questions of the first. */
export function featuresOf(
  evidence: Evidence,
  query: Query,
  ranked: readonly [RankedCandidate, ...RankedCandidate[]],
  similarity: number,
): SupportFeatures {
  const [top] = ranked;
  const isFound = (term: QueryTerm) => term.isIn(top.position);
  const { terms } = query;
  const words = terms.filter(({ isPair }) => !isPair);
  const pairs = terms.filter(({ isPair }) => isPair);
  const rarity = terms.reduce((sum, { idf }) => sum + idf, 1e-9);
  const { cosine, lexical, named, subjectsMissing, circumstanceUnsaid, faq, note, law } =
    top.features ?? NOTHING;
  return {
    words: share(words, isFound),
    pairs: share(pairs, isFound),
    similarity,
    unknownWords: share(words, ({ isKnown }) => !isKnown),
    cosine: evidence.vectors ? cosine : USUAL_COSINE,
    foreign: evidence.foreignness(query.words),
    length: terms.length / (terms.length + 10),
    strength: Math.min(1, top.lexical / rarity / 2),
    margin: marginOf(ranked, evidence),
    score: Math.min(1, Math.max(0, top.score / BEST_SCORE)),
    rareMissing: rareMissing(pairs, isFound),
    ...{ lexical, named, subjectsMissing, circumstanceUnsaid, faq, note, law },
  };
}

const NOTHING = Object.fromEntries(RANK_FEATURES.map((name) => [name, 0])) as RankFeatures;

function marginOf(
  [best, ...others]: readonly [RankedCandidate, ...RankedCandidate[]],
  { passages }: Corpus,
): number {
  const document = passages[best.position]?.document;
  const rival = others.find(({ position }) => passages[position]?.document !== document);
  return rival ? Math.min(1, best.score - rival.score) : 1;
}

/** The rarest known pairs are what the question is about, more often than not. */
function rareMissing(pairs: readonly QueryTerm[], isFound: (pair: QueryTerm) => boolean): number {
  const rarest = pairs
    .filter(({ isKnown }) => isKnown)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 2);
  return rarest.filter((pair) => !isFound(pair)).length / Math.max(rarest.length, 1);
}

/** Weight share of the terms that pass; 0 where there are none. */
function share(terms: readonly QueryTerm[], passes: (term: QueryTerm) => boolean): number {
  let [total, passed] = [0, 0];
  for (const term of terms) {
    total += term.weight;
    if (passes(term)) passed += term.weight;
  }
  return total === 0 ? 0 : passed / total;
}
