import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readEvents } from '../../../src/conversation/queries/stream.js';
import { hashLeaf, rootByInclusion } from '../../../src/ledger/merkle.js';
import { openWrites } from '../../../src/review/work/record.js';
import { inspectRested } from '../../../src/review/findings/inspection.js';
import type { Desk } from '../../desk/desk-room.js';
import { openDesk } from '../../desk/desk-room.js';

/** Two reviewers and the advisor whose words they read. */

let room: Desk;
let conversation: string;

const as = (id: string) => room.signIn(id, 'compliance');

beforeAll(async () => {
  room = await openDesk();
  const advisor = await room.signIn('advisor1');
  const customer = await room.customer();
  conversation = customer.id;
  await customer.say('转人工');
  const base = `/desk/conversations/${conversation}`;
  await room.call('POST', `${base}/claim`, advisor);
  await customer.say('安鑫纯债这只能保本吗？');
  await room.call('POST', `${base}/say`, advisor, { text: '是的，放心。', reason: '安抚客户情绪' });
  await room.running.app.ledger.run();
  await inspectRested(room.running.app.inspection);
  room.wait(31 * 60_000);
  await inspectRested(room.running.app.inspection);
}, 60_000);
afterAll(() => room.stop());

const act = async (id: string, what: 'take' | 'verdict', body: object = {}) =>
  room.call('POST', `/review/queue/${conversation}/${what}`, await as(id), body);

const finding = { rule: 'T4', start: 0, isRight: true };

describe('a reviewer’s day', () => {
  it('begins with what is riskiest', async () => {
    const { body } = await room.call('GET', '/review/queue', await as('officer1'));
    expect(body.items[0]).toMatchObject({ conversation, stage: 'first', holder: null });
    expect(body.items[0].score).toBeGreaterThanOrEqual(10);
  });

  it('gives a severe matter to two people, of whom the second does not see what the first said', async () => {
    const { body: found } = await room.call(
      'GET',
      `/review/findings?conversation=${conversation}&rule=T4`,
      await as('officer1'),
    );
    const { seq } = found.findings[0];
    expect((await act('officer1', 'take')).status).toBe(200);
    expect(await act('officer2', 'take')).toMatchObject({ status: 409 });
    const note = { to: 'advisor1', words: '客户问保本时要先说明产品不保本，再解释风险等级。' };
    const verdict = { verdict: 'violation', reason: '对保本提问直接答是', note };
    const first = await act('officer1', 'verdict', { ...verdict, judged: [{ ...finding, seq }] });
    expect(first).toMatchObject({ status: 200, body: { stage: 'second', verdict: null } });
    expect(await act('officer1', 'take')).toMatchObject({ status: 409 });
    const taught = await room.call('GET', '/desk/coaching', await room.signIn('advisor1'));
    expect(taught.body.notes).toEqual([]);
    const path = `/review/findings?conversation=${conversation}&rule=T4`;
    const open = await room.call('GET', path, await as('officer2'));
    expect(open.body.findings).toMatchObject([{ judged: null }]);
    const figures = await room.call(
      'GET',
      '/review/figures?since=2026-01-01',
      await as('officer2'),
    );
    expect(figures.body.rules).toContainEqual(
      expect.objectContaining({ rule: 'T4', right: 0, precision: null }),
    );
    const second = await act('officer2', 'take');
    expect(second).toMatchObject({ status: 200, body: { stage: 'second', given: [] } });
    const settled = await act('officer2', 'verdict', {
      verdict: 'violation',
      reason: '同意，属于承诺保本',
    });
    expect(settled).toMatchObject({ body: { stage: 'settled', verdict: 'violation' } });
    expect(settled.body.given).toHaveLength(2);
  });

  it('takes no verdict on what was not found, and no note for who said nothing wrong', async () => {
    const verdict = { verdict: 'coach', reason: '说话可以更清楚' };
    const stray = { ...finding, seq: 999 };
    for (const wrong of [
      { ...verdict, judged: [stray] },
      { ...verdict, note: { to: 'advisor9', words: '请再看一遍话术。' } },
    ]) {
      expect(await act('officer3', 'verdict', wrong)).toMatchObject({ status: 422 });
    }
  });

  it('tells the advisor what to learn, and nobody else', async () => {
    const own = await room.call('GET', '/desk/coaching', await room.signIn('advisor1'));
    expect(own.body.notes).toMatchObject([
      { conversation, words: expect.stringContaining('保本') },
    ]);
    const other = await room.call('GET', '/desk/coaching', await room.signIn('advisor2'));
    expect(other.body.notes).toEqual([]);
  });

  it('shows how right a rule has been, and the rate with its interval', async () => {
    const path = '/review/figures?since=2026-01-01';
    const { status, body } = await room.call('GET', path, await as('officer1'));
    expect(status).toBe(200);
    expect(body.rules).toContainEqual({ rule: 'T4', found: 1, right: 1, wrong: 0, precision: 1 });
    expect(body.rate.low).toBeLessThanOrEqual(body.rate.high);
  });

  it('stands on record step by step, in a stream of its own', async () => {
    const rows = await readEvents(room.running.app.store, `review:${conversation}`);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'ReviewOpened',
      'ReviewTaken',
      'VerdictGiven',
      'ReviewTaken',
      'VerdictGiven',
      'ReviewSettled',
    ]);
  });

  it('opens a conversation with what nobody saw, which goes on record', async () => {
    const path = `/review/conversations/${conversation}`;
    const { status, body } = await room.call('GET', path, await as('officer1'));
    expect(status).toBe(200);
    const promised = body.lines.find(
      ({ text }: { text: string | null }) => text === '是的，放心。',
    );
    expect(promised).toMatchObject({ who: 'advisor', fate: 'said', seen: { customer: true } });
    const read = await readEvents(room.running.app.store, `reading:${conversation}`);
    expect(read.map(({ kind }) => kind)).toEqual(['RecordOpened']);
    expect(JSON.parse(read[0]!.body!)).toEqual({ by: 'officer1' });
  });

  it('opens a conversation part by part, each on record', async () => {
    const path = `/review/conversations/${conversation}`;
    const token = await as('officer2');
    const { body: whole } = await room.call('GET', path, token);
    expect(whole.next).toBeNull();
    const { body: first } = await room.call('GET', `${path}?limit=3`, token);
    const { body: rest } = await room.call('GET', `${path}?after=${first.next}`, token);
    expect([first.next, rest.next]).toEqual([3, null]);
    expect([...first.lines, ...rest.lines]).toEqual(whole.lines);
    const read = await readEvents(room.running.app.store, `reading:${conversation}`);
    expect(JSON.parse(read.at(-1)!.body!)).toEqual({ by: 'officer2', after: 3 });
  });

  it('shows what a reply was made of, and a proof that leads to the signed tree', async () => {
    const path = `/review/conversations/${conversation}`;
    const token = await as('officer1');
    const { body: opened } = await room.call('GET', path, token);
    const reply = opened.lines.findLast(({ kind }: { kind: string }) => kind === 'ReplyDecided');
    const { status, body } = await room.call('GET', `${path}/evidence/${reply.seq}`, token);
    expect(status).toBe(200);
    expect(body.made.wording[0].text).toEqual(expect.any(String));
    expect(body.made.versions.length).toBeGreaterThan(0);
    const { entry, leaf, size, path: hashes, root } = body.proof;
    const bytes = hashes.map((hash: string) => Buffer.from(hash, 'hex'));
    const reached = rootByInclusion(leaf, size, hashLeaf(entry), bytes);
    expect(reached?.toString('hex')).toBe(root);
    const read = await readEvents(room.running.app.store, `reading:${conversation}`);
    expect(read.at(-1)).toMatchObject({ kind: 'EvidenceOpened' });
    expect((await room.call('GET', `${path}/evidence/999`, token)).status).toBe(404);
  });

  it('lists conversations by what was found in them', async () => {
    const token = await as('officer1');
    const { body } = await room.call('GET', '/review/conversations?rule=T4', token);
    expect(body.conversations).toMatchObject([{ id: conversation, withPerson: true }]);
    const none = await room.call('GET', '/review/conversations?rule=T99', token);
    expect(none.body.conversations).toEqual([]);
  });

  it('counts the day', async () => {
    const { body } = await room.call('GET', '/review/overview?days=7', await as('officer1'));
    expect(body).toMatchObject({ conversations: 1, handoffs: 1, reviews: { waiting: 0 } });
    expect(body.days).toHaveLength(7);
    expect(body.days.at(-1).findings).toMatchObject([{ rule: 'T4', count: 1 }]);
  });

  it('knows of every rule whether it counts', async () => {
    const { body } = await room.call('GET', '/review/rules?since=2026-01-01', await as('officer1'));
    const of = (id: string) => body.rules.find(({ rule }: { rule: string }) => rule === id);
    expect(of('T4')).toMatchObject({ state: 'live', precision: 1 });
    expect(of('T4').weeks).toHaveLength(1);
    expect(of('T17')).toMatchObject({ state: 'trial', precision: null });
  });

  it('verifies the whole ledger, and a bundle that left the house', async () => {
    const token = await as('officer1');
    const verified = await room.call('POST', '/review/ledger/verifications', token, {});
    expect(verified).toMatchObject({ status: 200, body: { verdict: 'intact', missing: null } });
    const sent = await fetch(`${room.url}/api/v1/review/exports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ conversation, why: '客户投诉核查' }),
    });
    const zip = Buffer.from(await sent.arrayBuffer());
    const judge = (bytes: Buffer) =>
      room.call('POST', '/review/bundles/verifications', token, { zip: bytes.toString('base64') });
    expect(await judge(zip)).toMatchObject({ body: { verdict: 'valid', conversation } });
    const cut = await judge(zip.subarray(0, zip.length - 40));
    expect(cut).toMatchObject({ body: { verdict: 'unknown', fault: 'unreadable' } });
    const { body } = await room.call('GET', '/review/ledger', token);
    expect(body).toMatchObject({ trouble: null, verified: { verdict: 'intact', by: 'officer1' } });
    expect(body.exports[0]).toMatchObject({ conversation, by: 'officer1', why: '客户投诉核查' });
  });

  it('shows an auditor proofs and not a word', async () => {
    const auditor = await room.signIn('auditor9', 'auditor');
    const path = `/review/ledger/streams/${conversation}`;
    const { status, body } = await room.call('GET', path, auditor);
    expect(status).toBe(200);
    expect(body.entries[0]).toMatchObject({
      seq: 1,
      kind: 'ConversationOpened',
      leaf: expect.any(Number),
    });
    const { body: words } = await room.running.app.store.evidence
      .selectFrom('event')
      .select('body')
      .where('stream', '=', conversation)
      .where('seq', '=', 2)
      .executeTakeFirstOrThrow();
    expect(body.entries[1].bytes).toBe(Buffer.byteLength(String(words)));
    expect(JSON.stringify(body)).not.toContain('保本');
    const denied = [`/review/conversations/${conversation}`, '/review/queue', '/review/overview'];
    for (const one of denied) expect((await room.call('GET', one, auditor)).status).toBe(403);
  });

  it('keeps settled matters to be looked at', async () => {
    const { body } = await room.call('GET', '/review/queue?settled=1', await as('officer3'));
    expect(body.items).toMatchObject([{ conversation, verdict: 'violation', judged: false }]);
    expect(body.items[0].rules).toContainEqual(
      expect.objectContaining({ rule: 'T4', severity: 'hard' }),
    );
  });

  it('is no advisor’s', async () => {
    const advisor = await room.signIn('advisor1');
    expect((await room.call('GET', '/review/queue', advisor)).status).toBe(403);
    const take = `/review/queue/${conversation}/take`;
    expect((await room.call('POST', take, advisor, {})).status).toBe(403);
  });
});

describe('a note for an employee', () => {
  it('is for whoever had the pen, whosever words something was found in', async () => {
    const customer = await room.customer();
    const advisor = await room.signIn('advisor2');
    await customer.say('我要投诉你们，给我登记一下');
    await customer.say('转人工');
    await room.giveTo(customer.id, 'advisor2');
    const base = `/desk/conversations/${customer.id}`;
    const words = { text: '好的，我看一下。', reason: '安抚客户情绪' };
    expect((await room.call('POST', `${base}/say`, advisor, words)).status).toBe(200);
    const drawn = { byLot: true, score: 11, stratum: 'directline/person', rate: 1, policy: 'p' };
    const opened = { kind: 'ReviewOpened', conversation: customer.id, ...drawn } as const;
    const { store } = room.running.app;
    await store.commit(openWrites({ store, origin: 'test', now: room.now }, opened));
    const of = (what: string, body: object = {}, by = 'officer3') =>
      as(by).then((token) =>
        room.call('POST', `/review/queue/${customer.id}/${what}`, token, body),
      );
    const { body } = await room.call('GET', '/review/queue', await as('officer3'));
    const item = body.items.find(
      (one: { conversation: string }) => one.conversation === customer.id,
    );
    expect(item.served).toEqual(['advisor2']);
    await of('take');
    const note = { to: 'advisor2', words: '客户说要投诉时，当场替客户登记。' };
    const verdict = { verdict: 'coach', reason: '投诉没有登记' };
    expect(await of('verdict', { ...verdict, note: { ...note, to: 'advisor1' } })).toMatchObject({
      status: 422,
      body: { title: expect.stringContaining('没有接待过这个会话') },
    });
    expect((await of('verdict', { ...verdict, note })).status).toBe(200);
  });
});
