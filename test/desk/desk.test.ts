import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Desk } from './desk-room.js';
import { openDesk } from './desk-room.js';

/** 转人工, as customer and advisor live it: over Direct Line on one side and the staff's API on the other. */

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

/** Everybody goes home, and the next day begins. */
afterEach(async () => {
  await desk.endDay();
});

afterAll(async () => {
  await desk.stop();
});

const MINUTE = 60_000;

/** A customer asks for a person while `advisor` is there, and it is offered to them. */
async function offeredTo(...advisors: readonly string[]) {
  const tokens = await Promise.all(advisors.map((id) => desk.signIn(id)));
  const customer = await desk.customer();
  await customer.say('转人工');
  await desk.route();
  return { customer, tokens };
}

const place = (id: string, act = '') => `/desk/conversations/${id}${act}`;

describe('a customer who asks for a person', () => {
  it('is told their place at once, and goes on talking to the digital employee meanwhile', async () => {
    const { customer } = await offeredTo('advisor1');
    await customer.say('存款保险最多赔多少');
    const kinds = await customer.kinds();
    expect(kinds).toEqual(
      expect.arrayContaining(['HandoffRequested', 'HandoffQueued', 'HandoffOffered']),
    );
    const texts = (await customer.activities()).map(({ text }) => String(text ?? ''));
    expect(texts.join('\n')).toContain('您排在第 1 位');
    expect(texts.at(-1)).toContain('50 万');
  });

  it('is offered a call where nobody is there', async () => {
    const customer = await desk.customer();
    await customer.say('转人工');
    const kinds = await customer.kinds();
    expect(kinds).toContain('HandoffRequested');
    expect(kinds).not.toContain('HandoffQueued');
    const last = (await customer.activities()).findLast(({ type }) => type === 'message');
    expect(JSON.stringify(last)).toContain('预约回电');
  });

  it('is offered a call in the lunch break and on a holiday, whoever is signed in', async () => {
    await desk.signIn('advisor1');
    desk.wait(2 * 60 * MINUTE);
    await desk.signIn('advisor1');
    const customer = await desk.customer();
    await customer.say('转人工');
    expect(await customer.kinds()).not.toContain('HandoffQueued');
  });

  it('need not ask: two replies that cannot help bring a person', async () => {
    await desk.signIn('advisor1');
    const customer = await desk.customer();
    await customer.say('贵行金库的墙有几米厚');
    await customer.say('那金库的门是哪家厂做的');
    const record = await customer.record();
    const queued = record.find(({ event }) => event.kind === 'HandoffQueued')?.event;
    expect(queued).toMatchObject({ reason: 'weak_evidence' });
  });

  it('goes to their own advisor before anybody else', async () => {
    const { customer } = await offeredTo(
      'advisor1',
      'advisor2',
      'advisor3',
      'advisor5',
      'advisor6',
    );
    const record = await customer.record();
    const offered = record.find(({ event }) => event.kind === 'HandoffOffered')?.event;
    expect(offered).toMatchObject({ why: expect.stringContaining('是客户的客户经理') });
  });
});

describe('an advisor who takes it', () => {
  it('holds the pen: the same turn ends in a draft, and nothing is said', async () => {
    const { customer, tokens } = await offeredTo('advisor1');
    const claimed = await desk.call('POST', place(customer.id, '/claim'), tokens[0]!);
    expect(claimed).toMatchObject({ status: 200, body: { pen: 'advisor', stage: 'held' } });
    await customer.say('存款保险最多赔多少');
    const { body } = await desk.call('GET', place(customer.id), tokens[0]!);
    expect(body.draft.text).toContain('50 万');
    expect(body.draft.citations.length).toBeGreaterThan(0);
    const replies = (await customer.record()).filter(({ event }) => event.kind === 'ReplyDecided');
    expect(replies).toHaveLength(2);
    const reviewer = await desk.signIn('compliance1', 'compliance');
    const reviewed = await desk.call('GET', place(customer.id), reviewer);
    expect(reviewed).toMatchObject({ status: 200, body: { draft: null } });
  });

  it('is introduced by name and licence, and speaks as a person', async () => {
    const { customer, tokens } = await offeredTo('advisor1');
    await desk.call('POST', place(customer.id, '/claim'), tokens[0]!);
    const text = '您好，我是周谨言，您的情况我看到了。';
    const said = await desk.call('POST', place(customer.id, '/say'), tokens[0]!, { text });
    expect(said.status).toBe(200);
    const activities = await customer.activities();
    const notice = activities.find(({ text: words }) => String(words).includes('已经接入'));
    expect(notice).toMatchObject({ channelData: { speaker: 'notice' } });
    expect(String(notice?.['text'])).toContain('周谨言');
    expect(String(notice?.['text'])).toContain('基金从业');
    expect(activities.at(-1)).toMatchObject({
      type: 'message',
      text,
      from: { name: '周谨言', role: 'bot' },
      channelData: { speaker: 'human', licences: ['fund', 'fund_advisory', 'wealth_product'] },
    });
  });

  it('cannot send what the rules forbid, and is told which words; it is on record', async () => {
    const { customer, tokens } = await offeredTo('advisor1');
    await desk.call('POST', place(customer.id, '/claim'), tokens[0]!);
    const body = { text: '这只基金稳赚不赔，您放心买。', reason: '客户急着要' };
    const refused = await desk.call('POST', place(customer.id, '/say'), tokens[0]!, body);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ verdict: 'block' });
    expect(refused.body.findings[0]).toMatchObject({ severity: 'hard', text: '稳赚不赔' });
    expect(await customer.kinds()).toContain('AdvisorBlocked');
    expect(await customer.kinds()).not.toContain('AdvisorSaid');
  });

  it('sends what is softly objected to with a reason only, and the reason is on record', async () => {
    const { customer, tokens } = await offeredTo('advisor1');
    await desk.call('POST', place(customer.id, '/claim'), tokens[0]!);
    const text = '我下午 3 点给您回电，可以吗？';
    const bare = await desk.call('POST', place(customer.id, '/say'), tokens[0]!, { text });
    expect(bare).toMatchObject({ status: 422, body: { verdict: 'rewrite' } });
    const reason = '和客户约时间';
    const sent = await desk.call('POST', place(customer.id, '/say'), tokens[0]!, { text, reason });
    expect(sent.status).toBe(200);
    const record = await customer.record();
    const said = record.find(({ event }) => event.kind === 'AdvisorSaid')?.event;
    expect(said).toMatchObject({ reason, by: { id: 'advisor1' } });
  });

  it('is one of two who claim at once; the other is told who has it', async () => {
    const { customer, tokens } = await offeredTo('advisor1');
    const boss = await desk.signIn('supervisor1', 'supervisor');
    await desk.call('POST', place(customer.id, '/claim'), boss);
    const late = await desk.call('POST', place(customer.id, '/claim'), tokens[0]!);
    expect(late).toMatchObject({ status: 409, body: { heldBy: '郑丽华' } });
    const said = await desk.call('POST', place(customer.id, '/say'), tokens[0]!, { text: '您好' });
    expect(said.status).toBe(409);
  });

  it('who reached for somebody waiting a moment too late is told who has them, and nobody else is', async () => {
    const [taker, late] = [await desk.signIn('advisor3'), await desk.signIn('advisor8')];
    await desk.signIn('advisor1');
    const customer = await desk.customer();
    await customer.say('转人工');
    const queue = await desk.call('GET', '/desk/queue', late);
    const [seen] = queue.body.waiting as { epoch: number; readable: boolean }[];
    expect(seen).toMatchObject({ conversation: customer.id, readable: false });
    await desk.call('POST', place(customer.id, '/claim'), taker);
    const claim = (epoch: number) =>
      desk.call('POST', place(customer.id, `/claim?seen=${epoch}`), late);
    const told = await claim(seen!.epoch);
    expect(told).toMatchObject({ status: 409, body: { title: '唐书瑶已接手这位客户' } });
    expect((await claim(seen!.epoch - 1)).status).toBe(404);
    expect((await desk.call('POST', place(customer.id, '/claim'), late)).status).toBe(404);
    expect((await desk.call('GET', place(customer.id), late)).status).toBe(404);
    await desk.giveTo(customer.id, 'advisor1');
    expect((await claim(seen!.epoch)).status).toBe(404);
  });

  it('a supervisor who reached for somebody waiting takes them out of no colleague’s hands unawares', async () => {
    const { customer, tokens } = await offeredTo('advisor1');
    const boss = await desk.signIn('supervisor1', 'supervisor');
    const { body: seen } = await desk.call('GET', place(customer.id), boss);
    await desk.call('POST', place(customer.id, '/claim'), tokens[0]!);
    const claim = (epoch: number) =>
      desk.call('POST', place(customer.id, `/claim?seen=${epoch}`), boss);
    expect(await claim(seen.epoch)).toMatchObject({ status: 409, body: { heldBy: '周谨言' } });
    expect((await claim(seen.epoch + 1)).status).toBe(200);
  });

  it('gives the pen to a colleague who may serve, and to nobody else', async () => {
    const { customer, tokens } = await offeredTo('advisor1', 'advisor3');
    await desk.call('POST', place(customer.id, '/claim'), tokens[0]!);
    const give = (to: string) =>
      desk.call('POST', place(customer.id, '/transfer'), tokens[0]!, { to, reason: '更熟悉保障' });
    expect((await give('advisor6')).status).toBe(409);
    expect(await give('advisor3')).toMatchObject({
      status: 200,
      body: { person: { id: 'advisor3' } },
    });
    const late = await desk.call('POST', place(customer.id, '/say'), tokens[0]!, { text: '在吗' });
    expect([404, 409]).toContain(late.status);
  });

  it('gives it back, and the digital employee answers again', async () => {
    const { customer, tokens } = await offeredTo('advisor1');
    await desk.call('POST', place(customer.id, '/claim'), tokens[0]!);
    await desk.call('POST', place(customer.id, '/return'), tokens[0]!, { agreed: '明天再看' });
    await customer.say('存款保险最多赔多少');
    const last = (await customer.activities()).findLast(({ type }) => type === 'message');
    expect(last).toMatchObject({ channelData: { speaker: 'ai' } });
  });
});

describe('the end', () => {
  it('asks how it was, takes the answer, and an old wish for a person wakes nobody', async () => {
    const { customer, tokens } = await offeredTo('advisor1');
    await desk.call('POST', place(customer.id, '/claim'), tokens[0]!);
    await desk.call('POST', place(customer.id, '/say'), tokens[0]!, { text: '已经帮您办好了。' });
    await desk.call('POST', place(customer.id, '/resolve'), tokens[0]!, { outcome: 'solved' });
    const card = (await customer.activities()).findLast(({ attachments }) => attachments);
    expect(JSON.stringify(card)).toContain('满意');
    await customer.press({ intent: 'csat', score: '5', solved: 'yes', words: '很耐心' });
    await customer.say('存款保险最多赔多少');
    const record = await customer.record();
    expect(record.find(({ event }) => event.kind === 'ServiceRated')?.event).toMatchObject({
      by: { id: 'advisor1' },
      score: 5,
      solved: true,
      words: '很耐心',
    });
    const requests = record.filter(({ event }) => event.kind === 'HandoffRequested');
    expect(requests).toHaveLength(1);
    await customer.say('转人工');
    expect((await customer.kinds()).filter((kind) => kind === 'HandoffQueued')).toHaveLength(2);
  });

  it('is not the last word: whoever ended it may take it up once more', async () => {
    const { customer, tokens } = await offeredTo('advisor1');
    await desk.call('POST', place(customer.id, '/claim'), tokens[0]!);
    await desk.call('POST', place(customer.id, '/resolve'), tokens[0]!, { outcome: 'unsolved' });
    const again = await desk.call('POST', place(customer.id, '/reopen'), tokens[0]!);
    expect(again).toMatchObject({ status: 200, body: { pen: 'advisor' } });
  });

  it('comes from the customer’s button too: the digital employee is back at once', async () => {
    const { customer, tokens } = await offeredTo('advisor1');
    await desk.call('POST', place(customer.id, '/claim'), tokens[0]!);
    await customer.press({ intent: 'handoff_return' });
    const { body } = await desk.call('GET', place(customer.id), tokens[0]!);
    expect(body?.pen ?? 'assistant').toBe('assistant');
    const last = (await customer.activities()).findLast(({ type }) => type === 'message');
    expect(last).toMatchObject({ channelData: { speaker: 'ai' } });
  });
});

describe('whoever does not answer in time', () => {
  it('is reminded, loses it to the queue, then to a supervisor, and then the customer is called back', async () => {
    const { customer, tokens } = await offeredTo('advisor1');
    await desk.call('POST', place(customer.id, '/claim'), tokens[0]!);
    desk.wait(4 * MINUTE);
    await desk.janitor();
    desk.wait(1 * MINUTE);
    await desk.janitor();
    desk.wait(3 * MINUTE);
    await desk.janitor();
    const kinds = await customer.kinds();
    expect(kinds.filter((kind) => kind === 'DeadlineNeared')).toHaveLength(2);
    expect(kinds).toContain('HandoffRequeued');
    for (let waited = 0; waited < 40; waited += 5) {
      await desk.signIn('supervisor1', 'supervisor');
      desk.wait(5 * MINUTE);
      await desk.janitor();
    }
    const record = await customer.record();
    expect(record.find(({ event }) => event.kind === 'HandoffFailed')).toBeDefined();
    expect(record.at(-1)?.event).toMatchObject({
      kind: 'NoticeGiven',
      statement: { cards: [{ kind: 'callback_offer' }] },
    });
  });
});
