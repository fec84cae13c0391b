import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STAGED_IDS } from '../../../src/demo/customers.js';
import type { RunningApp } from '../../running-app.js';
import { runApp } from '../../running-app.js';

interface Session {
  readonly token: string;
  readonly conversationId: string;
  readonly customer: { id: string; name: string; elder: boolean } | null;
}

let running: RunningApp;
/** Stands still, so that no window of a limit ends in the middle of a test. */
let clock = Date.parse('2026-11-25T02:10:30Z');

beforeAll(async () => {
  const limits = { LIMITS_CONVERSATIONS_PER_HOUR: '5', LIMITS_TOKENS_PER_HOUR: '8' };
  const env = { ...limits, LIMITS_MESSAGES_PER_MINUTE: '2', PUBLIC_URL: 'https://wealth.example' };
  running = await runApp(env, { now: () => clock });
});

afterAll(async () => {
  await running.stop();
});

let address = 0;

/** A browser of its own: its own address behind the proxy, its own cookie. */
function browser() {
  const ip = `203.0.113.${(address += 1)}`;
  let cookie = '';
  const start = async (body: unknown = {}) => {
    const response = await fetch(`${running.url}/web/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': ip, cookie },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    return { response, set, session: (await response.json()) as Session };
  };
  return { start, cookieOf: () => cookie, take: (other: string) => (cookie = other) };
}

describe('the customer page', () => {
  it('is served with its policy, revalidated each time, and knows the institution', async () => {
    const response = await fetch(`${running.url}/`);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'self' blob: wss://wealth.example;");
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const html = await response.text();
    const config = /<meta name="shuzhi-config" content="([^"]+)">/.exec(html)?.[1] ?? '';
    expect(JSON.parse(config.replaceAll('&quot;', '"').replaceAll('&#39;', "'"))).toMatchObject({
      institution: { name: '青屿财富', note: '演示机构' },
      assistant: { name: '小屿' },
      demo: true,
      starters: expect.arrayContaining([expect.objectContaining({ label: '赎回几天到账' })]),
    });
  });

  it('offers the staged customers by form of address, with what is special about each', async () => {
    const html = await (await fetch(`${running.url}/`)).text();
    for (const note of ['测评已过期', '68 岁', '专业投资者', '尚未测评', '已关闭个性化推荐']) {
      expect(html).toContain(note);
    }
    expect(html).not.toContain('陈嘉怡');
  });

  it.each(['/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2f..%2fconfig.js', '/.env'])(
    'lets nothing else be read: %s',
    async (path) => {
      expect((await fetch(`${running.url}${path}`)).status).toBeGreaterThanOrEqual(400);
    },
  );
});

describe('a session', () => {
  it('is kept in a cookie that no script, other site or plain connection can use', async () => {
    const { set, response } = await browser().start();
    expect(set).toMatch(/^shuzhi_web=[\w.-]+;/);
    for (const rule of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/', 'Max-Age=43200']) {
      expect(set).toContain(rule);
    }
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('is resumed by the browser that began it', async () => {
    const one = browser();
    const { session } = await one.start({ customer: 'C1007' });
    const again = await one.start({ resume: { conversationId: session.conversationId } });
    expect(again.session).toMatchObject({
      conversationId: session.conversationId,
      customer: { id: 'C1007', name: '马先生', elder: true },
    });
  });

  it('is not resumed by another browser that knows the conversation, nor with a forged cookie', async () => {
    const { session } = await browser().start({ customer: 'C1003' });
    const other = browser();
    await other.start();
    const resume = { resume: { conversationId: session.conversationId } };
    const taken = (await other.start(resume)).session;
    expect(taken.conversationId).not.toBe(session.conversationId);
    expect(taken.customer).toBeNull();
    const forger = browser();
    const conversations = [session.conversationId];
    const payload = { customer: 'C1003', conversations, aud: 'web', exp: 9e9 };
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    forger.take(`shuzhi_web=${part({ alg: 'none' })}.${part(payload)}.`);
    expect((await forger.start(resume)).session.conversationId).not.toBe(session.conversationId);
  });

  it('does not open the door with the chat token in place of the cookie', async () => {
    const { session } = await browser().start({ customer: 'C1003' });
    const other = browser();
    other.take(`shuzhi_web=${session.token}`);
    const resumed = await other.start({ resume: { conversationId: session.conversationId } });
    expect(resumed.session.conversationId).not.toBe(session.conversationId);
  });

  it('ends after twelve hours', async () => {
    const one = browser();
    const { session } = await one.start();
    clock += 12 * 3_600_000 + 1_000;
    const late = await one.start({ resume: { conversationId: session.conversationId } });
    expect(late.session.conversationId).not.toBe(session.conversationId);
  });

  it('is found again by each of two tabs of one browser, and by none once somebody else signed in', async () => {
    const one = browser();
    const { conversationId: first } = (await one.start({ customer: 'C1003' })).session;
    const { conversationId: second } = (await one.start()).session;
    expect(second).not.toBe(first);
    const reloaded = async (conversationId: string) =>
      (await one.start({ resume: { conversationId } })).session.conversationId;
    expect(await reloaded(first)).toBe(first);
    expect(await reloaded(second)).toBe(second);
    expect(await reloaded(first)).toBe(first);
    await one.start({ customer: null });
    expect(await reloaded(first)).not.toBe(first);
  });

  it.each([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.wealth.example' },
    { Origin: 'https://evil.example' },
  ])('is not begun by the page of another site: %p', async (headers) => {
    const method = 'POST';
    const response = await fetch(`${running.url}/web/session`, { method, headers });
    expect(response.status).toBe(403);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('of another person is another conversation', async () => {
    const one = browser();
    const first = (await one.start({ customer: 'C1001' })).session;
    const second = (await one.start({ customer: 'C1002' })).session;
    expect(second.conversationId).not.toBe(first.conversationId);
    expect(second.customer).toMatchObject({ id: 'C1002', name: '周先生', elder: false });
  });

  it('signs in the staged customers and nobody else', async () => {
    expect(STAGED_IDS).toContain('C1011');
    for (const customer of ['C1012', 'C9999', '']) {
      const { response } = await browser().start({ customer });
      expect(response.status).toBe(403);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  });

  it.each([
    ['no JSON', '{"customer":'],
    ['an unknown field', { role: 'advisor' }],
    ['a number for a customer', { customer: 5 }],
  ])('is not begun by %s', async (_, body) => {
    const { response } = await browser().start(body);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('limits of the public page', () => {
  it('allow five conversations an hour and say when the next may begin', async () => {
    const one = browser();
    for (let i = 0; i < 5; i += 1) expect((await one.start()).response.status).toBe(200);
    const { response } = await one.start();
    expect(response.status).toBe(429);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const seconds = Number(response.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(3_600);
  });

  it('allow resuming until the tokens of the hour are used up', async () => {
    const one = browser();
    const { session } = await one.start();
    const resume = { resume: { conversationId: session.conversationId } };
    const statuses: number[] = [];
    for (let i = 0; i < 8; i += 1) statuses.push((await one.start(resume)).response.status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 429]);
  });

  it('hold a talker up in Direct Line’s own words, and never a reader', async () => {
    const { session } = await browser().start();
    const call = (path: string, init: RequestInit = {}) =>
      fetch(`${running.url}/v3/directline/conversations${path}`, {
        ...init,
        headers: {
          authorization: `Bearer ${session.token}`,
          'content-type': 'application/json',
        },
      });
    await call('', { method: 'POST' });
    const activities = `/${session.conversationId}/activities`;
    const say = () =>
      call(activities, {
        method: 'POST',
        body: JSON.stringify({ type: 'message', text: '谢谢' }),
      });
    const answers = [await say(), await say(), await say(), await say()];
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused?.json()).toMatchObject({ error: { code: 'TooManyRequests' } });
    expect((await call(activities)).status).toBe(200);
    await running.app.turns.idle();
  });
});
