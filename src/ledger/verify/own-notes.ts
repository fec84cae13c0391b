import type { Store } from '../../store/store.js';
import { notesAfter } from '../bundle/queries.js';
import { parseCheckpoint } from '../checkpoint.js';
import type { NoteKey } from '../note.js';
import { signatureBy } from '../note.js';

/** Checkpoints as they are kept: who signed them, and that they say what the entries make. */
export interface OwnNotes {
  /** Whether the note kept for a tree of this size, if there is one, holds. Sizes only ever rise. */
  holds(size: number, root: () => Buffer): Promise<boolean>;
}

const PAGE = 256;

export function ownNotes(store: Store, last: number, keys: readonly NoteKey[]): OwnNotes {
  let notes: Awaited<ReturnType<typeof notesAfter>> | null = null;
  let next = 0;
  return {
    async holds(size, root) {
      const isRead = notes !== null && next === notes.length && notes.length === PAGE;
      if (notes === null || isRead) {
        notes = await notesAfter(store, Number(notes?.at(-1)?.size ?? 0), last, PAGE);
        next = 0;
      }
      const kept = notes[next];
      if (!kept || Number(kept.size) !== size) return true;
      next += 1;
      return isOurs(kept.note, { size, root: root() }, keys);
    },
  };
}

function isOurs(
  text: string,
  { size, root }: { readonly size: number; readonly root: Buffer },
  keys: readonly NoteKey[],
): boolean {
  const signed = parseCheckpoint(text);
  if (signed?.size !== size || !signed.root.equals(root)) return false;
  return keys.some((key) => key.name === signed.origin && signatureBy(key, signed.note) === 'good');
}
