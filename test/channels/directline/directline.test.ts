import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import type { RunningApp } from '../../running-app.js';
import { TEST_SECRET, generateToken, runApp } from '../../running-app.js';
import { isReply, talkWith } from './real-client.js';

let running: RunningApp;
let clock = 0;

beforeAll(async () => {
  running = await runApp({}, { now: () => Date.now() + clock });
});

afterAll(async () => {
  await running.stop();
});

const call = (path: string, token: string, init: RequestInit = {}) =>
  fetch(`${running.url}/v3/directline${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });

async function started(user?: string) {
  const { token, conversationId } = await generateToken(running.url, user);
  const response = await call('/conversations', token, { method: 'POST' });
  const body = (await response.json()) as { streamUrl: string };
  return { token, conversationId, status: response.status, streamUrl: body.streamUrl };
}

const post = (token: string, id: string, activity: unknown) =>
  call(`/conversations/${id}/activities`, token, {
    method: 'POST',
    body: JSON.stringify(activity),
  });

interface Set {
  readonly activities: readonly Record<string, unknown>[];
  readonly watermark: string;
}

const poll = async (token: string, id: string, watermark = ''): Promise<Set> =>
  (await (
    await call(`/conversations/${id}/activities?watermark=${watermark}`, token)
  ).json()) as Set;

describe.each([
  ['over the WebSocket', true],
  ['by polling', false],
])('the real client %s', (_, webSocket) => {
  it('is greeted, hears its own words echoed and gets an answer with a citation', async () => {
    const { token } = await generateToken(running.url, 'dl_C1003');
    const talk = talkWith(running.url, { token, webSocket });
    const greeting = await talk.until(({ type }) => type === 'message');
    expect(greeting).toMatchObject({ text: expect.stringContaining('陈女士您好') });
    const id = await talk.say('存款保险最多赔多少');
    const reply = await talk.until(isReply);
    talk.end();
    expect(reply).toMatchObject({ replyToId: id, text: expect.stringContaining('50 万元') });
    const echo = talk.activities.find((activity) => activity.id === id);
    expect(echo).toMatchObject({
      from: { id: 'dl_C1003', role: 'user' },
      text: '存款保险最多赔多少',
    });
    expect(talk.statuses.slice(0, 3)).toEqual([0, 1, 2]);
  });
});

describe('a conversation', () => {
  it('is created once and answered with 200 after that', async () => {
    const { token, status } = await started();
    expect(status).toBe(201);
    expect((await call('/conversations', token, { method: 'POST' })).status).toBe(200);
  });

  it('gives each message the id it has in the record, and one watermark per position', async () => {
    const { token, conversationId } = await started();
    const posted = (await (
      await post(token, conversationId, { type: 'message', text: '你好' })
    ).json()) as {
      id: string;
    };
    const first = await poll(token, conversationId);
    expect(first.activities.map(({ id }) => id)).toContain(posted.id);
    const rest = await poll(token, conversationId, first.watermark);
    expect(rest.activities.every(({ id }) => String(id) > posted.id)).toBe(true);
  });

  it('keeps what the client put into its activity, except who it says it is', async () => {
    const { token, conversationId } = await started();
    await post(token, conversationId, {
      type: 'message',
      text: '你好',
      from: { id: 'dl_C1001', role: 'bot' },
      channelData: { clientActivityID: 'c1', other: 1 },
      localTimezone: 'Asia/Shanghai',
      unknown: true,
    });
    const { activities } = await poll(token, conversationId);
    const echo = activities.find(({ text }) => text === '你好');
    expect(echo).toMatchObject({
      channelData: { clientActivityID: 'c1', other: 1 },
      localTimezone: 'Asia/Shanghai',
      unknown: true,
      from: { role: 'user' },
    });
    expect((echo?.['from'] as { id: string }).id).toMatch(/^dl_anon_/);
  });

  it('takes a message that is posted twice once', async () => {
    const { token, conversationId } = await started();
    const activity = { type: 'message', text: '你好', channelData: { clientActivityID: 'twice' } };
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await post(token, conversationId, activity)).json()),
    );
    expect(new Set(ids.map((body) => (body as { id: string }).id)).size).toBe(1);
  });

  it('shows nobody what is behind another token', async () => {
    const one = await started();
    const two = await started();
    const foreign = await post(two.token, one.conversationId, { type: 'message', text: '你好' });
    const missing = await post(two.token, 'no-such-conversation', {
      type: 'message',
      text: '你好',
    });
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await missing.text());
  });

  it('keeps thumbs on record and gives no answer to them', async () => {
    const { token, conversationId } = await started();
    const event = {
      type: 'event',
      name: 'shuzhi.feedback',
      value: { turn: 't', activity: 'a', rating: 'down', reason: 'unclear' },
    };
    expect((await post(token, conversationId, event)).status).toBe(200);
    await running.app.turns.idle();
    const { activities } = await poll(token, conversationId);
    expect(activities.filter(({ name }) => name === 'shuzhi.feedback')).toHaveLength(1);
    expect(activities.filter(({ replyToId }) => replyToId)).toHaveLength(0);
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', {}],
    ['a list', []],
    ['a number for a type', { type: 5 }],
    ['an empty message', { type: 'message', text: '  ' }],
    ['too long a text', { type: 'message', text: '长'.repeat(8_001) }],
    ['a trace', { type: 'trace' }],
    [
      'a prototype key',
      JSON.parse('{"type":"message","text":"a","channelData":{"__proto__":{"x":1}}}'),
    ],
  ])('is refused by name and changes nothing: %s', async (_, activity) => {
    const { token, conversationId } = await started();
    const before = await poll(token, conversationId);
    const response = await post(token, conversationId, activity);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'BadArgument' } });
    expect(await poll(token, conversationId)).toEqual(before);
  });

  it('is refused when it is no JSON at all', async () => {
    const { token, conversationId } = await started();
    const response = await call(`/conversations/${conversationId}/activities`, token, {
      method: 'POST',
      body: '{"type":',
    });
    expect(response.status).toBe(400);
  });

  it('ignores events it does not know', async () => {
    const { token, conversationId } = await started();
    const response = await post(token, conversationId, { type: 'event', name: 'webchat/join' });
    expect(response.status).toBe(200);
  });

  it('ignores a garbled watermark', async () => {
    const { token, conversationId } = await started();
    expect((await poll(token, conversationId, 'gar-bled')).activities.length).toBeGreaterThan(0);
  });
});

describe('the secret', () => {
  it('starts a conversation by itself', async () => {
    const response = await call('/conversations', TEST_SECRET, { method: 'POST' });
    expect(response.status).toBe(201);
    const { conversationId, token } = (await response.json()) as Record<string, string>;
    const { activities } = await poll(token ?? '', conversationId ?? '');
    expect(activities).toHaveLength(1);
  });
});

describe('what does not belong in a chat', () => {
  it('is covered before it is recorded, echoed or answered', async () => {
    const { token, conversationId } = await started();
    const text = '我的卡号 6222021234567890128，身份证 11010519491231002X';
    await post(token, conversationId, { type: 'message', text });
    await running.app.turns.idle();
    const { activities } = await poll(token, conversationId);
    expect(JSON.stringify(activities)).not.toMatch(/6222021234567890128|11010519491231002X/);
    const kept = await running.app.store.db
      .selectFrom('event')
      .select('body')
      .where('stream', '=', conversationId)
      .execute();
    expect(JSON.stringify(kept)).not.toMatch(/6222021234567890128|11010519491231002X/);
    expect(JSON.stringify(activities)).toContain('遮盖');
  });
});

describe('a secret in a card or a remark', () => {
  it.each([
    ['a card value', { type: 'message', value: { words: '密码：abc123!x' } }],
    ['a bare value', { type: 'message', value: '密码：abc123!x' }],
    [
      'a remark with a thumb',
      {
        type: 'event',
        name: 'shuzhi.feedback',
        value: { turn: 't', activity: 'a', rating: 'down', words: '密码：abc123!x' },
      },
    ],
  ])('is covered in %s', async (_, activity) => {
    const { token, conversationId } = await started();
    expect((await post(token, conversationId, activity)).status).toBe(200);
    await running.app.turns.idle();
    const { activities } = await poll(token, conversationId);
    expect(JSON.stringify(activities)).toContain('［密码或验证码］');
    expect(JSON.stringify(activities)).not.toContain('abc123!x');
  });
});

describe('tokens', () => {
  it('are made for the secret only', async () => {
    const response = await fetch(`${running.url}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: { authorization: 'Bearer wrong' },
    });
    expect(response.status).toBe(401);
  });

  it('shut out whoever guesses the secret, for a quarter of an hour', async () => {
    const guess = () =>
      fetch(`${running.url}/v3/directline/tokens/generate`, {
        method: 'POST',
        headers: { authorization: 'Bearer wrong' },
      });
    // The start of a minute, so that all guesses fall into one.
    clock += 60_000 - ((Date.now() + clock) % 60_000);
    const answers: number[] = [];
    for (let i = 0; i < 12; i += 1) answers.push((await guess()).status);
    expect(answers).toEqual([...Array<number>(11).fill(401), 429]);
    expect(await generateToken(running.url)).toMatchObject({ error: { code: 'TooManyRequests' } });
    clock += 15 * 60_000;
    expect(await generateToken(running.url)).toMatchObject({ expires_in: 1_800 });
  });

  it('run out after half an hour, unless they are refreshed before', async () => {
    const { token, conversationId } = await started();
    const refreshed = (await (await call('/tokens/refresh', token, { method: 'POST' })).json()) as {
      conversationId: string;
    };
    expect(refreshed.conversationId).toBe(conversationId);
    clock += 31 * 60_000;
    const late = await post(token, conversationId, { type: 'message', text: '你好' });
    expect(late.status).toBe(403);
    expect(await late.json()).toMatchObject({ error: { code: 'TokenExpired' } });
  });

  it('are refused with another algorithm or key', async () => {
    const { conversationId } = await started();
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(
      JSON.stringify({ conv: conversationId, user: 'dl_x' }),
    ).toString('base64url')}.`;
    expect((await post(none, conversationId, { type: 'message', text: '你好' })).status).toBe(403);
  });

  it('open a stream once and for a minute', async () => {
    const opens = (url: string) =>
      new Promise<boolean>((resolve) => {
        const ws = new WebSocket(url);
        ws.once('open', () => {
          ws.close();
          resolve(true);
        });
        ws.once('error', () => resolve(false));
      });
    const { streamUrl } = await started();
    expect(await opens(streamUrl)).toBe(true);
    expect(await opens(streamUrl)).toBe(false);
    const late = await started();
    clock += 61_000;
    expect(await opens(late.streamUrl)).toBe(false);
  });
});

describe('a lost connection', () => {
  it('loses and doubles nothing', async () => {
    const { token } = await generateToken(running.url);
    const talk = talkWith(running.url, { token, webSocket: true });
    await talk.until(({ type }) => type === 'message');
    const { conversationId } = talk.client as unknown as { conversationId: string };
    const watermark = (talk.client as unknown as { watermark: string }).watermark;
    talk.end();
    const { token: again } = (await (
      await call('/tokens/refresh', (talk.client as unknown as { token: string }).token, {
        method: 'POST',
      })
    ).json()) as { token: string };
    await post(again, conversationId, { type: 'message', text: '存款保险最多赔多少' });
    await running.app.turns.idle();
    const back = talkWith(running.url, {
      token: again,
      conversationId,
      watermark,
      webSocket: true,
    });
    await back.until(isReply);
    back.end();
    const ids = [...talk.activities, ...back.activities].flatMap(({ type, id }) =>
      type === 'message' ? [id] : [],
    );
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
  });
});
