// `npm run bench:sealing`: the same talk on a store that seals what it keeps and on one that keeps it
// in clear, in turn in one run. It judges nothing: read the ratio, machines differ.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../dist/app.js';
import { readConfig } from '../../dist/config.js';
import { receive } from '../../dist/conversation/intake.js';
import { newConversationId, openConversation } from '../../dist/conversation/opening.js';
import { Kept } from '../../dist/store/kept.js';
import { median } from './figures.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const CONVERSATIONS = 10;
const QUESTIONS = [
  '你好',
  'R2 是什么意思',
  '基金可以随时赎回吗',
  '谢谢',
  '你们几点下班',
  '收费怎么算',
];

const inClear = (store) => ({
  ...store,
  commit: (unit, options) =>
    store.commit(
      unit.map(({ query, ...write }) => ({
        ...write,
        query: {
          ...query,
          parameters: query.parameters.map((one) => (one instanceof Kept ? one.words : one)),
        },
      })),
      options,
    ),
});

async function open(wrap) {
  const folder = mkdtempSync(join(tmpdir(), 'shuzhi-sealing-'));
  const env = { DATA_DIR: folder, DEMO: '1', PORT: '0' };
  const app = await createApp(readConfig(env), pino({ level: 'silent' }), { store: wrap });
  return { app, folder, cpu: [], wall: [] };
}

/** CPU of the whole process and time on the clock, ms a turn. */
async function talk(side) {
  const { app } = side;
  const intake = { store: app.store, origin: 'bench', now: Date.now };
  const cpu = process.cpuUsage();
  const began = performance.now();
  for (let i = 0; i < CONVERSATIONS; i += 1) {
    const id = newConversationId();
    const opening = { id, channel: 'directline', channelConv: id, customer: 'C1003' };
    await openConversation(intake, { ...opening, address: null, greeting: null, isSent: false });
    for (const [nth, text] of QUESTIONS.entries()) {
      const activity = { type: 'message', text };
      const event = { text, value: null };
      await receive(intake, { conversation: id, key: `m${nth}`, activity, event });
      app.turns.wake(id);
      await app.turns.idle();
    }
  }
  const { user, system } = process.cpuUsage(cpu);
  const turns = CONVERSATIONS * QUESTIONS.length;
  side.cpu.push((user + system) / 1_000 / turns);
  side.wall.push((performance.now() - began) / turns);
}

const sealed = await open((store) => store);
const clear = await open(inClear);
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const side of round % 2 ? [sealed, clear] : [clear, sealed]) await talk(side);
  // The first round only warms up.
  if (round === 0) for (const side of [sealed, clear]) side.cpu.length = side.wall.length = 0;
}
const line = (name, of) => {
  const [a, b] = [median(of(sealed)), median(of(clear))];
  return `${name}: sealed ${a.toFixed(2)} ms, in clear ${b.toFixed(2)} ms a turn, ratio ${(a / b).toFixed(3)}\n`;
};
process.stdout.write(line('CPU', ({ cpu }) => cpu) + line('clock', ({ wall }) => wall));
for (const { app, folder } of [sealed, clear]) {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
