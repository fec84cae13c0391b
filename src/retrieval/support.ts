import { isPair } from '../language/tokens.js';
import type { Bm25 } from './bm25.js';
import type { Passage } from '../terms/passage.js';
import type { Foreignness } from './foreign.js';
import type { AskedTokens, QuestionMatch, TokenWeight } from './question-match.js';
import type { Ranked } from './ranking.js';
import type { Vectors } from './vectors.js';

/**
 * What is known about how well the top passage answers a query, each 0..1. The features and their
 * order are shared by search and calibration.
 */
export const SUPPORT_FEATURES = [
  /** Weight share of the query's single characters, words and codes found in the passage. */
  'words',
  /** Weight share of its pairs found there: characters alone are met by chance. */
  'pairs',
  /** Similarity to the best remembered question or title. */
  'similarity',
  /** Weight share covered by the best remembered question or title. */
  'asked',
  /** Weight share of its characters, words and codes that stand nowhere in knowledge. */
  'unknownWords',
  /** Weight share of its pairs that stand nowhere in knowledge. */
  'unknownPairs',
  /** Weight share of its pairs that stand in no remembered question or title. */
  'unasked',
  /** Dense likeness, at least 0. */
  'cosine',
  /** Likeness to questions that are not ours. */
  'foreign',
  /** Number of tokens: 10 give one half. */
  'length',
  /** BM25 score as a share of the most the query could reach. */
  'strength',
  /** Distance to the best passage of another document, as a share of the score. */
  'margin',
] as const;

export type SupportFeatures = Readonly<Record<(typeof SUPPORT_FEATURES)[number], number>>;

export interface SupportWeights extends SupportFeatures {
  readonly bias: number;
}

/**
 * Logistic weights, fitted with `tryOut` and `fitSupport` on the shipped knowledge of 2026-11-25:
 * its remembered questions against the out_of_scope lines and lay questions of other fields.
 */
export const SUPPORT_WEIGHTS: SupportWeights = {
  bias: -1.07,
  words: 2.89,
  pairs: 0.16,
  similarity: 1.57,
  asked: 0.78,
  unknownWords: -0.99,
  unknownPairs: -0.91,
  unasked: -2.23,
  cosine: 1.75,
  foreign: -4.4,
  length: 0.86,
  strength: 0.24,
  margin: 0.68,
};

/**
 * A reply may rest on the top passage from this support on. Held out of the shipped knowledge, 91 %
 * of the questions whose own passage came first reach it and 89 % of all answerable ones; of the
 * out_of_scope lines 5 % do, of lay questions from other fields (divorce, work, traffic) 13 %.
 * It tells ours from not ours well, a near neighbour from the very answer less well.
 */
export const SUPPORT_THRESHOLD = 0.57;

/** The usual cosine of a right passage; stands in while the vectors are not there. */
const USUAL_COSINE = 0.6;

/** 0..1: the estimated probability that the top passage answers the query. */
export function supportOf(features: SupportFeatures, weights = SUPPORT_WEIGHTS): number {
  let sum = weights.bias;
  for (const name of SUPPORT_FEATURES) sum += weights[name] * features[name];
  return 1 / (1 + Math.exp(-sum));
}

export interface Evidence {
  readonly query: ReadonlySet<string>;
  /** Best first; at least one. */
  readonly ranked: readonly Ranked[];
  readonly passages: readonly Passage[];
  /** The top passage's questions against the query, and its BM25 score. */
  readonly match: QuestionMatch;
  readonly lexical: number;
  readonly vector: Float32Array | null;
  readonly vectors: Vectors | null;
  readonly bm25: Bm25;
  readonly asked: AskedTokens;
  readonly weight: TokenWeight;
  readonly foreignness: Foreignness;
}

export function featuresOf(evidence: Evidence): SupportFeatures {
  const { query, ranked, match, lexical, vector, vectors, bm25, asked, weight } = evidence;
  const position = ranked[0]?.position ?? 0;
  const isFound = (token: string) => bm25.contains(position, token);
  const isUnknown = (token: string) => !bm25.knows(token);
  const all = [...query];
  const words = all.filter((token) => !isPair(token));
  const pairs = all.filter(isPair);
  const rarity = all.reduce((sum, token) => sum + bm25.idf(token), 1e-9);
  return {
    words: share(words, isFound, weight),
    pairs: share(pairs, isFound, weight),
    similarity: match.similarity,
    asked: match.coverage,
    unknownWords: share(words, isUnknown, weight),
    unknownPairs: share(pairs, isUnknown, weight),
    unasked: share(pairs, (token) => !asked.frequency.has(token), weight),
    cosine: vectors ? (vector ? Math.max(0, vectors.likeness(vector, position)) : 0) : USUAL_COSINE,
    foreign: evidence.foreignness(query),
    length: all.length / (all.length + 10),
    strength: Math.min(1, lexical / rarity / 2),
    margin: marginOf(ranked, evidence.passages),
  };
}

function marginOf(ranked: readonly Ranked[], passages: readonly Passage[]): number {
  const [best] = ranked;
  if (!best) return 0;
  const document = passages[best.position]?.document;
  const rival = ranked.find(({ position }) => passages[position]?.document !== document);
  return rival ? (best.score - rival.score) / best.score : 1;
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
