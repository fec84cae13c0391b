import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GOOD } from '../access/staff/staff-room.js';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';
import { shuzhi } from './run-shuzhi.js';

/** Accounts from the command line: on a folder nobody serves, and through a running service. */

let folder: string;
let running: RunningApp;
const places: Record<string, Record<string, string>> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-staff-'));
  // Port 9 is discard: nothing of ours ever answers there.
  places['alone'] = { DATA_DIR: join(folder, 'data'), PORT: '9' };
  running = await runApp();
  places['served'] = { DATA_DIR: running.dataDir, PORT: '9' };
});

afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true });
});

const add = (id: string, role: string) => ['staff', 'add', id, '--role', role, '--name', '吴桐'];

describe.each(['alone', 'served'])('shuzhi staff, %s', (place) => {
  const run = (args: readonly string[], stdin?: string) => shuzhi(args, places[place], stdin);

  it('makes the first administrator with a password from stdin', async () => {
    const { code, stdout, stderr } = await run(add('chief', 'admin'), `${GOOD}\n`);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'chief may sign in\n',
      stderr: '',
    });
  });

  it('prints a one-time code where it is asked for one', async () => {
    const { stdout } = await run([...add('new.one', 'advisor'), '--code', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      id: 'new.one',
      oneTimeCode: {
        code: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
        expires: expect.stringMatching(/Z$/),
      },
    });
  });

  it('locks, unlocks, resets and lists', async () => {
    expect((await run(['staff', 'lock', 'new.one', '--reason', '离职'])).code).toBe(0);
    const listed = async () =>
      JSON.parse((await run(['staff', 'list', '--json'])).stdout) as { id: string }[];
    const one = async () => (await listed()).find(({ id }) => id === 'new.one');
    expect(await one()).toMatchObject({ role: 'advisor', state: 'locked', opensBy: 'code' });
    expect((await run(['staff', 'unlock', 'new.one'])).code).toBe(0);
    expect(await one()).toMatchObject({ state: 'open' });
    const { stdout } = await run(['staff', 'reset', 'chief', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ id: 'chief', code: expect.any(String) });
    expect((await run(['staff', 'list'])).stdout).toMatch(
      /^chief\tadmin\t吴桐\tmust choose a password, never signed in$/m,
    );
  });

  it.each([
    ['an account of that name', add('chief', 'admin'), `${GOOD}\n`, '已经存在'],
    ['a password one could guess', add('third', 'admin'), 'Password1234\n', '容易被猜到'],
    ['no password at all', add('third', 'admin'), '', 'a password is read from stdin'],
    ['a name in capitals', add('Third', 'admin'), `${GOOD}\n`, 'id: '],
    ['a role there is not', add('third', 'king'), `${GOOD}\n`, 'king'],
    ['an account nobody has', ['staff', 'reset', 'nobody'], '', '没有'],
    ['an employee nobody knows', [...add('third', 'advisor'), '--employee', 'x'], `${GOOD}\n`, 'x'],
  ])('says in one line what is wrong with %s', async (_, args, stdin, said) => {
    const { code, stdout, stderr } = await run(args, stdin);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^shuzhi: [^\n]+\n$/);
    expect(stderr).toContain(said);
  });
});
