// The real service in a process of its own that kills itself (SIGKILL) before or after its n-th
// commit, counted from when it is ready. Nothing of this exists in the product.
import { pino } from 'pino';
import { createApp } from '../../dist/app.js';
import { readConfig } from '../../dist/config.js';

const dieAt = Number(process.env.DIE_AT ?? 0);
const when = process.env.DIE_WHEN ?? 'before';
let armed = false;
let commits = 0;

const die = () => {
  process.kill(process.pid, 'SIGKILL');
  // The signal needs a moment; nothing may happen in it.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
};

const mortal = (store) => ({
  ...store,
  async commit(unit, options) {
    // Heartbeats, rate counts and the ledger's heads come when they come: only a conversation's own
    // writes count.
    const touches = (tables) => unit.some(({ query }) => tables.test(query.sql));
    const own = touches(/"(inbox|event|attempt)"/) && !touches(/"ledger_tree"/);
    if (armed && own) commits += 1;
    const mine = armed && own && commits === dieAt;
    if (mine && when === 'before') die();
    const outcome = await store.commit(unit, options);
    if (mine && when === 'after') die();
    return outcome;
  },
});

const app = await createApp(readConfig(process.env), pino({ level: 'silent' }), { store: mortal });
const port = await app.listen();
process.stdout.write(`${port}\n`);
process.stdin.once('data', () => {
  armed = true;
  process.stdout.write('armed\n');
});
