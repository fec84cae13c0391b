import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { foldHandoff } from '../../src/conversation/handoff/evolve.js';
import { violations } from '../conversation/handoff/ownership.js';
import type { Desk } from './desk-room.js';
import { openDesk } from './desk-room.js';

/**
 * F13 (reliability.md §2.2): no advisor online, an advisor who disconnects in the middle of a claim,
 * two who claim at once. One owner, the timer fires, and the digital employee is silent while a person
 * has the conversation. `F13_ROUNDS=200` plays the whole of it.
 */
const ROUNDS = Number(process.env['F13_ROUNDS'] ?? 3);
const ROUND_MS = 30_000;
const MINUTE = 60_000;

type Customer = Awaited<ReturnType<Desk['customer']>>;

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());
beforeEach(() => desk.endDay());

const at = (customer: Customer, act: string) => `/desk/conversations/${customer.id}${act}`;
const claim = (customer: Customer, by: string) => desk.call('POST', at(customer, '/claim'), by);

/** What the digital employee said while a person had the pen, and everything else that is wrong. */
async function wrongWith(customer: Customer): Promise<readonly string[]> {
  await desk.settle();
  return violations(desk.running.app.store, customer.id);
}

const stateOf = async (customer: Customer) => foldHandoff(await customer.record());

const rounds = Array.from({ length: ROUNDS }, (_, at) => at + 1);

describe('F13: no advisor online', () => {
  it.each(rounds)(
    'round %i: nobody waits in vain, a call is offered, and the digital employee goes on',
    async () => {
      const customer = await desk.customer();
      await customer.say('转人工');
      const state = await stateOf(customer);
      expect([state.pen, state.person]).toEqual(['assistant', null]);
      await customer.say('存款保险最多赔多少');
      const kinds = await customer.kinds();
      expect(kinds.filter((kind) => kind === 'HandoffQueued')).toEqual([]);
      expect(kinds.at(-1)).toBe('ReplyDecided');
      expect(await wrongWith(customer)).toEqual([]);
    },
    ROUND_MS,
  );
});

describe('F13: an advisor disconnects in the middle of a claim', () => {
  it.each(rounds)(
    'round %i: the conversation has one owner, the timer fires, and a colleague gets it',
    async () => {
      const [gone, colleague] = [await desk.signIn('advisor1'), await desk.signIn('advisor2')];
      const customer = await desk.customer();
      await customer.say('转人工');
      await desk.route();
      const [claimed] = await Promise.all([claim(customer, gone), desk.signOut(gone)]);
      const isTheirs = claimed.status === 200;
      expect((await stateOf(customer)).pen).toBe(isTheirs ? 'advisor' : 'waiting');
      await customer.say('您在吗');
      for (const minutes of [3, 2, 5, 5]) {
        desk.wait(minutes * MINUTE);
        await desk.call('POST', '/session/presence', colleague);
        await desk.janitor();
        await desk.route();
      }
      const kinds = await customer.kinds();
      expect(kinds).toContain('DeadlineNeared');
      expect(kinds).toContain('HandoffRequeued');
      await claim(customer, colleague);
      expect((await stateOf(customer)).person?.id).toBe('advisor2');
      expect(await wrongWith(customer)).toEqual([]);
    },
    ROUND_MS,
  );
});

describe('F13: two claim at once', () => {
  it.each(rounds)(
    'round %i: one has it, the other has not, and what the customer says is answered by no machine',
    async () => {
      const both = [await desk.signIn('advisor3'), await desk.signIn('advisor8')];
      await desk.signIn('advisor1');
      const customer = await desk.customer();
      await customer.say('转人工');
      const answers = await Promise.all(both.map((by) => claim(customer, by)));
      const { person, epoch } = await stateOf(customer);
      const [lost, ...others] = answers.filter(({ status }) => status !== 200);
      expect(others).toEqual([]);
      // In the same instant they are told who has it; a moment later it is simply another's.
      expect(lost!.status === 409 ? lost!.body.heldBy : lost!.status).toBe(
        lost!.status === 409 ? person?.name : 404,
      );
      await customer.say('安鑫纯债的费用是多少');
      await desk.settle();
      const record = await customer.record();
      const taken = record.findIndex(({ event }) => event.kind === 'PenTaken');
      const spoken = record.slice(taken).filter(({ event }) => event.kind === 'ReplyDecided');
      expect([spoken, (await stateOf(customer)).epoch]).toEqual([[], epoch]);
      expect(await wrongWith(customer)).toEqual([]);
    },
    ROUND_MS,
  );
});
