import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDialogues } from '../../../src/cli/dialogues/dialogue.js';
import { play } from '../../../src/cli/dialogues/play.js';
import type { Era, Replayed } from '../../../src/conversation/replay/replay.js';
import { replay } from '../../../src/conversation/replay/replay.js';
import { importFiles } from '../../../src/profiles/import/import.js';
import { ingest } from '../../../src/retrieval/ingest.js';
import { customerId } from '../../../src/terms/ids.js';
import type { RunningApp } from '../../running-app.js';
import { runApp } from '../../running-app.js';
import { postgresServer, withDatabase } from '../../store/databases.js';
import { startTalk } from '../../talk.js';

/** Past answers made again, whatever has changed since. */

const ALL = loadDialogues('test/dialogues');
const every = (nth: number) => ALL.filter((_, at) => at % nth === 0);

let service: RunningApp;
const deps = () => ({ store: service.app.store, openEra: service.app.openEra });

async function allReplayed(): Promise<readonly Replayed[]> {
  const rows = await service.app.store.db.selectFrom('conversation').select('id').execute();
  const replayed: Replayed[] = [];
  for (const { id } of rows) replayed.push(...((await replay(deps(), id)) ?? []));
  return replayed;
}

const recordedEvents = () =>
  service.app.store.db
    .selectFrom('event')
    .select(({ fn }) => fn.countAll().as('events'))
    .executeTakeFirstOrThrow();

const notIdentical = (replayed: readonly Replayed[]) =>
  replayed.filter(({ outcome, why, missing }) => {
    return (outcome !== 'identical' && why !== 'unasked') || missing.length > 0;
  });

/** A whole house of changes: knowledge, a product, and who the customer is. */
async function changeEverything(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shuzhi-replay-'));
  const { store, knowledge } = service.app;
  const document = [
    '---',
    'kind: faq',
    'title: 风险等级是什么意思',
    'issuer: 本机构',
    'authority: house',
    'effective: 2026-01-01',
    'expires: null',
    'source: null',
    'verified: true',
    'asks:',
    '  - 风险等级是什么意思',
    '  - R1 到 R5 是什么意思',
    '---',
    '风险等级的写法改过了：一共五级，数字越大波动越大。',
  ];
  writeFileSync(join(folder, 'risk-levels.md'), `${document.join('\n')}\n`);
  const report = await ingest(store, [folder], { now: service.app.askDeps.now() });
  rmSync(folder, { recursive: true });
  expect(report).toMatchObject({ added: 1, refused: [] });
  await knowledge.refresh();
  const rows = [
    { path: 'products.csv', text: PRODUCTS },
    { path: 'customers.csv', text: 'id,name,born\nC1001,另一个名字,1940-01-01\n' },
  ];
  expect(await importFiles(store, rows, { kind: null, dryRun: false })).toMatchObject({
    kinds: { products: { updated: 1 }, customers: { updated: 1 } },
    faults: 0,
  });
}

let PRODUCTS = '';

async function renamedProduct(): Promise<string> {
  const { store } = service.app;
  const row = await store.db.selectFrom('product').selectAll().limit(1).executeTakeFirstOrThrow();
  const { code, type, regime, issuer, asOf } = JSON.parse(row.body) as Record<string, string>;
  return `code,name,type,regime,issuer,status,asOf\n${code},改了名的产品,${type},${regime},${issuer},closed,${asOf}\n`;
}

describe('answers of the past', () => {
  beforeAll(async () => {
    service = await runApp();
    for (const dialogue of every(15)) await play(service.app, dialogue, service.clock);
    PRODUCTS = await renamedProduct();
  }, 180_000);
  afterAll(() => service.stop());

  it('come out byte for byte as they were said, and nothing is written', async () => {
    const before = await recordedEvents();
    const replayed = await allReplayed();
    expect(await recordedEvents()).toEqual(before);
    expect(replayed.filter(({ outcome }) => outcome === 'identical').length).toBeGreaterThan(50);
    expect(notIdentical(replayed)).toEqual([]);
  }, 120_000);

  it('still do after knowledge, a product and the customer have changed', async () => {
    await changeEverything();
    expect(notIdentical(await allReplayed())).toEqual([]);
  }, 120_000);

  it('rest on the need and the plans that were known then, not on those of today', async () => {
    const { app } = service;
    const planned = async (sum: string) => {
      const talk = await startTalk(app, customerId('C1003'));
      await talk.say(`我有${sum}，想存着给孩子五年后上大学，最多亏一成，到时候才用`);
      await talk.say('对');
    };
    await planned('三十万');
    const talk = await startTalk(app, customerId('C1003'));
    for (const words of ['给我个方案', '对', '我的方案怎么样了']) await talk.say(words);
    await planned('四十万');
    const replayed = (await replay(deps(), talk.id)) ?? [];
    expect(replayed.map(({ outcome }) => outcome)).toEqual(['identical', 'identical', 'identical']);
    expect(replayed[0]?.then).toContain('30 万元');
    expect(replayed[1]?.then).toContain('正在等持证顾问审核');
  });

  it('show what is different where something else speaks, and what of that day was not to be had', async () => {
    const { app } = service;
    const talk = await startTalk(app, customerId('C1003'));
    await talk.say('什么是基金定投？');
    const [mine] = (await replay(deps(), talk.id)) ?? [];
    expect(mine).toMatchObject({ outcome: 'identical', missing: [] });
    const openEra = async (versions: Parameters<typeof app.openEra>[0]): Promise<Era> => {
      const era = await app.openEra(versions);
      return { ...era, deps: { ...era.deps, aiLabel: '小屿二号 · AI 生成' } };
    };
    const [other] = (await replay({ store: app.store, openEra }, talk.id)) ?? [];
    expect(other).toMatchObject({
      outcome: 'different',
      differences: [
        { place: '0.statement.aiLabel', then: '小屿 · AI 生成', now: '小屿二号 · AI 生成' },
      ],
    });
  });

  it('say it plainly where the program or the archive of that day is gone', async () => {
    const { app } = service;
    const talk = await startTalk(app);
    await talk.say('什么是基金定投？');
    const openEra = ({ archive: _, ...versions }: Parameters<typeof app.openEra>[0]) =>
      app.openEra(versions);
    const [one] = (await replay({ store: app.store, openEra }, talk.id)) ?? [];
    expect(one?.missing.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['program', 'archive']),
    );
  });

  it('are none where nobody ever talked', async () => {
    expect(await replay(deps(), 'nowhere')).toBeNull();
  });
});

(postgresServer ? describe : describe.skip)('answers of the past on PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof withDatabase>>;
  beforeAll(async () => {
    database = await withDatabase(postgresServer as string);
    service = await runApp({ DATABASE_URL: database.url, DEMO: '1' });
    for (const dialogue of every(60)) await play(service.app, dialogue, service.clock);
    PRODUCTS = await renamedProduct();
  }, 180_000);
  afterAll(async () => {
    await service.stop();
    await database.drop();
  });

  it('come out byte for byte as they were said, also after changes', async () => {
    await changeEverything();
    const replayed = await allReplayed();
    expect(replayed.filter(({ outcome }) => outcome === 'identical').length).toBeGreaterThan(10);
    expect(notIdentical(replayed)).toEqual([]);
  }, 120_000);
});
