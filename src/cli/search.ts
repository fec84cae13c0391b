import { join } from 'node:path';
import { knowledgeVectors } from '../app/knowledge-vectors.js';
import { withOwnStore } from '../app/storage.js';
import type { Config } from '../config.js';
import { offShelf } from '../profiles/kyp.js';
import type { SearchResult } from '../retrieval/knowledge-index.js';
import { buildIndex } from '../retrieval/knowledge-index.js';
import { readKnowledge } from '../retrieval/queries.js';
import { isLocalDate, toLocalDate } from '../terms/time.js';
import { CommandFailure } from './command.js';
import { runningServer } from './running-server.js';

/** `k` as it was typed; `asOf` a day, today when absent. */
export interface SearchOptions {
  readonly k: string;
  readonly asOf?: string;
}

const NOTHING_YET =
  'no knowledge is on record yet: start the service once, or take files in with `shuzhi ingest`';

export async function searchFor(
  config: Config,
  query: string,
  options: SearchOptions,
): Promise<SearchResult> {
  const k = Number(options.k);
  if (!Number.isInteger(k) || k < 1) throw new CommandFailure('-k takes a whole number from 1');
  if (options.asOf !== undefined && !isLocalDate(options.asOf)) {
    throw new CommandFailure('--as-of takes a date, YYYY-MM-DD');
  }
  const server = await runningServer(config);
  const asOf = options.asOf ?? toLocalDate(Date.now());
  if (server) {
    const asked = new URLSearchParams({ query, k: String(k), asOf });
    return (await server.call(`/api/v1/operations/search?${asked.toString()}`)) as SearchResult;
  }
  return withOwnStore(config, async (store) => {
    const rows = await readKnowledge(store);
    if (rows.passages.length === 0) throw new CommandFailure(NOTHING_YET);
    const vectors = knowledgeVectors(rows, join(config.dataDir, 'models'));
    return buildIndex(rows, { vectors }).search(query, { k, asOf, hidden: await offShelf(store) });
  });
}
