import { open } from 'node:fs/promises';
import { z } from 'zod';

/** Test data in BEIR layout, read line by line: a corpus may be larger than memory allows a string. */

/** Relevant corpus ids by query id. */
export type Judgements = ReadonlyMap<string, ReadonlySet<string>>;

/** A line of test data that cannot be read, by file and line, or a file with nothing in it. */
export class BrokenData extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'BrokenData';
  }
}

/** A document or a query. A published corpus may have documents that are a title and nothing else. */
const Entry = z
  .object({ _id: z.string().min(1), title: z.string().optional(), text: z.string() })
  .refine(({ title = '', text }) => (title + text).trim() !== '');
export type Entry = z.infer<typeof Entry>;

/** Lines of corpus.jsonl or queries.jsonl. Throws BrokenData. */
export async function* readEntries(file: string): AsyncGenerator<Entry> {
  for await (const { line, place } of readLines(file)) {
    const parsed = Entry.safeParse(parseLine(line, place));
    if (!parsed.success) throw new BrokenData(`${place}: it needs an _id and a text`);
    yield parsed.data;
  }
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new BrokenData(`${place}: it is not JSON`, { cause });
  }
}

/**
 * Lines `query-id⇥corpus-id⇥score`, with or without a heading; a score of 0 is not relevant. Throws
 * BrokenData.
 */
export async function readJudgements(file: string): Promise<Judgements> {
  const judged = new Map<string, Set<string>>();
  for await (const { line, place, first } of readLines(file)) {
    const [query, passage, score, ...more] = line.split('\t');
    if (!query || !passage || !score?.trim() || more.length > 0) {
      throw new BrokenData(`${place}: it needs query-id, corpus-id and score, separated by tabs`);
    }
    const relevance = Number(score);
    if (first && Number.isNaN(relevance)) continue;
    if (!Number.isFinite(relevance)) throw new BrokenData(`${place}: the score is not a number`);
    if (relevance > 0) judged.set(query, (judged.get(query) ?? new Set()).add(passage));
  }
  return judged;
}

interface NumberedLine {
  readonly line: string;
  readonly place: string;
  readonly first: boolean;
}

/** Lines with something on them; `place` is `FILE line N`, as editors count. */
async function* readLines(file: string): AsyncGenerator<NumberedLine> {
  // Not a bare stream: readline lets its error pass by and the command ends without a word.
  const handle = await open(file);
  try {
    let number = 0;
    for await (const line of handle.readLines()) {
      number += 1;
      if (line.trim()) yield { line, place: `${file} line ${number}`, first: number === 1 };
    }
  } finally {
    await handle.close();
  }
}
