import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDemoStaff } from '../../../src/app/demonstration-staff.js';
import { readEvents } from '../../../src/conversation/queries/stream.js';
import { disclosureStream } from '../../../src/conversation/disclosure-stream.js';
import { findCustomer, findCustomerRecord } from '../../../src/profiles/kyc.js';
import { GOOD, cheapPasswords } from '../../access/staff/staff-room.js';
import type { RunningApp } from '../../running-app.js';
import { generateToken, runApp } from '../../running-app.js';

let running: RunningApp;
let advisor: string;
let other: string;
const tokens = new Map<string, string>();

beforeAll(async () => {
  running = await runApp({}, { passwords: cheapPasswords() });
  await openDemoStaff(running.app.staffDeps, GOOD);
  advisor = (await findCustomer(running.app.store, 'C1003'))!.advisor!;
  other = ['advisor1', 'advisor2'].find((one) => one !== advisor)!;
});

afterAll(async () => {
  await running.stop();
});

async function ask(staff: string, method: 'GET' | 'POST', path: string) {
  if (!tokens.has(staff)) {
    const entered = await fetch(`${running.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: staff, password: GOOD }),
    });
    tokens.set(staff, ((await entered.json()) as { readonly token: string }).token);
  }
  const response = await fetch(`${running.url}/api/v1/desk/customers${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens.get(staff)!}` },
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

const looksAt = async () =>
  (await readEvents(running.app.store, disclosureStream('C1003'))).map(({ kind, body }) => ({
    kind,
    ...(JSON.parse(body!) as object),
  }));

describe('a customer’s portrait at the desk', () => {
  it('is masked, with what is held, each figure with its day', async () => {
    const { status, answer } = await ask(advisor, 'GET', '/C1003');
    const { name, phone } = (await findCustomerRecord(running.app.store, 'C1003'))!;
    expect(status).toBe(200);
    expect(answer).toMatchObject({ name: `${name[0]}**`, tolerance: 3, withheld: null });
    expect(JSON.stringify(answer)).not.toContain(name);
    if (phone) expect(JSON.stringify(answer)).not.toContain(phone);
    const positions = answer['positions'] as readonly { readonly value: number }[];
    const whole = positions.reduce((sum, { value }) => sum + value, 0);
    expect(answer['value']).toBeCloseTo(whole, 2);
    expect(answer['asOf']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('is nobody’s who does not look after them, and no administrator’s', async () => {
    expect((await ask(other, 'GET', '/C1003')).status).toBe(404);
    expect((await ask(other, 'POST', '/C1003/reveal')).status).toBe(404);
    expect((await ask('admin1', 'GET', '/C1003')).status).toBe(403);
    expect((await ask('compliance1', 'GET', '/C1003')).status).toBe(200);
    expect((await ask('compliance1', 'POST', '/C1003/reveal')).status).toBe(403);
    expect((await ask(advisor, 'GET', '/C999999')).status).toBe(404);
    expect(await looksAt()).toEqual([]);
  });

  it('says why no plan may be made where the assessment has run out', async () => {
    const whose = (await findCustomer(running.app.store, 'C1006'))!.advisor!;
    const { answer } = await ask(whose, 'GET', '/C1006');
    expect(answer['withheld']).toBe('assessment_expired');
  });

  it('shows the name once it is on record who looked', async () => {
    const { answer } = await ask(advisor, 'POST', '/C1003/reveal');
    expect(answer['name']).toBe((await findCustomer(running.app.store, 'C1003'))!.name);
    expect(await looksAt()).toEqual([
      { kind: 'CustomerRevealed', by: advisor, fields: ['name', 'phone'] },
    ]);
  });
});

describe('what is known beyond figures', () => {
  it('says each side, tag and stage with where it is known from, and who may be spoken to', async () => {
    const { answer } = await ask(advisor, 'GET', '/C1003');
    expect(answer).toMatchObject({
      expires: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      assessed: null,
      capacity: null,
      stage: { id: expect.any(String) },
      contact: { doNotContact: false, marketing: false, personalization: true },
    });
    const older = (await findCustomer(running.app.store, 'C1007'))!.advisor!;
    const { answer: other } = await ask(older, 'GET', '/C1007');
    const tags = other['tags'] as readonly { readonly id: string; readonly source: object }[];
    expect(tags).toContainEqual({ id: 'older', source: { kind: 'master', asOf: null } });
  });

  it('lists one’s own customers alone, masked', async () => {
    const { answer } = await ask(advisor, 'GET', '');
    const listed = answer['customers'] as readonly { readonly id: string; readonly name: string }[];
    expect(listed.map(({ id }) => id)).toContain('C1003');
    expect(listed.every(({ name }) => /^.\*\*$/.test(name))).toBe(true);
    const theirs = await ask(other, 'GET', '');
    expect(JSON.stringify(theirs.answer)).not.toContain('"C1003"');
  });

  it('tells a need with the words it was taken from', async () => {
    const { url, app } = running;
    const { token, conversationId } = await generateToken(url, 'dl_C1003');
    const line = (path: string, body: object) =>
      fetch(`${url}/v3/directline/conversations${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await line('', {});
    const words = '我有三十万，五年后想攒到四十万给孩子上大学，最多亏一成，到时候才用';
    for (const text of [words, '对', '我要投诉，上次费用讲错了，要求道歉']) {
      const message = { type: 'message', from: { id: 'dl_C1003' }, text };
      await line(`/${conversationId}/activities`, message);
      await app.turns.idle();
    }
    const { answer } = await ask(advisor, 'GET', '/C1003/dealings');
    expect(answer).toMatchObject({
      needs: [{ goal: 'education', amount: 300_000, months: 60, said: [{ text: words, seq: 3 }] }],
      conversations: [{ id: conversationId, messages: 3 }],
    });
    expect((await ask(other, 'GET', '/C1003/dealings')).status).toBe(404);
  });
});
