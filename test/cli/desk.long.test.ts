import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Desk } from '../desk/desk-room.js';
import { openDesk } from '../desk/desk-room.js';
import { shuzhi } from './run-shuzhi.js';

/** An advisor at the command line, beside a running service. */

let room: Desk;

beforeAll(async () => {
  room = await openDesk();
});

afterAll(async () => {
  await room.stop();
});

const desk = async (...words: string[]) => {
  const env = { DATA_DIR: room.running.dataDir, PORT: '9' };
  const { code, stdout, stderr } = await shuzhi(
    ['desk', ...words, '--as', 'advisor1', '--json'],
    env,
  );
  return { code, stderr, said: stdout === '' ? null : JSON.parse(stdout) };
};

describe('shuzhi desk', () => {
  it('shows who waits, takes a conversation, speaks in it by the rules, and ends it', async () => {
    await room.signIn('advisor1');
    const customer = await room.customer();
    await customer.say('转人工');
    const { said: queue } = await desk('queue');
    expect(queue.waiting).toMatchObject([{ conversation: customer.id, reason: 'asked' }]);
    const claimed = await desk('claim', customer.id);
    expect(claimed).toMatchObject({ code: 0, stderr: '', said: { pen: 'advisor' } });

    const refused = await desk('say', customer.id, '这只基金稳赚不赔，您放心买。');
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain('稳赚不赔');
    const soft = await desk(
      'say',
      customer.id,
      '我下午 3 点给您回电。',
      '--reason',
      '和客户约时间',
    );
    expect(soft.said.utterances.at(-1)).toMatchObject({
      speaker: 'advisor',
      reason: '和客户约时间',
    });
    const { said: ended } = await desk('resolve', customer.id, '--outcome', 'solved');
    expect(ended).toMatchObject({ pen: 'assistant', stage: 'closed' });
  });

  it('says in one line that somebody else has it, or that no service runs', async () => {
    const customer = await room.customer();
    await customer.say('转人工');
    const boss = await room.signIn('supervisor1', 'supervisor');
    await room.call('POST', `/desk/conversations/${customer.id}/claim`, boss);
    const late = await desk('claim', customer.id);
    expect(late).toMatchObject({ code: 1, said: null });
    expect(late.stderr).toContain('郑丽华已接手');
    const nowhere = { DATA_DIR: '/tmp/no-such-folder-of-a-service', PORT: '9' };
    const { code, stderr } = await shuzhi(['desk', 'queue', '--as', 'advisor1'], nowhere);
    expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
  });
});
