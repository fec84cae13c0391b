import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Judge, JudgedLine } from '../../../src/agent/judge/suspicion.js';
import { ModelError } from '../../../src/agent/models/model-error.js';
import { inspectHistory, inspectRested } from '../../../src/review/findings/inspection.js';
import { judgeRested } from '../../../src/review/findings/judging.js';
import type { Desk } from '../../desk/desk-room.js';
import { openDesk } from '../../desk/desk-room.js';

/** What rules have read is read once more by a large model, which may add and never clear. */

let room: Desk;
beforeAll(async () => {
  room = await openDesk();
}, 60_000);
afterAll(() => room.stop());

async function rest(): Promise<void> {
  const { app } = room.running;
  await app.ledger.run();
  await inspectRested(app.inspection);
  room.wait(31 * 60_000);
  await inspectRested(app.inspection);
}

const judging = (judge: Judge) =>
  judgeRested({ inspection: room.running.app.inspection, judge, version: 'judge:scripted' });

const found = async (id: string) => {
  const officer = await room.signIn('officer', 'compliance');
  const { body } = await room.call('GET', `/review/findings?conversation=${id}`, officer);
  return body.findings as { rule: string; version: string; title: string; start: number }[];
};

const nod = '是的，放心。';
const suspectsNod: Judge = (lines) =>
  Promise.resolve(
    lines.flatMap(({ seq, text }) =>
      text === nod ? [{ seq, start: 3, end: 5, concern: 'promise' as const }] : [],
    ),
  );

async function nodding(last = '安鑫纯债这只能保本吗？'): Promise<string> {
  const advisor = await room.signIn('advisor1');
  const customer = await room.customer();
  await customer.say('转人工');
  const base = `/desk/conversations/${customer.id}`;
  await room.call('POST', `${base}/claim`, advisor);
  await customer.say(last);
  await room.call('POST', `${base}/say`, advisor, { text: nod, reason: '安抚客户情绪' });
  await rest();
  return customer.id;
}

describe('a second reading by a model', () => {
  it('adds what it suspects to what the rules found, once, and says so', async () => {
    const id = await nodding();
    const before = await found(id);
    expect(await judging(suspectsNod)).toBeGreaterThan(0);
    expect(await judging(suspectsNod)).toBe(0);
    const after = await found(id);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after.filter(({ rule }) => rule === 'J1')).toMatchObject([
      { version: 'judge:scripted', title: '模型复核：疑似承诺收益', start: 3 },
    ]);
  });

  it('clears nothing: what rules found stands though it has nothing to say', async () => {
    const id = await nodding();
    const before = await found(id);
    await judging(() => Promise.resolve([]));
    expect(await found(id)).toEqual(before);
  });

  it('stands when the rules read all history again', async () => {
    const id = await nodding();
    await judging(suspectsNod);
    await inspectHistory(room.running.app.inspection, 0);
    await inspectRested(room.running.app.inspection);
    expect((await found(id)).map(({ rule }) => rule)).toContain('J1');
  });

  it('is shown no identifier, and finds places where they are all the same', async () => {
    const shown: JudgedLine[] = [];
    await nodding('我电话 13812345678，能保本吗？');
    await judging((lines) => {
      shown.push(...lines);
      return Promise.resolve([]);
    });
    const said = shown.map(({ text }) => text).join('\n');
    expect(said).toContain('我电话 ***********，能保本吗？');
    expect(said).not.toContain('13812345678');
  });

  it('passes over what the model will not read, and waits for a provider that is down', async () => {
    await judging(suspectsNod);
    await nodding();
    await expect(judging(() => Promise.reject(new ModelError('server')))).rejects.toThrow();
    const refusing: Judge = () => Promise.reject(new ModelError('content_filter'));
    expect(await judging(refusing)).toBeGreaterThan(0);
    expect(await judging(suspectsNod)).toBe(0);
  });
});
