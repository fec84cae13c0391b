import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConversationEvent } from '../../../src/conversation/events.js';
import { handoffAt, handoffWrites } from '../../../src/conversation/handoff/projection.js';
import { openConversation } from '../../../src/conversation/opening.js';
import { findConversation } from '../../../src/conversation/queries/conversation.js';
import { sealOff } from '../../../src/conversation/queries/erasure.js';
import { recordEvents } from '../../../src/conversation/record.js';
import { overviewOf } from '../../../src/review/overview/figures.js';
import type { Store } from '../../../src/store/store.js';
import { conversationId } from '../../../src/terms/ids.js';
import { HOUSE, POLICY, at } from '../../advice/routing/staff.js';
import { draft } from '../../conversation/harness.js';
import { databases } from '../../store/databases.js';

const TEN = at('2026-11-26T10:00');
const MINUTE = 60_000;
const DAY = 86_400_000;
const by = { id: 'advisor1', name: '周谨言', licences: [] };

const queued = {
  kind: 'HandoffQueued',
  turn: 't',
  reason: 'asked',
  place: { position: 1, minutes: 3 },
};
const offered = { kind: 'HandoffOffered', to: by, escalated: false, why: '', version: 'v' };
const taken = { kind: 'PenTaken', by };
const said = {
  kind: 'AdvisorSaid',
  by,
  statement: draft('您好，我看一下。'),
  inReplyTo: [],
  findings: [],
  reason: null,
  draft: null,
};
const resolved = { kind: 'HandoffResolved', by, outcome: 'solved', note: null };
const cancelled = { kind: 'HandoffCancelled', turn: 't' };

describe.each(databases)('how soon a person first replied, on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  /** What happened in a conversation, each at so many minutes past ten. */
  async function put(name: string, ...happened: readonly (readonly [number, object])[]) {
    const place = { id: conversationId(name), channel: 'directline', channelConv: name };
    const opening = { customer: null, address: null, greeting: null, isSent: false };
    await openConversation({ store, origin: 'test', now: () => TEN }, { ...place, ...opening });
    for (const [minutes, event] of happened as readonly (readonly [number, ConversationEvent])[]) {
      const one = { actor: 'service', at: TEN + minutes * MINUTE, event } as const;
      const before = await handoffAt(store, (await findConversation(store, name))!);
      await recordEvents(store, 'test', name, [one], (row) =>
        handoffWrites(store, row, before, [one]),
      );
    }
  }
  const replies = async (days: number, now = TEN + 60 * MINUTE) =>
    (await overviewOf(store, { house: HOUSE, policy: POLICY, reviewHours: 24 }, days, now)).replies;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
    await put('soon', [0, queued], [1, offered], [2, taken], [3, said], [4, said]);
    await put('late', [0, queued], [1, offered], [2, taken], [11, said]);
    await put('given up', [0, queued], [5, cancelled]);
    await put(
      'twice',
      [0, queued],
      [1, taken],
      [2, said],
      [3, resolved],
      [20, queued],
      [21, taken],
    );
    await put(
      'before',
      [-DAY / MINUTE, queued],
      [1 - DAY / MINUTE, taken],
      [30 - DAY / MINUTE, said],
    );
    await put('frozen', [0, queued], [1, taken], [40, said]);
    await store.commit(sealOff(store, 'frozen', TEN));
  });
  afterAll(async () => {
    await store.close();
    await remove();
  });

  it('is a share of what was answered or is overdue, and a median of what was waited', async () => {
    expect(await replies(1)).toEqual({
      assigned: 4,
      counted: 4,
      inTime: 2,
      share: 0.5,
      medianSeconds: 180,
      minutes: 5,
    });
  });

  it('reaches as far back as was asked', async () => {
    expect(await replies(2)).toMatchObject({ counted: 5, inTime: 2 });
    expect(await replies(1, TEN + 3 * DAY)).toMatchObject({ counted: 0, share: null });
  });
});
