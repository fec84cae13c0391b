import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readStream } from '../../src/conversation/stream.js';
import { customerId } from '../../src/terms/ids.js';
import { GOOD } from '../access/staff/staff-room.js';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';
import { startTalk } from '../talk.js';
import { shuzhi } from './run-shuzhi.js';

let running: RunningApp;
let conversation: string;

const run = (args: readonly string[], stdin?: string) =>
  shuzhi(args, { DATA_DIR: running.dataDir, PORT: '9' }, stdin);

beforeAll(async () => {
  running = await runApp();
  for (const [id, employee] of [
    ['first', 'compliance1'],
    ['second', 'compliance2'],
  ] as const) {
    const person = ['--role', 'compliance', '--name', '合规', '--employee', employee];
    await run(['staff', 'add', id, ...person], `${GOOD}\n`);
  }
  const talk = await startTalk(running.app, customerId('C1002'));
  conversation = talk.id;
  await talk.say('我不用你们了，把我的个人信息全部删掉');
  await talk.say('对');
}, 240_000);

afterAll(() => running.stop());

describe('shuzhi erasure', () => {
  let id: string;

  it('lists what a customer asked for in the chat, with the days that are left', async () => {
    const { code, stdout } = await run(['erasure', 'list', '--json']);
    const [line, ...others] = JSON.parse(stdout) as { id: string }[];
    expect([code, others]).toEqual([0, []]);
    expect(line).toMatchObject({ why: 'request', customer: 'C1002', stage: 'open', daysLeft: 15 });
    id = line!.id;
    const plain = await run(['erasure', 'list']);
    expect(plain.stdout).toMatch(/客户请求\tC1002\topen\t.* 前（还有 15 天）/);
  });

  it('shows what is to become of everything on record, and why', async () => {
    const { stdout } = await run(['erasure', 'show', id]);
    expect(stdout).toContain(`删除\t${conversation}\tR3`);
  });

  it('takes two people, each with a password of their own', async () => {
    const wrong = await run(
      ['erasure', 'propose', id, '--as', 'first', '--checked', 'called_back'],
      'not it\n',
    );
    expect(wrong.code).toBe(1);
    const proposed = await run(
      ['erasure', 'propose', id, '--as', 'first', '--checked', 'called_back'],
      `${GOOD}\n`,
    );
    expect(proposed).toMatchObject({ code: 0, stderr: '' });
    const alone = await run(['erasure', 'approve', id, '--as', 'first'], `${GOOD}\n`);
    expect(alone).toMatchObject({ code: 1, stderr: expect.stringContaining('不能是同一个人') });
    expect((await readStream(running.app.store, conversation)).length).toBeGreaterThan(0);
    const done = await run(['erasure', 'approve', id, '--as', 'second', '--json'], `${GOOD}\n`);
    expect(JSON.parse(done.stdout)).toMatchObject({
      stage: 'done',
      steps: [
        { kind: 'ErasureOpened' },
        { kind: 'ErasureProposed', by: 'first' },
        { kind: 'ErasureApproved', by: 'second' },
        { kind: 'KeysDestroyed' },
        { kind: 'ErasureCarriedOut' },
      ],
    });
    expect(await readStream(running.app.store, conversation)).toEqual([]);
    expect((await run(['erasure', 'list'])).stdout).toBe('');
  }, 120_000);

  it('destroys nothing where no service runs', async () => {
    const { code, stderr } = await shuzhi(['erasure', 'list'], { DATA_DIR: '/tmp/keys/nobody' });
    expect([code, stderr]).toEqual([1, expect.stringContaining('no service runs')]);
  });
});
