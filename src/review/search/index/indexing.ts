import type { ConversationEvent } from '../../../conversation/events.js';
import { fold } from '../../../language/fold.js';
import { moveSetting, readSetting, writeSetting } from '../../../store/setting.js';
import type { Store, Write } from '../../../store/store.js';
import type { Blinding } from './blinding.js';
import { SEARCH_SCOPE, blindingOf } from './blinding.js';
import { gramsOf } from './grams.js';
import { clearEntries, entriesAfter, insertEntry } from './queries.js';
import type { Searched } from './words.js';
import { searchedIn } from './words.js';

/**
 * 建索引: a job that follows the ledger's tree, a second behind what is said, so that whoever talks
 * waits for nothing of it. What was on record before there was an index is reached the same way, from
 * the first leaf on.
 */

/** Under which version the index is made, and the last leaf that is in it. */
const CURSOR = 'search cursor';
/** Small enough that turns have their turn in between. */
const AT_ONCE = 25;

/** Until nothing is left, or for so long: the job has a lease to renew. */
const STRETCH_MS = 10_000;

export interface IndexingDeps {
  readonly store: Store;
  readonly now: () => number;
}

/** How many entries of the record were read. */
export async function indexNew({ store, now }: IndexingDeps): Promise<number> {
  const blinding = await blindingOf(store);
  const until = now() + STRETCH_MS;
  await beginUnder(store, blinding);
  let read = 0;
  for (;;) {
    const page = await indexPage(store, blinding);
    read += page;
    if (page < AT_ONCE || now() >= until) return read;
  }
}

/** 重建: everything from the first leaf on, under a new key; what was indexed under the old one opens to nobody. */
export async function indexAnew({ store, now }: IndexingDeps): Promise<void> {
  await store.keys.destroy([SEARCH_SCOPE], now());
  await clear(store, await blindingOf(store));
}

/** 0 also where somebody else was first, or has begun the index anew under another key meanwhile. */
async function indexPage(store: Store, blinding: Blinding): Promise<number> {
  const cursor = await readSetting(store, CURSOR);
  const [version, leaf] = cursor?.split(' ') ?? [];
  if (!cursor || version !== blinding.version) return 0;
  const rows = await entriesAfter(store, Number(leaf), AT_ONCE);
  const last = rows.at(-1);
  if (!last) return 0;
  const next = moveSetting(store, CURSOR, cursor, `${blinding.version} ${last.leaf}`);
  const writes = rows.flatMap((row) => entryWrites(store, blinding, row));
  const commit = await store.commit([next, ...writes]);
  return commit.kind === 'committed' ? rows.length : 0;
}

/** An index made under another key, or in another way, is of no use: it is begun anew. */
async function beginUnder(store: Store, blinding: Blinding): Promise<void> {
  const cursor = await readSetting(store, CURSOR);
  if (cursor?.split(' ')[0] !== blinding.version) await clear(store, blinding);
}

const clear = (store: Store, { version }: Blinding) =>
  store.commit([...clearEntries(store), writeSetting(store, CURSOR, `${version} -1`)]);

type Row = Awaited<ReturnType<typeof entriesAfter>>[number];

/** Nothing for what is no conversation, has no words, or was erased. */
function entryWrites(store: Store, blinding: Blinding, row: Row): readonly Write[] {
  const { stream: conversation, seq, at, kind, body, channel, customer_id: customer } = row;
  if (channel === null || body === null) return [];
  const searched = searchedIn({ kind, ...JSON.parse(body) } as ConversationEvent);
  if (!searched) return [];
  const tokens = tokensOf(blinding, searched, { channel, customer });
  return [insertEntry(store, { conversation, seq, at, tokens })];
}

interface Place {
  readonly channel: string;
  readonly customer: string | null;
}

/** Hashes of the words and of all that entries are picked by: who, where, what it was, about what. */
export function tokensOf(
  { token }: Blinding,
  { text, what, by, products }: Searched,
  { channel, customer }: Place,
): ReadonlySet<string> {
  const people = [customer, by].filter((one): one is string => one !== null);
  return new Set([
    ...[...gramsOf(fold(text).text)].map((gram) => token('gram', gram)),
    ...people.map((person) => token('person', person)),
    ...products.map((code) => token('product', code)),
    token('channel', channel),
    token('what', what),
  ]);
}
