import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RunningApp } from '../../running-app.js';
import { runApp } from '../../running-app.js';
import { cheapPasswords } from '../staff/staff-room.js';
import type { Browser } from './browser.js';
import { createBrowser } from './browser.js';
import type { Lie, LyingProvider } from './lying-provider.js';
import { runLyingProvider } from './lying-provider.js';
import type { RunningProvider } from './real-provider.js';
import { CLIENT, runProvider } from './real-provider.js';

/** The provider reminds us on the console that it is not set up for production. */
jest.spyOn(console, 'warn').mockImplementation(() => undefined);
jest.spyOn(console, 'info').mockImplementation(() => undefined);

const CALLBACK = '/api/v1/session/oidc/callback';
const DESK = /\/desk(\?|$)/;
const BACK = /\/oidc\/callback/;

/** A port nobody has yet: the provider must know where we will be before we are there. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function runWith(port: number, env: Record<string, string>): Promise<RunningApp> {
  return runApp(
    {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      OIDC_CLIENT_ID: CLIENT.id,
      ...env,
    },
    { passwords: cheapPasswords() },
  );
}

let count = 0;

async function addStaff({ url, dataDir }: RunningApp, id: string): Promise<void> {
  const token = readFileSync(join(dataDir, 'cli-token'), 'utf8').trim();
  await fetch(`${url}/api/v1/staff`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id, name: '周谨言', role: 'advisor' }),
  });
}

const whoIs = async (browser: Browser, { url }: RunningApp) => {
  const response = await browser.go(`${url}/api/v1/session`);
  return response.ok ? ((await response.json()) as { staff: { id: string }; via: string }) : null;
};

describe('with a certified OpenID provider', () => {
  let provider: RunningProvider;
  let running: RunningApp;
  let staff: string;
  let browser: Browser;

  beforeAll(async () => {
    const port = await freePort();
    provider = await runProvider(`http://127.0.0.1:${port}${CALLBACK}`);
    running = await runWith(port, {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_SECRET: CLIENT.secret,
    });
  });

  afterAll(async () => {
    await running.stop();
    await provider.stop();
  });

  beforeEach(async () => {
    staff = `oidc-${(count += 1)}`;
    browser = createBrowser();
    await addStaff(running, staff);
    provider.person.sub = `sub-${staff}`;
    provider.person.claims = { preferred_username: staff };
  });

  const start = (to = '') => `${running.url}/api/v1/session/oidc${to}`;

  it('a staff member signs in there and comes back to the page they came from', async () => {
    const at = await browser.follow(start('?to=/review'), /\d\/review/);
    expect(at).toBe(`${running.url}/review`);
    expect(await whoIs(browser, running)).toMatchObject({ staff: { id: staff }, via: 'oidc' });
    const again = await createBrowser().follow(start(), DESK);
    expect(again).toBe(`${running.url}/desk`);
  });

  it('sends state, nonce and a PKCE challenge, another each time, and the secrets to nobody', async () => {
    const asked = async () => {
      const response = await createBrowser().go(start());
      return new URL(response.headers.get('location') as string).searchParams;
    };
    const [one, other] = [await asked(), await asked()];
    expect(Object.fromEntries(one)).toMatchObject({
      response_type: 'code',
      client_id: CLIENT.id,
      redirect_uri: `${running.url}${CALLBACK}`,
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.get(name)?.length).toBeGreaterThanOrEqual(43);
      expect(one.get(name)).not.toBe(other.get(name));
    }
    expect([...one.values()].join()).not.toContain(CLIENT.secret);
  });

  it('nobody gets in whom no account here is called after, and the attempt is on record', async () => {
    provider.person.claims = { preferred_username: 'stranger' };
    expect(await browser.follow(start(), DESK)).toMatch(/\?signIn=refused$/);
    expect(await whoIs(browser, running)).toBeNull();
    const { db } = running.app.store;
    const tried = await db
      .selectFrom('event')
      .select('body')
      .where('stream', '=', 'staff:?')
      .execute();
    expect(tried.at(-1)?.body).toContain('"why":"unknown"');
  });

  it('another person who is given the same name there does not get in', async () => {
    await browser.follow(start(), DESK);
    provider.person.sub = 'another-person';
    const other = createBrowser();
    expect(await other.follow(start(), DESK)).toMatch(/\?signIn=refused$/);
    expect(await whoIs(other, running)).toBeNull();
  });

  it('a way back is taken once, by the browser that set out', async () => {
    const back = await browser.follow(start(), BACK);
    const thief = createBrowser();
    expect(await thief.follow(back, DESK)).toMatch(/\?signIn=expired$/);
    const [key, cookie] = [...browser.cookies].find(([name]) => /oidc/.test(name)) as [
      string,
      string,
    ];
    expect(await browser.follow(back, DESK)).toBe(`${running.url}/desk`);
    browser.cookies.set(key, cookie);
    expect(await browser.follow(back, DESK)).toMatch(/\?signIn=expired$/);
  });

  it('a code from another’s sign-in is worth nothing here, nor a changed state or issuer', async () => {
    const theirs = new URL(await createBrowser().follow(start(), BACK));
    for (const change of [
      (url: URL) => url.searchParams.set('code', theirs.searchParams.get('code') as string),
      (url: URL) => url.searchParams.set('state', theirs.searchParams.get('state') as string),
      (url: URL) => url.searchParams.delete('state'),
      (url: URL) => url.searchParams.set('iss', 'https://evil.example'),
      (url: URL) => url.searchParams.delete('iss'),
    ]) {
      const mine = createBrowser();
      const back = new URL(await mine.follow(start(), BACK));
      change(back);
      expect(await mine.follow(back.href, DESK)).toMatch(/\?signIn=refused$/);
      expect(await whoIs(mine, running)).toBeNull();
    }
  });

  it('ten minutes are enough, and more is too late', async () => {
    const back = await browser.follow(start(), BACK);
    running.clock.pass(600);
    expect(await browser.follow(back, DESK)).toMatch(/\?signIn=expired$/);
  });

  it('leads to no page but ours', async () => {
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/desk/../evil',
      '/api/v1/session',
    ]) {
      expect((await browser.go(start(`?to=${encodeURIComponent(to)}`))).status).toBe(400);
    }
  });

  it('is told to pages that ask how one may sign in', async () => {
    const ways = await fetch(`${running.url}/api/v1/session/ways`);
    expect(await ways.json()).toEqual({
      password: true,
      oidc: true,
      institution: '青屿财富',
      signedIn: false,
    });
  });
});

describe('with an e-mail address as the name', () => {
  it('nobody gets in by an address that was never verified', async () => {
    const port = await freePort();
    const provider = await runProvider(`http://127.0.0.1:${port}${CALLBACK}`);
    const running = await runWith(port, {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_CLAIM: 'email',
    });
    await addStaff(running, 'zhou@bank.example');
    const enter = async (email_verified: unknown) => {
      provider.person.claims = { email: 'Zhou@Bank.example', email_verified };
      return createBrowser().follow(`${running.url}/api/v1/session/oidc`, DESK);
    };
    for (const unverified of [false, undefined, 'true']) {
      expect(await enter(unverified)).toMatch(/signIn=refused$/);
    }
    expect(await enter(true)).toBe(`${running.url}/desk`);
    await running.stop();
    await provider.stop();
  });
});

describe('with a provider whose answers are forged', () => {
  let provider: LyingProvider;
  let running: RunningApp;

  beforeAll(async () => {
    provider = await runLyingProvider(CLIENT.id);
    running = await runWith(await freePort(), {
      OIDC_ISSUER: provider.issuer,
      OIDC_ACR: 'mfa, phr',
    });
    await addStaff(running, 'zhou');
  });

  afterAll(async () => {
    await running.stop();
    await provider.stop();
  });

  const enter = async (lie: Lie) => {
    provider.lie = lie;
    const browser = createBrowser();
    const at = await browser.follow(`${running.url}/api/v1/session/oidc`, DESK);
    return { refused: /signIn=refused$/.test(at), who: await whoIs(browser, running) };
  };
  const strong = { acr: 'mfa' };

  it('an honest one lets the person in', async () => {
    const { refused, who } = await enter((claims) => ({ claims: { ...claims, ...strong } }));
    expect([refused, who?.staff.id]).toEqual([false, 'zhou']);
  });

  it.each<[string, Lie]>([
    [
      'signed with a key nobody published',
      (c) => ({ claims: { ...c, ...strong }, signed: 'other' }),
    ],
    ['not signed at all', (c) => ({ claims: { ...c, ...strong }, signed: 'none' })],
    ['for another client', (c) => ({ claims: { ...c, ...strong, aud: 'another' } })],
    ['of another issuer', (c) => ({ claims: { ...c, ...strong, iss: 'https://evil.example' } })],
    ['that has run out', (c) => ({ claims: { ...c, ...strong, exp: 1_000_000 } })],
    ['with another’s nonce', (c) => ({ claims: { ...c, ...strong, nonce: 'n' } })],
    ['without a nonce', ({ nonce: _, ...c }) => ({ claims: { ...c, ...strong } })],
    ['without a subject', ({ sub: _, ...c }) => ({ claims: { ...c, ...strong } })],
    ['after a password alone', (c) => ({ claims: { ...c, acr: 'pwd' } })],
    ['that does not say how one signed in', (c) => ({ claims: c })],
    [
      'whose name is no word',
      (c) => ({ claims: { ...c, ...strong, preferred_username: ['zhou'] } }),
    ],
  ])('a token %s lets nobody in', async (_, lie) => {
    expect(await enter(lie)).toEqual({ refused: true, who: null });
  });
});

describe('with a provider that is away', () => {
  it('says so on the page, and asks again when somebody comes again', async () => {
    const port = await freePort();
    // Its port is held, lest another test takes it, by one who hangs up at once.
    const deaf = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(deaf, 'listening');
    const { port: away } = deaf.address() as AddressInfo;
    const running = await runWith(port, { OIDC_ISSUER: `http://127.0.0.1:${away}` });
    const at = await createBrowser().follow(`${running.url}/api/v1/session/oidc`, DESK);
    expect(at).toMatch(/\?signIn=unavailable$/);
    deaf.close();
    await once(deaf, 'close');
    const provider = await runLyingProvider(CLIENT.id, away);
    await addStaff(running, 'zhou');
    const later = await createBrowser().follow(`${running.url}/api/v1/session/oidc`, DESK);
    expect(later).toBe(`${running.url}/desk`);
    await provider.stop();
    await running.stop();
  });
});

describe('without a provider', () => {
  it('there is no such way in', async () => {
    const running = await runApp({}, { passwords: cheapPasswords() });
    expect(await (await fetch(`${running.url}/api/v1/session/ways`)).json()).toEqual({
      password: true,
      oidc: false,
      institution: '青屿财富',
      signedIn: false,
    });
    expect((await fetch(`${running.url}/api/v1/session/oidc`)).status).toBe(401);
    await running.stop();
  });
});
