import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { CompiledQuery, RawBuilder } from 'kysely';
import { findHead } from '../../../src/conversation/queries/head.js';
import { destroyWords } from '../../../src/conversation/erasure/carry-out.js';
import { noteKey, signNote } from '../../../src/ledger/note.js';
import type { Keeper } from '../../../src/ledger/keeper.js';
import { verifyOwnTree } from '../../../src/ledger/verify/own-tree.js';
import type { Store } from '../../../src/store/store.js';
import { databases } from '../../store/databases.js';
import type { Clock } from '../grounds.js';
import { KEY, START, keeperOn, newCheckpointFolder, say } from '../grounds.js';

/** The service verifies itself: whoever has every right on the database shows nobody anything else. */
describe.each(databases)('the whole record on $name', (database) => {
  let store: Store;
  let removeStore: () => Promise<void>;
  let checkpoints: ReturnType<typeof newCheckpointFolder>;
  let clock: Clock;
  let keeper: Keeper;

  beforeEach(async () => {
    ({ store, remove: removeStore } = await database.open());
    checkpoints = newCheckpointFolder();
    clock = { at: START };
    keeper = keeperOn(store, checkpoints.folder, clock);
    await say(store, 'talk', 300);
    await keeper.sign();
    clock.at += 60_000;
    await say(store, 'other', 300);
    await say(store, 'talk', 5);
    await keeper.sign();
  });

  afterEach(async () => {
    await store.close();
    await removeStore();
    checkpoints.remove();
  });

  const run = (statement: RawBuilder<unknown>): Promise<unknown> =>
    store.commit([{ query: statement.compile(store.db) as CompiledQuery }]);
  const verdict = async () => {
    const signed = (await keeper.signed())!;
    return verifyOwnTree(store, signed, await keeper.keys());
  };

  it('is intact where nobody touched it', async () => {
    expect(await verdict()).toMatchObject({ verdict: 'intact', leaves: 606, fault: null });
  });

  it.each<[string, string, string, string, string, number]>([
    [
      'a deleted event',
      `delete from event where stream = 'talk' and seq in (9, 10)`,
      'incomplete',
      'missing',
      'talk',
      9,
    ],
    [
      'another time',
      `update event set at = at + 86400000 where stream = 'other' and seq = 14`,
      'altered',
      'time',
      'other',
      14,
    ],
    [
      'another actor',
      `update event set actor = 'advisor' where stream = 'talk' and seq = 303`,
      'altered',
      'actor',
      'talk',
      303,
    ],
    [
      'another kind',
      `update event set kind = 'NoteTaken' where stream = 'talk' and seq = 3`,
      'altered',
      'kind',
      'talk',
      3,
    ],
    [
      'words of another event',
      `update event set body = (select body from event where stream = 'talk' and seq = 7)
       where stream = 'talk' and seq = 5`,
      'altered',
      'words',
      'talk',
      5,
    ],
    [
      'words under a key nobody ever heard of',
      `update event set body = 'k1:${'0'.repeat(32)}' || substr(body, 36)
       where stream = 'talk' and seq = 6`,
      'altered',
      'words',
      'talk',
      6,
    ],
    [
      'words written over in clear',
      `update event set body = '{"text":"保本"}' where stream = 'talk' and seq = 8`,
      'altered',
      'words',
      'talk',
      8,
    ],
    [
      'words taken away without a record of it',
      `update event set body = null, salt = null where stream = 'other' and seq = 2`,
      'incomplete',
      'words_missing',
      'other',
      2,
    ],
    [
      'an event nobody recorded',
      `insert into event select stream, 306, kind, at, actor, body, salt
       from event where stream = 'talk' and seq = 305`,
      'altered',
      'surplus',
      'talk',
      306,
    ],
    [
      'an altered entry',
      `update ledger_entry set entry = replace(entry, '"actor":"customer"', '"actor":"service"')
       where stream = 'other' and cseq = 20`,
      'altered',
      'entry',
      'other',
      20,
    ],
    [
      'an altered hash of an entry',
      `update ledger_entry set hash = '${'0'.repeat(64)}' where stream = 'talk' and cseq = 31`,
      'altered',
      'entry',
      'talk',
      31,
    ],
    [
      'an entry gone from the middle',
      `delete from ledger_entry where stream = 'talk' and cseq = 40`,
      'incomplete',
      'missing',
      'talk',
      40,
    ],
    [
      'the last entry of a stream gone with its event',
      `delete from ledger_entry where stream = 'other' and cseq = 300`,
      'incomplete',
      'missing',
      'other',
      300,
    ],
    [
      'a head that stands further back',
      `update ledger_head set cseq = 4 where stream = 'other'`,
      'altered',
      'head',
      'other',
      300,
    ],
  ])('names %s', async (_, statement, kind, fault, stream, seq) => {
    await run(sql.raw(statement));
    expect(await verdict()).toMatchObject({ verdict: kind, fault, stream, seq });
  });

  it('names a stream that was taken out with everything the ledger has of it', async () => {
    for (const table of ['event', 'ledger_entry', 'ledger_head']) {
      await run(sql.raw(`delete from ${table} where stream = 'other'`));
    }
    const place = { stream: 'other', seq: 1 };
    expect(await verdict()).toMatchObject({ verdict: 'incomplete', fault: 'missing', ...place });
  });

  const leafOf = async (leaf: number) =>
    store.db
      .selectFrom('ledger_entry')
      .select(['stream', 'cseq as seq'])
      .where('leaf', '=', leaf)
      .executeTakeFirstOrThrow();

  it.each([
    [0, 1, 256],
    [1, 0, 0],
  ])('names hashes of the tree that were wiped, of level %i', async (level, n, leaf) => {
    const wiped = store.db
      .updateTable('ledger_tile')
      .set({ hashes: Buffer.alloc(level === 0 ? 8_192 : 64) })
      .where('level', '=', level)
      .where('n', '=', n)
      .compile();
    await store.commit([{ query: wiped }]);
    const place = await leafOf(leaf);
    expect(await verdict()).toMatchObject({ verdict: 'altered', fault: 'tile', ...place });
  });

  it('names a checkpoint that was altered, signed anew or not', async () => {
    const first = await store.db
      .selectFrom('ledger_checkpoint')
      .selectAll()
      .orderBy('size')
      .limit(1)
      .executeTakeFirstOrThrow();
    const place = await leafOf(Number(first.size) - 1);
    const root = Buffer.alloc(32, 7).toString('base64');
    const [origin = '', size = ''] = first.note.split('\n');
    const forged = [
      first.note.replace(/\n[^\n]+\n\n/, `\n${root}\n\n`),
      signNote(`${origin}\n${size}\n${root}\n`, noteKey(origin, KEY)),
      'no note at all',
    ];
    for (const note of forged) {
      await run(sql`update ledger_checkpoint set note = ${note} where size = ${first.size}`);
      const found = await verdict();
      expect(found).toMatchObject({ verdict: 'altered', fault: 'checkpoint', ...place });
    }
  });

  it('names nothing where words were destroyed on record', async () => {
    const deps = { store, origin: 'test', now: () => clock.at };
    await destroyWords(deps, ['talk']);
    expect((await findHead(store, 'talk'))?.nextSeq).toBe(306);
    expect(await verdict()).toMatchObject({ verdict: 'intact' });
    await keeper.sign();
    expect(await verdict()).toMatchObject({ verdict: 'intact' });
  });

  it('signs nothing more where the last checkpoint was altered or its tree lost', async () => {
    await run(sql`update ledger_checkpoint set note = 'no note' where size = 606`);
    await expect(keeper.sign()).rejects.toMatchObject({ trouble: 'fork' });
    await run(sql`delete from ledger_tile where level = 0`);
    await expect(keeperOn(store, checkpoints.folder, clock).sign()).rejects.toMatchObject({
      trouble: 'fork',
    });
  });
});
