import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { changeEmployee } from '../../src/access/staff/employees.js';
import { staffEvents } from '../../src/access/staff/record.js';
import { findCustomer } from '../../src/profiles/kyc.js';
import type { Desk } from './desk-room.js';
import { openDesk } from './desk-room.js';

/** 转交与休息: who of the house can take a conversation, and why not the others. */

let desk: Desk;
let holder: string;

interface Colleague {
  readonly id: string;
  readonly suits: number | null;
  readonly why: string;
  readonly load: number;
}

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

beforeEach(async () => {
  await desk.endDay();
  holder = await desk.signIn('advisor1');
});

const held = async (words = '转人工') => {
  const customer = await desk.customer();
  await customer.say(words);
  await desk.call('POST', `/desk/conversations/${customer.id}/claim`, holder);
  return customer;
};

const colleagues = async (id: string): Promise<readonly Colleague[]> =>
  (await desk.call('GET', `/desk/conversations/${id}/colleagues`, holder)).body.colleagues;

const whyNot = async (id: string, colleague: string) => {
  const found = (await colleagues(id)).find((one) => one.id === colleague);
  return found?.suits === null ? found.why : null;
};

/** The customer's number of the line that `held` opened. */
const numberOf = async (id: string): Promise<string> =>
  String((await desk.call('GET', `/desk/conversations/${id}`, holder)).body.customer.id);

describe('colleagues a conversation could be given to', () => {
  it('stand in order of how they suit, with load and reason; who cannot comes after, with why', async () => {
    await desk.signIn('advisor2');
    await desk.signIn('advisor8');
    const { id } = await held();
    const all = await colleagues(id);
    expect(all.map((one) => one.id)).not.toContain('advisor1');
    expect(all.map((one) => one.id)).not.toContain('compliance1');
    const able = all.filter(({ suits }) => suits !== null);
    expect(able.map((one) => one.id).sort()).toEqual(['advisor2', 'advisor8']);
    const scores = able.map(({ suits }) => suits!);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(able[0]!.why).toContain('手上 0 个会话，还能接 5 个');
    expect(all.slice(0, able.length)).toEqual(able);
    expect(await whyNot(id, 'advisor5')).toBe('未在线或正在休息');
  });

  it('are given it with a reason, which is on record, and hold the pen then', async () => {
    await desk.signIn('advisor2');
    const customer = await held();
    const path = `/desk/conversations/${customer.id}/transfer`;
    const given = await desk.call('POST', path, holder, { to: 'advisor2', reason: '更熟悉教育' });
    expect(given.body).toMatchObject({ stage: 'held', person: { id: 'advisor2' } });
    expect(await customer.kinds()).toContain('PenTransferred');
    const again = await desk.call('POST', path, holder, { to: 'advisor8', reason: '换人' });
    expect([403, 404, 409]).toContain(again.status);
  });
});

describe('a break', () => {
  const rest = (token: string, away: boolean) =>
    desk.call('PUT', '/session/break', token, { away });

  it('keeps new conversations away until it ends, and is told to the console', async () => {
    const resting = await desk.signIn('advisor2');
    expect((await rest(resting, true)).body.breakSince).toEqual(expect.any(String));
    expect((await desk.call('GET', '/session', resting)).body.breakSince).not.toBeNull();
    const { id } = await held();
    expect(await whyNot(id, 'advisor2')).toBe('未在线或正在休息');
    const to = { to: 'advisor2', reason: '换人' };
    expect((await desk.call('POST', `/desk/conversations/${id}/transfer`, holder, to)).status).toBe(
      409,
    );
    await rest(resting, false);
    expect(await whyNot(id, 'advisor2')).toBeNull();
  });

  it('offers nothing to whoever takes one, though they are the customer’s own advisor', async () => {
    await rest(holder, true);
    await desk.signIn('advisor2');
    const customer = await desk.customer();
    await customer.say('转人工');
    await desk.route();
    const offered = (await customer.record()).flatMap(({ event }) =>
      event.kind === 'HandoffOffered' ? [event.to.id] : [],
    );
    expect(offered).toEqual(['advisor2']);
  });

  it('is on record once, however often it is said, and signing in ends it', async () => {
    await rest(holder, true);
    await rest(holder, true);
    await rest(holder, false);
    await rest(holder, true);
    const again = await desk.signIn('advisor1');
    expect((await desk.call('GET', '/session', again)).body.breakSince).toBeNull();
    const events = await staffEvents(desk.running.app.store, 'advisor1');
    const kinds = events.map(({ event }) => event.kind).filter((kind) => kind.startsWith('Break'));
    expect(kinds.slice(-3)).toEqual(['BreakBegan', 'BreakEnded', 'BreakBegan']);
  });
});

describe('a conflict of interest', () => {
  it('keeps an employee from a customer: not offered, not transferred to, not claimed', async () => {
    const { staffDeps, store } = desk.running.app;
    const conflicted = await desk.signIn('advisor2');
    const { id } = await held();
    const customer = await numberOf(id);
    expect(await findCustomer(store, customer)).not.toBeNull();
    await changeEmployee(staffDeps, 'advisor2', 'test', {
      conflicts: [{ customer, kind: 'relative' }],
    });
    expect(await whyNot(id, 'advisor2')).toBe('与客户是亲属');
    const to = { to: 'advisor2', reason: '换人' };
    const refused = await desk.call('POST', `/desk/conversations/${id}/transfer`, holder, to);
    expect(refused.body.title).toContain('亲属');
    await desk.call('POST', `/desk/conversations/${id}/return`, holder, {});
    const again = await desk.customer(customer);
    await again.say('转人工');
    const claimed = await desk.call('POST', `/desk/conversations/${again.id}/claim`, conflicted);
    expect([claimed.status, claimed.body.title]).toEqual([
      409,
      '您与这位客户有登记在案的利益冲突，请由同事接待',
    ]);
  });
});

describe('a language', () => {
  it('is spoken by whoever is asked for it', async () => {
    await desk.signIn('advisor2');
    await desk.signIn('advisor4');
    const customer = await held('转人工，我只会讲粤语');
    expect(await whyNot(customer.id, 'advisor2')).toBe('不会粤语');
    expect(await whyNot(customer.id, 'advisor4')).toBeNull();
  });
});
