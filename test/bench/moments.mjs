// `npm run bench:moments`: key moments over 100,000 customers (`--customers N`), as `shuzhi mot run` finds
// them: a first day, the same day again, and the next. The customers are the demonstration's, many
// times over, each copy with what it holds, moved and lived through. It judges nothing: the goal is 30 s.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { createApp } from '../../dist/app.js';
import { runMot } from '../../dist/cli/mot-run.js';
import { readConfig } from '../../dist/config.js';

const { values } = parseArgs({ options: { customers: { type: 'string' } } });
const CUSTOMERS = Number(values.customers ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'shuzhi-moments-'));
const say = (line) => process.stdout.write(`${line}\n`);

const config = readConfig({ PORT: '0', DATA_DIR: folder });
const app = await createApp(config, pino({ level: 'silent' }), { withJobs: false });
await app.close();

const db = new Database(join(folder, 'shuzhi.db'));
const { n: own } = db.prepare('select count(*) as n from customer').get();
/** Every column as it is, except ids, which get the number of the copy behind them. */
const COPIES = [
  [
    'customer',
    `insert into customer (id, name, body)
      select id || '-' || @copy, name, json_set(body, '$.id', id || '-' || @copy)
      from customer where id not like '%-%' limit @most`,
  ],
  ...['holding', 'transaction_record', 'customer_event'].map((table) => [table, copyOf(table)]),
];

function copyOf(table) {
  const columns = db.prepare(`select name from pragma_table_info(?)`).all(table);
  const names = columns.map(({ name }) => name);
  const told = names.map((name) =>
    name === 'id' || name === 'customer_id' ? `${name} || '-' || @copy` : name,
  );
  return `insert into ${table} (${names.join(', ')}) select ${told.join(', ')} from ${table}
    where customer_id not like '%-%' and customer_id || '-' || @copy in (select id from customer)`;
}

db.transaction(() => {
  for (let copy = 1, left = CUSTOMERS - own; left > 0; copy += 1, left -= own)
    for (const [, sql] of COPIES) {
      const given = { copy, most: Math.min(own, left) };
      db.prepare(sql).run(sql.includes('@most') ? given : { copy });
    }
})();
for (const [table] of COPIES)
  say(`${table}: ${db.prepare(`select count(*) as n from ${table}`).get().n} rows`);
db.close();

const today = new Date().toISOString().slice(0, 10);
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
process.env.DATA_DIR = folder;
for (const day of [today, today, tomorrow]) {
  const cpu = process.cpuUsage();
  const { customers, raised, lapsed, seconds } = await runMot(day);
  const { user, system } = process.cpuUsage(cpu);
  say(
    `${day}: ${customers} customers, ${raised} raised, ${lapsed} lapsed in ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of them on a processor; load ${loadavg()[0].toFixed(1)} of ${availableParallelism()}`,
  );
}
rmSync(folder, { recursive: true, force: true });
