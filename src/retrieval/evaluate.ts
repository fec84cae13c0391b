import { join } from 'node:path';
import type { DocumentRow, PassageRow } from '../store/schema.js';
import { BM25_DEFAULTS } from './bm25.js';
import { buildIndex } from './knowledge-index.js';
import type { Judgements } from './beir.js';
import { BrokenData, readEntries, readJudgements } from './beir.js';
import { meanOf, ndcg, percentile, recall, reciprocalRank } from './measures.js';
import type { KnowledgeRows } from './queries.js';

export interface EvaluateOptions {
  readonly split: string;
  /** Questions of qrels/train.tsv become remembered questions of the passages that answer them. */
  readonly memory: boolean;
}

/** Quality as ratios; latency in ms of one search of 100; build in s; memory growth in MB. */
export interface RetrievalFigures {
  readonly queries: number;
  readonly passages: number;
  readonly 'ndcg@10': number;
  readonly 'mrr@10': number;
  readonly 'recall@5': number;
  readonly 'recall@10': number;
  readonly 'recall@100': number;
  readonly latency_p50_ms: number;
  readonly latency_p99_ms: number;
  readonly build_s: number;
  readonly memory_mb: number;
}

const DEPTH = 100;
/** A corpus has no dates, so any day does. */
const ANY_DAY = '2026-01-01';

/**
 * Measures search on a folder in BEIR layout: corpus.jsonl, queries.jsonl, qrels/SPLIT.tsv. Throws
 * BrokenData when a line cannot be read, and when there is nothing to search or to ask.
 */
export async function evaluateRetrieval(
  directory: string,
  { split, memory }: EvaluateOptions,
): Promise<RetrievalFigures> {
  const queries = new Map<string, string>();
  for await (const { _id, text } of readEntries(join(directory, 'queries.jsonl'))) {
    queries.set(_id, text);
  }
  const judgements = join(directory, 'qrels', `${split}.tsv`);
  const judged = await readJudgements(judgements);
  if (![...judged.keys()].some((query) => queries.has(query))) {
    throw new BrokenData(`${judgements}: it judges no query of queries.jsonl`);
  }
  const learned = memory ? await readJudgements(join(directory, 'qrels', 'train.tsv')) : new Map();
  const rows = await readCorpus(join(directory, 'corpus.jsonl'), asksOf(learned, queries, judged));

  const memoryBefore = process.memoryUsage().rss;
  const started = performance.now();
  const index = buildIndex(rows, { bm25: BM25_DEFAULTS, rank: null });
  const build = (performance.now() - started) / 1000;
  const memoryAfter = process.memoryUsage().rss;

  const runs = [...judged].flatMap(([query, relevant]) => {
    const text = queries.get(query);
    if (text === undefined) return [];
    const began = performance.now();
    const { passages } = index.search(text, { k: DEPTH, asOf: ANY_DAY });
    const latency = performance.now() - began;
    return [{ latency, relevant, found: passages.map(({ passage }) => passage.document) }];
  });
  const mean = (of: (run: (typeof runs)[number]) => number) => meanOf(runs.map(of));
  const latencies = runs.map(({ latency }) => latency);
  return {
    queries: runs.length,
    passages: index.size,
    'ndcg@10': mean(({ found, relevant }) => ndcg(found, relevant, 10)),
    'mrr@10': mean(({ found, relevant }) => reciprocalRank(found, relevant, 10)),
    'recall@5': mean(({ found, relevant }) => recall(found, relevant, 5)),
    'recall@10': mean(({ found, relevant }) => recall(found, relevant, 10)),
    'recall@100': mean(({ found, relevant }) => recall(found, relevant, 100)),
    latency_p50_ms: percentile(latencies, 0.5),
    latency_p99_ms: percentile(latencies, 0.99),
    build_s: build,
    memory_mb: (memoryAfter - memoryBefore) / 1_000_000,
  };
}

/** Remembered questions by corpus id; a question that is asked in this run is never remembered. */
function asksOf(
  learned: Judgements,
  queries: ReadonlyMap<string, string>,
  asked: Judgements,
): ReadonlyMap<string, string[]> {
  const asks = new Map<string, string[]>();
  for (const [query, passages] of learned) {
    const text = queries.get(query);
    if (text === undefined || asked.has(query)) continue;
    for (const passage of passages) asks.set(passage, [...(asks.get(passage) ?? []), text]);
  }
  return asks;
}

async function readCorpus(
  file: string,
  asks: ReadonlyMap<string, readonly string[]>,
): Promise<KnowledgeRows> {
  const documents: DocumentRow[] = [];
  const passages: PassageRow[] = [];
  for await (const { _id, title, text } of readEntries(file)) {
    documents.push({ ...BARE_DOCUMENT, id: _id, title: title ?? '' });
    passages.push({
      id: `${_id}#1`,
      document_id: _id,
      ordinal: 1,
      article: null,
      context: null,
      text,
      evidence: null,
      asks: JSON.stringify(asks.get(_id) ?? []),
    });
  }
  if (documents.length === 0) throw new BrokenData(`${file}: the corpus is empty`);
  return { documents, passages, further: [] };
}

const BARE_DOCUMENT: Omit<DocumentRow, 'id' | 'title'> = {
  kind: 'law',
  issuer: '',
  authority: 'law',
  effective: null,
  expires: null,
  source: null,
  verified: 0,
  evidence: null,
  product: null,
  hash: '',
  ingested_at: 0,
};
