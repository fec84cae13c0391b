import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Desk } from './desk-room.js';
import { openDesk } from './desk-room.js';

/** What an open console is told while it looks. */

let desk: Desk;
const open: AbortController[] = [];

beforeAll(async () => {
  desk = await openDesk();
});

afterEach(async () => {
  open.splice(0).forEach((one) => one.abort());
  await desk.endDay();
});

afterAll(async () => {
  await desk.stop();
});

interface Told {
  readonly id: string | null;
  readonly event: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever came
  readonly data: any;
}

/** A console on the stream; `until` waits for the first event that holds, from the start on. */
async function watchDesk(token: string, lastId?: string) {
  const controller = new AbortController();
  open.push(controller);
  const response = await fetch(`${desk.url}/api/v1/desk/stream`, {
    headers: { authorization: `Bearer ${token}`, ...(lastId && { 'Last-Event-ID': lastId }) },
    signal: controller.signal,
  });
  const told: Told[] = [];
  const waiting: (() => void)[] = [];
  let isOver = false;
  void (async () => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const parts = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
      rest = parts.pop() ?? '';
      told.push(...parts.flatMap(toldIn));
      waiting.splice(0).forEach((wake) => wake());
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      isOver = true;
      waiting.splice(0).forEach((wake) => wake());
    });
  return {
    status: response.status,
    told,
    async until(holds: (one: Told) => boolean): Promise<Told> {
      for (;;) {
        const found = told.find(holds);
        if (found) return found;
        if (isOver) throw new Error('the stream ended before it was told');
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    async end() {
      while (!isOver) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}

function toldIn(block: string): Told[] {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? null;
  const event = field('event');
  return event === null
    ? []
    : [{ id: field('id'), event, data: JSON.parse(field('data') ?? '{}') }];
}

describe('an open console', () => {
  it('sees the queue at once, and each change of it without asking', async () => {
    const token = await desk.signIn('advisor1');
    const console = await watchDesk(token);
    const first = await console.until(({ event }) => event === 'queue');
    expect(first.data.waiting).toEqual([]);
    const customer = await desk.customer();
    await customer.say('转人工');
    const queue = await console.until(
      ({ event, data }) => event === 'queue' && data.waiting.length === 1,
    );
    // Routing may have offered it to somebody before the console is told.
    expect(queue.data.waiting[0]).toMatchObject({
      conversation: customer.id,
      stage: expect.stringMatching(/^(queued|offered)$/),
    });
    await desk.call('POST', `/desk/conversations/${customer.id}/claim`, token);
    await console.until(({ event, data }) => event === 'queue' && data.mine.length === 1);
    await console.until(({ event, data }) => event === 'conversation' && data.pen === 'advisor');
  });

  it('is told nothing of a conversation that is another’s', async () => {
    const mine = await desk.signIn('advisor1');
    const other = await watchDesk(await desk.signIn('advisor6'));
    await other.until(({ event }) => event === 'queue');
    const customer = await desk.customer();
    await customer.say('转人工');
    await desk.call('POST', `/desk/conversations/${customer.id}/claim`, mine);
    const seen = other.told.length;
    await customer.say('存款保险最多赔多少');
    await other.until(({ event }) => event === 'queue' && other.told.length > seen);
    const after = other.told.slice(seen).filter(({ event }) => event === 'conversation');
    expect(after.filter(({ data }) => data.pen === 'advisor')).toEqual([]);
    expect(JSON.stringify(other.told.at(-1)?.data)).not.toContain('存款保险');
  });

  it('that comes back is told what it missed', async () => {
    const token = await desk.signIn('advisor1');
    const first = await watchDesk(token);
    const stays = await watchDesk(token);
    const customer = await desk.customer();
    await customer.say('转人工');
    const seen = await first.until(({ event }) => event === 'conversation');
    open[0]?.abort();
    await desk.call('POST', `/desk/conversations/${customer.id}/claim`, token);
    await stays.until(({ event, data }) => event === 'conversation' && data.pen === 'advisor');
    const back = await watchDesk(token, seen.id ?? '');
    await back.until(({ event, data }) => event === 'conversation' && data.pen === 'advisor');
  });

  it('is shut when its person signs out', async () => {
    const token = await desk.signIn('advisor1');
    const console = await watchDesk(token);
    await console.until(({ event }) => event === 'queue');
    await desk.signOut(token);
    await console.until(({ event }) => event === 'session');
    await console.end();
  }, 15_000);

  it('is for those who may list conversations, and nobody else', async () => {
    const { status } = await watchDesk(await desk.signIn('operator1', 'operator'));
    expect(status).toBe(403);
  });
});
