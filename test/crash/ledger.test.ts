import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordInHouse } from '../../src/conversation/house-stream.js';
import { checkpointFolder } from '../../src/ledger/checkpoint-folder.js';
import { parseCheckpoint } from '../../src/ledger/checkpoint.js';
import { createKeeper } from '../../src/ledger/keeper.js';
import { parseVerifierLine } from '../../src/ledger/note.js';
import { signingKey } from '../../src/ledger/signing-key.js';
import { rootAt } from '../../src/ledger/tree.js';
import { verifyBundle } from '../../src/ledger/verify/verify.js';
import { exportLedger } from '../../src/review/case/export-ledger.js';
import type { Store } from '../../src/store/store.js';
import type { Ground } from './ground.js';
import { grounds } from './ground.js';

const SCRIPT = fileURLToPath(new URL('./keeping-ledger.mjs', import.meta.url));
/** The long form kills 25 times on each database (F1, point 14). */
const KILLS = process.env['CRASH_ROUNDS'] === undefined ? 3 : 25;
const ROUND_MS = 60_000;

describe.each(grounds)('a kill -9 while the ledger is kept, on $name', ({ prepare }) => {
  let ground: Ground;

  beforeEach(async () => {
    ground = await prepare();
  });
  afterEach(async () => {
    await ground.remove();
  });

  it(
    'loses no entry, and signs no two trees of one size',
    async () => {
      let acknowledged = 0;
      for (let kill = 0; kill < KILLS; kill += 1)
        acknowledged += await keepUntilKilled(ground, kill);
      const store = await ground.open();
      await store.commit([{ query: store.db.deleteFrom('lease').compile() }]);
      const { finding, folder } = await judged(store, ground);
      expect(finding).toMatchObject({ verdict: 'valid' });
      expect(finding.entries).toBeGreaterThanOrEqual(acknowledged);
      for (const checkpoint of publishedIn(folder)) {
        expect(checkpoint?.root).toEqual(await rootAt(store, checkpoint?.size ?? 0));
      }
      await store.close();
    },
    KILLS * ROUND_MS,
  );
});

/** How many records were acknowledged before the end came. */
async function keepUntilKilled(ground: Ground, kill: number): Promise<number> {
  const env = { PATH: process.env['PATH'], ...ground.env };
  const child = spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  let said = '';
  child.stdout.on('data', (part) => (said += String(part)));
  await Promise.race([once(child.stdout, 'data'), gone]);
  // Every time a little later within what a round takes.
  setTimeout(() => child.kill('SIGKILL'), 60 + ((kill * 37) % 200));
  await gone;
  return said.replace('ready\n', '').length;
}

async function judged(store: Store, ground: Ground) {
  const data = String(ground.env['DATA_DIR']);
  const folder = join(data, 'checkpoints');
  const deps = { store, origin: 'test', now: Date.now };
  const ledger = createKeeper({
    ...deps,
    deployment: 'test',
    owner: 'afterwards',
    key: signingKey(join(data, 'ledger.pem')),
    folder: checkpointFolder(folder),
    witness: null,
    unwitnessed: () => undefined,
    recordHeads: (heads, also) => recordInHouse(deps, heads, also),
  });
  const chunks: Buffer[] = [];
  const order = { by: 'test', why: 'test', since: null };
  await exportLedger({ ...deps, ledger }, order, async (bytes) => void chunks.push(bytes));
  const key = parseVerifierLine(await ledger.keyLine());
  const trust = { keys: key ? [key] : [], witnesses: [], checkpoint: null };
  return { finding: verifyBundle(Buffer.concat(chunks), trust), folder };
}

const publishedIn = (folder: string) =>
  readdirSync(join(folder, '000000'))
    .filter((name) => /^\d+$/.test(name))
    .map((name) => parseCheckpoint(readFileSync(join(folder, '000000', name), 'utf8')));
