import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { commitment } from '../../../src/ledger/chain.js';
import { parseCheckpoint, signCheckpoint } from '../../../src/ledger/checkpoint.js';
import type { SignedCheckpoint } from '../../../src/ledger/checkpoint.js';
import { hashLeaf } from '../../../src/ledger/merkle.js';
import type { NoteKey } from '../../../src/ledger/note.js';
import { noteKey } from '../../../src/ledger/note.js';
import { FAULTS } from '../../../src/ledger/verify/verdict.js';
import type { FaultCode } from '../../../src/ledger/verify/verdict.js';
import type { Store } from '../../../src/store/store.js';
import { databases } from '../../store/databases.js';
import { newCheckpointFolder, say } from '../grounds.js';
import type { Files, Office } from './case.js';
import {
  CONVERSATION,
  PICTURE_ID,
  bothSay,
  entriesIn,
  listAnew,
  manifestOf,
  officeOf,
  ownKey,
  pack,
  putEntries,
  recordCase,
  sha256,
  unpack,
} from './case.js';

/** Whoever has every right on a copy of the database, or holds a bundle, but not the ledger's key. */

let store: Store;
let remove: () => Promise<void>;
let office: Office;
let clean: Buffer;
let before: SignedCheckpoint;
let keys: readonly NoteKey[];

beforeAll(async () => {
  ({ store, remove } = await databases[0]!.open());
  office = officeOf(store);
  await recordCase(store);
  before = await office.sign();
  clean = await office.export();
  keys = [ownKey(clean)];
});

afterAll(async () => {
  await store.close();
  await remove();
  office.checkpoints.remove();
});

const named = (code: FaultCode, seq: number | null) => ({
  verdict: FAULTS[code][0],
  fault: code,
  seq,
});

/** The bundle with something done to its files, and its list made to fit again. */
async function altered(alter: (files: Files) => void): Promise<Buffer> {
  const files = unpack(clean);
  alter(files);
  listAnew(files);
  return pack(files);
}

const editEntries = (edit: (lines: ReturnType<typeof entriesIn>) => ReturnType<typeof entriesIn>) =>
  altered((files) => putEntries(files, edit(entriesIn(files))));

const change = (at: number, part: object) =>
  editEntries((lines) => lines.map((line, i) => (i === at ? { ...line, ...part } : line)));

/** An entry written anew with everything that hangs on it, as far as can be done without the key. */
function forgedFrom(lines: ReturnType<typeof entriesIn>, at: number, text: string) {
  let previous: string | null = null;
  return lines.map((line, i) => {
    if (i < at) return line;
    const entry = JSON.parse(line.entry) as Record<string, unknown>;
    const salt = randomBytes(32).toString('hex');
    const body = i === at ? JSON.stringify({ text }) : line.body;
    const forged = JSON.stringify({
      ...entry,
      ...(i === at ? { commit: commitment(salt, String(body)) } : {}),
      ...(previous === null ? {} : { cprev: previous }),
    });
    previous = sha256(forged);
    return { ...line, entry: forged, ...(i === at ? { body, salt } : {}) };
  });
}

describe('a clean bundle', () => {
  it('is valid for both verifiers, under the key that was pinned', async () => {
    expect(await bothSay(clean, { keys })).toMatchObject({
      verdict: 'valid',
      fault: null,
      conversation: CONVERSATION,
      entries: 5,
      destroyed: [],
    });
  });

  it('goes on from a checkpoint that was seen before', async () => {
    expect(await bothSay(clean, { keys, checkpoint: before })).toMatchObject({ verdict: 'valid' });
    const now = parseCheckpoint(
      String(unpack(clean).get(`checkpoints/${manifestOf(clean).size}.txt`)),
    );
    expect(await bothSay(clean, { keys, checkpoint: now! })).toMatchObject({ verdict: 'valid' });
  });

  it('is vouched for by nobody where no key was pinned', async () => {
    expect(await bothSay(clean, {})).toMatchObject(named('unpinned', null));
  });
});

describe('both verifiers name', () => {
  it.each<[string, () => Promise<Buffer>, FaultCode, number | null]>([
    ['an edited text', () => change(1, { body: '{"text":"这款保本吗？"}' }), 'words', 2],
    ['an edited time', () => change(2, { at: 1_700_000_000_000 }), 'time', 3],
    ['an edited actor', () => change(2, { actor: 'advisor' }), 'actor', 3],
    ['another label', () => change(2, { kind: 'DraftBlocked' }), 'kind', 3],
    [
      'two swapped entries',
      () => editEntries(([a, b, c, ...rest]) => [a!, c!, b!, ...rest]),
      'order',
      2,
    ],
    [
      'a deleted entry in the middle',
      () => editEntries((lines) => lines.filter((_, i) => i !== 2)),
      'missing',
      3,
    ],
    ['a deleted tail', () => editEntries((lines) => lines.slice(0, 3)), 'tail', 4],
    [
      'an inserted entry',
      () =>
        editEntries((lines) => {
          const [first, second] = forgedFrom(lines, 1, '插入的一句');
          return [first!, second!, ...lines.slice(1)];
        }),
      'entry',
      2,
    ],
    [
      'a doubled entry',
      () => editEntries(([a, b, ...rest]) => [a!, b!, b!, ...rest]),
      'doubled',
      3,
    ],
    [
      'an entry of another conversation',
      () =>
        editEntries((lines) =>
          lines.map((line, i) =>
            i === 1
              ? { ...line, entry: line.entry.replace('"conv":"talk"', '"conv":"other"') }
              : line,
          ),
        ),
      'stream',
      2,
    ],
    [
      'a replaced attachment',
      () => altered((files) => files.set(`blobs/${PICTURE_ID}`, Buffer.from('another picture'))),
      'attachment',
      4,
    ],
    [
      'words that fit another salt',
      () => change(1, { body: '{"text":"保本的"}', salt: 'ab'.repeat(32) }),
      'words',
      2,
    ],
    [
      'bytes moved between salt and words',
      () =>
        editEntries((lines) =>
          lines.map((line, i) =>
            i === 1 ? { ...line, salt: `${line.salt}7b`, body: String(line.body).slice(1) } : line,
          ),
        ),
      'words',
      2,
    ],
    [
      'an entry written anew with the whole chain behind it',
      () => editEntries((lines) => forgedFrom(lines, 1, '保本')),
      'proof',
      2,
    ],
    [
      'a last entry written anew',
      () => editEntries((lines) => forgedFrom(lines, 4, '不好')),
      'entry',
      5,
    ],
    ['a bundle without one message', () => editEntries(([, ...rest]) => rest), 'missing', 1],
    ['a bundle without its tail', () => editEntries((lines) => lines.slice(0, 4)), 'tail', 5],
    ['withheld words', () => change(1, { body: null, salt: null }), 'words_missing', 2],
    [
      'a page for reading that was altered',
      () => altered((files) => files.set('transcript.html', Buffer.from('<p>保本</p>'))),
      'file',
      null,
    ],
    [
      'a page for reading that was added',
      () => altered((files) => files.set('note.html', Buffer.from('<p>保本</p>'))),
      'file',
      null,
    ],
    [
      'a page for reading that was taken out',
      () => altered((files) => files.delete('transcript.csv')),
      'file_missing',
      null,
    ],
    [
      'an attachment that was taken out',
      () => altered((files) => files.delete(`blobs/${PICTURE_ID}`)),
      'attachment_missing',
      4,
    ],
    [
      'a record of the export that was taken out',
      () => altered((files) => files.set('evidence.jsonl', Buffer.alloc(0))),
      'record_missing',
      null,
    ],
    [
      'heads that were taken out',
      () => altered((files) => files.set('heads.json', Buffer.from('null\n'))),
      'heads_missing',
      null,
    ],
  ])('%s', async (_, tamper, code, seq) => {
    expect(await bothSay(await tamper(), { keys })).toMatchObject(named(code, seq));
  });

  const proofOf = (files: Files, at: number) => `proofs/${entriesIn(files)[at]!.leaf}.tlog-proof`;
  const editProof = (at: number, edit: (lines: string[]) => string[]) =>
    altered((files) => {
      const name = proofOf(files, at);
      files.set(name, Buffer.from(edit(String(files.get(name)).split('\n')).join('\n')));
    });
  const forgedHash = hashLeaf('forged').toString('base64');

  it.each<[string, () => Promise<Buffer>, FaultCode]>([
    [
      'a forged path',
      () => editProof(2, (lines) => lines.map((line, i) => (i === 3 ? forgedHash : line))),
      'proof',
    ],
    [
      'a path that is cut short',
      () => editProof(2, (l) => l.filter((_, i) => i !== 3)),
      'proof_form',
    ],
    [
      'a path that is too long',
      () => editProof(2, (l) => l.toSpliced(3, 0, forgedHash)),
      'proof_form',
    ],
    [
      'a proof of thousands of hashes',
      () => editProof(2, (l) => l.toSpliced(3, 0, ...Array<string>(9_999).fill(forgedHash))),
      'proof_form',
    ],
    ['a proof that is cut off', () => editProof(2, (l) => l.slice(0, 3)), 'proof_form'],
    ['a proof of another leaf', () => editProof(2, (l) => l.with(1, 'index 1')), 'proof_form'],
    ['no proof', () => altered((files) => files.delete(proofOf(files, 2))), 'proof_missing'],
  ])('%s', async (_, tamper, code) => {
    expect(await bothSay(await tamper(), { keys })).toMatchObject(named(code, 3));
  });
});

describe('without the key', () => {
  const checkpointName = () => `checkpoints/${manifestOf(clean).size}.txt`;
  const resigned = (key: NoteKey, root?: Buffer) =>
    altered((files) => {
      const old = parseCheckpoint(String(files.get(checkpointName())))!;
      const text = signCheckpoint({ ...old, root: root ?? old.root }, key);
      files.set(checkpointName(), Buffer.from(text));
      for (const [name, content] of files) {
        if (name.startsWith('proofs/')) {
          files.set(name, Buffer.from(String(content).replace(old.text, text)));
        }
      }
    });
  const other = () => noteKey(manifestOf(clean).origin, generateKeyPairSync('ed25519').privateKey);

  it('everything signed anew with another key is named', async () => {
    expect(await bothSay(await resigned(other()), { keys })).toMatchObject(named('key', null));
  });

  it('an altered checkpoint is named', async () => {
    const zip = await altered((files) => {
      const text = String(files.get(checkpointName())).split('\n');
      files.set(
        checkpointName(),
        Buffer.from(text.with(2, hashLeaf('x').toString('base64')).join('\n')),
      );
    });
    expect(await bothSay(zip, { keys })).toMatchObject(named('signature', null));
  });

  it('a fork of the same size is named by whoever holds the other checkpoint', async () => {
    const own = ownKey(clean);
    const { size, origin } = manifestOf(clean);
    const fork = parseCheckpoint(signCheckpoint({ origin, size, root: hashLeaf('fork') }, own))!;
    expect(await bothSay(clean, { keys, checkpoint: fork })).toMatchObject(named('fork', null));
    const older = parseCheckpoint(
      signCheckpoint({ origin, size: before.size, root: hashLeaf('fork') }, own),
    )!;
    expect(await bothSay(clean, { keys, checkpoint: older })).toMatchObject(named('fork', null));
  });

  it('a checkpoint nothing leads from is asked for', async () => {
    const { origin } = manifestOf(clean);
    const unknown = parseCheckpoint(
      signCheckpoint({ origin, size: 3, root: hashLeaf('three') }, ownKey(clean)),
    )!;
    expect(await bothSay(clean, { keys, checkpoint: unknown })).toMatchObject(
      named('consistency_missing', null),
    );
  });
});

describe('a database that was tampered with', () => {
  it('is named by what it exports when it was put back from yesterday’s copy', async () => {
    await say(store, 'later', 10);
    const published = await office.sign();
    const zip = clean; // what the copy of before would give out
    expect(await bothSay(zip, { keys, checkpoint: published })).toMatchObject(
      named('rollback', null),
    );
  });

  it('still hands out a conversation whose words were exchanged, and the words are named', async () => {
    const copy = await databases[0]!.open();
    const there = officeOf(copy.store, newCheckpointFolder());
    try {
      await recordCase(copy.store);
      await there.sign();
      const other = sql<string>`(select body from event where stream = ${CONVERSATION} and seq = 5)`;
      const exchanged = copy.store.db
        .updateTable('event')
        .set({ body: other as never })
        .where('stream', '=', CONVERSATION)
        .where('seq', '=', 4)
        .compile();
      await copy.store.commit([{ query: exchanged }]);
      const zip = await there.export();
      expect(await bothSay(zip, { keys: [ownKey(zip)] })).toMatchObject(named('words', 4));
      const page = String(unpack(zip).get('transcript.html'));
      expect(page).toContain('这一条与账本不符，打不开');
      expect(page).toContain('这款理财保本吗？');
      const gone = copy.store.db
        .deleteFrom('event')
        .where('stream', '=', CONVERSATION)
        .where('seq', '=', 2)
        .compile();
      await copy.store.commit([{ query: gone }]);
      const again = await there.export();
      expect(await bothSay(again, { keys: [ownKey(again)] })).toMatchObject(named('missing', 2));
    } finally {
      await copy.store.close();
      await copy.remove();
      there.checkpoints.remove();
    }
  });

  it('cannot hide a tail that was deleted with everything that tells of it', async () => {
    const copy = await databases[0]!.open();
    const there = officeOf(copy.store, newCheckpointFolder());
    try {
      await recordCase(copy.store);
      await there.sign();
      const { db } = copy.store;
      const gone = [
        db.deleteFrom('event').where('stream', '=', CONVERSATION).where('seq', '>', 3).compile(),
        db
          .deleteFrom('ledger_entry')
          .where('stream', '=', CONVERSATION)
          .where('cseq', '>', 3)
          .compile(),
      ];
      await copy.store.commit(gone.map((query) => ({ query })));
      const zip = await there.export();
      expect(await bothSay(zip, { keys: [ownKey(zip)] })).toMatchObject(named('tail', 4));
      const third = await db
        .selectFrom('ledger_entry')
        .select('hash')
        .where('stream', '=', CONVERSATION)
        .where('cseq', '=', 3)
        .executeTakeFirstOrThrow();
      const cut = db
        .updateTable('ledger_head')
        .set({ cseq: 3, hash: third.hash })
        .where('stream', '=', CONVERSATION)
        .compile();
      await copy.store.commit([{ query: cut }]);
      const again = await there.export();
      expect(await bothSay(again, { keys: [ownKey(again)] })).toMatchObject(named('tail', 4));
    } finally {
      await copy.store.close();
      await copy.remove();
      there.checkpoints.remove();
    }
  });
});
