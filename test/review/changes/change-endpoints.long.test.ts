import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { putInForce } from '../../../src/conversation/changes/in-force.js';
import { HOUSE_STREAM } from '../../../src/conversation/house-stream.js';
import { readTurn } from '../../../src/conversation/queries/turns.js';
import { readStream } from '../../../src/conversation/stream.js';
import { RULE_VERSION } from '../../../src/compliance/rules.js';
import type { Desk } from '../../desk/desk-room.js';
import { openDesk } from '../../desk/desk-room.js';

/** What the assistant may know and say: one proposes, another lets it. */

let room: Desk;
let maker: string;
let checker: string;
let officer: string;
beforeAll(async () => {
  room = await openDesk();
  maker = await room.signIn('maker', 'operator');
  checker = await room.signIn('checker', 'operator');
  officer = await room.signIn('officer', 'compliance');
}, 180_000);
afterAll(() => room.stop());

const propose = (kind: string, path: string, text: string, effectiveAt: string | null = null) =>
  room.call('POST', '/review/changes', maker, {
    kind,
    file: { path, text },
    reason: '说得更清楚',
    effectiveAt,
  });
const approve = (id: string, token = checker) =>
  room.call('POST', `/review/changes/${id}/approval`, token);

/** Proposed by one and let by another. */
async function put(kind: string, path: string, text: string): Promise<string> {
  const { status, body } = await propose(kind, path, text);
  expect({ status, title: body.title }).toEqual({ status: 201, title: undefined });
  const [{ id }] = body.changes;
  expect((await approve(id)).body).toMatchObject({ stage: 'in_force', decidedBy: 'checker' });
  return id;
}

async function asked(words: string) {
  const customer = await room.customer();
  await customer.say(words);
  const reply = (await customer.record()).findLast(({ event }) => event.kind === 'ReplyDecided');
  if (reply?.event.kind !== 'ReplyDecided') throw new Error('no reply');
  const { statement, turn } = reply.event;
  return { id: customer.id, seq: reply.seq, text: statement.text, turn };
}

const replayed = async (id: string) =>
  (await room.call('POST', '/review/replays', officer, { conversation: id, turn: null })).body;
const sources = async ({ id, seq }: { id: string; seq: number }) =>
  (await room.call('GET', `/review/conversations/${id}/answers/${seq}/sources`, officer)).body
    .sources;

const HUMAN = 'prompts/replies/social_thanks.md';
const QUESTIONS = 'knowledge/questionnaires/personal.yaml';
const faq = (words: string, title = '海岛积分怎么用？') =>
  [
    '---',
    `title: ${title}`,
    'kind: faq',
    'issuer: 青屿财富',
    'authority: house',
    'effective: 2026-01-01',
    'expires: null',
    'source: 测试手册',
    'verified: true',
    'asks:',
    '  - 海岛积分怎么用',
    '  - 海岛积分能换什么',
    '---',
    words,
    '',
  ].join('\n');

describe('a reply template', () => {
  it('is changed by two people, spoken at once, named with both, and taken back', async () => {
    const text = readFileSync(HUMAN, 'utf8');
    const before = await asked('谢谢');
    const changed = text.replace(/^(---\n[\s\S]*?\n---\n)[\s\S]*$/, '$1\n小屿谢谢您的谢谢。\n');
    const id = await put('wording', HUMAN, changed);
    const after = await asked('谢谢');
    expect(after.text).toContain('小屿谢谢您的谢谢。');
    expect(await sources(after)).toContainEqual(
      expect.objectContaining({
        role: 'template',
        by: 'change',
        change: id,
        author: 'maker',
        approver: 'checker',
        approvedAt: expect.any(String),
      }),
    );
    expect(await replayed(before.id)).toMatchObject({ identical: 1, different: 0 });
    expect(await replayed(after.id)).toMatchObject({ identical: 1, different: 0 });

    const revert = { reason: '还是原来的好', effectiveAt: null };
    const back = await room.call('POST', `/review/changes/${id}/revert`, maker, revert);
    expect(back.body).toMatchObject({ stage: 'proposed', reverts: id });
    await approve(back.body.id);
    expect((await asked('谢谢')).text).not.toContain('谢谢您的谢谢');
    expect(await replayed(after.id)).toMatchObject({ identical: 1, different: 0 });
  }, 120_000);

  it('is not let by whoever proposed it, nor twice', async () => {
    const text = readFileSync(HUMAN, 'utf8').replace(/\n$/, ' 随时找我。\n');
    const [{ id }] = (await propose('wording', HUMAN, text)).body.changes;
    expect((await approve(id, maker)).status).toBe(403);
    const refusal = { reason: '不合适' };
    const declined = await room.call('POST', `/review/changes/${id}/refusal`, checker, refusal);
    expect(declined.body).toMatchObject({ stage: 'declined', words: '不合适' });
    expect((await approve(id)).status).toBe(409);
  });

  it.each([
    ['asks for a value nobody gives', (text: string) => `${text}{{bonus}}\n`, /bonus/],
    ['promises', (text: string) => `${text}\n本产品保本保息，稳赚不赔。\n`, /守则/],
    ['has lost its front matter', () => '只有一句话\n', /front matter/],
  ])('that %s is refused with the reason', async (_, change, reason) => {
    const { status, body } = await propose('wording', HUMAN, change(readFileSync(HUMAN, 'utf8')));
    expect(status).toBe(422);
    expect(body.title).toMatch(reason);
  });

  it('is not let over a text that has changed meanwhile', async () => {
    const text = readFileSync(HUMAN, 'utf8');
    const first = (await propose('wording', HUMAN, text.replace('不客气', '别客气'))).body;
    const id = await put('wording', HUMAN, text.replace('不客气', '您太客气了'));
    const { status, body } = await approve(first.changes[0].id);
    expect({ status, title: body.title }).toEqual({
      status: 409,
      title: expect.stringMatching(/又变了/),
    });
    const revert = { reason: '回到原来', effectiveAt: null };
    const back = await room.call('POST', `/review/changes/${id}/revert`, maker, revert);
    await approve(back.body.id);
  });

  it('that no code speaks is refused', async () => {
    const { status } = await propose('wording', 'prompts/replies/none.md', 'x');
    expect(status).toBe(422);
  });
});

describe('a knowledge document', () => {
  it('is known from its day on, and not before', async () => {
    const later = new Date(room.now() + 60_000).toISOString();
    const path = 'faq/island-points.md';
    const { body } = await propose('knowledge', path, faq('积分可以换一只椰子。'), later);
    const [{ id }] = body.changes;
    expect((await approve(id)).body).toMatchObject({ stage: 'approved', inForceAt: null });
    expect((await asked('海岛积分怎么用？')).text).not.toContain('椰子');
    room.wait(60_001);
    expect(await putInForce(room.running.app.changes)).toBe(1);
    const told = await asked('海岛积分怎么用？');
    expect(told.text).toContain('椰子');
    expect(await sources(told)).toContainEqual(
      expect.objectContaining({ role: 'document', author: 'maker', approver: 'checker' }),
    );
    const shown = await room.call('GET', `/review/changes/${id}`, officer);
    expect(shown.body.lines).toContainEqual({ sign: '+', text: '积分可以换一只椰子。' });
    // The index is built anew with the document.
  }, 300_000);

  it('that cannot be read is refused by name, and nothing is proposed', async () => {
    const before = (await room.call('GET', '/review/changes?all=1', maker)).body.changes.length;
    const { status, body } = await propose('knowledge', 'faq/bad.md', '---\ntitle: x\n---\n');
    expect(status).toBe(422);
    expect(body.title).toMatch(/^faq\/bad\.md: front matter/);
    const after = (await room.call('GET', '/review/changes?all=1', maker)).body.changes.length;
    expect(after).toBe(before);
  });
});

describe('the list of changes', () => {
  it('says where it stops before its end', async () => {
    const list = async (limit: number) =>
      (await room.call('GET', `/review/changes?all=1&limit=${limit}`, officer)).body;
    const whole = await list(2_000);
    expect([whole.changes.length > 1, whole.more]).toEqual([true, false]);
    expect(await list(1)).toEqual({ ...whole, changes: [whole.changes[0]], more: true });
  });
});

describe('what else is changed by two people', () => {
  it('rules of review are compliance’s to let, and read at once', async () => {
    const file = 'knowledge/review/rules.yaml';
    const text = readFileSync(file, 'utf8').replace('  - T17', '  - T17\n  - T3');
    const [{ id }] = (await propose('review_rules', file, text)).body.changes;
    expect((await approve(id)).status).toBe(409);
    expect((await approve(id, officer)).body).toMatchObject({ stage: 'in_force' });
    const rules = room.running.app.inspection.rules.map((rule) => rule.id);
    expect(rules).not.toContain('T3');
  });

  it('a rule over whole conversations is switched by a press, and switched back', async () => {
    const press = (rule: string, state: string, token = maker) =>
      room.call('POST', `/review/rules/${rule}/state`, token, {
        state,
        reason: '准头不到七成，先试着',
        effectiveAt: null,
      });
    const lineOf = async (rule: string) => {
      const { body } = await room.call('GET', '/review/rules?since=2026-11-01', officer);
      return body.rules.find((one: { rule: string }) => one.rule === rule);
    };
    const stateOf = async (rule: string) => (await lineOf(rule)).state;
    const standing = async () => (await room.call('GET', '/review/rule-change', officer)).body.id;
    expect([await stateOf('T5'), await standing()]).toEqual(['live', null]);
    expect((await press('T5', 'live')).status).toBe(422);
    const { status, body } = await press('T5', 'trial');
    expect([status, await standing(), await stateOf('T5')]).toEqual([201, body.id, 'live']);
    expect((await press('T6', 'trial')).status).toBe(409);
    expect((await approve(body.id)).status).toBe(409);
    const shown = await room.call('GET', `/review/changes/${body.id}`, officer);
    expect(shown.body.lines).toContainEqual({ sign: '+', text: '  - T5' });
    expect((await approve(body.id, officer)).body).toMatchObject({ stage: 'in_force' });
    expect([await standing(), await stateOf('T5')]).toEqual([null, 'trial']);
    const { author, decidedBy: approver } = (
      await room.call('GET', `/review/changes/${body.id}`, officer)
    ).body;
    expect((await lineOf('T5')).switched).toMatchObject({ change: body.id, by: author, approver });
    expect((await lineOf('T4')).switched).toMatchObject({ change: null });
    expect(await lineOf('L2')).toMatchObject({ version: RULE_VERSION, switched: null });
    const back = await room.call('POST', `/review/changes/${body.id}/revert`, maker, {
      reason: '还是要',
    });
    expect((await approve(back.body.id, officer)).body).toMatchObject({ stage: 'in_force' });
    expect(await stateOf('T5')).toBe('live');
  });

  it('a rule that holds before anything is said is switched by nobody', async () => {
    const body = { state: 'trial', reason: '太严', effectiveAt: null };
    const refused = await room.call('POST', '/review/rules/L2/state', officer, body);
    expect(refused.status).toBe(422);
    expect(refused.body.title).toContain('法律要求的底线');
  });

  it('a rule that is none, a questionnaire out of joint and assumptions nobody approved are refused', async () => {
    const rules = readFileSync('knowledge/review/rules.yaml', 'utf8');
    expect(
      (await propose('review_rules', 'knowledge/review/rules.yaml', rules.replace('T17', 'T999')))
        .status,
    ).toBe(422);
    const broken = readFileSync(QUESTIONS, 'utf8').replace(/^questions:/m, 'question:');
    expect((await propose('questionnaire', QUESTIONS, broken)).status).toBe(422);
    const assumed = 'knowledge/market/assumptions.yaml';
    const unsigned = readFileSync(assumed, 'utf8').replace(
      /^approved_by:.*$/m,
      'approved_by: null',
    );
    const refused = await propose('assumptions', assumed, unsigned);
    expect(refused.body.title).toMatch(/not approved/);
  });

  it('a questionnaire that has changed has another version', async () => {
    const text = readFileSync(QUESTIONS, 'utf8').replace('您的年龄是多少？', '您今年多大？');
    const { status, body } = await propose('questionnaire', QUESTIONS, text);
    expect({ status, title: body.title }).toEqual({
      status: 422,
      title: expect.stringMatching(/版本号也要换/),
    });
  });

  it('a questionnaire changed while it is answered begins anew, and says so', async () => {
    const customer = await room.customer();
    await customer.say('我要做风险测评');
    await customer.say('一题一题答');
    await customer.say('B');
    const text = readFileSync(QUESTIONS, 'utf8').replace("version: '2026.1'", "version: '2026.2'");
    const [{ id }] = (await propose('questionnaire', QUESTIONS, text)).body.changes;
    expect((await approve(id, officer)).body).toMatchObject({ stage: 'in_force' });
    await customer.say('B');
    const last = async () => {
      const reply = (await customer.record()).findLast(
        ({ event }) => event.kind === 'ReplyDecided',
      );
      return reply?.event.kind === 'ReplyDecided' ? reply.event.statement.text : '';
    };
    expect(await last()).toMatch(/新的版本[\s\S]*第 1 题/);
    expect(await replayed(customer.id)).toMatchObject({ different: 0 });
    await customer.say('B');
    expect(await last()).toContain('第 2 题');
  });

  it('takes effect on no day that is over; a time of today that is over is now', async () => {
    const text = readFileSync(HUMAN, 'utf8').replace('不客气', '别客气');
    const past = await propose('wording', HUMAN, text, '2020-01-01T00:00:00+08:00');
    expect(past).toMatchObject({
      status: 422,
      body: { title: expect.stringContaining('不能早于今天') },
    });
    const today = new Date(room.now()).toISOString().slice(0, 10);
    const morning = await propose('wording', HUMAN, `${text}\n`, `${today}T00:00:00+08:00`);
    expect(morning.status).toBe(201);
    const [{ id, effectiveAt }] = morning.body.changes;
    expect(Date.parse(effectiveAt)).toBe(room.now());
    const no = { reason: '不用了' };
    expect((await room.call('POST', `/review/changes/${id}/refusal`, checker, no)).status).toBe(
      200,
    );
    const { status } = await room.call('POST', '/review/rules/T9/state', maker, {
      ...{ state: 'trial', reason: '太严' },
      effectiveAt: '2020-01-01T00:00:00+08:00',
    });
    expect(status).toBe(422);
  });

  it.each(['faq/../../x.md', '../x.md', 'faq\\..\\x.md', 'faq//x.md', 'faq/ .. /x.md'])(
    'lies at no such path as %s',
    async (path) => {
      const refused = await propose('knowledge', path, faq('积分可以换船票。'));
      expect([refused.status, refused.body.title]).toEqual([
        422,
        expect.stringContaining('路径里不能有'),
      ]);
    },
  );

  it('is proposed by nobody in the name of the machine', async () => {
    const text = readFileSync(HUMAN, 'utf8').replace('不客气', '别客气');
    const body = { kind: 'wording', file: { path: HUMAN, text }, reason: 'x', effectiveAt: null };
    expect((await room.call('POST', '/review/changes', room.terminal, body)).status).toBe(403);
  });

  it('assumptions are reckoned on at once', async () => {
    const file = 'knowledge/market/assumptions.yaml';
    const text = readFileSync(file, 'utf8').replace(/^version: 1$/m, 'version: 2');
    const id = await put('assumptions', file, text);
    expect((await room.call('GET', `/review/changes/${id}`, maker)).body.lines).toEqual(
      expect.arrayContaining([
        { sign: '-', text: 'version: 1' },
        { sign: '+', text: 'version: 2' },
      ]),
    );
  });

  it('thresholds are compliance’s to let, judge the next answer and leave what was judged before', async () => {
    const file = 'knowledge/house/thresholds.yaml';
    const versionsIn = async ({ id, turn }: { id: string; turn: string | null }) => {
      const { calls } = await readTurn(room.running.app.store, id, turn ?? '');
      const told = calls.map(({ result }) => result ?? '').join('\n');
      return new Set(
        [...told.matchAll(/"house":\{[^}]*"version":"([^"]*)"/g)].map(([, version]) => version),
      );
    };
    const before = await asked('澄海添宁货币A我能买吗？');
    expect(await versionsIn(before)).toEqual(new Set(['default']));
    const text = readFileSync(file, 'utf8')
      .replace('version: default', "version: '2026.9'")
      .replace('valid_days: 90', 'valid_days: 30');
    expect((await propose('thresholds', file, text.replace('30', '0'))).status).toBe(422);
    const [{ id }] = (await propose('thresholds', file, text)).body.changes;
    expect((await approve(id)).status).toBe(409);
    expect((await approve(id, officer)).body).toMatchObject({ stage: 'in_force' });
    const after = await asked('澄海添宁货币A我能买吗？');
    expect(await versionsIn(after)).toEqual(new Set(['2026.9']));
    expect(room.running.app.turnsDeps.needDays()).toBe(30);
    for (const one of [before, after]) {
      expect(await replayed(one.id)).toMatchObject({ identical: 1, different: 0 });
    }
    const revert = { reason: '还是九十天', effectiveAt: null };
    const back = await room.call('POST', `/review/changes/${id}/revert`, maker, revert);
    await approve(back.body.id, officer);
    expect(room.running.app.turnsDeps.needDays()).toBe(90);
  }, 120_000);

  it('a product is changed, and goes back to the row it was', async () => {
    const { store } = room.running.app;
    const first = () =>
      store.db.selectFrom('product').selectAll().limit(1).executeTakeFirstOrThrow();
    const before = await first();
    const { code, type, regime, issuer, status, asOf } = JSON.parse(before.body);
    const csv = `code,name,type,regime,issuer,status,asOf\n${code},改了名的产品,${type},${regime},${issuer},${status},${asOf}\n`;
    const id = await put('product', 'products.csv', csv);
    expect((await first()).name).toBe('改了名的产品');
    const revert = { reason: '名字错了', effectiveAt: null };
    const back = await room.call('POST', `/review/changes/${id}/revert`, maker, revert);
    await approve(back.body.id);
    expect(await first()).toEqual(before);
  });
});

describe('every step of a change', () => {
  it('stands on the house’s own record', async () => {
    const house = await readStream(room.running.app.store, HOUSE_STREAM);
    const kinds = new Set(house.map(({ event }) => event.kind as string));
    for (const kind of ['ChangeProposed', 'ChangeApproved', 'ChangeDeclined', 'ChangeInForce']) {
      expect(kinds).toContain(kind);
    }
  });

  it('is nothing for advisors and supervisors', async () => {
    for (const role of ['advisor', 'supervisor', 'admin'] as const) {
      const token = await room.signIn(`no-${role}`, role);
      expect((await room.call('GET', '/review/changes', token)).status).toBe(403);
    }
  });
});
