import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordInHouse } from '../../src/conversation/house-stream.js';
import { findHead, moveHead } from '../../src/conversation/queries/head.js';
import { appendTo, newHead } from '../../src/conversation/stream.js';
import type { CheckpointFolder } from '../../src/ledger/checkpoint-folder.js';
import { checkpointFolder } from '../../src/ledger/checkpoint-folder.js';
import type { Keeper, KeeperDeps } from '../../src/ledger/keeper.js';
import { createKeeper } from '../../src/ledger/keeper.js';
import type { Store } from '../../src/store/store.js';

export const KEY = generateKeyPairSync('ed25519').privateKey;
export const START = Date.parse('2026-03-02T08:00:00.000Z');

/** Puts `count` messages at the end of a stream. */
export async function say(store: Store, stream: string, count: number): Promise<void> {
  const from = await findHead(store, stream);
  const happened = Array.from({ length: count }, (_, i) => ({
    actor: 'customer',
    at: START + i,
    event: { kind: 'MessageReceived', text: `${stream} 第${i}句` },
  }));
  const { writes, head } = appendTo(store, 'test', stream, from ?? newHead, happened);
  await store.commit([moveHead(store, stream, from, head), ...writes]);
}

export interface Clock {
  at: number;
}

export const keeperOn = (
  store: Store,
  folder: CheckpointFolder,
  clock: Clock = { at: START },
  part: Partial<KeeperDeps> = {},
): Keeper => {
  const now = () => clock.at;
  return createKeeper({
    store,
    deployment: 'test',
    owner: `keeper:${Math.random()}`,
    now,
    key: KEY,
    folder,
    witness: null,
    unwitnessed: () => undefined,
    recordHeads: (heads, also) => recordInHouse({ store, origin: 'test', now }, heads, also),
    ...part,
  });
};

export function newCheckpointFolder() {
  const path = mkdtempSync(join(tmpdir(), 'shuzhi-checkpoints-'));
  return {
    path,
    folder: checkpointFolder(path),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
