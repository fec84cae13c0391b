import { sql } from 'kysely';
import type { Store } from './store.js';

/**
 * Takes or renews a named lease for `ttlMs`; false while another owner's still runs. Judged by the
 * database's clock alone, so replicas with different clocks agree.
 */
export async function holdLease(
  store: Store,
  name: string,
  owner: string,
  ttlMs: number,
): Promise<boolean> {
  const until = sql<number>`${store.clock} + cast(${ttlMs} as bigint)`;
  const query = store.db
    .insertInto('lease')
    .values({ name, owner, until })
    .onConflict((c) =>
      c
        .column('name')
        .doUpdateSet({ owner, until })
        .where((eb) => eb.or([eb('lease.owner', '=', owner), eb('lease.until', '<', store.clock)])),
    )
    .compile();
  const commit = await store.commit([{ query, rows: 1 }]);
  return commit.kind === 'committed';
}

/** Null: nobody has taken it, or it was given back. */
export async function leaseOwner({ db }: Store, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('lease')
    .select('owner')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.owner ?? null;
}

export async function dropLease(store: Store, name: string, owner: string): Promise<void> {
  const query = store.db
    .deleteFrom('lease')
    .where('name', '=', name)
    .where('owner', '=', owner)
    .compile();
  await store.commit([{ query }]);
}
