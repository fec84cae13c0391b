import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inspectRested } from '../../src/review/findings/inspection.js';
import type { Desk } from '../desk/desk-room.js';
import { openDesk } from '../desk/desk-room.js';
import { shuzhi } from './run-shuzhi.js';

/** A compliance officer at the command line, beside a running service. */

let room: Desk;

beforeAll(async () => {
  room = await openDesk();
});

afterAll(async () => {
  await room.stop();
});

const review = async (...words: string[]) => {
  const env = { DATA_DIR: room.running.dataDir, PORT: '9' };
  return shuzhi(['review', ...words], env);
};

describe('shuzhi review', () => {
  it('lists findings, tries a rule on history, and has history read again', async () => {
    const advisor = await room.signIn('advisor1');
    const customer = await room.customer();
    await customer.say('转人工');
    const base = `/desk/conversations/${customer.id}`;
    await room.call('POST', `${base}/claim`, advisor);
    await customer.say('有些话这里不好说');
    await room.call('POST', `${base}/say`, advisor, { text: '那晚上您打我自己那个号，不录音的。' });

    const tried = await review('try', 'T8', '--since', '2026-01-01', '--json');
    expect(JSON.parse(tried.stdout)).toMatchObject({ rule: 'T8', fired: 1, findings: 1 });
    expect((await review('findings')).stdout.trim()).toBe('nothing found');

    const run = await review('run', '--since', '2026-01-01', '--json');
    expect(JSON.parse(run.stdout).due).toBeGreaterThan(0);
    await inspectRested(room.running.app.inspection);
    const found = await review('findings', '--rule', 'T8', '--json');
    expect(JSON.parse(found.stdout).findings).toMatchObject([
      { conversation: customer.id, employee: 'advisor1', severity: 'hard' },
    ]);
  });

  it('says in one line that there is no such rule', async () => {
    const { code, stderr } = await review('try', 'T99', '--since', '2026-01-01');
    expect([code, stderr]).toEqual([1, 'shuzhi: 没有守则 T99\n']);
  });
});
