import { createHash } from 'node:crypto';
import type { Store } from '../../store/store.js';
import type { SignedCheckpoint } from '../checkpoint.js';
import { HASH_BYTES } from '../merkle.js';
import { readTiles } from '../queries.js';
import { TILE_WIDTH } from '../tiles.js';
import type { Manifest } from './format.js';
import {
  GONE,
  LEAVES_A_FILE,
  LEDGER_FORMAT,
  MANIFEST,
  checkpointFile,
  leavesFile,
} from './format.js';
import type { PutFile } from './case-files.js';
import { putConsistency } from './case-files.js';
import { readLeaves } from './queries.js';

/** So many rows are held at once. */
const PAGE = 4_096;

export type LedgerHead = Pick<Manifest, 'id' | 'made' | 'by' | 'why' | 'key'>;

/** Writes every entry in order of the tree, without a word of what was said. */
export async function putLedger(
  store: Store,
  checkpoint: SignedCheckpoint,
  since: readonly SignedCheckpoint[],
  told: LedgerHead,
  put: PutFile,
): Promise<void> {
  const { origin, size } = checkpoint;
  const files: Record<string, string> = {};
  const listed: PutFile = async (name, content) => {
    files[name] = createHash('sha256').update(content).digest('hex');
    await put(name, content);
  };
  await listed(checkpointFile(size), checkpoint.text);
  await putConsistency(store, checkpoint, since, listed);
  for (let from = 0; from < size; from += LEAVES_A_FILE) {
    const lines = await leafLines(store, from, Math.min(from + LEAVES_A_FILE, size));
    await listed(leavesFile(from / LEAVES_A_FILE), lines.map((line) => `${line}\n`).join(''));
  }
  const manifest: Manifest = {
    format: LEDGER_FORMAT,
    ...told,
    conversation: null,
    origin,
    size,
    head: null,
    aiContent: false,
    files,
  };
  await put(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
}

/** An entry that is gone leaves its hash, so that what is left can still be held against the root. */
async function leafLines(store: Store, from: number, to: number): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let page = from; page < to; page += PAGE) {
    const end = Math.min(page + PAGE, to);
    const rows = await readLeaves(store, page, end);
    const entries = new Map(rows.map(({ leaf, entry }) => [leaf, entry]));
    for (let leaf = page; leaf < end; leaf += 1) {
      lines.push(entries.get(leaf) ?? (await goneLine(store, leaf)));
    }
  }
  return lines;
}

async function goneLine(store: Store, leaf: number): Promise<string> {
  const n = Math.floor(leaf / TILE_WIDTH);
  const [tile] = await readTiles(store, [{ level: 0, n }]);
  const at = (leaf % TILE_WIDTH) * HASH_BYTES;
  return GONE + (tile?.hashes.subarray(at, at + HASH_BYTES).toString('hex') ?? '');
}
