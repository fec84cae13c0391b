import type { Passage } from '../terms/passage.js';
import type { Bm25 } from './bm25.js';
import type { Query } from './query.js';
import type { Profile, RankFeatures } from './rank.js';
import { askingOf, rankFeatures, scoreOf } from './rank.js';
import type { Ranked } from './ranking.js';
import { topPositions } from './ranking.js';
import type { Vectors } from './vectors.js';

/** Candidates of the lexical ranking; the nearest by vector join them. */
const DEPTH = 100;
const NEAR = 50;

/** What candidates are found and ranked with. */
export interface Corpus {
  readonly bm25: Bm25;
  readonly passages: readonly Passage[];
  /** Null where candidates keep their lexical order. */
  readonly profiles: readonly Profile[] | null;
  readonly rank: RankFeatures;
  /** 0..1: 1 for a subject that the house's own knowledge never mentions. */
  readonly subjectRarity: (subject: string) => number;
  readonly vectors: Vectors | null;
}

export interface RankedCandidate extends Ranked {
  /** BM25 score, not scaled. */
  readonly lexical: number;
  /** Null where nothing but the lexical score was looked at. */
  readonly features: RankFeatures | null;
}

/**
 * Candidates best first. Scores of both sides are weighed, not ranks: ranks throw away how far
 * ahead a candidate is. `bonus` is added to a scale where the best lexical score counts 1.
 */
export function rankCandidates(
  corpus: Corpus,
  query: Query,
  admits: (position: number) => boolean,
  bonus: (passage: Passage) => number,
): RankedCandidate[] {
  const scores = corpus.bm25.scores(query.tokens);
  const best = topPositions(scores, DEPTH, admits);
  // A query that shares no token with any passage stays without an answer.
  if (best.length === 0) return [];
  const most = best[0]?.score ?? 1;
  const rank = corpus.profiles ? ranker(corpus, corpus.profiles, query, most) : null;
  return [
    ...new Set([
      ...best.map(({ position }) => position),
      ...near(corpus, query, best.length, admits),
    ]),
  ]
    .map((position) => {
      const lexical = scores[position] as number;
      const features = rank?.(position, lexical) ?? null;
      const score = features ? scoreOf(features, corpus.rank) : lexical / most;
      return { position, lexical, features, score: score + bonusAt(corpus, position, bonus) };
    })
    .sort((a, b) => b.score - a.score || a.position - b.position);
}

const near = (
  { vectors }: Corpus,
  { vector }: Query,
  most: number,
  admits: (position: number) => boolean,
): readonly number[] =>
  vectors && vector ? vectors.nearest(vector, Math.min(NEAR, most), admits) : [];

const bonusAt = (
  { passages }: Corpus,
  position: number,
  bonus: (passage: Passage) => number,
): number => bonus(passages[position] as Passage);

function ranker(corpus: Corpus, profiles: readonly Profile[], query: Query, most: number) {
  const { passages, vectors } = corpus;
  const asking = askingOf(query, corpus.subjectRarity);
  return (position: number, lexical: number): RankFeatures =>
    rankFeatures(asking, {
      position,
      passage: passages[position] as Passage,
      profile: profiles[position] as Profile,
      lexical: lexical / most,
      cosine: vectors && query.vector ? Math.max(0, vectors.likeness(query.vector, position)) : 0,
    });
}
