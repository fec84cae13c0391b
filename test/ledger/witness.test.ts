import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkpointFolder } from '../../src/ledger/checkpoint-folder.js';
import { parseCheckpoint, signCheckpoint } from '../../src/ledger/checkpoint.js';
import type { Keeper } from '../../src/ledger/keeper.js';
import { hashLeaf } from '../../src/ledger/merkle.js';
import type { NoteKey } from '../../src/ledger/note.js';
import { COSIGNATURE, cosignatureBy, noteKey, parseVerifierLine } from '../../src/ledger/note.js';
import type { Witness } from '../../src/ledger/witness.js';
import { createWitness } from '../../src/ledger/witness.js';
import type { Store } from '../../src/store/store.js';
import { databases } from '../store/databases.js';
import { KEY, START, keeperOn, newCheckpointFolder, say } from './grounds.js';

const OWN = noteKey('witness', generateKeyPairSync('ed25519').privateKey, COSIGNATURE);

let store: Store;
let remove: () => Promise<void>;
let folder: string;
let checkpoints: ReturnType<typeof newCheckpointFolder>;
let failures: unknown[];

beforeEach(async () => {
  ({ store, remove } = await databases[0]!.open());
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-witness-'));
  checkpoints = newCheckpointFolder();
  failures = [];
});

afterEach(async () => {
  await store.close();
  await remove();
  checkpoints.remove();
  rmSync(folder, { recursive: true, force: true });
});

const witnessFor = (logs: readonly NoteKey[]): Witness =>
  createWitness({ logs, key: OWN, folder, now: () => START });

const keeperWith = (witness: () => Witness, at = checkpoints.folder): Keeper =>
  keeperOn(
    store,
    at,
    { at: START },
    {
      witness: (request) => witness().add(request),
      unwitnessed: (error) => void failures.push(error),
    },
  );

async function watched(): Promise<{ keeper: Keeper; log: NoteKey }> {
  const keeper = keeperWith(() => witness);
  const log = parseVerifierLine(await keeper.keyLine())!;
  const witness = witnessFor([log]);
  return { keeper, log };
}

describe('a witness', () => {
  it('signs below every checkpoint that goes on from the last one', async () => {
    const { keeper } = await watched();
    for (let i = 1; i <= 4; i += 1) {
      await say(store, 'one', 3 * i);
      const signed = await keeper.sign();
      expect(cosignatureBy(OWN, signed.note)).toBe('good');
      expect(keeper.state()).toMatchObject({ witnessed: signed.size, trouble: null });
    }
    expect(failures).toEqual([]);
  });

  it('tells a ledger that does not know what it saw', async () => {
    const { keeper } = await watched();
    await say(store, 'one', 3);
    await keeper.sign();
    await store.commit([
      { query: store.db.updateTable('ledger_checkpoint').set({ cosignatures: '' }).compile() },
    ]);
    await say(store, 'one', 3);
    expect(cosignatureBy(OWN, (await keeper.sign()).note)).toBe('good');
  });

  it('does not stop the ledger where it is away', async () => {
    const keeper = keeperOn(
      store,
      checkpoints.folder,
      { at: START },
      {
        witness: () => Promise.reject(new Error('nobody there')),
        unwitnessed: (error) => void failures.push(error),
      },
    );
    await say(store, 'one', 3);
    expect((await keeper.sign()).size).toBe(4);
    expect(keeper.state()).toMatchObject({ witnessed: null, trouble: null });
    expect(failures).toHaveLength(1);
  });

  it('betrays a database that was put back, though its checkpoints were put back too', async () => {
    const { keeper, log } = await watched();
    await say(store, 'one', 30);
    await keeper.sign();
    const copy = await databases[0]!.open();
    try {
      await say(copy.store, 'one', 5);
      const { origin } = await store.db
        .selectFrom('ledger_tree')
        .selectAll()
        .executeTakeFirstOrThrow();
      const tree = { id: 'tree' as const, origin, size: 0, heads_day: null };
      await copy.store.commit([
        { query: copy.store.db.insertInto('ledger_tree').values(tree).compile() },
      ]);
      const back = keeperOn(
        copy.store,
        checkpointFolder(join(folder, 'checkpoints')),
        { at: START },
        {
          witness: (request) => witnessFor([log]).add(request),
          unwitnessed: (error) => void failures.push(error),
        },
      );
      await back.sign();
      expect(back.state()).toMatchObject({ trouble: 'rollback', witnessed: null });
    } finally {
      await copy.store.close();
      await copy.remove();
    }
  });

  const noteOf = (size: number, root: string, key: NoteKey) =>
    signCheckpoint({ origin: key.name, size, root: hashLeaf(root) }, key);

  it('refuses a fork, a stranger, a forged signature and what is no request', async () => {
    const log = noteKey('log', KEY);
    const witness = witnessFor([log]);
    const status = async (request: string) => (await witness.add(request)).status;
    expect(await status(`old 0\n\n${noteOf(4, 'four', log)}`)).toBe(200);
    expect(await witness.add(`old 0\n\n${noteOf(5, 'five', log)}`)).toEqual({
      status: 409,
      body: '4\n',
    });
    expect(await status(`old 4\n\n${noteOf(4, 'another', log)}`)).toBe(409);
    const proof = `${hashLeaf('x').toString('base64')}\n`;
    expect(await status(`old 4\n${proof}\n${noteOf(6, 'six', log)}`)).toBe(422);
    expect(await status(`old 9\n\n${noteOf(6, 'six', log)}`)).toBe(400);
    const stranger = noteKey('stranger', KEY);
    expect(await status(`old 0\n\n${noteOf(6, 'six', stranger)}`)).toBe(404);
    const forger = noteKey('log', generateKeyPairSync('ed25519').privateKey);
    expect(await status(`old 4\n\n${noteOf(6, 'six', forger)}`)).toBe(403);
    expect(await status('anything')).toBe(400);
    expect(await status('')).toBe(400);
  });

  it('remembers what it saw after it was started anew', async () => {
    const log = noteKey('log', KEY);
    const note = noteOf(4, 'four', log);
    await witnessFor([log]).add(`old 0\n\n${note}`);
    const again = await witnessFor([log]).add(`old 4\n\n${note}`);
    expect(again.status).toBe(200);
    const cosigned = parseCheckpoint(note + again.body);
    expect(cosigned && cosignatureBy(OWN, cosigned.note)).toBe('good');
  });
});
