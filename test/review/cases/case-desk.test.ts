import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { markOverdue } from '../../../src/conversation/cases/overdue.js';
import { openMissing } from '../../../src/conversation/cases/catch-up.js';
import { inspectRested } from '../../../src/review/findings/inspection.js';
import { readEvents } from '../../../src/conversation/queries/stream.js';
import { demoCustomers } from '../../../src/demo/customers.js';
import { addDays, toLocalDate } from '../../../src/terms/time.js';
import { unpack } from '../../ledger/verify/case.js';
import type { Desk } from '../../desk/desk-room.js';
import { openDesk } from '../../desk/desk-room.js';

/** 投诉与权利请求: from what a customer says in the chat to what they are told in the end. */

const DAY_MS = 86_400_000;
let room: Desk;

beforeAll(async () => {
  room = await openDesk();
}, 60_000);
afterAll(() => room.stop());

const as = (id: string) => room.signIn(id, 'compliance');
const post = async (who: string, path: string, body?: object) =>
  room.call('POST', `/review${path}`, await as(who), body ?? {});
const get = async (who: string, path: string) => room.call('GET', `/review${path}`, await as(who));
const tell = () => room.running.app.tellCases();

/** The last thing that was said to the customer. */
const lastSaid = async (customer: Awaited<ReturnType<Desk['customer']>>): Promise<string> =>
  String((await customer.activities()).findLast(({ text }) => text !== undefined)?.['text']);

async function complainant() {
  const customer = await room.customer();
  await customer.say('我要投诉');
  await customer.say('买基金的时候没人告诉我有封闭期');
  await customer.say('要求退手续费');
  await customer.say('对');
  const { db } = room.running.app.store;
  const { id } = await db
    .selectFrom('customer_case')
    .select('id')
    .where('conversation_id', '=', customer.id)
    .executeTakeFirstOrThrow();
  const { body } = await get('officer1', '/complaints');
  const line = body.cases.find((one: { id: string }) => one.id === id);
  return { customer, id, line };
}

describe('a complaint filed in the chat', () => {
  it('is a case with three deadlines, which one person takes and nobody else decides', async () => {
    const { id, line } = await complainant();
    expect(line).toMatchObject({ matter: 'complaint', stage: 'open', owner: null, daysLeft: 15 });
    const { body } = await get('officer1', `/complaints/${id}`);
    expect(body).toMatchObject({ words: expect.stringContaining('封闭期'), channel: 'chat' });
    expect(Object.keys(body.deadlines)).toEqual(['decision', 'complex', 'approved']);
    const outcome = { outcome: 'upheld', words: '手续费退给您，三个工作日到账。' };
    const early = await post('officer1', `/complaints/${id}/outcome`, outcome);
    expect(early).toMatchObject({ status: 409, body: { why: 'not_yours' } });
    const taken = await post('officer1', `/complaints/${id}/owner`);
    expect(taken).toMatchObject({ status: 200, body: { owner: 'officer1' } });
    const other = await post('officer2', `/complaints/${id}/outcome`, outcome);
    expect(other.status).toBe(409);
  });

  it('is answered in the chat, and closed by the answer alone', async () => {
    const { customer, id } = await complainant();
    await post('officer1', `/complaints/${id}/owner`);
    await post('officer1', `/complaints/${id}/notes`, { words: '已调录音' });
    await post('officer1', `/complaints/${id}/messages`, { words: '请把合同照片发给我们。' });
    await tell();
    expect(await lastSaid(customer)).toContain('请把合同照片发给我们。');
    await customer.say('合同我找不到了');
    const words = '销售时没有说清楚封闭期，多收的费用原路退回。';
    const decided = await post('officer1', `/complaints/${id}/outcome`, {
      outcome: 'upheld',
      words,
    });
    expect(decided.body).toMatchObject({ stage: 'decided', untold: true, toldOn: null });
    await tell();
    await tell();
    const said = await lastSaid(customer);
    expect(said).toContain(words);
    expect(said).toContain('核查');
    expect(said).not.toContain('已调录音');
    const { body } = await get('officer1', `/complaints/${id}`);
    expect(body).toMatchObject({ stage: 'closed', outcome: 'upheld', untold: false });
    expect(body.said).toMatchObject([{ text: '合同我找不到了' }]);
    const told = (await customer.activities()).filter(({ text }) => String(text).includes(words));
    expect(told).toHaveLength(1);
  });

  it('may not promise anything: such words are refused before they are kept', async () => {
    const { id } = await complainant();
    await post('officer1', `/complaints/${id}/owner`);
    const words = '这只产品保本，放心，明年一定赚回来。';
    const refused = await post('officer1', `/complaints/${id}/messages`, { words });
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.body.findings.length).toBeGreaterThan(0);
    expect((await get('officer1', `/complaints/${id}`)).body.pending).toEqual([]);
  });

  it('that runs over is put on record, escalated, and found by the rules, unless it was extended', async () => {
    const { app } = room.running;
    const { customer, id } = await complainant();
    const extended = await complainant();
    await post('officer1', `/complaints/${extended.id}/owner`);
    const extension = { words: '要等基金公司回函。' };
    await post('officer1', `/complaints/${extended.id}/extension`, extension);
    await tell();
    room.wait(16 * DAY_MS);
    await markOverdue({ store: app.store, origin: 'test', now: room.now }, () => []);
    const { body } = await get('officer1', `/complaints/${id}`);
    expect(body).toMatchObject({ overdue: true, escalated: true, daysLeft: -1 });
    expect(body.steps.at(-1)).toMatchObject({ kind: 'CaseOverdue' });
    const longer = await get('officer1', `/complaints/${extended.id}`);
    expect(longer.body).toMatchObject({ overdue: false, daysLeft: 14, extended: 'complex' });
    const since = room.now() - 40 * DAY_MS;
    await app.store.commit([{ query: app.store.db.deleteFrom('inspection').compile() }]);
    const day = new Date(since).toISOString().slice(0, 10);
    await room.call('POST', '/operations/review/inspections', room.terminal, { since: day });
    await app.ledger.run();
    await inspectRested(app.inspection);
    room.wait(31 * 60_000);
    await inspectRested(app.inspection);
    const found = await get('officer1', '/findings?rule=T20');
    const conversations = found.body.findings.map(
      ({ conversation }: { conversation: string }) => conversation,
    );
    expect(conversations).toContain(customer.id);
    expect(conversations).not.toContain(extended.customer.id);
    const figures = await get('officer1', '/case-figures');
    expect(figures.body.complaints.overdue).toBeGreaterThanOrEqual(1);
  });
});

describe('the list of what is to be answered', () => {
  it('says where it stops before its end', async () => {
    await complainant();
    await complainant();
    const first = (await get('officer1', '/complaints?all=1&limit=1')).body;
    expect([first.cases.length, first.more]).toEqual([1, true]);
    const whole = (await get('officer1', '/complaints?all=1&limit=2000')).body;
    expect(whole.more).toBe(false);
    expect(whole.cases.length).toBeGreaterThanOrEqual(2);
    expect((await get('officer1', '/complaints?limit=2001')).status).toBe(400);
  });
});

describe('a complaint by letter', () => {
  const customer = demoCustomers('2026-11-25')
    .filter(({ advisor }) => advisor === 'advisor1')
    .at(-1)!.id;
  const file = async (received: string) =>
    room.call('POST', `/desk/customers/${customer}/complaints`, await room.signIn('advisor1'), {
      channel: 'letter',
      matter: '回单上的金额不对',
      received,
    });

  it('is counted with those of the chat', async () => {
    const counts = async () => {
      const { body } = await get('officer1', '/overview?days=7');
      return { filed: body.complaints, open: body.openComplaints.open };
    };
    const before = await counts();
    await file(toLocalDate(room.now()));
    expect(await counts()).toEqual({ filed: before.filed + 1, open: before.open + 1 });
    await complainant();
    const after = await counts();
    expect(after).toEqual({ filed: before.filed + 2, open: before.open + 2 });
    const { body } = await get('officer1', '/complaints?limit=1');
    expect(body).toMatchObject({ more: true, figures: { open: after.open } });
  });

  it('runs from the day it came in, and is answered by a letter that is kept word for word', async () => {
    const received = toLocalDate(room.now() - 5 * DAY_MS);
    expect((await file(addDays(received, 6))).status).toBe(400);
    const path = `/complaints/${(await file(received)).body.id}`;
    expect((await get('officer1', path)).body).toMatchObject({
      received,
      due: addDays(received, 15),
      daysLeft: 10,
    });
    await post('officer1', `${path}/owner`);
    const outcome = { outcome: 'upheld', words: '回单已经更正，随信寄上。' };
    const { body: decided } = await post('officer1', `${path}/outcome`, outcome);
    const [{ seq, text }] = decided.pending;
    expect(text).toMatch(/回单已经更正.*核查.*调解.*仲裁.*起诉/s);
    const told = { channel: 'letter', through: seq };
    expect(await post('officer2', `${path}/told`, told)).toMatchObject({
      status: 409,
      body: { why: 'not_yours' },
    });
    expect(await post('officer1', `${path}/told`, { ...told, through: seq - 1 })).toMatchObject({
      status: 409,
      body: { why: 'told_otherwise' },
    });
    const { body } = await post('officer1', `${path}/told`, told);
    expect(body).toMatchObject({ stage: 'closed', untold: false });
    expect(body.steps.at(-1)).toMatchObject({ kind: 'ToldOutside', words: text });
  });
});

describe('a complaint that an advisor takes down in a conversation', () => {
  const file = async (conversation: string, who: string, body: object) =>
    room.call('POST', `/desk/conversations/${conversation}/complaints`, await room.signIn(who), {
      channel: 'chat',
      matter: '说好三天到账，等了十天',
      ...body,
    });

  it('is a case whose number and days the customer is told once, and which the desk shows', async () => {
    const customer = await room.customer('C1003');
    await customer.say('转人工');
    await room.giveTo(customer.id, 'advisor1');
    expect((await file(customer.id, 'advisor3', {})).status).toBe(404);
    expect((await file(customer.id, 'advisor1', { matter: ' ' })).status).toBe(400);
    const filed = await file(customer.id, 'advisor1', { wish: '赔我十天的利息' });
    expect(filed.status).toBe(200);
    const { id } = filed.body;
    const path = `/complaints/${id}`;
    expect((await get('officer1', path)).body).toMatchObject({
      channel: 'chat',
      conversation: customer.id,
      customer: 'C1003',
      words: '说好三天到账，等了十天',
      wish: '赔我十天的利息',
      daysLeft: 15,
    });
    // The service tells it of its own accord every other second, too.
    await tell();
    await tell();
    const told = (await customer.activities()).filter(({ text }) => String(text).includes(id));
    expect(told).toHaveLength(1);
    expect(told[0]!['text']).toMatch(/正式登记为投诉.*最迟/s);
    const shown = await get('officer1', path);
    expect(shown.body).toMatchObject({ untold: false, stage: 'open' });
    expect(shown.body.steps.map(({ kind }: { kind: string }) => kind)).toEqual([
      'CaseOpened',
      'ToldInChat',
    ]);
    const token = await room.signIn('advisor1');
    const dealings = await room.call('GET', '/desk/customers/C1003/dealings', token);
    expect(dealings.body.complaints[0]).toMatchObject({ id, stage: 'open', said: null });
  });

  it('of a visitor is told them in the same conversation', async () => {
    const visitor = await room.customer();
    await visitor.say('转人工');
    await room.giveTo(visitor.id, 'advisor1');
    const { body } = await file(visitor.id, 'advisor1', { channel: 'phone' });
    await tell();
    expect(await lastSaid(visitor)).toContain(body.id);
  });
});

describe('a request about personal information', () => {
  it('to be chosen for no more holds from the same message on, and says so', async () => {
    const customer = await room.customer('C1003');
    await customer.say('帮我把个性化推荐关了');
    await customer.say('对');
    expect(await lastSaid(customer)).toContain('从现在起生效');
    const { body } = await get('officer1', '/rights?all=1');
    expect(body.cases.find(({ matter }: { matter: string }) => matter === 'opt_out')).toMatchObject(
      {
        stage: 'closed',
        outcome: 'granted',
        customer: 'C1003',
      },
    );
    await customer.say('我有十万想放三年，给我推荐个方案');
    const token = await room.signIn('advisor1');
    await customer.say('转人工');
    await room.giveTo(customer.id, 'advisor1');
    const copilot = await room.call('GET', `/desk/conversations/${customer.id}/copilot`, token);
    expect(copilot.body.shortlist).toBeNull();
    const portrait = await room.call('GET', '/desk/customers/C1003', token);
    expect(portrait.body.contact.personalization).toBe(false);
  });

  it('for a copy: once it is sure who asks a file is made, on record, for people and programs', async () => {
    const token = await room.signIn('advisor1');
    const filed = await room.call('POST', '/desk/customers/C1003/rights', token, {
      channel: 'counter',
      right: 'access',
    });
    expect(filed.status).toBe(200);
    const path = `/rights/${filed.body.id}`;
    await post('officer1', `${path}/owner`);
    expect(await post('officer1', `${path}/copy`)).toMatchObject({ status: 409 });
    await post('officer1', `${path}/identity`, { how: 'in_person' });
    const answer = await fetch(`${room.url}/api/v1/review${path}/copy`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await as('officer1')}` },
    });
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = unpack(Buffer.from(await answer.arrayBuffer()));
    const data = JSON.parse(String(files.get('data.json'))) as Record<string, never>;
    expect(data['master']).toMatchObject({ id: 'C1003' });
    expect(data['master']).not.toHaveProperty('note');
    expect(JSON.stringify(data['conversations'])).toContain('帮我把个性化推荐关了');
    expect(data['consents']).toMatchObject({ personalization: false });
    const page = String(files.get('index.html'));
    expect(page).toContain('我们保存的您的个人信息');
    expect(page).not.toMatch(/<script/i);
    const { body } = await get('officer1', path);
    expect(body.steps.map(({ kind }: { kind: string }) => kind)).toContain('CopyMade');
    const granted = { outcome: 'granted', words: '副本已经当面交给您。' };
    await post('officer1', `${path}/outcome`, granted);
    await tell();
    expect((await get('officer1', path)).body).toMatchObject({ stage: 'closed', untold: false });
  });

  it('to see and delete tags deletes what only serves to choose, and says what has to stay', async () => {
    const token = await room.signIn('advisor1');
    const filed = await room.call('POST', '/desk/customers/C1003/rights', token, {
      channel: 'phone',
      right: 'tags',
    });
    const path = `/rights/${filed.body.id}`;
    const { body: before } = await get('officer1', `${path}/tags`);
    await post('officer1', `${path}/owner`);
    await post('officer1', `${path}/identity`, { how: 'called_back' });
    const ids = ['holds_above_class', 'older'];
    const { body } = await post('officer1', `${path}/tag-deletion`, { tags: ids });
    expect(body.steps.at(-1)).toMatchObject({ kind: 'TagsDeleted', detail: 'holds_above_class' });
    const { body: after } = await get('officer1', `${path}/tags`);
    const left = before.tags.filter(({ id }: { id: string }) => id !== 'holds_above_class');
    expect(after.tags).toEqual(left);
  });

  it('to be erased is answered with what is gone, what is kept and until when', async () => {
    const customer = await room.customer();
    await customer.say('删除我的个人信息');
    await customer.say('对');
    const { body } = await get('officer1', '/rights');
    const line = body.cases.find(({ matter }: { matter: string }) => matter === 'delete');
    const { body: shown } = await get('officer1', `/rights/${line.id}`);
    const erasure = String(shown.erasure);
    await post('officer1', `/erasures/${erasure}/proposal`, { checked: 'signed_in' });
    await post('officer2', `/erasures/${erasure}/approval`);
    const { body: answered } = await get('officer1', `/rights/${line.id}`);
    expect(answered).toMatchObject({ stage: 'decided', untold: true });
    expect(answered.pending[0].words).toMatch(/已经删除|停止使用/);
    const again = await room.customer(String(line.customer));
    await tell();
    expect(await lastSaid(again)).toContain('删除个人信息的请求');
    expect((await get('officer1', `/rights/${line.id}`)).body.stage).toBe('closed');
  });

  it('to be erased is refused where erasing is decided, and in words that may be said', async () => {
    const customer = await room.customer();
    await customer.say('删除我的个人信息');
    await customer.say('对');
    const { body } = await get('officer1', '/rights');
    const { id } = body.cases.find(
      ({ matter, stage }: { matter: string; stage: string }) =>
        matter === 'delete' && stage === 'open',
    );
    await post('officer1', `/rights/${id}/owner`);
    const no = { outcome: 'refused', words: '还有交易没有结清。' };
    expect(await post('officer1', `/rights/${id}/outcome`, no)).toMatchObject({
      status: 409,
      body: { why: 'by_erasure' },
    });
    const { body: shown } = await get('officer1', `/rights/${id}`);
    const path = `/erasures/${String(shown.erasure)}`;
    const promise = { reason: '这只产品保本，放心，明年一定赚回来。' };
    expect((await post('officer2', `${path}/refusal`, promise)).status).toBe(422);
    expect((await get('officer2', path)).body.stage).toBe('open');
    await post('officer2', `${path}/refusal`, { reason: no.words });
    const { body: answered } = await get('officer1', `/rights/${id}`);
    expect(answered).toMatchObject({ stage: 'decided', outcome: 'refused' });
    expect(answered.pending[0].text).toContain(no.words);
  });

  it('to be chosen for again is asked for in the chat as well', async () => {
    const customer = await room.customer('C1003');
    room.wait(60_000);
    await customer.say('帮我把个性化推荐重新打开');
    await customer.say('对');
    expect(await lastSaid(customer)).toContain('打开个性化推荐');
    const token = await room.signIn('advisor1');
    const portrait = await room.call('GET', '/desk/customers/C1003', token);
    expect(portrait.body.contact.personalization).toBe(true);
  });

  it('to have a plan explained is answered out of the record of its drafting', async () => {
    const token = await room.signIn('advisor1');
    const filed = await room.call('POST', '/desk/customers/C1003/rights', token, {
      channel: 'phone',
      right: 'explain',
    });
    const { status, body } = await get('officer1', `/rights/${filed.body.id}/explanations`);
    expect(status).toBe(200);
    for (const one of body.explanations) expect(one.words).toContain(one.mix[0]);
  });
});

describe('what was asked before there were cases', () => {
  it('gets one, with the clock it had', async () => {
    const { app } = room.running;
    const { id, line } = await complainant();
    const { db } = app.store;
    const stream = `complaint:${id}`;
    await app.store.commit([
      { query: db.deleteFrom('customer_case').where('id', '=', id).compile() },
      { query: db.deleteFrom('event').where('stream', '=', stream).compile() },
      { query: db.deleteFrom('ledger_entry').where('stream', '=', stream).compile() },
    ]);
    expect((await get('officer1', `/complaints/${id}`)).status).toBe(404);
    await openMissing({ store: app.store, origin: 'test', retention: app.turnsDeps.retention });
    const { body } = await get('officer1', `/complaints/${id}`);
    expect(body).toMatchObject({ id, due: line.due });
    const kinds = (await readEvents(app.store, stream)).map(({ kind }) => kind);
    expect(kinds).toEqual(['CaseOpened']);
  });
});

describe('nobody else', () => {
  it('reads or answers complaints and requests, or files them for another’s customer', async () => {
    const advisor = await room.signIn('advisor9');
    expect((await room.call('GET', '/review/complaints', advisor)).status).toBe(403);
    expect((await room.call('GET', '/review/rights', advisor)).status).toBe(403);
    const body = { channel: 'phone', right: 'access' };
    const filed = await room.call('POST', '/desk/customers/C1003/rights', advisor, body);
    expect(filed.status).toBe(404);
  });
});
