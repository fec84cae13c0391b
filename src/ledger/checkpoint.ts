import { HASH_BYTES } from './merkle.js';
import type { Note, NoteKey } from './note.js';
import { decodeBase64, parseNote, signNote } from './note.js';

/** 检查点: the state of the tree at one size (C2SP tlog-checkpoint), with who signed it. */
export interface Checkpoint {
  /** Names the tree; the same as its key's name. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

export interface SignedCheckpoint extends Checkpoint {
  readonly note: Note;
  readonly text: string;
}

const SIZE = /^(0|[1-9][0-9]{0,14})$/;

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

/** Ed25519 signs the same text the same way always: a checkpoint made again is the same note. */
export const signCheckpoint = (checkpoint: Checkpoint, key: NoteKey): string =>
  signNote(checkpointText(checkpoint), key);

/** Null: no checkpoint. Lines below the root are none of ours and are refused. */
export function parseCheckpoint(text: string): SignedCheckpoint | null {
  const note = parseNote(text);
  if (note === null) return null;
  const [origin = '', size = '', base64 = '', ...rest] = note.text.split('\n');
  const root = decodeBase64(base64);
  if (origin === '' || !SIZE.test(size) || root?.length !== HASH_BYTES) return null;
  if (rest.length !== 1 || rest[0] !== '') return null;
  return { origin, size: Number(size), root, note, text };
}
