import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { CompiledQuery } from 'kysely';
import type { Desk } from '../../desk/desk-room.js';
import { openDesk } from '../../desk/desk-room.js';

/** What the compliance door says of a database that somebody else had in hand. */

let desk: Desk;
let officer: string;
let conversation: string;
let seq: number;

const run = (statement: string) =>
  desk.running.app.store.commit([
    { query: sql.raw(statement).compile(desk.running.app.store.db) as CompiledQuery },
  ]);
const verify = async () =>
  (await desk.call('POST', '/review/ledger/verifications', officer, {})).body;
const readyz = async () =>
  ((await (await fetch(`${desk.url}/readyz`)).json()) as { ledger: object }).ledger;
const view = () => desk.call('GET', `/review/conversations/${conversation}`, officer);

beforeAll(async () => {
  desk = await openDesk();
  officer = await desk.signIn('officer1', 'compliance');
  const customer = await desk.customer();
  conversation = customer.id;
  await customer.say('安鑫纯债的费率是多少？');
  await customer.say('这款理财保本吗？');
  const { body } = await view();
  seq = body.lines.find(({ kind }: { kind: string }) => kind === 'ReplyDecided').seq;
  await desk.running.app.ledger.run();
});
afterAll(() => desk.stop());

it('tells of no trouble before anything was altered', async () => {
  expect(await verify()).toMatchObject({ verdict: 'intact', fault: null, stream: null });
  expect(await readyz()).toMatchObject({ trouble: null, first: null });
});

it('names the line whose words were exchanged, and where the service tells of its state', async () => {
  await run(`update event set body = (select body from event where stream = '${conversation}'
    and seq = 1) where stream = '${conversation}' and seq = ${seq}`);
  const place = { stream: conversation, seq };
  expect(await verify()).toMatchObject({ verdict: 'altered', fault: 'words', ...place });
  expect(await readyz()).toMatchObject({ trouble: 'altered', first: place });
  const { body } = await desk.call('GET', '/review/ledger', officer);
  expect(body.verified).toMatchObject({ verdict: 'altered', ...place });
});

it('shows that line shut and every other as it was said', async () => {
  const { status, body } = await view();
  expect(status).toBe(200);
  const shut = body.lines.filter(({ isShut }: { isShut: boolean }) => isShut);
  expect(shut).toMatchObject([{ seq, kind: 'ReplyDecided', text: null }]);
  expect(JSON.stringify(body.lines)).toContain('这款理财保本吗？');
  const path = `/review/conversations/${conversation}/evidence/${seq}`;
  expect(await desk.call('GET', path, officer)).toMatchObject({
    status: 200,
    body: { made: null },
  });
});

const exported = () =>
  fetch(`${desk.url}/api/v1/review/exports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${officer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ conversation, why: '客户投诉核查' }),
  });

it('hands out the conversation, so that whoever verifies it finds the line', async () => {
  const sent = await exported();
  expect(sent.status).toBe(200);
  const zip = Buffer.from(await sent.arrayBuffer()).toString('base64');
  const judged = await desk.call('POST', '/review/bundles/verifications', officer, { zip });
  expect(judged.body).toMatchObject({ verdict: 'tampered', fault: 'words', seq });
});

it('says that the database was put back, and why nothing is proved from it', async () => {
  const { store } = desk.running.app;
  const { size } = await store.db
    .selectFrom('ledger_tree')
    .select('size')
    .executeTakeFirstOrThrow();
  // As it was a few entries ago: the published checkpoints are of more.
  const cut = Number(size) - 3;
  await run(`delete from ledger_entry where leaf >= ${cut} or leaf is null`);
  await run(`delete from ledger_checkpoint where size > ${cut}`);
  await run(`update ledger_tree set size = ${cut}`);
  expect(await verify()).toMatchObject({ verdict: 'rollback', leaves: cut, missing: cut });
  expect(await readyz()).toMatchObject({ trouble: 'rollback' });
  const refused = await exported();
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({
    trouble: 'rollback',
    title: expect.stringContaining('检查点'),
  });
});
