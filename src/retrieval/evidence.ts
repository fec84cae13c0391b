import { isPair } from '../language/tokens.js';
import type { Corpus, Query, RankedCandidate } from './candidates.js';
import type { Foreignness } from './foreign.js';
import type { TokenWeight } from './question-match.js';
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
  const { vectors, bm25, weight } = evidence;
  const [top] = ranked;
  const isFound = (token: string) => bm25.contains(top.position, token);
  const isUnknown = (token: string) => !bm25.knows(token);
  const all = [...query.words];
  const words = all.filter((token) => !isPair(token));
  const pairs = all.filter(isPair);
  const rarity = all.reduce((sum, token) => sum + bm25.idf(token), 1e-9);
  const { cosine, lexical, named, subjectsMissing, faq, note, law } = top.features ?? NOTHING;
  return {
    words: share(words, isFound, weight),
    pairs: share(pairs, isFound, weight),
    similarity,
    unknownWords: share(words, isUnknown, weight),
    cosine: vectors ? cosine : USUAL_COSINE,
    foreign: evidence.foreignness(query.words),
    length: all.length / (all.length + 10),
    strength: Math.min(1, top.lexical / rarity / 2),
    margin: marginOf(ranked, evidence),
    score: Math.min(1, Math.max(0, top.score / BEST_SCORE)),
    rareMissing: rareMissing(pairs, evidence, isFound),
    ...{ lexical, named, subjectsMissing, faq, note, law },
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
function rareMissing(
  pairs: readonly string[],
  { bm25, weight }: Evidence,
  isFound: (token: string) => boolean,
): number {
  const rarest = pairs
    .filter((pair) => bm25.knows(pair))
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, 2);
  return rarest.filter((pair) => !isFound(pair)).length / Math.max(rarest.length, 1);
}

/** Weight share of the tokens that pass; 0 where there are none. */
function share(
  found: readonly string[],
  passes: (token: string) => boolean,
  weight: TokenWeight,
): number {
  let [total, passed] = [0, 0];
  for (const token of found) {
    total += weight(token);
    if (passes(token)) passed += weight(token);
  }
  return total === 0 ? 0 : passed / total;
}
