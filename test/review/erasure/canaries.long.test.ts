import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { pino } from 'pino';
import { addStaff } from '../../../src/access/staff/accounts.js';
import type { App } from '../../../src/app.js';
import { erasureDepsOf, retentionVersions } from '../../../src/app/retention-rules.js';
import { createApp } from '../../../src/app.js';
import { readConfig } from '../../../src/config.js';
import { receivedFile } from '../../../src/conversation/attachments.js';
import { endTerms } from '../../../src/conversation/erasure/term-end.js';
import type { ConversationEvent } from '../../../src/conversation/events.js';
import { receive } from '../../../src/conversation/intake.js';
import { enqueue } from '../../../src/conversation/outbox.js';
import { moveAddress } from '../../../src/conversation/queries/conversation.js';
import { putHandoff } from '../../../src/conversation/queries/handoff.js';
import { insertAttempt, insertToolCall } from '../../../src/conversation/queries/turns.js';
import { recordEvents } from '../../../src/conversation/record.js';
import { readStream } from '../../../src/conversation/stream.js';
import type { Manifest } from '../../../src/ledger/bundle/format.js';
import { parseVerifierLine } from '../../../src/ledger/note.js';
import { customerId } from '../../../src/terms/ids.js';
import { indexNew } from '../../../src/review/search/index/indexing.js';
import { cheapPasswords } from '../../access/staff/staff-room.js';
import { bothSay, unpack } from '../../ledger/verify/case.js';
import { postgresServer, withDatabase } from '../../store/databases.js';
import { startTalk } from '../../talk.js';
import { bytesIn, hashesOf, indexed, searched } from './search-traces.js';

const SHIPPED = { now: () => ({ retention: retentionVersions() }) };

const TWENTY_ONE_YEARS = 21 * 366 * 86_400_000;
const PASSWORD = 'correct horse battery 7 staple';

/** Letters that stand nowhere else; every canary carries them, so that one search finds them all. */
const MARK = Array.from({ length: 12 }, () => 'bdghjkmpqvwxz'[randomInt(13)]).join('');
const canary = (nth: number, what: string): string =>
  `${what}${MARK}${String(nth).padStart(2, '0')}`;
const PHONE = `139${randomInt(10_000_000, 100_000_000)}`;

/** In every way that bytes could lie in a file: plain, as wide characters, and as base64. */
const FORMS: readonly Buffer[] = [MARK, PHONE].flatMap((words) => [
  Buffer.from(words),
  Buffer.from(words, 'utf16le'),
  ...[0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.from(`${'-'.repeat(shift)}${words}`)
        .toString('base64')
        .slice(4, -4),
    ),
  ),
]);

interface Ground {
  readonly env: Readonly<Record<string, string>>;
  /** Every file of the database itself, beside those in DATA_DIR. */
  found(): Promise<readonly string[]>;
  drop(): Promise<unknown>;
}

const holds = (content: Buffer): boolean => FORMS.some((form) => content.includes(form));

function foundBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => holds(readFileSync(file)));
}

const sqlite = async (): Promise<Ground> => ({
  env: {},
  found: async () => [],
  drop: async () => undefined,
});

/** The server's own files: of every table and index, and of its log since we began. */
async function postgres(): Promise<Ground> {
  const { url, drop } = await withDatabase(postgresServer!);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    'select pg_walfile_name(pg_current_wal_lsn()) as name',
  );
  const since = rows[0]!.name;
  return {
    env: { DATABASE_URL: url },
    async found() {
      await client.query('checkpoint');
      const relations = await client.query<{ name: string; content: Buffer }>(
        `select relname as name, pg_read_binary_file(pg_relation_filepath(oid)) as content
         from pg_class where relkind in ('r', 'i', 't', 'm') and relfilenode <> 0
         and pg_relation_size(oid) > 0`,
      );
      const log = await client.query<{ name: string }>(
        `select name from pg_ls_waldir() where name >= $1 and length(name) = 24
         and name <= pg_walfile_name(pg_current_wal_lsn()) order by name`,
        [since],
      );
      const found = relations.rows.filter(({ content }) => holds(content)).map(({ name }) => name);
      for (const { name } of log.rows) {
        const read = await client.query<{ content: Buffer }>(
          `select pg_read_binary_file('pg_wal/' || $1) as content`,
          [name],
        );
        if (holds(read.rows[0]!.content)) found.push(name);
      }
      return found;
    },
    async drop() {
      await client.end();
      await drop();
    },
  };
}

const grounds = [
  ['SQLite', sqlite] as const,
  ...(postgresServer ? [['PostgreSQL', postgres] as const] : []),
];

describe.each(grounds)('twenty canaries of one customer, kept in %s', (_, open) => {
  let ground: Ground;
  let folder: string;
  let app: App;
  let url: string;
  let conversation: string;
  let erasure: string;
  let hashes: string;
  let passed = 0;
  const now = () => Date.now() + passed;

  const inFiles = async () => [...foundBelow(folder), ...(await ground.found())];

  beforeAll(async () => {
    ground = await open();
    folder = mkdtempSync(join(tmpdir(), 'shuzhi-canaries-'));
    const config = readConfig({ PORT: '0', DATA_DIR: folder, ...ground.env });
    const log = pino(
      { level: 'trace' },
      pino.destination({ dest: join(folder, 'log'), sync: true }),
    );
    app = await createApp(config, log, { now, passwords: cheapPasswords() });
    url = `http://127.0.0.1:${await app.listen()}`;
    for (const [id, employee] of [
      ['first', 'compliance1'],
      ['second', 'compliance2'],
    ] as const) {
      const put = { id, role: 'compliance', name: id, employee, password: PASSWORD } as const;
      await addStaff(app.staffDeps, 'terminal', put);
    }
    conversation = await plant(app, now);
    const [row] = await app.store.db.selectFrom('erasure').selectAll().execute();
    erasure = row!.id;
  }, 240_000);

  afterAll(async () => {
    await app.close();
    await ground.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const signIn = async (username: string): Promise<string> => {
    const answer = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: PASSWORD }),
    });
    return ((await answer.json()) as { token: string }).token;
  };
  const ask = async (username: string, path: string, body?: object): Promise<Response> =>
    fetch(`${url}/api/v1/review${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await signIn(username)}`,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

  it('are on record, and the service reads them', async () => {
    const words = JSON.stringify(await readStream(app.store, conversation));
    const seen = new Set([...words.matchAll(new RegExp(`${MARK}(\\d\\d)`, 'g'))].map(([, n]) => n));
    const rows = await Promise.all([
      app.store.db.selectFrom('handoff').selectAll().execute(),
      app.store.db.selectFrom('attachment').selectAll().execute(),
      app.store.db.selectFrom('tool_call').selectAll().execute(),
      app.store.db.selectFrom('attempt').selectAll().execute(),
      app.store.db.selectFrom('outbox').selectAll().execute(),
      app.store.db.selectFrom('conversation').selectAll().execute(),
    ]);
    const stored = rows.flat().map((row) => {
      const content = 'content' in row && row.content ? Buffer.from(row.content).toString() : '';
      return JSON.stringify(row) + content;
    });
    for (const [, n] of stored.join().matchAll(new RegExp(`${MARK}(\\d\\d)`, 'g'))) seen.add(n);
    expect(seen.size).toBe(20);
    expect(words).toContain(PHONE);
  });

  it('are found by whoever reviews, said or not', async () => {
    await app.ledger.run();
    await indexNew({ store: app.store, now });
    const found = await searched(app, conversation, MARK);
    expect(found).toEqual(expect.arrayContaining([1, 2, 3, 4, 11, 12, 13, 14, 15]));
    const looked = await ask('first', '/searches', { words: MARK });
    expect(((await looked.json()) as { hits: unknown[] }).hits).toHaveLength(found.length);
  });

  it('lie in no file in clear even while they are on record', async () => {
    expect(await inFiles()).toEqual([]);
  }, 120_000);

  it('are frozen while a term runs, and neither the desk nor the channel comes across them', async () => {
    hashes = await hashesOf(app, conversation);
    if (Object.keys(ground.env).length === 0) expect(bytesIn(folder, hashes)).toBe(true);
    expect(
      (await ask('first', `/erasures/${erasure}/proposal`, { checked: 'signed_in' })).status,
    ).toBe(200);
    const own = await ask('first', `/erasures/${erasure}/approval`);
    expect([own.status, await own.json()]).toMatchObject([409, { why: 'same_person' }]);
    const shown = (await (await ask('second', `/erasures/${erasure}/approval`)).json()) as {
      stage: string;
      plan: readonly { stream: string; fate: string; until: string }[];
    };
    expect(shown.stage).toBe('done');
    expect(shown.plan.find(({ stream }) => stream === conversation)).toMatchObject({
      fate: 'restrict',
      until: expect.stringMatching(/^20\d\d-/),
    });
    const again = await receive(app.turnsDeps, {
      conversation,
      key: 'later',
      activity: { type: 'message', text: '还在吗' },
      event: { text: '还在吗', value: null },
    });
    expect(again).toEqual({ kind: 'unknown_conversation' });
    const left = await app.store.db
      .selectFrom('message')
      .select('text')
      .where('conversation_id', '=', conversation)
      .execute();
    expect(left).toEqual([]);
    expect(await indexed(app, conversation)).toBe(0);
    expect(await searched(app, conversation, MARK)).toEqual([]);
    const zip = await exported(await ask('first', '/exports', { conversation, why: '监管检查' }));
    expect(String(unpack(zip).get('entries.jsonl'))).toContain(MARK);
  });

  it('are gone once the term is over and two people have destroyed the key', async () => {
    const wrapped = await wrappedKeys(app, conversation, ground);
    passed = TWENTY_ONE_YEARS;
    await endTerms(erasureDepsOf({ store: app.store, now, house: SHIPPED }));
    const open = await app.store.db
      .selectFrom('erasure')
      .selectAll()
      .where('why', '=', 'term')
      .where('conversation_id', '=', conversation)
      .execute();
    expect(open).toMatchObject([{ stage: 'open' }]);
    const { id } = open[0]!;
    await ask('second', `/erasures/${id}/proposal`, { checked: 'term' });
    const done = await ask('first', `/erasures/${id}/approval`);
    expect(await done.json()).toMatchObject({ stage: 'done', plan: [{ fate: 'erase' }] });
    expect(await app.store.keys.living([conversation])).toEqual([]);
    expect(await readStream(app.store, conversation)).toEqual([]);
    await indexNew({ store: app.store, now });
    expect(await indexed(app, conversation)).toBe(0);
    expect(await everyRow(app)).not.toContain(MARK);
    expect(await inFiles()).toEqual([]);
    if (Object.keys(ground.env).length === 0) {
      for (const file of ['keys.db', 'keys.db-wal']) {
        expect(readFileSync(join(folder, file)).includes(wrapped)).toBe(false);
      }
      expect(bytesIn(folder, hashes)).toBe(false);
    }
  }, 120_000);

  it('leave a bundle and a ledger that both verifiers find whole', async () => {
    const zip = await exported(await ask('first', '/exports', { conversation, why: '监管检查' }));
    for (const content of unpack(zip).values()) expect(holds(content)).toBe(false);
    const said = await bothSay(zip, { keys: [keyOf(zip)] });
    expect(said).toMatchObject({ verdict: 'valid', conversation });
    expect(said.destroyed).toHaveLength(said.entries);
    const whole = await exported(await ask('first', '/ledger-exports', { why: '监管检查' }));
    expect(await bothSay(whole, { keys: [keyOf(whole)] })).toMatchObject({ verdict: 'valid' });
    expect(await inFiles()).toEqual([]);
  }, 120_000);
});

const exported = async (answer: Response): Promise<Buffer> =>
  Buffer.from(await answer.arrayBuffer());

function keyOf(zip: Buffer) {
  const { key } = JSON.parse(String(unpack(zip).get('manifest.json'))) as Manifest;
  return parseVerifierLine(key)!;
}

/** Every row of every table as the service reads it. */
async function everyRow({ store }: App): Promise<string> {
  const texts: string[] = [];
  const tables = await store.db.introspection.getTables();
  for (const { schema, name } of tables) {
    // It gives nothing but what is asked for by a hash; what it consists of are tables of their own.
    if (name === 'search_words') continue;
    const table = schema === undefined ? `"${name}"` : `"${schema}"."${name}"`;
    const { rows } = await store.db.executeQuery(CompiledQuery.raw(`select * from ${table}`));
    texts.push(JSON.stringify(rows));
  }
  return texts.join();
}

async function wrappedKeys({ store }: App, stream: string, ground: Ground): Promise<string> {
  if (Object.keys(ground.env).length > 0) return randomBytes(32).toString('base64');
  const { file } = (
    (await store.db.executeQuery(CompiledQuery.raw('pragma database_list'))).rows as {
      file: string;
    }[]
  )[0]!;
  const keys = new Database(join(file, '..', 'keys.db'), { readonly: true });
  const row = keys.prepare('select wrapped from data_key where scope = ?').get(stream) as {
    wrapped: string;
  };
  keys.close();
  return row.wrapped;
}

/** Said, drafted, stopped, noted, sent, attached and kept on the way: twenty places. */
async function plant(app: App, now: () => number): Promise<string> {
  const { store } = app;
  const talk = await startTalk(app, customerId('C1003'));
  await talk.say(canary(1, '我叫欧阳'));
  await talk.say(`我的电话是 ${PHONE}，${canary(2, '住在云栖路')}`);
  await talk.say(canary(3, '你好，今天天气不错'));
  const intake = { store, origin: 'test', now };
  await receive(intake, {
    conversation: talk.id,
    key: 'file',
    activity: { type: 'message', text: canary(4, '这是'), from: { name: canary(5, '欧阳') } },
    event: { text: canary(4, '这是'), value: { note: canary(6, '卡片') } },
    files: [receivedFile(`${canary(7, '身份证')}.png`, 'image/png', Buffer.from(canary(8, 'png')))],
  });
  app.turns.wake(talk.id);
  await app.turns.idle();
  const draft = (nth: number) => ({
    text: canary(nth, '草稿'),
    citations: [],
    facts: [],
    cards: [],
    suggestions: [],
    wording: [],
    model: 'test',
  });
  const by = { id: 'E01', name: canary(9, '顾问') };
  const finding = { rule: 'promised-return', text: canary(10, '保本') };
  const turn = 'a-turn-of-canaries';
  const events: readonly object[] = [
    { kind: 'DraftBlocked', turn, draft: draft(11), findings: [finding] },
    { kind: 'AdvisorBlocked', by, text: canary(12, '稳赚'), findings: [] },
    { kind: 'NoteTaken', by, text: canary(13, '备注') },
    { kind: 'ReplyDropped', turn, draft: draft(14), epoch: { begun: 0, now: 1 } },
    {
      kind: 'AdvisorSaid',
      by,
      statement: draft(15),
      inReplyTo: [],
      findings: [],
      reason: null,
      draft: null,
    },
  ];
  const happened = events.map((event) => ({
    actor: 'advisor' as const,
    at: now(),
    event: event as ConversationEvent,
  }));
  const attempt = { turn_id: turn, n: 1, conversation_id: talk.id, fence: 1, started_at: now() };
  const called = { idem_key: `${turn}|1`, turn_id: turn, ordinal: 1, name: 'search_knowledge' };
  const handoff = { conversation_id: talk.id, customer_id: 'C1003', employee_id: null };
  await recordEvents(store, 'test', talk.id, happened, [
    insertAttempt(store, {
      ...attempt,
      finished_at: now(),
      versions: JSON.stringify({ cause: canary(16, '版本') }),
      llm_request_hash: null,
      outcome: 'blocked',
      draft: JSON.stringify(draft(17)),
      blocked_by: canary(18, '拦截'),
      given: null,
    }),
    insertToolCall(
      store,
      {
        ...called,
        args: JSON.stringify({ query: canary(19, '查') }),
        intent_at: now(),
        status: 'done',
        result: canary(20, '结果'),
      },
      talk.id,
    ),
    enqueue(
      store,
      {
        conversation: talk.id,
        seq: 900,
        channel: 'test',
        statement: draft(15) as never,
        inReplyTo: null,
      },
      now(),
    ),
    moveAddress(store, talk.id, JSON.stringify({ user: { name: canary(5, '欧阳') } })),
    putHandoff(store, {
      ...handoff,
      stage: 'closed',
      state: JSON.stringify({ draft: draft(17) }),
      moved_at: now(),
    }),
  ]);
  await talk.say('我不用你们了，把我的个人信息全部删掉');
  await talk.say('对');
  return talk.id;
}
