import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { ConversationEvent } from '../../../src/conversation/events.js';
import { parseActivity } from '../../../src/channels/directline/activity.js';
import { activityOf } from '../../../src/channels/directline/render.js';
import type { Voices } from '../../../src/channels/directline/render.js';

/** 转人工 on the wire, as directline.md §5.8 has it. */

const voices: Voices = {
  assistant: '小屿',
  customerUser: 'dl_C1003',
  base: 'https://bank.example',
  seal: { sign: () => '', open: () => null } as unknown as Voices['seal'],
};
const advisor = { id: 'advisor1', name: '周谨言', licences: ['fund'] as const };

const wired = async (event: ConversationEvent) =>
  JSON.parse(
    JSON.stringify(
      await activityOf(
        'abc123',
        { seq: 7, at: Date.parse('2026-11-25T02:00:00Z'), actor: 'service', event },
        voices,
      ),
    ),
  );

/** What a hub must be able to read of an initiation; everything else it ignores. */
const Initiation = z.looseObject({
  type: z.literal('event'),
  name: z.literal('handoff.initiate'),
  id: z.string().min(1),
  timestamp: z.iso.datetime(),
  conversation: z.looseObject({ id: z.string().min(1) }),
  from: z.looseObject({ id: z.string().min(1) }),
  relatesTo: z.looseObject({ conversation: z.looseObject({ id: z.string().min(1) }) }),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  value: z.looseObject({ va_ConversationId: z.string(), reasonCode: z.string() }),
});

const Status = z.looseObject({
  type: z.literal('event'),
  name: z.literal('handoff.status'),
  conversation: z.looseObject({ id: z.string().min(1) }),
  value: z.looseObject({
    state: z.enum(['accepted', 'failed', 'completed']),
    message: z.string().optional(),
  }),
});

describe('a request for a person', () => {
  it('is the initiation that EventFactory builds, of the customer, with the place on record as its id', async () => {
    const activity = await wired({
      kind: 'HandoffRequested',
      turn: 't',
      reason: 'complaint',
      slots: [],
    });
    expect(Initiation.parse(activity)).toMatchObject({
      id: 'abc123|0000007',
      conversation: { id: 'abc123' },
      from: { id: 'dl_C1003' },
      value: { va_ConversationId: 'abc123', reasonCode: 'complaint' },
    });
  });
});

describe('what becomes of it', () => {
  it.each<[string, ConversationEvent, object]>([
    ['taken', { kind: 'PenTaken', by: advisor }, { state: 'accepted', advisor }],
    [
      'passed on',
      { kind: 'PenTransferred', from: advisor, to: { ...advisor, name: '何珊' }, reason: '' },
      { state: 'accepted', advisor: { ...advisor, name: '何珊' } },
    ],
    [
      'ended',
      { kind: 'HandoffResolved', by: advisor, outcome: 'solved', note: '内部' },
      { state: 'completed' },
    ],
    ['answered by nobody', { kind: 'HandoffFailed', slots: [] }, { state: 'failed' }],
  ])('%s: a status of the three that Bot Framework knows', async (_, event, value) => {
    const activity = await wired(event);
    expect(Status.parse(activity).value).toMatchObject(value);
    expect(JSON.stringify(activity)).not.toContain('内部');
  });

  it.each<[string, ConversationEvent, object]>([
    [
      'a place in the queue',
      { kind: 'QueueMoved', place: { position: 2, minutes: 3 } },
      { state: 'queued', position: 2, minutes: 3, text: '排在第 2 位，约 3 分钟' },
    ],
    [
      'given back',
      { kind: 'PenReturned', how: 'advisor', agreed: '明天再看' },
      { state: 'returned' },
    ],
  ])('%s: a progress of ours, never a status', async (_, event, value) => {
    const activity = await wired(event);
    expect(activity).toMatchObject({ type: 'event', name: 'handoff.progress', value });
    expect(JSON.stringify(activity)).not.toContain('明天再看');
  });

  it.each<ConversationEvent>([
    { kind: 'NoteTaken', by: advisor, text: '客户很着急' },
    { kind: 'AdvisorBlocked', by: advisor, text: '稳赚不赔', findings: [] },
    { kind: 'DeadlineNeared', step: 'overdue' },
  ])('what is for the house alone is not on the wire: $kind', async (event) => {
    expect(await wired(event)).toBeNull();
  });
});

describe('a hub’s word coming in', () => {
  it('is tolerated, whatever fields it has', () => {
    const activity = {
      type: 'event',
      name: 'handoff.status',
      value: { state: 'accepted', queue: { depth: 3 }, agent: 'x' },
    };
    expect(parseActivity(activity)).toEqual({ kind: 'ignored' });
  });
});
