import { fileURLToPath } from 'node:url';
import { ingest } from '../retrieval/ingest.js';
import type { KnowledgeIndex } from '../retrieval/knowledge-index.js';
import { buildIndex, hashOf } from '../retrieval/knowledge-index.js';
import type { KnowledgeRows } from '../retrieval/queries.js';
import { readKnowledge } from '../retrieval/queries.js';
import type { Store } from '../store/store.js';
import type { Instant } from '../terms/time.js';
import { knowledgeVectors } from './knowledge-vectors.js';

const folder = (name: string): string =>
  fileURLToPath(new URL(`../../knowledge/${name}`, import.meta.url));

/** Always loaded; product cards and FAQ are the demonstration institution's own (architecture.md §4). */
const SHIPPED = ['regulations', 'glossary.md'];
const DEMONSTRATION = ['products', 'faq'];

/** Takes in what ships with the service; unchanged files cost only their hash. */
export async function loadShipped(store: Store, demo: boolean, now: Instant): Promise<void> {
  for (const name of demo ? [...SHIPPED, ...DEMONSTRATION] : SHIPPED) {
    const options = { now, prune: true, origin: `shipped:${name}` };
    const [bad] = (await ingest(store, [folder(name)], options)).refused;
    if (bad) throw new Error(`knowledge: ${bad.path}: ${bad.reason}`);
  }
}

/** The current snapshot of knowledge and how it is brought up to date. */
export interface KnowledgeBase {
  readonly index: () => KnowledgeIndex;
  /** Builds a new snapshot if documents have changed since the last. */
  refresh(): Promise<void>;
}

export interface KnowledgeOptions {
  /** Where fitted vectors are kept; they are always rebuildable from rows. */
  readonly modelDir: string;
  /** Questions known not to be ours. */
  readonly foreign: readonly string[];
}

export async function openKnowledgeBase(
  store: Store,
  { modelDir, foreign }: KnowledgeOptions,
): Promise<KnowledgeBase> {
  const build = (rows: KnowledgeRows): KnowledgeIndex =>
    buildIndex(rows, { foreign, vectors: knowledgeVectors(rows, modelDir) });
  let index = build(await readKnowledge(store));
  return {
    index: () => index,
    async refresh() {
      const rows = await readKnowledge(store);
      if (hashOf(rows) !== index.hash) index = build(rows);
    },
  };
}
