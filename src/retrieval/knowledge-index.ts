import { createHash } from 'node:crypto';
import type { KnowledgeKind, Passage } from '../terms/passage.js';
import type { LocalDate } from '../terms/time.js';
import type { Bm25Options } from './bm25.js';
import { KNOWLEDGE_BM25, buildBm25 } from './bm25.js';
import type { Corpus } from './candidates.js';
import { rankCandidates } from './candidates.js';
import { featuresOf } from './evidence.js';
import type { Foreignness } from './foreign.js';
import { fitForeignness } from './foreign.js';
import type { FindFurther } from './further.js';
import { furtherParts } from './further.js';
import type { IndexedPassage } from './passages.js';
import { partsAsked } from './part-asked.js';
import { indexedPassages, questionsOf } from './passages.js';
import { pointIn } from './point.js';
import type { KnowledgeRows } from './queries.js';
import type { Query } from './query.js';
import { takeApart, weightOf } from './query.js';
import type { RememberedQuestions, TokenWeight } from './question-match.js';
import { countAsked, remembered, similarityTo, tokenWeights } from './question-match.js';
import type { RankFeatures } from './rank.js';
import { RANK_WEIGHTS, profileOf } from './rank.js';
import { subjectRarity } from './subjects.js';
import type { SupportFeatures, SupportWeights } from './support.js';
import { SUPPORT_WEIGHTS, supportOf } from './support.js';
import type { Vectors } from './vectors.js';
import type { Reading } from './words.js';

export type KindBonus = Readonly<Partial<Record<KnowledgeKind, number>>>;

export interface SearchOptions {
  /** How many passages to return. */
  readonly k: number;
  /** The day the answer is for: what is not yet or no longer in force then is not found. */
  readonly asOf: LocalDate;
  readonly kinds?: readonly KnowledgeKind[];
  /** Which kinds the question is more likely about; on a scale where the best lexical score is 1. */
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
}

export interface SearchResult {
  /** Best first. */
  readonly passages: readonly FoundPassage[];
  /** 0..1: calibrated estimate that the first passage answers; 0 when there is none. */
  readonly support: number;
  /** What `support` was computed from; null when nothing was found. */
  readonly features: SupportFeatures | null;
}

/** A candidate and what its place was computed from. */
export interface ExplainedCandidate {
  readonly passage: Passage;
  readonly features: RankFeatures;
}

/** An immutable snapshot of knowledge (知识快照): new documents make a new one. */
export interface KnowledgeIndex {
  readonly size: number;
  /** SHA-256 over the documents' content hashes: names the snapshot in the record. */
  readonly hash: string;
  search(query: string, options: SearchOptions): SearchResult;
  /** One passage by its id, if it is in force on the day; null: it is not. */
  passage(id: string, asOf: LocalDate): Passage | null;
  /** The part of a handbook entry whose questions these words are most like; null: it has none. */
  readonly further: FindFurther;
  /** The part a question asks for that did not come after its entry; null: it asks for the entry. */
  readonly partAsked: FindFurther;
  /** How much of what words weigh a document speaks of, 0…1: of its best passage. */
  covers(document: string, words: string): number;
  /** Where an entry answers a question: a place in its text, 0 being the beginning. */
  pointIn(entry: Passage, query: string): number;
  /** All candidates, best first, for fitting; none where the order is purely lexical. */
  explain(query: string, options: SearchOptions): readonly ExplainedCandidate[];
}

export interface IndexOptions {
  readonly bm25?: Bm25Options;
  /** Null keeps the lexical order: for corpora that are not a house's knowledge. */
  readonly rank?: RankFeatures | null;
  readonly support?: SupportWeights;
  /** Dense neighbours over the same rows, see `vectorsOf`. */
  readonly vectors?: Vectors | undefined;
  /** Questions known not to be ours (the out_of_scope intent's lines): `support` was fitted with them. */
  readonly foreign?: readonly string[];
}

/** Of two that are close, the reply written for customers. */
const DEFAULT_BONUS: KindBonus = { faq: 0.06 };

interface Snapshot extends Corpus {
  readonly read: Reading;
  readonly weight: TokenWeight;
  readonly questions: RememberedQuestions;
  readonly foreignness: Foreignness;
  readonly support: SupportWeights;
}

/** Reads no clock and keeps nothing of the rows' order but positions. */
export function buildIndex(rows: KnowledgeRows, options: IndexOptions = {}): KnowledgeIndex {
  const { bm25: lexical = KNOWLEDGE_BM25, rank = RANK_WEIGHTS } = options;
  const indexed = indexedPassages(rows);
  const further = indexedPassages({ documents: rows.documents, passages: rows.further });
  const bm25 = buildBm25(
    indexed.map(({ fields }) => fields),
    lexical,
  );
  const profiles = rank && indexed.map(profileOf);
  // Product cards are many and asked by name: what is usual to ask is learned from the rest.
  const asked = indexed.filter(({ passage }) => passage.kind !== 'product');
  const house = profiles?.filter((_, at) => isOfHouse(indexed[at] as IndexedPassage)) ?? [];
  const weight = tokenWeights(bm25, countAsked(asked.map(({ fields }) => fields.asks)));
  const snapshot: Snapshot = {
    read: lexical.read,
    passages: indexed.map(({ passage }) => passage),
    questions: remembered(indexed.map(questionsOf), lexical.read, weight),
    profiles,
    subjectRarity: subjectRarity(house.map(({ subjects }) => subjects)),
    rank: rank ?? RANK_WEIGHTS,
    bm25,
    weight,
    foreignness: fitForeignness(indexed, options.foreign ?? []),
    support: options.support ?? SUPPORT_WEIGHTS,
    vectors: options.vectors ?? null,
  };
  return {
    size: indexed.length,
    hash: hashOf(rows),
    search: (query, asked) => search(snapshot, query, asked),
    passage: (id, asOf) =>
      snapshot.passages.find((one) => one.id === id && mayBeFound(one, { asOf })) ?? null,
    further: furtherParts(further, snapshot, mayBeFound),
    partAsked: partsAsked({ own: indexed, parts: further }, snapshot, mayBeFound),
    covers: (document, words) => covers(snapshot, document, words),
    pointIn: ({ text, title }, query) => pointIn(text, title, query, snapshot),
    explain: (query, asked) => explain(snapshot, query, asked),
  };
}

/** Law text mentions everything, a card one product: neither makes a subject common in the house. */
const isOfHouse = ({ passage: { kind } }: IndexedPassage): boolean =>
  kind !== 'law' && kind !== 'product';

export function hashOf({ documents }: KnowledgeRows): string {
  const hash = createHash('sha256');
  const lines = documents.map((document) => `${document.id} ${document.hash}\n`).sort();
  for (const line of lines) hash.update(line);
  return hash.digest('hex');
}

function queryOf(snapshot: Snapshot, text: string): Query {
  const tokens = snapshot.read(text);
  return takeApart(text, tokens, snapshot, snapshot.vectors?.embed(tokens) ?? null);
}

function candidatesFor(snapshot: Snapshot, query: Query, options: SearchOptions) {
  const { bonus = DEFAULT_BONUS } = options;
  const admits = (position: number) => mayBeFound(snapshot.passages[position] as Passage, options);
  return rankCandidates(snapshot, query, admits, ({ kind }) => bonus[kind] ?? 0);
}

function search(snapshot: Snapshot, text: string, options: SearchOptions): SearchResult {
  const query = queryOf(snapshot, text);
  const ranked = candidatesFor(snapshot, query, options);
  const [top, ...others] = ranked;
  if (!top) return { passages: [], support: 0, features: null };
  const likeness = (position: number) =>
    similarityTo(snapshot.questions(position), query.words, query.weight);
  const features = featuresOf(snapshot, query, [top, ...others], likeness(top.position));
  const passages = ranked.slice(0, options.k).map(({ position, score }) => ({
    passage: snapshot.passages[position] as Passage,
    score,
  }));
  return { passages, support: supportOf(features, snapshot.support), features };
}

function covers(snapshot: Snapshot, document: string, words: string): number {
  const { terms, weight } = queryOf(snapshot, words);
  const shares = snapshot.passages.flatMap((passage, at) =>
    passage.document === document ? [weightOf(terms.filter(({ isIn }) => isIn(at)))] : [],
  );
  return weight === 0 ? 0 : Math.max(0, ...shares) / weight;
}

const explain = (snapshot: Snapshot, text: string, options: SearchOptions): ExplainedCandidate[] =>
  candidatesFor(snapshot, queryOf(snapshot, text), options).flatMap(({ position, features }) =>
    features ? [{ passage: snapshot.passages[position] as Passage, features }] : [],
  );

/** In force on the day and asked for; checked before the best are cut off. */
function mayBeFound(
  passage: Passage,
  { asOf, kinds, product, hidden }: Omit<SearchOptions, 'k'>,
): boolean {
  if (passage.effective !== null && passage.effective > asOf) return false;
  if (passage.expires !== null && passage.expires < asOf) return false;
  if (kinds && !kinds.includes(passage.kind)) return false;
  if (product !== undefined && passage.product !== product) return false;
  return !hidden?.(passage);
}
