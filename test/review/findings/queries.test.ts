import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openConversation } from '../../../src/conversation/opening.js';
import {
  conversationsBetween,
  dueInspections,
  findingsBy,
  keepFinding,
  openedSince,
  putOff,
  setDue,
  setHistoryDue,
  setRead,
  touchedSince,
  unsettle,
} from '../../../src/review/findings/queries.js';
import { rateSince, ruleQuality } from '../../../src/review/work/figures.js';
import { openWrites, review } from '../../../src/review/work/record.js';
import type { Store } from '../../../src/store/store.js';
import { conversationId } from '../../../src/terms/ids.js';
import { databases } from '../../store/databases.js';

const AT = Date.parse('2026-11-25T10:00:00+08:00');

describe.each(databases)('the inspection’s record on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
    for (const name of ['a', 'b']) {
      const id = conversationId(name);
      const deps = { store, origin: 'test', now: () => AT };
      const place = { id, channel: 'directline', channelConv: name, customer: null };
      await openConversation(deps, { ...place, address: null, greeting: null, isSent: false });
    }
  });
  afterAll(async () => {
    await store.close();
    await remove();
  });

  const due = async (now: number) =>
    (await dueInspections(store, now, 10)).map((one) => [one.conversation_id, Number(one.due_at)]);

  it('puts off what goes on, but not what is due', async () => {
    await store.commit([setDue(store, ['a'], { now: AT, due: AT + 10 })]);
    await store.commit([setDue(store, ['a'], { now: AT + 5, due: AT + 15 })]);
    expect(await due(AT + 12)).toEqual([]);
    await store.commit([setDue(store, ['a'], { now: AT + 20, due: AT + 30 })]);
    expect(await due(AT + 20)).toEqual([['a', AT + 15]]);
  });

  it('has all of history read again', async () => {
    await store.commit([setHistoryDue(store, AT, AT + 40)]);
    expect(await due(AT + 40)).toEqual([
      ['a', AT + 40],
      ['b', AT + 40],
    ]);
    expect(await openedSince(store, AT)).toBe(2);
    await store.commit([putOff(store, 'b', AT + 90)]);
    const read = { conversation_id: 'a', due_at: AT + 40, through_seq: 1, version: 'v' };
    await store.commit([setRead(store, { ...read, stratum: 'directline/machine' })]);
    expect(await due(AT + 60)).toEqual([]);
  });

  it('keeps a finding once, and lets it stand only while it is found', async () => {
    const row = {
      conversation_id: 'a',
      rule: 'T4',
      seq: 1,
      from_unit: 0,
      to_unit: 2,
      severity: 'hard',
      basis: '{}',
      said_at: AT,
      employee_id: 'advisor1',
      guard_then: 'passed',
      version: 'v1',
      found_at: AT,
      stands: 1,
    } as const;
    await store.commit([keepFinding(store, row)]);
    await store.commit([unsettle(store, 'a', 'rules')]);
    expect(await findingsBy(store, { since: 0, limit: 9 })).toEqual([]);
    await store.commit([keepFinding(store, { ...row, version: 'v2' })]);
    const found = await findingsBy(store, {
      since: AT,
      limit: 9,
      rule: 'T4',
      employee: 'advisor1',
    });
    expect(found).toMatchObject([{ conversation_id: 'a', version: 'v2', channel: 'directline' }]);
  });

  it('pages through history, latest first, and knows what was talked in', async () => {
    const [first] = await conversationsBetween(
      store,
      { since: 0, until: Number.MAX_SAFE_INTEGER },
      null,
      1,
    );
    const after = { opened: Number(first!.opened_at), id: first!.id };
    const rest = await conversationsBetween(
      store,
      { since: 0, until: Number.MAX_SAFE_INTEGER },
      after,
      9,
    );
    expect([first!.id, ...rest.map(({ id }) => id)]).toEqual(['a', 'b']);
    expect(await touchedSince(store, -1, 9)).toMatchObject({ conversations: [] });
  });

  it('carries a review from the draw to the figures', async () => {
    const deps = { store, origin: 'test', now: () => AT };
    const drawn = { conversation: 'a', byLot: true, score: 11, rate: 1, policy: 'p' };
    const stratum = 'directline/machine';
    await store.commit(openWrites(deps, { kind: 'ReviewOpened', ...drawn, stratum }));
    await review(deps, 'a', { do: 'take', by: 'one' });
    const judged = [{ rule: 'T4', seq: 1, start: 0, isRight: true }];
    const verdict = { verdict: 'coach', reason: '看过全文', judged, note: null } as const;
    const done = await review(deps, 'a', { do: 'judge', by: 'one', isSevere: false, ...verdict });
    expect(done).toMatchObject({ kind: 'done', row: { stage: 'settled', verdict: 'coach' } });
    expect(await rateSince(store, 0)).toMatchObject({ value: 0, reviewed: 1, covered: 1 });
    expect(await ruleQuality(store, 0)).toMatchObject([{ rule: 'T4', right: 1, precision: 1 }]);
  });
});
