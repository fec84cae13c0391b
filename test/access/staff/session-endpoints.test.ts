import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RunningApp } from '../../running-app.js';
import { runApp } from '../../running-app.js';
import { GOOD, cheapPasswords } from './staff-room.js';

/** Signing in as a browser and as a program do it, against the running service. */

const OTHER = '山高-月小-水落石出之时';
const MINUTE_S = 60;

let running: RunningApp;
let terminal: string;
/** Another account each time, so that no test waits for another's lock-out. */
let name: string;
let count = 0;

beforeAll(async () => {
  running = await runApp({ TRUST_PROXY: 'loopback' }, { passwords: cheapPasswords() });
  terminal = readFileSync(join(running.dataDir, 'cli-token'), 'utf8').trim();
});

afterAll(async () => {
  await running.stop();
});

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Each call comes from an address of its own unless it says which. */
async function send(path: string, { method = 'GET', body, headers = {} }: Sent = {}) {
  const response = await fetch(`${running.url}/api/v1${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.1.${(count += 1) >> 8}.${count & 255}`,
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
    headers: response.headers,
  };
}

const byTerminal = (path: string, body?: unknown) =>
  send(path, { method: 'POST', body, headers: { authorization: `Bearer ${terminal}` } });
const enter = (password = GOOD, more: object = {}, headers: Record<string, string> = {}) =>
  send('/session', { method: 'POST', body: { username: name, password, ...more }, headers });

/** A browser that has signed in: its cookie, and what its page was told. */
async function browser() {
  const { body, headers } = await enter(GOOD, { bearer: false }, { origin: running.url });
  const cookie = (headers.get('set-cookie') as string).split(';')[0] as string;
  return { cookie, csrf: body['csrf'] as string };
}

/** Wrong passwords are counted by the minute of the clock. */
const beginMinute = () => running.clock.pass(MINUTE_S - ((running.clock.now() / 1_000) % MINUTE_S));

beforeEach(async () => {
  name = `staff-${(count += 1)}`;
  await byTerminal('/staff', { id: name, name: '何珊', role: 'advisor', password: GOOD });
});

describe('signing in', () => {
  it('gives a page a cookie no script can read and no other site can send, and no token', async () => {
    const { status, body, headers } = await enter(GOOD, { bearer: false });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      staff: { id: name, name: '何珊', role: 'advisor', employee: null },
      mustChange: false,
      csrf: expect.any(String),
      idleSeconds: 900,
      may: expect.objectContaining({ 'conversation.say': ['assigned'] }),
    });
    expect(body).not.toHaveProperty('token');
    expect(headers.get('set-cookie')).toMatch(
      /^shuzhi-staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('gives a program a token that works as Bearer', async () => {
    const { body } = await enter();
    const headers = { authorization: `Bearer ${body['token'] as string}` };
    expect((await send('/session', { headers })).body).toMatchObject({ staff: { id: name } });
    expect((await send('/session', { method: 'DELETE', headers })).status).toBe(204);
    expect((await send('/session', { headers })).status).toBe(401);
  });

  it('takes the name however it is typed', async () => {
    const username = ` ${name.toUpperCase()} `;
    expect((await enter(GOOD, { username })).status).toBe(201);
  });

  it('answers a wrong password, an unknown name and a locked account with the same words', async () => {
    const wrong = await enter(OTHER);
    const unknown = await enter(GOOD, { username: 'nobody' });
    await byTerminal(`/staff/${name}/lock`, { reason: '离职' });
    const locked = await enter();
    for (const { status, body } of [wrong, unknown, locked]) {
      expect(status).toBe(401);
      expect(body).toEqual({ ...wrong.body, instance: body['instance'] });
    }
  });

  it('shuts an address out for a quarter of an hour after more than ten wrong passwords in a minute', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.1' };
    beginMinute();
    const tries = [];
    for (let i = 0; i < 12; i += 1)
      tries.push((await enter(OTHER, { username: `x${i}` }, headers)).status);
    expect(tries).toEqual([...Array<number>(11).fill(401), 429]);
    expect((await enter(GOOD, {}, headers)).status).toBe(429);
    expect((await enter()).status).toBe(201);
    running.clock.pass(15 * MINUTE_S);
    expect((await enter(GOOD, {}, headers)).status).toBe(201);
  });

  it('ends the session that the same browser had before', async () => {
    const { cookie } = await browser();
    expect((await send('/session', { headers: { cookie } })).status).toBe(200);
    await enter(GOOD, {}, { cookie });
    expect((await send('/session', { headers: { cookie } })).status).toBe(401);
  });

  it.each([
    ['another site’s page', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a page of a sibling host', { 'sec-fetch-site': 'same-site' }],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
  ])('is not done by %s', async (_, headers) => {
    expect((await enter(GOOD, {}, headers as Record<string, string>)).status).toBe(403);
  });
});

describe('a change that comes with a cookie', () => {
  const change = (headers: Record<string, string>) =>
    send('/session', { method: 'DELETE', headers });

  it('is made by our own page, which says what it was told', async () => {
    const { cookie, csrf } = await browser();
    const headers = { cookie, 'x-csrf-token': csrf, origin: running.url };
    const { status, headers: answered } = await change(headers);
    expect(status).toBe(204);
    expect(answered.get('set-cookie')).toMatch(/^shuzhi-staff=; Path=\/; Expires=Thu, 01 Jan 1970/);
  });

  it('is refused without that word, with another session’s, or from another site', async () => {
    const { cookie, csrf } = await browser();
    const another = await browser();
    for (const headers of [
      {},
      { 'x-csrf-token': '' },
      { 'x-csrf-token': another.csrf },
      { 'x-csrf-token': csrf, origin: 'https://evil.example' },
      { 'x-csrf-token': csrf, 'sec-fetch-site': 'cross-site' },
    ]) {
      expect((await change({ ...headers, cookie } as Record<string, string>)).status).toBe(403);
    }
    expect((await send('/session', { headers: { cookie } })).status).toBe(200);
  });
});

describe('a page that only watches', () => {
  it('does not keep a session awake', async () => {
    const { cookie } = await browser();
    for (let i = 0; i < 2; i += 1) {
      running.clock.pass(7 * MINUTE_S);
      expect((await send('/session', { headers: { cookie } })).status).toBe(200);
    }
    running.clock.pass(MINUTE_S);
    expect((await send('/session', { headers: { cookie } })).status).toBe(401);
  });
});

describe('a one-time code', () => {
  it('opens nothing but the choice of a password, which gives a new session', async () => {
    const { body: code } = await byTerminal(`/staff/${name}/reset`);
    const { body } = await enter(code['code'] as string);
    const headers = { authorization: `Bearer ${body['token'] as string}` };
    expect(body).toMatchObject({ mustChange: true, via: 'code' });
    const refused = await send('/operations/search?query=赎回', { headers });
    expect(refused).toMatchObject({ status: 403, body: { title: '请先设置自己的口令' } });
    const chosen = await send('/session/password', {
      method: 'POST',
      body: { next: OTHER },
      headers,
    });
    expect(chosen).toMatchObject({ status: 200, body: { mustChange: false, via: 'password' } });
    expect((await send('/session', { headers })).status).toBe(401);
    const renewed = { authorization: `Bearer ${chosen.body['token'] as string}` };
    expect((await send('/operations/search?query=赎回', { headers: renewed })).status).toBe(200);
  });
});

describe('one’s own password', () => {
  it('is not guessed from a session that was left open', async () => {
    const { body } = await enter();
    const headers = { authorization: `Bearer ${body['token'] as string}` };
    const guess = () =>
      send('/session/password', { method: 'POST', body: { current: 'x', next: OTHER }, headers });
    beginMinute();
    const tries = [];
    for (let i = 0; i < 12; i += 1) tries.push((await guess()).status);
    expect(tries).toEqual([...Array<number>(11).fill(403), 429]);
  });

  it('is told what is wrong with it', async () => {
    const { body } = await enter();
    const headers = { authorization: `Bearer ${body['token'] as string}` };
    const told = async (next: string) =>
      (await send('/session/password', { method: 'POST', body: { current: GOOD, next }, headers }))
        .body['title'];
    expect(await told('短')).toContain('12');
    expect(await told('Password1234')).toContain('容易被猜到');
    expect(await told(GOOD)).toContain('不同');
  });
});

describe('an administrator', () => {
  it('sees who works here and what happened to an account, and no secret; cannot touch their own', async () => {
    const admin = `${name}-admin`;
    await byTerminal('/staff', { id: admin, name: '吴桐', role: 'admin', password: GOOD });
    const { body } = await enter(GOOD, { username: admin });
    const headers = { authorization: `Bearer ${body['token'] as string}` };
    const { staff } = (await send('/staff', { headers })).body as { staff: { id: string }[] };
    expect(staff.find(({ id }) => id === admin)).toEqual({
      id: admin,
      name: '吴桐',
      role: 'admin',
      employee: null,
      state: 'open',
      waitsUntil: null,
      opensBy: 'password',
      mustChange: false,
      bound: false,
      addedAt: expect.any(String),
      signedInAt: expect.any(String),
    });
    const { events } = (await send(`/staff/${name}/record`, { headers })).body as {
      events: object[];
    };
    expect(events[0]).toMatchObject({ seq: 1, actor: 'terminal', kind: 'StaffAdded' });
    for (const [method, path, sent] of [
      ['POST', 'reset', undefined],
      ['POST', 'lock', { reason: 'x' }],
      ['PATCH', '', { role: 'compliance' }],
    ] as const) {
      const its = `/staff/${admin}${path && '/'}${path}`;
      const { status } = await send(its, { method, body: sent, headers });
      expect([its, status]).toEqual([its, 403]);
    }
  });

  it('changes a role, and whoever worked under the old one is out at once', async () => {
    const { cookie } = await browser();
    const headers = { authorization: `Bearer ${terminal}` };
    const changed = await send(`/staff/${name}`, {
      method: 'PATCH',
      body: { role: 'operator' },
      headers,
    });
    expect(changed.status).toBe(204);
    expect((await send('/session', { headers: { cookie } })).status).toBe(401);
    expect((await enter()).body).toMatchObject({ staff: { role: 'operator' } });
  });
});
