import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { momentEvents } from '../../src/conversation/moments/acts.js';
import type { Desk } from './desk-room.js';
import { openDesk } from './desk-room.js';

/** 今日待办 at the advisor's door. */

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.call('POST', '/desk/moments/runs', desk.terminal, {});
});
afterAll(() => desk.stop());

describe('key moments at the desk', () => {
  it('are listed for the advisor whose customers they concern, with reasons', async () => {
    const advisor = await desk.signIn('advisor1');
    const { status, body } = await desk.call('GET', '/desk/moments', advisor);
    expect(status).toBe(200);
    expect(body.moments.length).toBeGreaterThan(0);
    const scores = body.moments.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { reason, action, basis } of body.moments) {
      expect([reason, action, basis].every((words) => words.length > 0)).toBe(true);
    }
  });

  it('are dismissed with a reason by the one whose they are, once, and by nobody else', async () => {
    const [advisor, other] = [await desk.signIn('advisor1'), await desk.signIn('advisor2')];
    const { body } = await desk.call('GET', '/desk/moments', advisor);
    const path = `/desk/moments/${body.moments[0].id}/dismissal`;
    const reason = { reason: '客户刚来过网点' };
    expect((await desk.call('POST', path, other, reason)).status).toBe(404);
    expect((await desk.call('POST', path, advisor, {})).status).toBe(400);
    expect((await desk.call('POST', path, advisor, reason)).body).toMatchObject({
      state: 'dismissed',
    });
    expect((await desk.call('POST', path, advisor, reason)).status).toBe(409);
    const after = await desk.call('GET', '/desk/moments', advisor);
    expect(after.body.moments.map(({ id }: { id: string }) => id)).not.toContain(
      body.moments[0].id,
    );
  });

  it('ask nobody to take over whom they are serving already', async () => {
    const advisor = await desk.signIn('advisor1');
    const customer = await desk.customer();
    await customer.say('转人工');
    await desk.call('POST', '/desk/moments/runs', desk.terminal, {});
    const numbers = async () => {
      const { body } = await desk.call('GET', '/desk/moments', advisor);
      return body.moments.map(({ number }: { number: number }) => number);
    };
    expect(await numbers()).toContain(27);
    await desk.call('POST', `/desk/conversations/${customer.id}/claim`, advisor);
    expect(await numbers()).not.toContain(27);
  });

  it('are run by the machine or an administrator alone, and the catalogue has all 32', async () => {
    const advisor = await desk.signIn('advisor1');
    expect((await desk.call('POST', '/desk/moments/runs', advisor, {})).status).toBe(403);
    const again = await desk.call('POST', '/desk/moments/runs', desk.terminal, {});
    expect(again.body).toMatchObject({ customers: 2000, raised: 0 });
    const { body } = await desk.call('GET', '/desk/moments/catalogue', advisor);
    expect(body).toHaveLength(32);
  });
});

describe('a message to the customer because of a key moment', () => {
  interface Moment {
    readonly id: string;
    readonly customer: string;
    readonly conversation: string | null;
    readonly state: string;
    readonly held: object | null;
    readonly purpose: string;
  }
  const listed = async (by: string) =>
    (await desk.call('GET', '/desk/moments', by)).body as {
      readonly moments: readonly Moment[];
      readonly tally: { readonly doneToday: number };
    };
  const message = (id: string, by: string, text: string) =>
    desk.call('POST', `/desk/moments/${id}/message`, by, { text });

  it('is sent where the customer has a conversation open, under the guard, and its outcome is kept', async () => {
    const advisor = await desk.signIn('advisor1');
    const free = (await listed(advisor)).moments.find(
      ({ held, state, purpose }) => held === null && state === 'open' && purpose !== 'marketing',
    )!;
    expect((await message(free.id, advisor, '您好，想跟您说件事。')).body.title).toContain('电话');
    const customer = await desk.customer(free.customer);
    await customer.say('你好');
    const promised = await message(free.id, advisor, '这只产品稳赚不赔，您放心。');
    expect([promised.status, promised.body.verdict]).toEqual([422, 'block']);
    expect(await customer.kinds()).not.toContain('PenTaken');
    const sent = await message(
      free.id,
      advisor,
      '您好，我是您的客户经理，方便的时候想跟您聊聊近况。',
    );
    expect(sent.body).toEqual({ id: free.id, conversation: customer.id });
    expect((await customer.kinds()).slice(-3)).toContain('AdvisorSaid');
    expect((await message(free.id, advisor, '再补一句。')).status).toBe(409);
    const after = await listed(advisor);
    expect(after.moments.find(({ id }) => id === free.id)).toMatchObject({
      state: 'told',
      conversation: customer.id,
    });
    const outcome = { outcome: 'acted', note: '约好下周来网点' };
    await desk.call('POST', `/desk/moments/${free.id}/outcome`, advisor, outcome);
    const done = await listed(advisor);
    expect(done.moments.map(({ id }) => id)).not.toContain(free.id);
    expect(done.tally.doneToday).toBe(after.tally.doneToday + 1);
  });

  it('is drafted by the machine for whoever’s moment it is, passes the guard as it stands, and what became of it is kept', async () => {
    const [advisor, other] = [await desk.signIn('advisor1'), await desk.signIn('advisor2')];
    const { moments } = await listed(advisor);
    const letters = await Promise.all(
      moments.map(
        async ({ id }) => (await desk.call('GET', `/desk/moments/${id}/letter`, advisor)).body,
      ),
    );
    expect(letters.filter(({ text }) => text === null)).toEqual([]);
    const at = moments.findIndex(
      ({ held, state, purpose }) => held === null && state === 'open' && purpose !== 'marketing',
    );
    const [{ id, customer }, letter] = [moments[at]!, letters[at]];
    expect((await desk.call('GET', `/desk/moments/${id}/letter`, other)).status).toBe(404);
    const line = await desk.customer(customer);
    await line.say('你好');
    const checked = await desk.call('POST', '/desk/check', advisor, {
      ...letter,
      conversation: line.id,
    });
    expect(checked.body).toEqual({ verdict: 'pass', findings: [] });
    const sent = await desk.call('POST', `/desk/moments/${id}/message`, advisor, letter);
    expect(sent.body).toEqual({ id, conversation: line.id });
    const [told] = await momentEvents(desk.running.app.store, id);
    expect(told?.event).toMatchObject({ draft: { text: letter.text, distance: 0 } });
  });

  it('is refused with the rule while the customer may not be contacted, and moves nothing', async () => {
    const advisor = await desk.signIn('advisor1');
    const free = (await listed(advisor)).moments.find(
      ({ state, purpose }) => state === 'open' && purpose === 'service',
    )!;
    const customer = await desk.customer(free.customer);
    await customer.say('你好');
    // Ten in the morning and twelve hours later.
    desk.wait(12 * 60 * 60_000);
    const late = await desk.signIn('advisor1');
    const refused = await message(free.id, late, '您好，想跟您说件事。');
    expect([refused.status, refused.body.barrier]).toEqual([409, 'quiet_hours']);
    expect(await customer.kinds()).not.toContain('PenTaken');
  });

  it('is nobody’s to send but the one whose moment it is', async () => {
    const [advisor, other] = [await desk.signIn('advisor1'), await desk.signIn('advisor2')];
    const [first] = (await listed(advisor)).moments;
    expect((await message(first!.id, other, '您好。')).status).toBe(404);
  });
});
