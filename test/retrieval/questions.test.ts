import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { searchGeneral } from '../../src/agent/tools/search-knowledge.js';
import { linesOf, loadIntents } from '../../src/agent/understand/intents.js';
import { ingest } from '../../src/retrieval/ingest.js';
import { buildIndex } from '../../src/retrieval/knowledge-index.js';
import { readKnowledge } from '../../src/retrieval/queries.js';
import { SUPPORT_THRESHOLD } from '../../src/retrieval/support.js';
import { vectorsOf } from '../../src/retrieval/vectors.js';
import { SECRET } from '../store/databases.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Passage } from '../../src/terms/passage.js';

/**
 * Questions in words unlike the entries', written before anything was tuned; halves drawn at random
 * (mulberry32, seed 20261125). Only `dev` may be looked at one by one. An answer is a document, or
 * `document/beginning of the article`. `law` rows need law text that is not shipped.
 */
interface Row {
  readonly needs: string;
  readonly question: string;
  readonly answers: readonly string[];
}

const rows = readFileSync('test/retrieval/questions.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Row => {
    const [, needs = '', question = '', answers = ''] = line.split('\t');
    return { needs, question, answers: answers.split(/ (?=(?:faq|regulation|note|law):)/) };
  });

const answers = ({ document, article }: Passage, accepted: readonly string[]): boolean =>
  accepted.some((one) => {
    const [id, beginning] = one.split('/');
    return id === document && (beginning === undefined || article?.startsWith(beginning));
  });

type Outcome = 'right' | 'wrong' | 'declined';
interface Found {
  readonly row: Row;
  readonly outcome: Outcome;
  /** Place of the first passage that answers, from 0; -1 for none of three. */
  readonly place: number;
}

let found: readonly Found[];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shuzhi-questions-'));
  const store = await openSqlite(join(folder, 'store.db'), SECRET);
  const shipped = ['faq', 'products', 'regulations', 'glossary.md'];
  await ingest(
    store,
    shipped.map((name) => join('knowledge', name)),
    { now: 0 },
  );
  const knowledge = await readKnowledge(store);
  await store.close();
  await rm(folder, { recursive: true });
  const foreign = linesOf(loadIntents('knowledge/intents'), 'out_of_scope');
  const vectors = vectorsOf(knowledge);
  const index = buildIndex(knowledge, { vectors, foreign });
  found = rows.map((row) => {
    const { passages, support } = searchGeneral(index, row.question, '2026-11-25', 3);
    const place = passages.findIndex(({ passage }) => answers(passage, row.answers));
    const outcome = place === 0 ? 'right' : 'wrong';
    return { row, place, outcome: support >= SUPPORT_THRESHOLD ? outcome : 'declined' };
  });
});

const share = (needs: string, passes: (one: Found) => boolean): number => {
  const asked = found.filter(({ row }) => row.needs === needs);
  return asked.filter(passes).length / asked.length;
};

describe('questions in words of their own', () => {
  it('find the entry that answers them', () => {
    expect(share('knowledge', ({ place }) => place === 0)).toBeGreaterThan(0.84);
    expect(share('knowledge', ({ place }) => place >= 0)).toBeGreaterThan(0.9);
  });

  it('are answered rightly or not at all', () => {
    expect(share('knowledge', ({ outcome }) => outcome === 'right')).toBeGreaterThan(0.76);
    expect(share('knowledge', ({ outcome }) => outcome === 'wrong')).toBeLessThan(0.07);
  });

  it('are declined where knowledge has no answer', () => {
    expect(share('nothing', ({ outcome }) => outcome !== 'declined')).toBeLessThan(0.13);
  });
});
