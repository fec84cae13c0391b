import { createHash } from 'node:crypto';
import { tokens } from '../language/tokens.js';
import type { KnowledgeKind, Passage } from '../terms/passage.js';
import type { LocalDate } from '../terms/time.js';
import type { Bm25, Bm25Options } from './bm25.js';
import { KNOWLEDGE_BM25, buildBm25 } from './bm25.js';
import type { Foreignness } from './foreign.js';
import { fitForeignness } from './foreign.js';
import type { Dense } from './fuse.js';
import { fuse } from './fuse.js';
import { indexedPassages, questionsOf } from './passages.js';
import type { KnowledgeRows } from './queries.js';
import type { AskedTokens, TokenWeight } from './question-match.js';
import { countAsked, matchQuestions, tokenWeights } from './question-match.js';
import { topPositions } from './ranking.js';
import type { SupportFeatures, SupportWeights } from './support.js';
import { SUPPORT_WEIGHTS, featuresOf, supportOf } from './support.js';
import type { Vectors } from './vectors.js';

export type KindBonus = Readonly<Partial<Record<KnowledgeKind, number>>>;

export interface SearchOptions {
  /** How many passages to return. */
  readonly k: number;
  /** The day the answer is for: what is not yet or no longer in force then is not found. */
  readonly asOf: LocalDate;
  readonly kinds?: readonly KnowledgeKind[];
  /** Which kinds the question is more likely about; added to scores whose best is about 1. */
  readonly bonus?: KindBonus;
  /** Only passages of this product's card. */
  readonly product?: string;
  /** True for a passage that must not be found now, such as a product that left the shelf. */
  readonly hidden?: (passage: Passage) => boolean;
}

export interface FoundPassage {
  readonly passage: Passage;
  /** Larger is better; comparable only within one search. */
  readonly score: number;
  /** 0..1: likeness to the passage's best remembered question or title. */
  readonly questionScore: number;
}

export interface SearchResult {
  /** Best first. */
  readonly passages: readonly FoundPassage[];
  /** 0..1: calibrated estimate that the first passage answers; 0 when there is none. */
  readonly support: number;
  /** What `support` was computed from; null when nothing was found. */
  readonly features: SupportFeatures | null;
}

/** An immutable snapshot of knowledge (知识快照): new documents make a new one. */
export interface KnowledgeIndex {
  readonly size: number;
  /** SHA-256 over the documents' content hashes: names the snapshot in the record. */
  readonly hash: string;
  search(query: string, options: SearchOptions): SearchResult;
}

export interface IndexOptions {
  readonly bm25?: Bm25Options;
  readonly support?: SupportWeights;
  /** Dense neighbours over the same rows, see `vectorsOf`. */
  readonly vectors?: Vectors | undefined;
  /** Weight of the dense ranking in the fusion, where the lexical one has 1. */
  readonly vectorWeight?: number;
  /** Questions known not to be ours (the out_of_scope intent's lines): `support` was fitted with them. */
  readonly foreign?: readonly string[];
}

/** Candidates of each ranking. */
const DEPTH = 100;
/** Cosine 1 counts as much as the best lexical score; from the held-out questions. */
const VECTOR_WEIGHT = 1;
/** Of two that are close, the reply written for customers; on the scale where a best score is 1. */
const DEFAULT_BONUS: KindBonus = { faq: 0.06 };

const bonusOf = (passage: Passage | undefined, bonus = DEFAULT_BONUS): number =>
  (passage && bonus[passage.kind]) ?? 0;

interface Snapshot {
  readonly passages: readonly Passage[];
  readonly questions: readonly (readonly string[])[];
  readonly bm25: Bm25;
  readonly asked: AskedTokens;
  readonly weight: TokenWeight;
  readonly foreignness: Foreignness;
  readonly support: SupportWeights;
  readonly vectors: Vectors | null;
  readonly vectorWeight: number;
}

/** Reads no clock and keeps nothing of the rows' order but positions. */
export function buildIndex(rows: KnowledgeRows, options: IndexOptions = {}): KnowledgeIndex {
  const indexed = indexedPassages(rows);
  const bm25 = buildBm25(
    indexed.map(({ fields }) => fields),
    options.bm25 ?? KNOWLEDGE_BM25,
  );
  const asked = countAsked(indexed.map(({ fields }) => fields.asks));
  const snapshot: Snapshot = {
    passages: indexed.map(({ passage }) => passage),
    questions: indexed.map(questionsOf),
    bm25,
    asked,
    weight: tokenWeights(bm25, asked),
    foreignness: fitForeignness(indexed, options.foreign ?? []),
    support: options.support ?? SUPPORT_WEIGHTS,
    vectors: options.vectors ?? null,
    vectorWeight: options.vectorWeight ?? VECTOR_WEIGHT,
  };
  return {
    size: indexed.length,
    hash: hashOf(rows),
    search: (query, asked) => search(snapshot, query, asked),
  };
}

export function hashOf({ documents }: KnowledgeRows): string {
  const hash = createHash('sha256');
  const lines = documents.map((document) => `${document.id} ${document.hash}\n`).sort();
  for (const line of lines) hash.update(line);
  return hash.digest('hex');
}

function search(snapshot: Snapshot, text: string, options: SearchOptions): SearchResult {
  const query = tokens(text);
  const admits = (position: number) => mayBeFound(snapshot.passages[position] as Passage, options);
  const scores = snapshot.bm25.scores(query);
  const lexical = { scores, best: topPositions(scores, DEPTH, admits) };
  const vector = snapshot.vectors?.embed(query) ?? null;
  const ranked = fuse(lexical, denseOf(snapshot, vector), admits, (position) =>
    bonusOf(snapshot.passages[position], options.bonus),
  );
  if (ranked.length === 0) return { passages: [], support: 0, features: null };

  const words = new Set(query);
  const matchOf = (position: number) =>
    matchQuestions(words, snapshot.questions[position] ?? [], snapshot.weight);
  const features = featuresOf({
    ...snapshot,
    query: words,
    ranked,
    match: matchOf(ranked[0]?.position ?? 0),
    lexical: scores[ranked[0]?.position ?? 0] ?? 0,
    vector,
  });
  const passages = ranked.slice(0, options.k).map(({ position, score }) => ({
    passage: snapshot.passages[position] as Passage,
    score,
    questionScore: matchOf(position).similarity,
  }));
  return { passages, support: supportOf(features, snapshot.support), features };
}

/** In force on the day and asked for; checked before the best are cut off. */
function mayBeFound(passage: Passage, { asOf, kinds, product, hidden }: SearchOptions): boolean {
  if (passage.effective !== null && passage.effective > asOf) return false;
  if (passage.expires !== null && passage.expires < asOf) return false;
  if (kinds && !kinds.includes(passage.kind)) return false;
  if (product !== undefined && passage.product !== product) return false;
  return !hidden?.(passage);
}

const denseOf = ({ vectors, vectorWeight }: Snapshot, vector: Float32Array | null): Dense | null =>
  vectors && vector && vectorWeight > 0 ? { vectors, vector, weight: vectorWeight } : null;
