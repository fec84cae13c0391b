import type { Store } from '../store/store.js';
import { hashLines } from './bundle/proof-file.js';
import type { SignedCheckpoint } from './checkpoint.js';
import { parseCheckpoint } from './checkpoint.js';
import { consistencyProof } from './merkle.js';
import { keepCosignature, lastCheckpoint, lastCosigned, readTiles } from './queries.js';
import { rangeOfTiles, tilesFor } from './tiles.js';
import type { Trouble } from './trouble.js';
import { LedgerTrouble } from './trouble.js';

/** Sends one request to a witness; its status and what it says. */
export type AskWitness = (
  request: string,
) => Promise<{ readonly status: number; readonly body: string }>;

const ANSWER_MS = 10_000;
/** The witness may have seen another checkpoint than we think it has. */
const TRIES = 3;
const LINE = /^— [^\s+]+ [A-Za-z0-9+/=]+\n$/u;

export const witnessAt =
  (url: string): AskWitness =>
  async (request) => {
    const response = await fetch(new URL('add-checkpoint', url.endsWith('/') ? url : `${url}/`), {
      method: 'POST',
      body: request,
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return { status: response.status, body: (await response.text()).slice(0, 10_000) };
  };

export interface Witnessing {
  /** Once a checkpoint: a witness that is away is asked again with the next one. */
  ask(): Promise<void>;
  /** What the witness says against us; null: nothing, as far as is known. */
  trouble(): Trouble | null;
}

/** `failed`: it could not be asked or refused; the ledger goes on without it. */
export function witnessing(
  store: Store,
  witness: AskWitness | null,
  failed: (error: unknown) => void,
): Witnessing {
  let asked = -1;
  let trouble: Trouble | null = null;
  return {
    trouble: () => trouble,
    async ask() {
      const size = (await lastCheckpoint(store))?.size ?? -1;
      if (witness === null || size === asked) return;
      asked = size;
      try {
        await cosign(store, witness);
        trouble = null;
      } catch (error) {
        if (error instanceof LedgerTrouble) trouble = error.trouble;
        failed(error);
      }
    },
  };
}

/**
 * Has the newest checkpoint signed by the witness, and keeps its line. Throws LedgerTrouble where the
 * witness has seen more than there is, or something else.
 */
async function cosign(store: Store, ask: AskWitness): Promise<void> {
  const row = await lastCheckpoint(store);
  const checkpoint = row?.cosignatures === '' ? parseCheckpoint(row.note) : null;
  if (!checkpoint) return;
  let old = (await lastCosigned(store))?.size ?? 0;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { status, body } = await ask(await requestFor(store, checkpoint, old));
    if (status === 200 && LINE.test(body)) {
      await store.commit([keepCosignature(store, checkpoint.size, body)]);
      return;
    }
    if (status === 422) throw new LedgerTrouble('fork', old, checkpoint.size);
    if (status !== 409) throw new Error(`the witness answered ${status}`);
    old = seenIn(body, old, checkpoint.size);
  }
  throw new Error('the witness does not say what it has seen');
}

function seenIn(body: string, told: number, size: number): number {
  const seen = /^\d{1,15}\n$/.test(body) ? Number(body) : told;
  if (seen > size) throw new LedgerTrouble('rollback', seen, size);
  // It has seen a tree of this very size, and another one.
  if (seen === told) throw new LedgerTrouble('fork', seen, size);
  return seen;
}

async function requestFor(store: Store, checkpoint: SignedCheckpoint, old: number) {
  const { size, text } = checkpoint;
  const isProved = old > 0 && old < size;
  const tiles = isProved ? await readTiles(store, tilesFor(size, [old - 1, old])) : [];
  const proof = isProved ? consistencyProof(old, size, rangeOfTiles(tiles)) : [];
  return `old ${old}\n${hashLines(proof)}\n${text}`;
}
