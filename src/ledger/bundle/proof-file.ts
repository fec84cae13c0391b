import { HASH_BYTES } from '../merkle.js';
import { decodeBase64 } from '../note.js';

/** One leaf's proof with the checkpoint it leads to (C2SP tlog-proof, version 1, without extra data). */
export interface LeafProof {
  readonly index: number;
  readonly path: readonly Buffer[];
  /** The signed note, as it is. */
  readonly checkpoint: string;
}

const HEAD = 'c2sp.org/tlog-proof@v1';
const INDEX = /^index (0|[1-9][0-9]{0,14})$/;
/** No tree of this house is deeper. */
const LONGEST_PATH = 63;

export const proofText = ({ index, path, checkpoint }: LeafProof): string =>
  [HEAD, `index ${index}`, ...path.map((hash) => hash.toString('base64')), '', checkpoint].join(
    '\n',
  );

/** Null: no such proof. */
export function parseProof(text: string): LeafProof | null {
  const end = text.indexOf('\n\n');
  if (end < 0) return null;
  const [head, index = '', ...hashes] = text.slice(0, end).split('\n');
  const [, place] = INDEX.exec(index) ?? [];
  if (head !== HEAD || place === undefined || hashes.length > LONGEST_PATH) return null;
  const path = hashes.map(decodeBase64);
  if (!path.every((hash): hash is Buffer => hash?.length === HASH_BYTES)) return null;
  return { index: Number(place), path, checkpoint: text.slice(end + 2) };
}

/** Hashes, one a line: how one tree goes on from another (beside the checkpoint it starts from). */
export const hashLines = (hashes: readonly Buffer[]): string =>
  hashes.map((hash) => `${hash.toString('base64')}\n`).join('');

/** Null: no such lines. */
export function parseHashLines(text: string): readonly Buffer[] | null {
  if (text === '') return [];
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : [];
  if (lines.length === 0 || lines.length > 2 * LONGEST_PATH) return null;
  const hashes = lines.map(decodeBase64);
  return hashes.every((hash): hash is Buffer => hash?.length === HASH_BYTES) ? hashes : null;
}
