import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { erasureDepsOf, retentionVersions } from '../../../src/app/retention-rules.js';
import { destroyWords } from '../../../src/conversation/erasure/carry-out.js';
import { sealOff } from '../../../src/conversation/queries/erasure.js';
import { readEvents } from '../../../src/conversation/queries/stream.js';
import { inspectHistory, inspectRested } from '../../../src/review/findings/inspection.js';
import type { Desk } from '../../desk/desk-room.js';
import { openDesk } from '../../desk/desk-room.js';

const SHIPPED = { now: () => ({ retention: retentionVersions() }) };

/** What reviewers wrote about a conversation may quote it: it lies under the same key. */

let room: Desk;

beforeAll(async () => {
  room = await openDesk();
}, 60_000);
afterAll(() => room.stop());

const officer = () => room.signIn('officer', 'compliance');
const queue = async () => (await room.call('GET', '/review/queue', await officer())).body.items;

/** A conversation in which an advisor nods to 「保本吗」, judged by one reviewer. */
async function judged(): Promise<string> {
  const advisor = await room.signIn('advisor1');
  const customer = await room.customer();
  await customer.say('转人工');
  const base = `/desk/conversations/${customer.id}`;
  await room.call('POST', `${base}/claim`, advisor);
  await customer.say('安鑫纯债这只能保本吗？');
  await room.call('POST', `${base}/say`, advisor, { text: '是的，放心。', reason: '安抚客户情绪' });
  await inspectHistory(room.running.app.inspection, 0);
  await inspectRested(room.running.app.inspection);
  const place = `/review/queue/${customer.id}`;
  await room.call('POST', `${place}/take`, await officer(), {});
  const given = await room.call('POST', `${place}/verdict`, await officer(), {
    verdict: 'violation',
    reason: '客户陈女士问保本，顾问点头',
    note: { to: 'advisor1', words: '陈女士问的是本金，要先说不保本。' },
  });
  expect(given.status).toBe(200);
  return customer.id;
}

/** A second reviewer agrees, and the advisor is told what to learn. */
async function settled(): Promise<string> {
  const id = await judged();
  const second = await room.signIn('officer2', 'compliance');
  await room.call('POST', `/review/queue/${id}/take`, second, {});
  const verdict = { verdict: 'violation', reason: '同意，属于承诺保本' };
  const given = await room.call('POST', `/review/queue/${id}/verdict`, second, verdict);
  expect(given).toMatchObject({ status: 200, body: { stage: 'settled' } });
  return id;
}

const lying = (sql: string, id: string): unknown => {
  const file = new Database(join(room.running.dataDir, 'shuzhi.db'), { readonly: true });
  try {
    return file.prepare(sql).pluck().get(id);
  } finally {
    file.close();
  }
};

describe('what reviewers wrote', () => {
  it('lies in no table in clear', async () => {
    const id = await settled();
    const state = lying('select state from review_item where conversation_id = ?', id);
    const note = lying('select words from coaching_note where conversation_id = ?', id);
    expect([String(state).slice(0, 3), String(note).slice(0, 3)]).toEqual(['k1:', 'k1:']);
  });

  it('goes with the words it is about', async () => {
    const id = await settled();
    const { store } = room.running.app;
    await destroyWords(erasureDepsOf({ store, now: room.now, house: SHIPPED }), [id]);
    const bodies = (await readEvents(store, `review:${id}`)).map(({ body }) => body);
    expect(new Set(bodies)).toEqual(new Set([null]));
    for (const table of ['review_item', 'coaching_note', 'finding', 'inspection']) {
      const rows = lying(`select count(*) from ${table} where conversation_id = ?`, id);
      expect([table, rows]).toEqual([table, 0]);
    }
  });

  it('is neither queued nor read again once the conversation is frozen', async () => {
    const id = await judged();
    const { store, inspection } = room.running.app;
    await store.commit(sealOff(store, id, room.now()));
    expect((await queue()).map((one: { conversation: string }) => one.conversation)).not.toContain(
      id,
    );
    const found = await room.call('GET', `/review/findings?conversation=${id}`, await officer());
    expect(found.body.findings).toEqual([]);
    await inspectHistory(inspection, 0);
    const due = lying('select due_at from inspection where conversation_id = ?', id);
    expect(due).toBeNull();
  });
});
