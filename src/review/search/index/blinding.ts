import { createHmac } from 'node:crypto';
import type { KeyRing } from '../../../store/keys/key-ring.js';
import type { Store } from '../../../store/store.js';
import { StoreFailure } from '../../../store/store.js';

/**
 * 盲索引: how words are found in a record in which no word may lie in clear (reliability.md D4).
 *
 * Every character and every pair of neighbours is written as a keyed hash, twenty bits of an HMAC; the
 * hashes of one entry are a set, in no order and without counts. The key lies wrapped in the key store
 * and never beside the index. Twenty bits are few on purpose: two rare words often share a hash, so
 * that a hash stands for no one word, and what the index gives is only a candidate: it is opened, under
 * its conversation's own key, and read again before anybody sees it. A frozen or erased conversation's
 * rows leave in the same unit of work, and SQLite overwrites them; what PostgreSQL's pages hold of dead
 * rows until they are used again, and what lies in old copies, opens to nobody once the index is made
 * anew, which destroys the key.
 *
 * Not chosen: words in clear in FTS5 with secure-delete (they would lie open until erased); an index in
 * memory (a million messages fit into no replica, and every start would open all of them); one index a
 * conversation under its own key (a search would have to open every key there is). What a thief of the
 * database alone still learns: which entries share hashes, and how often each occurs; common words can
 * be guessed from that, sentences cannot.
 */
export interface Blinding {
  /** Of this key and this way of hashing: an index made otherwise is made anew. */
  readonly version: string;
  token(kind: TokenKind, value: string): string;
}

/** What is hashed apart, so that a customer's id is never taken for a word. */
export type TokenKind = 'gram' | 'person' | 'channel' | 'what' | 'product';

/** Raised when entries are hashed, or read, otherwise than before. */
const HASHING = '1';
export const SEARCH_SCOPE = 'index:search';
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const SIGNS = 4;
/** Pairs of characters in use; of some 100 bytes each. */
const MOST_HELD = 200_000;

/** Under the living key of the index, which is made where there is none. */
export async function blindingOf({ keys }: Pick<Store, 'keys'>): Promise<Blinding> {
  const key = (await keys.forWriting([SEARCH_SCOPE])).get(SEARCH_SCOPE);
  if (!key?.key) throw new StoreFailure('there is no key for the search index');
  const known = held.get(keys);
  if (known?.version === versionOf(key.id)) return known;
  const made = blindingUnder(key.id, key.key);
  held.set(keys, made);
  return made;
}

/** Of the index that is in use. */
const held = new WeakMap<KeyRing, Blinding>();

const versionOf = (key: string): string => `${HASHING}:${key}`;

function blindingUnder(id: string, key: Buffer): Blinding {
  const made = new Map<string, string>();
  return {
    version: versionOf(id),
    token(kind, value) {
      const name = `${kind}\u0001${value}`;
      const known = made.get(name);
      if (known !== undefined) return known;
      const token = signsOf(createHmac('sha256', key).update(name).digest());
      if (made.size >= MOST_HELD) made.clear();
      made.set(name, token);
      return token;
    },
  };
}

const signsOf = (hash: Buffer): string =>
  Array.from({ length: SIGNS }, (_, at) => BASE32[hash[at]! & 31]!).join('');
