import { fileURLToPath } from 'node:url';
import { ingest } from '../retrieval/ingest.js';
import type { KnowledgeIndex } from '../retrieval/knowledge-index.js';
import { buildIndex, hashOf } from '../retrieval/knowledge-index.js';
import type { KnowledgeRows } from '../retrieval/queries.js';
import { readKnowledge } from '../retrieval/queries.js';
import { documentTexts } from '../retrieval/archive.js';
import type { Store } from '../store/store.js';
import { UNNAMED, keepState, placeOf } from '../store/version-archive.js';
import { changedNames } from '../store/version-lines.js';
import type { Instant } from '../terms/time.js';
import { fitAside } from './fit-aside.js';
import { knowledgeVectors } from './knowledge-vectors.js';
import { RELEASE } from './release-files.js';

const folder = (name: string): string =>
  fileURLToPath(new URL(`../../knowledge/${name}`, import.meta.url));

/** Always loaded; product cards and FAQ are the demonstration institution's own (architecture.md §4). */
const SHIPPED = ['regulations', 'glossary.md'];
const DEMONSTRATION = ['products', 'faq'];

/** Takes in what ships with the service; unchanged files cost only their hash. */
export async function loadShipped(store: Store, demo: boolean, now: Instant): Promise<void> {
  const by = { author: RELEASE, approver: null, basis: 'release' };
  // What the house has changed stays changed until it takes the change back.
  const spared = await changedNames(store, 'document');
  for (const name of demo ? [...SHIPPED, ...DEMONSTRATION] : SHIPPED) {
    const options = { now, by, spared, prune: true, origin: `shipped:${name}` };
    const [bad] = (await ingest(store, [folder(name)], options)).refused;
    if (bad) throw new Error(`knowledge: ${bad.path}: ${bad.reason}`);
  }
}

/** The current snapshot of knowledge and how it is brought up to date. */
export interface KnowledgeBase {
  readonly index: () => KnowledgeIndex;
  /** Where in the version archive what it was built from stands. */
  readonly place: () => number;
  /** Builds a new snapshot if documents have changed since the last. */
  refresh(): Promise<void>;
}

export interface KnowledgeOptions {
  /** Where fitted vectors are kept; they are always rebuildable from rows. */
  readonly modelDir: string;
  /** Questions known not to be ours. */
  readonly foreign: readonly string[];
  readonly now: () => Instant;
}

export async function openKnowledgeBase(
  store: Store,
  { modelDir, foreign, now }: KnowledgeOptions,
): Promise<KnowledgeBase> {
  const open = async ({ rows, place }: Placed) => ({
    place: await keepState(
      store,
      'document',
      documentTexts(rows),
      { since: now(), ...UNNAMED },
      place,
    ),
    index: buildIndex(rows, { foreign, vectors: knowledgeVectors(rows, modelDir) }),
  });
  let standing = await open(await readPlaced(store));
  const refresh = async () => {
    if (hashOf(await readKnowledge(store)) === standing.index.hash) return;
    const placed = await readPlaced(store);
    await fitAside({ of: 'knowledge', rows: placed.rows, folder: modelDir });
    standing = await open(placed);
  };
  // One after another: of two at once the slower one, which read earlier, would stand.
  let last: Promise<void> = Promise.resolve();
  return {
    index: () => standing.index,
    place: () => standing.place,
    refresh: () => (last = last.then(refresh, refresh)),
  };
}

interface Placed {
  readonly rows: KnowledgeRows;
  /** Of the version log, when they were read. */
  readonly place: number;
}

/** Documents and the log that tells of them, as of one moment. */
async function readPlaced(store: Store): Promise<Placed> {
  for (;;) {
    const place = await placeOf(store, 'document');
    const rows = await readKnowledge(store);
    if ((await placeOf(store, 'document')) === place) return { rows, place };
  }
}
