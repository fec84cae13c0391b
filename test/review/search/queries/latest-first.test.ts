import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { latestOf, stretchesOf } from '../../../../src/review/search/queries/latest-first.js';
import type { Store } from '../../../../src/store/store.js';
import type { TestDatabase } from '../../../store/databases.js';
import { databases } from '../../../store/databases.js';

const A_STRETCH = 2 ** 30;

describe('stretches of time', () => {
  it('are asked for one and then two at once, the latest first', () => {
    expect(stretchesOf(3 * A_STRETCH + 5, 12 * A_STRETCH)).toEqual([
      [12],
      [11, 10],
      [9, 8],
      [7, 6],
      [5, 4],
      [3],
    ]);
  });

  it('are none where there is nothing before', () => {
    expect(stretchesOf(10, 9)).toEqual([]);
  });
});

/** Entry n of 6,000 over some ninety stretches; the hashes tell when it has which. */
const ENTRIES = 6_000;
const idOf = (n: number) => n * 2 ** 24;
const hasOld = (n: number) => n < 2_500 && n % 3 === 0;
const hasRare = (n: number) => n % 997 === 0;
const hasUsual = (n: number) => n % 2 === 0;

const servers = databases.filter(({ name }) => name === 'postgres');

function latestEntries(server: TestDatabase): void {
  let opened: { readonly store: Store; remove(): Promise<void> };
  beforeAll(async () => {
    opened = await server.open();
    const { db } = opened.store;
    await sql`insert into search_entry (id, conversation_id, seq, tokens)
        select n * (1 << 24)::bigint, 'c', n, ' base'
          || case when n < 2500 and n % 3 = 0 then ' olda' else '' end
          || case when n % 997 = 0 then ' rare' else '' end
          || case when n % 2 = 0 then ' usua' else '' end || ' '
        from generate_series(1, ${sql.lit(ENTRIES)}) n`.execute(db);
  });
  afterAll(async () => {
    await opened.store.close();
    await opened.remove();
  });

  const rest = sql`1 = 1`;
  const all = { rest, from: 0, through: idOf(ENTRIES) };
  const expected = (isMeant: (n: number) => boolean, through = ENTRIES) =>
    Array.from({ length: through }, (_, at) => through - at)
      .filter(isMeant)
      .map(idOf);

  it.each<[string, string, (n: number) => boolean]>([
    ['that many have', 'usua', hasUsual],
    ['that many had long ago', 'olda', hasOld],
    ['that few have', 'rare', hasRare],
    ['that nobody has', 'none', () => false],
  ])('are those with a hash %s, in their order', async (_, token, isMeant) => {
    const found = await latestOf(opened.store, { ...all, tokens: [[[token]]] }, 60);
    expect(found).toEqual(expected(isMeant).slice(0, 60));
  });

  it('have one of each list, and lie within the span', async () => {
    const tokens = [[['olda'], ['rare', 'base']], [['usua']]];
    const through = idOf(4_000);
    const found = await latestOf(opened.store, { rest, tokens, from: idOf(100), through }, 900);
    const isMeant = (n: number) => n >= 100 && (hasOld(n) || hasRare(n)) && hasUsual(n);
    expect(found).toEqual(expected(isMeant, 4_000));
  });
}

for (const server of servers) {
  describe('the latest entries in PostgreSQL', () => latestEntries(server));
}
