import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordInHouse } from '../../../src/conversation/house-stream.js';
import type { NoteKey } from '../../../src/ledger/note.js';
import { COSIGNATURE, cosignatureLine, noteKey } from '../../../src/ledger/note.js';
import { exportLedger } from '../../../src/review/case/export-ledger.js';
import type { Store } from '../../../src/store/store.js';
import { databases } from '../../store/databases.js';
import { START, keeperOn, newCheckpointFolder, say } from '../grounds.js';
import type { Office } from './case.js';
import {
  CONVERSATION,
  bothSay,
  listAnew,
  manifestOf,
  officeOf,
  ownKey,
  pack,
  recordCase,
  unpack,
  verifyInPython,
} from './case.js';

describe.each(databases)('a bundle out of $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;
  let office: Office;

  beforeEach(async () => {
    ({ store, remove } = await database.open());
    office = officeOf(store);
    await recordCase(store);
  });

  afterEach(async () => {
    await store.close();
    await remove();
    office.checkpoints.remove();
  });

  const pinned = (zip: Buffer): { keys: readonly NoteKey[] } => ({ keys: [ownKey(zip)] });

  it('is valid, with the record of itself and of nobody else’s export', async () => {
    await office.export();
    const zip = await office.export();
    expect(await bothSay(zip, pinned(zip))).toMatchObject({ verdict: 'valid', entries: 5 });
    const evidence = String(unpack(zip).get('evidence.jsonl'));
    expect(evidence.match(/ConversationExported/g)?.length).toBe(2); // one entry, one column
    expect(evidence).toContain('投诉核查');
  });

  it('is valid where the conversation began after heads were taken', async () => {
    await say(store, 'first', 3);
    const other = await database.open();
    const late = officeOf(other.store);
    try {
      await say(other.store, 'first', 3);
      await late.sign();
      await recordCase(other.store);
      const zip = await late.export();
      expect(String(unpack(zip).get('heads.json'))).toBe('null\n');
      expect(await bothSay(zip, pinned(zip))).toMatchObject({ verdict: 'valid' });
    } finally {
      await other.store.close();
      await other.remove();
      late.checkpoints.remove();
    }
  });

  it('is valid where words were destroyed and the house has that on record', async () => {
    await office.sign();
    const { db } = store;
    const erased = db
      .updateTable('event')
      .set({ body: null, salt: null })
      .where('stream', '=', CONVERSATION)
      .where('seq', '=', 2)
      .compile();
    const deps = { store, origin: 'test', now: () => START };
    const destroyed = { kind: 'WordsDestroyed', stream: CONVERSATION, seqs: [2] };
    await recordInHouse(deps, destroyed, [{ query: erased }]);
    const zip = await office.export();
    expect(await bothSay(zip, pinned(zip))).toMatchObject({ verdict: 'valid', destroyed: [2] });
    expect(String(unpack(zip).get('transcript.html'))).toContain('（内容已经销毁）');
  });

  it('is not valid where words are gone and no record says why', async () => {
    const { db } = store;
    const erased = db
      .updateTable('event')
      .set({ body: null, salt: null })
      .where('stream', '=', CONVERSATION)
      .where('seq', '=', 4)
      .compile();
    await store.commit([{ query: erased }]);
    const zip = await office.export();
    expect(await bothSay(zip, pinned(zip))).toMatchObject({ fault: 'words_missing', seq: 4 });
  });

  it('is asked for the witness that must have signed', async () => {
    const witness = noteKey('w', generateKeyPairSync('ed25519').privateKey, COSIGNATURE);
    const clean = await office.export();
    const pins = { ...pinned(clean), witnesses: [witness] };
    expect(await bothSay(clean, pins)).toMatchObject({ fault: 'witness_missing' });
    const files = unpack(clean);
    const name = `checkpoints/${manifestOf(clean).size}.txt`;
    const old = String(files.get(name));
    const cosigned = async (text: string) => {
      const line = cosignatureLine(text, witness, 1_700_000_000);
      for (const [file, content] of files) {
        if (file === name || file.startsWith('proofs/')) {
          files.set(file, Buffer.from(String(content).replace(old, old + line)));
        }
      }
      listAnew(files);
      return pack(files);
    };
    const text = old.slice(0, old.indexOf('\n\n') + 1);
    expect(await bothSay(await cosigned(text), pins)).toMatchObject({ verdict: 'valid' });
  });

  it('names a cosignature below another tree', async () => {
    const witness = noteKey('w', generateKeyPairSync('ed25519').privateKey, COSIGNATURE);
    const clean = await office.export();
    const files = unpack(clean);
    const name = `checkpoints/${manifestOf(clean).size}.txt`;
    const line = cosignatureLine('another\n', witness, 1_700_000_000);
    files.set(name, Buffer.from(String(files.get(name)) + line));
    listAnew(files);
    const pins = { ...pinned(clean), witnesses: [witness] };
    expect(await bothSay(await pack(files), pins)).toMatchObject({ fault: 'cosignature' });
  });

  it('is judged alike whatever packages Python has', async () => {
    const zip = await office.export();
    expect(await verifyInPython(zip, pinned(zip), false)).toMatchObject({
      verdict: 'valid',
      exit: 0,
    });
  });
});

describe('the whole ledger', () => {
  let store: Store;
  let remove: () => Promise<void>;
  let checkpoints: ReturnType<typeof newCheckpointFolder>;

  beforeEach(async () => {
    ({ store, remove } = await databases[0]!.open());
    checkpoints = newCheckpointFolder();
    await recordCase(store);
  });

  afterEach(async () => {
    await store.close();
    await remove();
    checkpoints.remove();
  });

  async function exported(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const ledger = keeperOn(store, checkpoints.folder);
    const deps = { store, origin: 'test', now: () => START, ledger };
    const order = { by: 'auditor1', why: '年审', since: null };
    await exportLedger(deps, order, async (bytes) => void chunks.push(bytes));
    return Buffer.concat(chunks);
  }

  it('is valid, and holds no word of what was said', async () => {
    const zip = await exported();
    expect(await bothSay(zip, { keys: [ownKey(zip)] })).toMatchObject({
      verdict: 'valid',
      entries: 67,
      size: 67,
    });
    for (const content of unpack(zip).values()) expect(String(content)).not.toContain('保本');
  });

  it.each<[string, (lines: string[]) => string[], string, number | null]>([
    ['an altered entry', (l) => l.with(5, l[5]!.replace('customer', 'advisor')), 'chain', 6],
    [
      'an altered last entry of a stream',
      (l) => l.with(66, l[66]!.replace('ervice', 'x')),
      'root',
      null,
    ],
    ['two swapped entries', (l) => l.with(5, l[6]!).with(6, l[5]!), 'missing', 5],
    ['a deleted entry', (l) => l.toSpliced(5, 1), 'missing', 5],
    ['a deleted tail', (l) => l.slice(0, -1), 'tail', 66],
    ['a doubled entry', (l) => l.toSpliced(5, 0, l[5]!), 'doubled', 6],
    ['something that is no entry', (l) => l.with(5, '{}'), 'entry', 5],
    [
      'an entry of a stream that never was',
      (l) => [...l, l[0]!.replace('before', 'never')],
      'surplus',
      67,
    ],
  ])('names %s', async (_, tamper, fault, seq) => {
    const zip = await exported();
    const files = unpack(zip);
    const lines = String(files.get('leaves/000000.txt')).split('\n').slice(0, -1);
    files.set(
      'leaves/000000.txt',
      Buffer.from(
        tamper(lines)
          .map((line) => `${line}\n`)
          .join(''),
      ),
    );
    listAnew(files);
    const found = await bothSay(await pack(files), { keys: [ownKey(zip)] });
    expect(found).toMatchObject({ fault, seq });
  });

  it('names the place of an entry that is gone from the database', async () => {
    await keeperOn(store, checkpoints.folder).sign();
    const { db } = store;
    const gone = db.deleteFrom('ledger_entry').where('leaf', '=', 12).compile();
    await store.commit([{ query: gone }]);
    const zip = await exported();
    expect(await bothSay(zip, { keys: [ownKey(zip)] })).toMatchObject({
      fault: 'missing',
      seq: 12,
    });
  });
});
