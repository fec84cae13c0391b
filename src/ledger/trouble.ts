import type { Store } from '../store/store.js';
import type { Checkpoint, SignedCheckpoint } from './checkpoint.js';
import { parseCheckpoint } from './checkpoint.js';
import type { NoteKey } from './note.js';
import { noteKey, signatureBy } from './note.js';
import { lastCheckpoint } from './queries.js';
import { TilesDamaged } from './tiles.js';
import type { SigningDeps } from './signing.js';
import { holds } from './tree.js';

/**
 * `rollback`: checkpoints of more leaves than the database has were published. `fork`: the database
 * holds another history than was signed. Either way nothing is signed until a person has looked.
 */
export type Trouble = 'rollback' | 'fork';

/** The database does not agree with what was signed. */
export class LedgerTrouble extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, published: number, size: number) {
    super(`the ledger of ${size} leaves does not go on from the checkpoint of ${published}`);
    this.name = 'LedgerTrouble';
    this.trouble = trouble;
  }
}

/** Null: the database goes on from everything that was signed, as far as can be seen from here. */
export async function troubleOf(
  { store, folder, key }: Pick<SigningDeps, 'store' | 'folder' | 'key'>,
  { origin, size }: { readonly origin: string; readonly size: number },
): Promise<LedgerTrouble | null> {
  const own = await lastCheckpoint(store);
  const signed = own ? parseCheckpoint(own.note) : null;
  if (own && !isNoteOf(signed, own.size, noteKey(origin, key))) {
    return new LedgerTrouble('fork', own.size, size);
  }
  for (const checkpoint of [await folder.latest(), signed]) {
    const trouble = checkpoint && (await against(store, size, checkpoint));
    if (trouble) return new LedgerTrouble(trouble, checkpoint.size, size);
  }
  return null;
}

/** A note of another key may be of one that signed before this one; of this key it must fit. */
const isNoteOf = (signed: SignedCheckpoint | null, size: number, key: NoteKey): boolean =>
  signed?.size === Number(size) && signatureBy(key, signed.note) !== 'bad';

async function against(
  store: Store,
  size: number,
  checkpoint: Checkpoint,
): Promise<Trouble | null> {
  if (checkpoint.size > size) return 'rollback';
  try {
    return (await holds(store, size, checkpoint)) ? null : 'fork';
  } catch (error) {
    if (error instanceof TilesDamaged) return 'fork';
    throw error;
  }
}
