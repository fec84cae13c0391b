import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Agent } from '../../../src/conversation/agent.js';
import type { JsonObject } from '../../../src/terms/json.js';
import type { RunningApp } from '../../running-app.js';
import { runApp } from '../../running-app.js';
import type { Connector } from './connector.js';
import { startConnector } from './connector.js';
import { samplePlan } from '../../terms/sample-plan.js';
import { partsOf } from '../cards/parts.js';

let running: RunningApp;
let connector: Connector;
/** Holds every turn up until it resolves. */
let thinking: Promise<void> = Promise.resolve();

beforeAll(async () => {
  running = await runApp({ PUBLIC_URL: 'https://wealth.example' }, { agent: thoughtful });
  connector = await startConnector();
});

const thoughtful = (agent: Agent): Agent => ({
  ...agent,
  understand: async (...turn) => {
    await thinking;
    return agent.understand(...turn);
  },
  compose: async (context, ...rest) => {
    const draft = await agent.compose(context, ...rest);
    const isShown = context.messages.some(({ text }) => text.includes('卡片'));
    const cards = [{ kind: 'plan' as const, plan: samplePlan(), review: null }];
    return isShown ? { ...draft, cards } : draft;
  },
});

afterAll(async () => {
  await running.stop();
  connector.close();
});

let count = 0;

const activity = (more: Record<string, unknown> = {}) => ({
  type: 'message',
  id: `in-${(count += 1)}`,
  channelId: 'emulator',
  serviceUrl: connector.url,
  conversation: { id: `conv-${count}` },
  from: { id: 'someone', name: 'Someone' },
  recipient: { id: 'bot', name: 'Bot' },
  text: '存款保险最多赔多少',
  ...more,
});

const post = (body: unknown, base = running.url) =>
  fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** What became of a conversation's replies: a response may arrive before its delivery is on record. */
async function statesOnceSettled(channelConv: string): Promise<string[]> {
  for (;;) {
    const rows = await running.app.store.db
      .selectFrom('outbox')
      .innerJoin('conversation', 'conversation.id', 'outbox.conversation_id')
      .select('outbox.state')
      .where('conversation.channel_conv', '=', channelConv)
      .execute();
    if (rows.length > 0 && rows.every(({ state }) => state !== 'waiting')) {
      return rows.map(({ state }) => state);
    }
    await new Promise(setImmediate);
  }
}

describe('the Bot Framework door', () => {
  it('sends pictures by an absolute address under PUBLIC_URL, where they are drawn', async () => {
    const before = connector.received.length;
    await post(activity({ text: '存款保险最多赔多少，用卡片' }));
    await connector.until(before + 1);
    const sent = connector.received.at(-1)?.['attachments'] as JsonObject[];
    const addresses = partsOf(sent).flatMap(({ url }) =>
      typeof url === 'string' && url.startsWith('http') ? [new URL(url)] : [],
    );
    expect(addresses.map(({ origin }) => origin)).toEqual(Array(2).fill('https://wealth.example'));
    for (const { pathname } of addresses) {
      const response = await fetch(`${running.url}${pathname}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('image/svg+xml'),
      ]);
    }
  });

  it('takes a message at once and delivers the answer from the outbox, labelled as AI', async () => {
    const before = connector.received.length;
    expect((await post(activity())).status).toBe(200);
    await connector.until(before + 1);
    const reply = connector.received.at(-1);
    expect(reply).toMatchObject({ type: 'message', conversation: { id: `conv-${count}` } });
    expect(reply?.['text']).toContain('50 万元');
    expect(reply?.['text']).toContain('AI 生成');
  });

  it('answers in the response when replies are expected there, and only there', async () => {
    const before = connector.received.length;
    const response = await post(activity({ deliveryMode: 'expectReplies' }));
    const { activities } = (await response.json()) as { activities: { text: string }[] };
    expect(activities).toHaveLength(1);
    expect(activities[0]?.text).toContain('50 万元');
    expect(await statesOnceSettled(`emulator|conv-${count}`)).toEqual(['sent']);
    expect(connector.received).toHaveLength(before);
  });

  it('leaves the reply to the outbox when the connection breaks before the response is out', async () => {
    let speak = (): void => undefined;
    thinking = new Promise((resolve) => {
      speak = resolve;
    });
    const before = connector.received.length;
    const connected = once(running.app.server, 'connection') as Promise<[Socket]>;
    const leaving = request(`${running.url}/api/messages`, {
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/json' },
    });
    leaving.on('error', () => undefined);
    leaving.end(JSON.stringify(activity({ deliveryMode: 'expectReplies' })));
    const [socket] = await connected;
    const taken = () =>
      running.app.store.db
        .selectFrom('inbox')
        .select('seq')
        .where('activity_id', '=', `in-${count}`)
        .executeTakeFirst();
    while (!(await taken())) await new Promise(setImmediate);
    const gone = once(socket, 'close');
    leaving.destroy();
    await gone;
    speak();
    await connector.until(before + 1);
    expect(connector.received.at(-1)?.['text']).toContain('50 万元');
  });

  it('answers quick messages of one conversation each with its own reply, and none twice', async () => {
    const conversation = { id: 'quick' };
    const expecting = (text: string) =>
      post(activity({ conversation, text, deliveryMode: 'expectReplies' }));
    const responses = await Promise.all([
      expecting('存款保险最多赔多少'),
      expecting('风险测评多久有效'),
      expecting('存款保险最多赔多少'),
    ]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    const bodies = (await Promise.all(responses.map((response) => response.json()))) as {
      activities: { text: string }[];
    }[];
    const texts = bodies.flatMap(({ activities }) => activities.map(({ text }) => text));
    const states = await statesOnceSettled('emulator|quick');
    expect(states.every((state) => state === 'sent')).toBe(true);
    expect(texts).toHaveLength(states.length);
  });

  it('greets whoever joins', async () => {
    const before = connector.received.length;
    const joined = [{ id: 'bot' }, { id: 'someone' }];
    expect(
      (await post(activity({ type: 'conversationUpdate', membersAdded: joined, text: undefined })))
        .status,
    ).toBe(200);
    await connector.until(before + 1);
    expect(connector.received.at(-1)?.['text']).toContain('AI 数智员工');
  });

  it('takes 8,000 characters at once and not one more, however many code units they take', async () => {
    expect((await post(activity({ text: '𠮷'.repeat(8_000) }))).status).toBe(200);
    expect((await post(activity({ text: '长'.repeat(8_001) }))).status).toBe(400);
    await running.app.turns.idle();
  });

  it('takes a message that is delivered twice once', async () => {
    const before = connector.received.length;
    const same = activity();
    await Promise.all([post(same), post(same), post(same)]);
    await connector.until(before + 1);
    await running.app.turns.idle();
    const said = await running.app.store.db
      .selectFrom('inbox')
      .select('seq')
      .where('activity_id', '=', same.id)
      .execute();
    expect(said).toHaveLength(1);
  });

  it('keeps a reply that could not be delivered and tries again later', async () => {
    connector.answerWith(500);
    const sent = activity();
    await post(sent);
    const failed = () =>
      running.app.store.db
        .selectFrom('outbox')
        .select(['state', 'tries', 'last_error'])
        .where('tries', '>', 0)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
    let row = await failed();
    while (!row) {
      await new Promise(setImmediate);
      row = await failed();
    }
    connector.answerWith(200);
    expect(row).toMatchObject({ state: 'waiting', tries: 1 });
  });

  it.each([
    ['an empty object', {}],
    ['a list', []],
    ['a number for a type', { type: 5 }],
    ['no conversation', { type: 'message', serviceUrl: 'http://localhost', channelId: 'x' }],
    ['a recipient that is no account', { ...{ type: 'message' }, recipient: 7 }],
    ['no JSON', '{"type":'],
  ])('refuses %s with 400 and lives on', async (_, body) => {
    expect((await post(body)).status).toBe(400);
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
  });

  it.each([
    'https://evil.example/',
    'http://169.254.169.254/latest',
    'http://user@127.0.0.1/',
    'http://0x7f.1.evil.example/',
  ])('never sends anything to %s', async (serviceUrl) => {
    expect((await post(activity({ serviceUrl }))).status).toBe(403);
  });

  it('does not exist in production without an app id', async () => {
    const production = await runApp({ NODE_ENV: 'production' });
    const response = await post(activity(), production.url);
    await production.stop();
    expect(response.status).toBe(404);
  });
});
