import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import type { RunningApp } from '../../running-app.js';
import { generateToken, runApp } from '../../running-app.js';

let running: RunningApp;

beforeAll(async () => {
  running = await runApp({ LIMITS_STREAMS_PER_CONVERSATION: '2' });
});

afterAll(async () => {
  await running.stop();
});

const call = async (path: string, token: string, method = 'GET') =>
  (await (
    await fetch(`${running.url}/v3/directline${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    })
  ).json()) as { streamUrl: string };

async function talk() {
  const { token, conversationId } = await generateToken(running.url);
  await call('/conversations', token, 'POST');
  const streamUrl = async (watermark = '') =>
    (await call(`/conversations/${conversationId}?watermark=${watermark}`, token)).streamUrl;
  return { conversationId, streamUrl };
}

/** The open socket, or the status that refused it. */
const open = (url: string) =>
  new Promise<WebSocket | number>((resolve, reject) => {
    const ws = new WebSocket(url);
    ws.once('open', () => resolve(ws));
    ws.once('unexpected-response', (_req, res) => resolve(res.statusCode ?? 0));
    ws.once('error', reject);
  });

const closed = async (ws: WebSocket | number) => {
  if (typeof ws === 'number') return;
  ws.close();
  await once(ws, 'close');
};

describe('the streams of a conversation', () => {
  it('are as many as is allowed, and a closed one makes room', async () => {
    const { streamUrl } = await talk();
    const [first, second] = [await open(await streamUrl()), await open(await streamUrl())];
    expect(await open(await streamUrl())).toBe(429);
    await closed(first);
    const third = await open(await streamUrl());
    expect(third).toBeInstanceOf(WebSocket);
    await Promise.all([second, third].map(closed));
  });

  it('do not count against another conversation', async () => {
    const [one, two] = [await talk(), await talk()];
    const sockets = [await open(await one.streamUrl()), await open(await one.streamUrl())];
    const other = await open(await two.streamUrl());
    expect(other).toBeInstanceOf(WebSocket);
    await Promise.all([...sockets, other].map(closed));
  });

  it('are refused without a ticket, with a foreign one and elsewhere', async () => {
    const [one, two] = [await talk(), await talk()];
    const url = new URL(await one.streamUrl());
    const foreign = url.pathname.replace(one.conversationId, two.conversationId);
    expect(await open(`${url.origin}${foreign}${url.search}`)).toBe(403);
    expect(await open(`${url.origin}${url.pathname}`)).toBe(403);
    expect(await open(`${url.origin}/v3/directline/stream`)).toBe(404);
  });

  it('send the backlog from the watermark on, each page with its own', async () => {
    const { streamUrl } = await talk();
    const ws = new WebSocket(await streamUrl('0'));
    const [frame] = (await once(ws, 'message')) as [Buffer];
    const page = JSON.parse(frame.toString()) as {
      activities: { type: string }[];
      watermark: string;
    };
    expect(page.activities.map(({ type }) => type)).toEqual(['message']);
    expect(Number(page.watermark)).toBeGreaterThan(0);
    await closed(ws);
  });

  it('end when a client sends more than a ping', async () => {
    const { streamUrl } = await talk();
    const ws = await open(await streamUrl());
    if (typeof ws === 'number') throw new Error(`refused with ${ws}`);
    ws.on('error', () => undefined);
    ws.send('x'.repeat(5_000));
    const [code] = (await once(ws, 'close')) as [number];
    expect(code).toBe(1009);
  });
});
