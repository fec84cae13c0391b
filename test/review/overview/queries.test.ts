import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openConversation } from '../../../src/conversation/opening.js';
import { sealOff } from '../../../src/conversation/queries/erasure.js';
import { keepFinding } from '../../../src/review/findings/queries.js';
import { overviewOf } from '../../../src/review/overview/figures.js';
import { ruleLines } from '../../../src/review/overview/rule-lines.js';
import { findingsOf, recordLines } from '../../../src/review/record/queries.js';
import { judgeFinding, settledItems } from '../../../src/review/work/queries.js';
import { openWrites, review } from '../../../src/review/work/record.js';
import type { Store } from '../../../src/store/store.js';
import { conversationId } from '../../../src/terms/ids.js';
import { HOUSE, POLICY } from '../../advice/routing/staff.js';
import { databases } from '../../store/databases.js';

/** Past midnight in Shanghai, still the day before in London. */
const AT = Date.parse('2026-11-25T01:00:00+08:00');
const DAY = 86_400_000;
const PROMISED = { house: HOUSE, policy: POLICY, reviewHours: 24 };

describe.each(databases)('what the overview counts on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
    for (const [name, at] of [
      ['a', AT],
      ['b', AT - DAY],
      ['old', AT - 40 * DAY],
      ['frozen', AT],
    ] as const) {
      const deps = { store, origin: 'test', now: () => at };
      const place = { id: conversationId(name), channel: 'directline', channelConv: name };
      const opening = { customer: null, address: null, greeting: null, isSent: false };
      await openConversation(deps, { ...place, ...opening });
    }
    const row = {
      conversation_id: 'a',
      seq: 1,
      to_unit: 4,
      severity: 'hard',
      basis: '{}',
    } as const;
    const then = { employee_id: null, guard_then: 'passed', version: '1', stands: 1 } as const;
    const found = { ...row, ...then, rule: 'T4', said_at: AT, found_at: AT };
    await store.commit([
      keepFinding(store, { ...found, from_unit: 0 }),
      keepFinding(store, { ...found, from_unit: 9, said_at: AT - DAY }),
      keepFinding(store, { ...found, from_unit: 20, stands: 0 }),
      judgeFinding(store, 'a', { rule: 'T4', seq: 1, start: 0, isRight: true }),
      judgeFinding(store, 'a', { rule: 'T4', seq: 1, start: 9, isRight: false }),
    ]);
    await store.commit([
      keepFinding(store, { ...found, conversation_id: 'frozen', from_unit: 0 }),
      judgeFinding(store, 'frozen', { rule: 'T4', seq: 1, start: 0, isRight: false }),
    ]);
    const drawn = { byLot: true, score: 11, stratum: 'directline/machine', rate: 1, policy: 'p' };
    const deps = { store, origin: 'test', now: () => AT - 2 * DAY };
    for (const conversation of ['a', 'frozen']) {
      await store.commit(openWrites(deps, { kind: 'ReviewOpened', conversation, ...drawn }));
    }
    await store.commit(sealOff(store, 'frozen', AT));
  });
  afterAll(async () => {
    await store.close();
    await remove();
  });

  it('counts by the day of the institution, nothing from before and nothing that is frozen', async () => {
    const { since, conversations, days } = await overviewOf(store, PROMISED, 7, AT);
    expect([since, conversations]).toEqual(['2026-11-19', 2]);
    expect(days.slice(-2)).toEqual([
      {
        day: '2026-11-24',
        conversations: 1,
        findings: [{ rule: 'T4', title: expect.any(String), count: 1 }],
      },
      {
        day: '2026-11-25',
        conversations: 1,
        findings: [{ rule: 'T4', title: expect.any(String), count: 1 }],
      },
    ]);
  });

  it('says what waits, how severe it is and whether it has waited too long', async () => {
    const { reviews, erasures } = await overviewOf(store, PROMISED, 7, AT);
    expect(reviews).toMatchObject({ waiting: 1, severe: 1, second: 0, third: 0, isLate: true });
    expect(erasures).toEqual({ open: 0, overdue: 0, next: null });
  });

  it('tells who waits for a second person from who waits for a third', async () => {
    const deps = { store, origin: 'test', now: () => AT };
    const waiting = async () => {
      const { waiting: all, second, third } = (await overviewOf(store, PROMISED, 7, AT)).reviews;
      return { all, second, third };
    };
    const verdict = { isSevere: true, reason: '看过全文', judged: [], note: null };
    await review(deps, 'a', { do: 'take', by: 'one' });
    await review(deps, 'a', { do: 'judge', by: 'one', verdict: 'violation', ...verdict });
    expect(await waiting()).toEqual({ all: 1, second: 1, third: 0 });
    await review(deps, 'a', { do: 'take', by: 'two' });
    await review(deps, 'a', { do: 'judge', by: 'two', verdict: 'no_issue', ...verdict });
    expect(await waiting()).toEqual({ all: 1, second: 0, third: 1 });
  });

  it('tells how right a rule was, and of one that is only tried that it is', async () => {
    const lines = await ruleLines(store, new Set(['T4']), AT - 30 * DAY);
    const of = (id: string) => lines.find(({ rule }) => rule === id);
    expect(of('T4')).toMatchObject({ state: 'live', found: 2, right: 1, wrong: 1 });
    expect(of('T17')).toMatchObject({ state: 'trial', found: 0, precision: null, weeks: [] });
  });

  it('lists conversations of a stretch of time, and those in which a rule found something', async () => {
    const stretch = { since: AT - 2 * DAY, until: AT + DAY, limit: 10 };
    const ids = async (more: object = {}) =>
      (await recordLines(store, { ...stretch, ...more })).map(({ id }) => id);
    expect(await ids()).toEqual(['a', 'b']);
    expect(await ids({ rule: 'T4' })).toEqual(['a']);
    expect(await ids({ stage: 'third' })).toEqual(['a']);
    expect((await findingsOf(store, ['a', 'b'])).map(({ rule, n }) => [rule, Number(n)])).toEqual([
      ['T4', 2],
    ]);
    expect(await findingsOf(store, [])).toEqual([]);
    expect(await settledItems(store, 10)).toEqual([]);
  });
});
