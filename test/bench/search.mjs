// `npm run bench:search`: reviewers' searches and pages over 1,000,000 messages (`--short`: 50,000), the size of
// the index, and the taking in of new messages with the index kept and not kept, in turn in one run.
// `--postgres URL` for a database of its own on PostgreSQL. It judges nothing: read the figures.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { receive } from '../../dist/conversation/intake.js';
import { newConversationId, openConversation } from '../../dist/conversation/opening.js';
import { takeEntries, theTree } from '../../dist/ledger/tree.js';
import { idFrom } from '../../dist/review/search/index/entry-ids.js';
import { indexNew } from '../../dist/review/search/index/indexing.js';
import { search } from '../../dist/review/search/search.js';
import { readSetting } from '../../dist/store/setting.js';
import { openPostgres } from '../../dist/store/postgres.js';
import { openSqlite } from '../../dist/store/sqlite.js';
import { filling } from './bulk-postgres.mjs';
import { median, percentile, table } from './figures.mjs';
import { CHANNELS, RULES, dice, idOf, makeHistory } from './history.mjs';
import { pageTimes } from './pages.mjs';

const SECRET = 'wraps the keys of a made-up past only';
const { values } = parseArgs({
  options: {
    short: { type: 'boolean' },
    postgres: { type: 'string' },
    data: { type: 'string' },
    messages: { type: 'string' },
  },
});
const MESSAGES = Number(values.messages ?? (values.short ? 50_000 : 1_000_000));
const TIMES = values.short ? 20 : 40;
const NOW = Date.parse('2026-11-27T10:00:00+08:00');
const DAY_MS = 86_400_000;

if (values.data) mkdirSync(values.data, { recursive: true });
const folder = values.data ?? mkdtempSync(join(tmpdir(), 'shuzhi-search-'));
const file = join(folder, 'shuzhi.db');
const hasFile = existsSync(file);
const store = values.postgres
  ? await openPostgres(values.postgres, SECRET)
  : await openSqlite(file, SECRET);
const isKept = values.postgres
  ? (await store.db.selectFrom('conversation').select('id').limit(1).execute()).length > 0
  : hasFile;
const say = (line) => process.stdout.write(`${line}\n`);
/** Whether what is kept was indexed to its end: where it was broken off, the rest goes quickly too. */
async function isIndexed() {
  const { size } = await theTree(store, 'shuzhi');
  const cursor = await readSetting(store, 'search cursor');
  return Number(cursor?.split(' ')[1] ?? -1) + 1 >= size;
}
const sizeOf = async (...names) => {
  if (values.postgres) {
    const rows = await Promise.all(
      names
        .filter((name) => !name.includes('_words'))
        .map((name) =>
          sql`select pg_total_relation_size(${name}::regclass) as n`.execute(store.db),
        ),
    );
    return rows.reduce((sum, { rows: [row] }) => sum + Number(row.n), 0);
  }
  const tests = names.map(
    (name) =>
      sql`name = ${name} or name like ${`${name}\\_%`} escape '\\' or name like ${`sqlite_autoindex_${name}\\_%`} escape '\\'`,
  );
  const { rows } =
    await sql`select sum(pgsize) as n from dbstat where aggregate = true and (${sql.join(tests, sql` or `)})`.execute(
      store.db,
    );
  return Number(rows[0].n);
};

let said = null;
const filler =
  values.postgres && !(isKept && (await isIndexed()))
    ? await filling(store, values.postgres)
    : { filled: store, end: () => undefined };
if (!isKept) {
  const began = performance.now();
  said = await makeHistory(filler.filled, { messages: MESSAGES, now: NOW, tell: say });
  say(`${said.messages} messages made in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
}
const before = performance.now();
let read = 0;
for (let page = 1; page > 0; read += page)
  page = await indexNew({ store: filler.filled, now: Date.now });
await filler.end();
const seconds = (performance.now() - before) / 1_000;
say(`${read} entries indexed in ${seconds.toFixed(0)} s, ${(read / seconds).toFixed(0)} a second`);
// As autovacuum does by itself before long.
if (values.postgres && read > 0) await sql`vacuum analyze`.execute(store.db);

const order = {
  words: '',
  person: null,
  product: null,
  rule: null,
  channel: null,
  verdict: null,
  what: [],
  from: null,
  to: null,
  after: null,
  limit: 20,
};
const roll = dice(11);
const deps = { store, origin: 'shuzhi', now: Date.now };
const month = () => {
  const from = NOW - roll.below(700) * DAY_MS;
  return { from, to: from + 30 * DAY_MS };
};
const person = () => `C${1001 + roll.below(20_000)}`;
const KINDS = {
  'common word (基金)': () => ({ words: '基金' }),
  'common word, one month long ago': () => ({
    words: roll.of(['收益', '赎回', '费率']),
    ...month(),
  }),
  'two common words': () => ({ words: '养老 黄金' }),
  'one character (亏)': () => ({ words: '亏' }),
  'word, 1 in 200': () => ({ words: '保证收益' }),
  'word, 1 in 20,000': () => ({ words: '私下转账' }),
  'word, 1 in 200,000': () => ({ words: '原始凭证遗失' }),
  'word that nobody said': () => ({ words: '量子纠缠' }),
  phrase: () => ({ words: '“会不会亏”' }),
  'long phrase': () => ({ words: '“过往业绩不代表未来表现，请您先看清楚再决定”' }),
  'phrase that is not there, of common pairs': () => ({ words: '“基金理财收益风险”' }),
  'person and time': () => ({ person: person(), ...month() }),
  'person and common word': () => ({ person: person(), words: '基金' }),
  rule: () => ({ rule: roll.of(RULES.slice(1)) }),
  'rule and common word': () => ({ rule: roll.of(RULES), words: '收益' }),
  'rule and rare word': () => ({ rule: roll.of(RULES), words: '私下转账' }),
  'verdict and word': () => ({ verdict: 'violation', words: '净值' }),
  'channel, kind and word': () => ({
    channel: roll.of(CHANNELS),
    what: ['blocked_reply'],
    words: '净值',
  }),
  'without a word': () => ({ words: '收益 -风险 -净值' }),
  'second page, common word': () => ({
    words: '基金',
    after: idFrom(NOW - roll.below(700) * DAY_MS),
  }),
};

const rows = [];
const all = [];
for (const [name, make] of Object.entries(KINDS)) {
  const times = [];
  const cpu = process.cpuUsage();
  let hits = 0;
  for (let nth = 0; nth < TIMES; nth += 1) {
    const began = performance.now();
    const found = await search(deps, { ...order, ...make() }, 'bench');
    times.push(performance.now() - began);
    hits += found.hits.length;
  }
  all.push(...times);
  const { user, system } = process.cpuUsage(cpu);
  const busy = (user + system) / 1_000 / TIMES;
  rows.push([
    name,
    ...[0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1)),
    busy.toFixed(1),
    (hits / TIMES).toFixed(1),
  ]);
}
say(`\nsearches over ${MESSAGES} messages, ms, each with its record of who looked:\n`);
say(table(['search', 'p50', 'p95', 'most', 'CPU', 'hits'], rows));
say(
  `all: p50 ${percentile(all, 0.5).toFixed(1)} ms, p95 ${percentile(all, 0.95).toFixed(1)} ms, most ${percentile(all, 1).toFixed(1)} ms\n`,
);

const conversations = Array.from({ length: 7 }, (_, nth) =>
  idOf(Math.floor(((nth + 0.5) * MESSAGES) / 70)),
);
say(`pages of a reviewer over ${MESSAGES} messages, ms:\n`);
say(
  table(['page', 'p50', 'p95', 'most', 'characters'], await pageTimes(store, NOW, conversations)),
);

const [index, record] = [
  await sizeOf('search_entry', 'search_words'),
  await sizeOf('event', 'message', 'ledger_entry', 'conversation'),
];
const mb = (n) => `${(n / 1e6).toFixed(0)} MB`;
say(
  `index ${mb(index)}, ${(index / MESSAGES).toFixed(0)} bytes a message; the record itself (events, messages, ledger, conversations) ${mb(record)}: the index adds ${((100 * index) / record).toFixed(0)} %`,
);
if (said)
  say(
    `what was said, UTF-8: ${mb(said.bytes)}, ${(said.bytes / said.messages).toFixed(0)} bytes a message`,
  );

/** New messages, one conversation after the other, while the index is kept beside them, or is not. */
async function takeIn(isKeptToo) {
  const id = newConversationId();
  const intake = { store, origin: 'shuzhi', now: Date.now };
  const opening = { id, channel: 'directline', channelConv: id, customer: 'C1003' };
  await openConversation(intake, { ...opening, address: null, greeting: null, isSent: false });
  let goesOn = true;
  const keep = async () => {
    for (; goesOn; await new Promise((resolve) => setTimeout(resolve, 100))) {
      await takeEntries(store, (await theTree(store, 'shuzhi')).size);
      if (isKeptToo) await indexNew({ store, now: Date.now });
    }
  };
  const keeping = keep();
  const times = [];
  for (let nth = 0; nth < 200; nth += 1) {
    const text = `第${nth}条：我想了解一下稳健一号的净值和赎回，手上有${nth}万，会不会亏？`;
    const began = performance.now();
    await receive(intake, {
      conversation: id,
      key: `m${nth}`,
      activity: { type: 'message', text },
      event: { text, value: null },
    });
    times.push(performance.now() - began);
  }
  goesOn = false;
  await keeping;
  return times;
}

const [on, off] = [[], []];
for (let round = 0; round <= 8; round += 1) {
  for (const isOn of round % 2 ? [true, false] : [false, true]) {
    const times = await takeIn(isOn);
    // What was not indexed in its turn is, before the next.
    await indexNew({ store, now: Date.now });
    if (round > 0) (isOn ? on : off).push(...times);
  }
}
const p95 = (times) => percentile(times, 0.95);
say(
  `taking in a message: ${median(on).toFixed(2)} ms with the index kept, ${median(off).toFixed(2)} ms without, ratio ${(median(on) / median(off)).toFixed(3)}; p95 ${p95(on).toFixed(2)} and ${p95(off).toFixed(2)} ms, ratio ${(p95(on) / p95(off)).toFixed(3)}`,
);
await store.close();
if (!values.data) rmSync(folder, { recursive: true, force: true });
