// Records and signs without end, until it is killed (see ledger.test.ts).
import { join } from 'node:path';
import { secret } from '../../dist/access/secrets.js';
import { recordInHouse } from '../../dist/conversation/house-stream.js';
import { checkpointFolder } from '../../dist/ledger/checkpoint-folder.js';
import { createKeeper } from '../../dist/ledger/keeper.js';
import { signingKey } from '../../dist/ledger/signing-key.js';
import { openPostgres } from '../../dist/store/postgres.js';
import { openSqlite } from '../../dist/store/sqlite.js';

const { DATA_DIR: folder, DATABASE_URL: url } = process.env;
const root = secret(join(folder, 'secrets'), 'record-keys', null);
const store = url
  ? await openPostgres(url, root)
  : await openSqlite(join(folder, 'shuzhi.db'), root);
const deps = { store, origin: 'test', now: Date.now };
const keeper = createKeeper({
  ...deps,
  deployment: 'test',
  owner: String(process.pid),
  key: signingKey(join(folder, 'ledger.pem')),
  folder: checkpointFolder(join(folder, 'checkpoints')),
  witness: null,
  unwitnessed: () => undefined,
  recordHeads: (heads, also) => recordInHouse(deps, heads, also),
});
process.stdout.write('ready\n');
for (let i = 0; ; i += 1) {
  const acknowledged = await recordInHouse(deps, { kind: 'Noted', i });
  if (acknowledged) process.stdout.write('.');
  if (i % 3 === 0) await keeper.sign();
}
