import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Desk } from '../../desk/desk-room.js';
import { openDesk } from '../../desk/desk-room.js';

/** How much of the record one person takes out of the house in an hour (reliability.md D5). */

const MOST = 10;

let desk: Desk;
let officer: string;
let conversation: string;

const ask = (path: string, token: string, body: object) =>
  fetch(`${desk.url}/api/v1/review${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ why: '客户投诉核查', ...body }),
  });

const recorded = async () =>
  (
    await desk.running.app.store.db
      .selectFrom('event')
      .select('seq')
      .where('kind', 'in', ['ConversationExported', 'LedgerExported'])
      .execute()
  ).length;

beforeAll(async () => {
  desk = await openDesk();
  officer = await desk.signIn('officer1', 'compliance');
  const customer = await desk.customer();
  conversation = customer.id;
  await customer.say('安鑫纯债的费率是多少？');
});
afterAll(() => desk.stop());

it('hands out ten bundles in an hour, of conversations and of the ledger together', async () => {
  for (let made = 0; made < MOST - 1; made += 1) {
    expect((await ask('/exports', officer, { conversation })).status).toBe(200);
  }
  const ledger = await ask('/ledger-exports', officer, {});
  expect(ledger.status).toBe(200);
  await ledger.arrayBuffer();
  expect(await recorded()).toBe(MOST);
});

it('refuses the eleventh at either door, says why and when, and records no export', async () => {
  for (const [path, body] of [
    ['/exports', { conversation }],
    ['/ledger-exports', {}],
  ] as const) {
    const refused = await ask(path, officer, body);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    const after = Number(refused.headers.get('retry-after'));
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThanOrEqual(3_600);
    expect(await refused.json()).toMatchObject({
      status: 429,
      title: expect.stringMatching(/^每人每小时最多导出 10 次，请 [1-9]\d? 分钟后再试$/),
    });
  }
  expect(await recorded()).toBe(MOST);
});

it('counts each person by themselves', async () => {
  const second = await desk.signIn('officer2', 'compliance');
  expect((await ask('/exports', second, { conversation })).status).toBe(200);
});
