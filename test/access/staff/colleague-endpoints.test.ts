import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Desk } from '../../desk/desk-room.js';
import { openDesk } from '../../desk/desk-room.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

it('tells whoever works here what everybody is called, and nobody else', async () => {
  const auditor = await desk.signIn('auditor1', 'auditor');
  const { status, body } = await desk.call('GET', '/colleagues', auditor);
  expect(status).toBe(200);
  expect(body.colleagues).toContainEqual({ id: 'auditor1', name: 'auditor1' });
  expect(body.colleagues).toContainEqual({ id: 'advisor2', name: '何珊' });
  expect((await desk.call('GET', '/colleagues', null)).status).toBe(401);
});
