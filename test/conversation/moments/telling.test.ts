import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { composeMoment } from '../../../src/agent/compose/moment.js';
import { MOMENTS } from '../../../src/advice/lifecycle/moments/catalogue.js';
import { DEFAULT_THRESHOLDS } from '../../../src/advice/suitability/house-thresholds.js';
import { guard } from '../../../src/compliance/guard.js';
import { runMoments } from '../../../src/conversation/moments/run.js';
import { tellMoments } from '../../../src/conversation/moments/telling.js';
import { openConversation } from '../../../src/conversation/opening.js';
import { readStream } from '../../../src/conversation/stream.js';
import { createWatch } from '../../../src/conversation/watch.js';
import { importFiles } from '../../../src/profiles/import/import.js';
import type { Store } from '../../../src/store/store.js';
import type { Fact } from '../../../src/terms/fact.js';
import { conversationId, customerId } from '../../../src/terms/ids.js';
import { readInstant } from '../../../src/terms/time.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { SECRET } from '../../store/databases.js';
import { openSqlite } from '../../../src/store/sqlite.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const wordings = loadWordings(new URL('../../../prompts', import.meta.url).pathname);
const TODAY = '2026-11-26';

describe('words of a key moment', () => {
  const told: Record<string, Fact | string> = {
    name: '远山稳健债券 A',
    before: 'R2',
    after: 'R3',
    over: '已经超过您测评的等级，我们不会再介绍它。',
    day: { value: '2026-12-04', unit: 'date', label: '日期' },
    amount: { value: 5000, unit: 'yuan', label: '金额' },
    fall: { value: 6.1, unit: '%', label: '跌幅' },
    left: { value: 9, unit: 'day', label: '剩余天数' },
  };
  const spoken = MOMENTS.filter(({ steps }) =>
    Object.values(steps).some(({ audience }) => audience === 'customer'),
  ).map(({ number, name }) => [number, name] as const);

  it.each(spoken)('%d %s: pass the guard', (number) => {
    for (const today of [TODAY, '2026-12-05']) {
      const draft = composeMoment(wordings, { number, told, today });
      const said = Object.values(told).filter((one) => typeof one === 'string');
      const context = { speaker: 'bot', facts: [], passages: [], said, allowedHosts: [] } as const;
      expect(guard(draft, context, '小屿 · AI 生成')).toMatchObject({ verdict: 'pass' });
    }
  });
});

describe('a customer with an open chat', () => {
  let folder: string;
  let store: Store;
  let now: number;

  const deps = () => ({
    store,
    origin: 'test',
    now: () => now,
    watch: createWatch(),
    sentChannels: [],
    allowedHosts: [],
    houseWords: [],
    aiLabel: '小屿 · AI 生成',
    composeMoment: (told: Parameters<typeof composeMoment>[1]) => composeMoment(wordings, told),
  });
  const load = (path: string, text: string) =>
    importFiles(store, [{ path, text }], { kind: null, dryRun: false, now });
  const notices = async () =>
    (await readStream(store, 'talk')).flatMap(({ event }) =>
      event.kind === 'ReplyDecided' && event.outcome.kind === 'notice'
        ? [event.statement.text]
        : [],
    );

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shuzhi-moments-'));
    store = await openSqlite(join(folder, 'test.db'), SECRET);
    now = readInstant(`${TODAY}T10:00`)!;
    const customer = { id: 'C1', name: '林一', assessedOn: '2025-12-26', tolerance: 3 };
    await load('customers.jsonl', JSON.stringify(customer));
    const events =
      'id,customer,kind,at,body\nE1,C1,plan-debit-failed,2026-11-26,"{""amount"":800}"\n';
    await load('events.csv', events);
    const house = { operator: 'licensed_self_operated', house: DEFAULT_THRESHOLDS } as const;
    await runMoments({ ...deps(), ...house }, TODAY);
    await openConversation(deps(), {
      id: conversationId('talk'),
      channel: 'directline',
      channelConv: 'talk',
      customer: customerId('C1'),
      address: null,
      greeting: null,
      isSent: false,
    });
    now += 5 * 60_000;
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is told one thing a day, once', async () => {
    expect(await tellMoments(deps())).toBe(1);
    expect(await notices()).toEqual([
      expect.stringContaining('您的风险测评 12 月 26 日（周六）到期'),
    ]);
    now += 5 * 60_000;
    expect(await tellMoments(deps())).toBe(0);
    now += 24 * 3_600_000;
    expect(await tellMoments(deps())).toBe(1);
    expect((await notices())[1]).toContain('800 元没有扣成');
    now += 24 * 3_600_000;
    expect(await tellMoments(deps())).toBe(0);
  });

  it('is not interrupted, nor woken in the night', async () => {
    now = readInstant(`${TODAY}T10:00`)! + 30_000;
    expect(await tellMoments(deps())).toBe(0);
    now = readInstant(`${TODAY}T22:00`)!;
    expect(await tellMoments(deps())).toBe(0);
    now = readInstant(`2026-11-27T09:00`)!;
    expect(await tellMoments(deps())).toBe(1);
  });

  it('is left alone where they asked for it', async () => {
    await load('events.csv', 'id,customer,kind,at\nE2,C1,do-not-contact,2026-11-26\n');
    expect(await tellMoments(deps())).toBe(0);
    expect(await notices()).toEqual([]);
  });
});
