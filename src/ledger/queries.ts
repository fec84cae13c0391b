import { sql } from 'kysely';
import type { LedgerCheckpointRow, LedgerTreeRow } from '../store/ledger-rows.js';
import { allRows, firstRow, prepared } from '../store/prepared.js';
import type { Store, Write } from '../store/store.js';
import type { Tile } from './tiles.js';
import { TilesDamaged } from './tiles.js';

/** Every statement on the tree over the ledger: entries are only ever told their place in it. */

const TREE = 'tree' as const;

const theTree = prepared(({ db }, _: object) =>
  db.selectFrom('ledger_tree').selectAll().where('id', '=', TREE),
);

export const findTree = (store: Store): Promise<LedgerTreeRow | undefined> =>
  firstRow(store, theTree(store, {}));

/** Does nothing where there is one. */
export const insertTree = ({ db }: Store, origin: string): Write => ({
  query: db
    .insertInto('ledger_tree')
    .values({ id: TREE, origin, size: 0, heads_day: null })
    .onConflict((c) => c.doNothing())
    .compile(),
});

const treeGrown = prepared(({ db }, given: { from: number; to: number }) =>
  db
    .updateTable('ledger_tree')
    .set({ size: given.to })
    .where('id', '=', TREE)
    .where('size', '=', given.from),
);

/** The fence: a conflict when somebody else has taken leaves in meanwhile. */
export const moveTree = (store: Store, from: number, to: number): Write => ({
  query: treeGrown(store, { from, to }),
  rows: 1,
});

/** A conflict when somebody else has taken this day's heads. */
export const moveHeadsDay = ({ db }: Store, from: string | null, to: string): Write => ({
  query: db
    .updateTable('ledger_tree')
    .set({ heads_day: to })
    .where('id', '=', TREE)
    .where((where) =>
      from === null ? where('heads_day', 'is', null) : where('heads_day', '=', from),
    )
    .compile(),
  rows: 1,
});

const untaken = prepared(({ db }, given: { limit: number }) =>
  db
    .selectFrom('ledger_entry')
    .select(['stream', 'cseq', 'entry', 'hash'])
    .where('leaf', 'is', null)
    .orderBy('stream')
    .orderBy('cseq')
    .limit(given.limit),
);

/** Committed entries without a place; of one stream always the ones that follow its last leaf. */
export const readUntaken = (store: Store, limit: number) =>
  allRows(store, untaken(store, { limit }));

const placed = prepared(({ db }, given: { stream: string; cseq: number; leaf: number }) =>
  db
    .updateTable('ledger_entry')
    .set({ leaf: given.leaf })
    .where('stream', '=', given.stream)
    .where('cseq', '=', given.cseq)
    .where('leaf', 'is', null),
);

export const placeEntry = (store: Store, stream: string, cseq: number, leaf: number): Write => ({
  query: placed(store, { stream, cseq, leaf }),
  rows: 1,
});

const streamHead = prepared(({ db }, given: { stream: string; cseq: number; hash: string }) =>
  db
    .insertInto('ledger_head')
    .values({ ...given, heads_cseq: null, heads_hash: null })
    .onConflict((on) =>
      on.column('stream').doUpdateSet({
        cseq: sql.ref('excluded.cseq'),
        hash: sql.ref('excluded.hash'),
      }),
    ),
);

export const putStreamHead = (store: Store, stream: string, cseq: number, hash: string): Write => ({
  query: streamHead(store, { stream, cseq, hash }),
  rows: 1,
});

const oneTile = prepared(({ db }, given: { level: number; n: number }) =>
  db
    .selectFrom('ledger_tile')
    .select('hashes')
    .where('level', '=', given.level)
    .where('n', '=', given.n),
);

/** Null: it is missing. */
export async function readTile(
  store: Store,
  { level, n }: Pick<Tile, 'level' | 'n'>,
): Promise<Tile | null> {
  const row = await firstRow(store, oneTile(store, { level, n }));
  return row ? { level, n, hashes: Buffer.from(row.hashes) } : null;
}

/** Throws TilesDamaged where one is missing: the tree does not grow from what is not there. */
export async function readTiles(
  store: Store,
  wanted: readonly Pick<Tile, 'level' | 'n'>[],
): Promise<readonly Tile[]> {
  const tiles: Tile[] = [];
  for (const one of wanted) {
    const tile = await readTile(store, one);
    if (!tile) throw new TilesDamaged(`tile ${one.level}/${one.n} of the ledger is missing`);
    tiles.push(tile);
  }
  return tiles;
}

const tileRow = prepared(({ db }, given: { level: number; n: number; hashes: Uint8Array }) =>
  db
    .insertInto('ledger_tile')
    .values(given)
    .onConflict((on) =>
      on.columns(['level', 'n']).doUpdateSet({ hashes: sql.ref('excluded.hashes') }),
    ),
);

export const putTile = (store: Store, { level, n, hashes }: Tile): Write => ({
  query: tileRow(store, { level, n, hashes }),
  rows: 1,
});

/** Where streams stand, by name, at most `limit` after `after`. */
export const readHeads = ({ db }: Store, after: string, limit: number) =>
  db
    .selectFrom('ledger_head')
    .selectAll()
    .where('stream', '>', after)
    .orderBy('stream')
    .limit(limit)
    .execute();

/** Keeps where the streams from `first` to `last` stand now as what the heads of the day say. */
export const keepHeads = ({ db }: Store, first: string, last: string): Write => ({
  query: db
    .updateTable('ledger_head')
    .set({ heads_cseq: sql.ref('cseq'), heads_hash: sql.ref('hash') })
    .where('stream', '>=', first)
    .where('stream', '<=', last)
    .compile(),
});

export const lastCheckpoint = ({ db }: Store): Promise<LedgerCheckpointRow | undefined> =>
  db
    .selectFrom('ledger_checkpoint')
    .selectAll()
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Made twice it is the same note: the first stays. */
export const insertCheckpoint = (
  { db }: Store,
  row: Pick<LedgerCheckpointRow, 'size' | 'note' | 'signed_at'>,
): Write => ({
  query: db
    .insertInto('ledger_checkpoint')
    .values({ ...row, published: 0, cosignatures: '' })
    .onConflict((c) => c.doNothing())
    .compile(),
});

export const unpublishedCheckpoints = ({ db }: Store) =>
  db
    .selectFrom('ledger_checkpoint')
    .select(['size', 'note'])
    .where('published', '=', 0)
    .orderBy('size')
    .execute();

export const markPublished = ({ db }: Store, size: number): Write => ({
  query: db
    .updateTable('ledger_checkpoint')
    .set({ published: 1 })
    .where('size', '=', size)
    .compile(),
});

/** The newest checkpoint a witness has signed. */
export const lastCosigned = ({ db }: Store) =>
  db
    .selectFrom('ledger_checkpoint')
    .select('size')
    .where('cosignatures', '!=', '')
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();

export const keepCosignature = ({ db }: Store, size: number, line: string): Write => ({
  query: db
    .updateTable('ledger_checkpoint')
    .set({ cosignatures: line })
    .where('size', '=', size)
    .compile(),
  rows: 1,
});
