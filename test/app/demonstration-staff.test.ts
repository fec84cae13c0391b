import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasStaff } from '../../src/access/queries/staff.js';
import { openDemoStaff } from '../../src/app/demonstration-staff.js';
import { cheapPasswords } from '../access/staff/staff-room.js';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';

let running: RunningApp;

beforeAll(async () => {
  running = await runApp({}, { passwords: cheapPasswords() });
});

afterAll(async () => {
  await running.stop();
});

const enter = async (username: string, password: string) => {
  const response = await fetch(`${running.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  return (await response.json()) as { staff?: object };
};

describe('the demonstration’s staff', () => {
  it('has no account until the service is started: a command would show the password to nobody', async () => {
    expect(running.app.demo).toBe(true);
    expect(await hasStaff(running.app.store)).toBe(false);
  });

  it('gets accounts under its own licences with a password that is shown once', async () => {
    const password = (await openDemoStaff(running.app.staffDeps, null)) as string;
    expect(password).toMatch(/^[\w-]{16}$/);
    for (const [id, role] of [
      ['advisor8', 'advisor'],
      ['supervisor1', 'supervisor'],
      ['admin1', 'admin'],
    ] as const) {
      expect((await enter(id, password)).staff).toMatchObject({ id, role, employee: id });
    }
    expect(await openDemoStaff(running.app.staffDeps, 'another')).toBeNull();
    expect(await enter('admin1', 'another')).not.toHaveProperty('staff');
  });

  it('takes the configured password and shows it to nobody', async () => {
    const again = await runApp({}, { passwords: cheapPasswords() });
    expect(await openDemoStaff(again.app.staffDeps, 'demo')).toBeNull();
    await again.stop();
  });
});
