import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readStream } from '../../../src/conversation/stream.js';
import type { RunningApp } from '../../running-app.js';
import { generateToken, runApp } from '../../running-app.js';

/**
 * Conformance test 14 of directline.md §5.11: `handoff.initiate` from `EventFactory` round-trips our zod
 * schema; unknown `handoff.status` fields are tolerated.
 */

/** As bot-docs have it; whatever else is in it goes through untouched. */
const Initiate = z.looseObject({
  type: z.literal('event'),
  name: z.literal('handoff.initiate'),
  id: z.string().min(1),
  timestamp: z.iso.datetime(),
  conversation: z.looseObject({ id: z.string().min(1) }),
  from: z.looseObject({ id: z.string().min(1) }),
  relatesTo: z.looseObject({ conversation: z.looseObject({ id: z.string().min(1) }) }),
  value: z.looseObject({ va_ConversationId: z.string(), reasonCode: z.string() }),
});

let running: RunningApp;
beforeAll(async () => {
  running = await runApp();
});
afterAll(() => running.stop());

async function talk() {
  const { token, conversationId } = await generateToken(running.url, 'dl_C1003');
  const line = (path: string, init: RequestInit = {}) =>
    fetch(`${running.url}/v3/directline/conversations${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
  await line('', { method: 'POST', body: '{}' });
  return {
    id: conversationId,
    async post(activity: object): Promise<number> {
      const sent = { from: { id: 'dl_C1003' }, ...activity };
      const path = `/${conversationId}/activities`;
      const { status } = await line(path, { method: 'POST', body: JSON.stringify(sent) });
      await running.app.turns.idle();
      return status;
    },
    async activities(): Promise<readonly { readonly name?: string }[]> {
      const answer = await line(`/${conversationId}/activities`);
      return ((await answer.json()) as { activities: [] }).activities;
    },
  };
}

describe('conformance 14: handoff on the wire', () => {
  it('sends a client the initiation that EventFactory builds, whole after a round trip', async () => {
    const { id, post, activities } = await talk();
    await post({ type: 'message', text: '转人工' });
    const sent = (await activities()).find(({ name }) => name === 'handoff.initiate');
    const parsed = Initiate.parse(sent);
    expect(parsed.conversation.id).toBe(id);
    expect(parsed.value.va_ConversationId).toBe(id);
    expect(Initiate.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(sent);
  });

  it.each([
    ['a field nobody knows', { state: 'accepted', queueDepth: 7, agent: { name: 'x' } }],
    ['a state nobody knows', { state: 'wandering' }],
    ['nothing in it', {}],
  ])('takes a status with %s, and nothing comes of it', async (_, value) => {
    const { id, post } = await talk();
    const before = (await readStream(running.app.store, id)).length;
    expect(await post({ type: 'event', name: 'handoff.status', value })).toBe(200);
    expect(await post({ type: 'message', text: '存款保险最多赔多少' })).toBe(200);
    const after = await readStream(running.app.store, id);
    expect(after.slice(before).map(({ event }) => event.kind)).not.toContain('PenTaken');
    expect(after.at(-1)?.event.kind).toBe('ReplyDecided');
  });
});
