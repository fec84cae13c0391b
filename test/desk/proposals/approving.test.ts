import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDemoStaff } from '../../../src/app/demonstration-staff.js';
import { findCustomer } from '../../../src/profiles/kyc.js';
import { findCustomerRow, replaceCustomer } from '../../../src/profiles/queries.js';
import { customerId } from '../../../src/terms/ids.js';
import { GOOD, cheapPasswords } from '../../access/staff/staff-room.js';
import type { RunningApp } from '../../running-app.js';
import { runApp } from '../../running-app.js';
import { startTalk } from '../../talk.js';

/** Approvals as the desk's pages meet them: over HTTP, each under their own name. */

const NEED = '我有三十万，想存着给孩子五年后上大学，最多亏一成，到时候才用';
const REASON = '先把半年的生活费留出来，再谈这笔钱怎么放。';
const APPROVED = { do: 'approve', reason: '与客户通过电话，用钱的日子没有变。' };

interface Line {
  readonly id: string;
  readonly stage: string;
  readonly todo: string | null;
  readonly fourEyes: readonly string[];
  readonly customer: { readonly name: string };
}
interface Plan {
  readonly products: readonly { readonly code: string; readonly amount: number }[];
  readonly need: { readonly amount: number };
}
interface Shown extends Line {
  readonly draft: Plan;
  readonly changed: Plan | null;
  readonly first: string | null;
  readonly signedBy: string | null;
  readonly judged: { readonly hindrances: readonly { readonly why: string }[] } | null;
  readonly said: readonly { readonly text: string }[];
  readonly history: readonly {
    readonly kind: string;
    readonly who: string | null;
    readonly reason: string | null;
  }[];
}
interface Tried {
  readonly plan: Plan | null;
  readonly faults: readonly { readonly why: string }[];
  readonly judged: Shown['judged'];
}

let running: RunningApp;
const tokens = new Map<string, string>();

beforeAll(async () => {
  running = await runApp({}, { passwords: cheapPasswords(), withJobs: false });
  await openDemoStaff(running.app.staffDeps, GOOD);
});

afterAll(async () => {
  await running.stop();
});

async function tokenOf(staff: string): Promise<string> {
  const known = tokens.get(staff);
  if (known !== undefined) return known;
  const entered = await fetch(`${running.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: staff, password: GOOD }),
  });
  const { token } = (await entered.json()) as { readonly token: string };
  tokens.set(staff, token);
  return token;
}

async function ask<T>(staff: string, path: string, body?: object) {
  const response = await fetch(`${running.url}/api/v1/desk/proposals${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${await tokenOf(staff)}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, answer: (await response.json()) as T };
}

const listed = async (staff: string): Promise<readonly Line[]> =>
  (await ask<{ readonly proposals: readonly Line[] }>(staff, '')).answer.proposals;

const advisorOf = async (customer: string): Promise<string> =>
  (await findCustomer(running.app.store, customer))!.advisor!;

/** A draft of the customer's, and the advisor it is for. */
let drafts = 0;
async function drafted(customer = 'C1003') {
  const talk = await startTalk(running.app, customerId(customer));
  // A need that waits already is not drafted again: every test has one of its own.
  drafts += 1;
  const wan = 30 + drafts;
  const need = NEED.replace('三十万', `${wan} 万`);
  await talk.say(need);
  await talk.say('对');
  const advisor = await advisorOf(customer);
  const { id } = (await listed(advisor))[0]!;
  return { advisor, id, talk, need, amount: wan * 10_000 };
}

describe('an advisor’s approvals', () => {
  it('are those of their own customers, masked, and nobody else’s', async () => {
    const { advisor, id } = await drafted();
    const mine = (await listed(advisor)).find((one) => one.id === id)!;
    expect(mine).toMatchObject({ stage: 'drafted', todo: 'sign', customer: { name: '陈**' } });
    const other = ['advisor1', 'advisor2', 'advisor3'].find((one) => one !== advisor)!;
    expect(await listed(other)).toEqual([]);
    expect((await ask(other, `/${id}`)).status).toBe(404);
    expect((await ask(other, `/${id}/decision`, APPROVED)).status).toBe(404);
    expect((await ask('compliance1', `/${id}`)).status).toBe(200);
    expect((await ask('compliance1', `/${id}/decision`, APPROVED)).status).toBe(403);
    expect((await ask('operator1', `/${id}`)).status).toBe(403);
  });

  it('show need, plan, the customer’s own words and what stands against a signature', async () => {
    const { advisor, id, need, amount } = await drafted();
    const { answer } = await ask<Shown>(advisor, `/${id}`);
    expect(answer.draft.need.amount).toBe(amount);
    expect(answer.said.map(({ text }) => text)).toEqual([need, '对']);
    expect(answer.judged?.hindrances).toEqual([]);
    expect(answer.history.map(({ kind }) => kind)).toEqual(['ProposalDrafted']);
  });

  it('say what has changed since, and that the same would be drafted today', async () => {
    const { advisor, id } = await drafted();
    const { answer } = await ask(advisor, `/${id}/changes`);
    expect(answer).toMatchObject({ changes: [], redrafted: 'same' });
  });

  it('reckon and gate other products without putting anything on record', async () => {
    const { advisor, id } = await drafted();
    const { draft } = (await ask<Shown>(advisor, `/${id}`)).answer;
    const [first, ...others] = draft.products.map(({ code, amount }) => ({ code, amount }));
    const less = [{ ...first!, amount: first!.amount - 10_000 }, ...others];
    const tried = (await ask<Tried>(advisor, `/${id}/trial`, { products: less, reason: REASON }))
      .answer;
    expect(tried.plan?.products.find(({ code }) => code === first!.code)?.amount).toBe(
      first!.amount - 10_000,
    );
    expect(tried.judged?.hindrances).toEqual([]);
    const more = [{ ...first!, amount: 900_000 }, ...others];
    const faulty = (await ask<Tried>(advisor, `/${id}/trial`, { products: more })).answer;
    expect(faulty.plan).toBeNull();
    expect(faulty.faults.map(({ why }) => why)).toContain('whole_sum');
    expect((await ask<Shown>(advisor, `/${id}`)).answer.history).toHaveLength(1);
  });

  it('hold the advisor’s own reason to the rules the digital employee speaks by', async () => {
    const { advisor, id } = await drafted();
    const { draft } = (await ask<Shown>(advisor, `/${id}`)).answer;
    const products = draft.products.map(({ code, amount }) => ({ code, amount }));
    const body = { products, reason: '这样放肯定不会亏，放心买。' };
    const { judged } = (await ask<Tried>(advisor, `/${id}/trial`, body)).answer;
    expect(judged?.hindrances.map(({ why }) => why)).toEqual(['unsayable']);
    const decided = await ask(advisor, `/${id}/decision`, { do: 'adjust', ...body });
    expect(decided).toMatchObject({ status: 409, answer: { why: 'unsayable' } });
  });

  it('once approved are told to the customer with the advisor’s name, and are signed once', async () => {
    const { advisor, id } = await drafted();
    const { status, answer } = await ask<Shown>(advisor, `/${id}/decision`, APPROVED);
    expect([status, answer.stage, answer.todo]).toEqual([200, 'approved', null]);
    const again = await ask(advisor, `/${id}/decision`, { do: 'decline', reason: REASON });
    expect(again).toMatchObject({ status: 409, answer: { why: 'stage' } });
    await running.app.tellProposals();
    expect((await ask<Shown>(advisor, `/${id}`)).answer.stage).toBe('presented');
  });

  it('keep the reason of an approval on record, which the customer does not read', async () => {
    const { advisor, id, talk } = await drafted();
    const { answer } = await ask<Shown>(advisor, `/${id}/decision`, APPROVED);
    expect(answer.history.at(-1)).toMatchObject({
      kind: 'ProposalApproved',
      reason: APPROVED.reason,
    });
    await running.app.tellProposals();
    expect(JSON.stringify(await talk.events())).not.toContain('通过电话');
  });

  it.each([
    ['none', {}, 400],
    ['one of blanks', { reason: '  ' }, 409],
    ['one of 201 characters', { reason: '长'.repeat(201) }, 409],
    ['a number for one', { reason: 5 }, 400],
  ])('take a reason: with %s nothing is on record', async (_, reason, status) => {
    const { advisor, id } = await drafted();
    const refused = await ask(advisor, `/${id}/decision`, { do: 'approve', ...reason });
    expect(refused.status).toBe(status);
    expect(JSON.stringify(refused.answer)).toContain(status === 409 ? '请写明理由' : 'reason');
    const { answer } = await ask<Shown>(advisor, `/${id}`);
    expect([answer.stage, answer.history.length]).toEqual(['drafted', 1]);
  });

  it('are declined with a reason in words, and not without', async () => {
    const { advisor, id } = await drafted();
    const without = await ask(advisor, `/${id}/decision`, { do: 'decline', reason: ' ' });
    expect(without).toMatchObject({ status: 409, answer: { why: 'reason' } });
    const body = { do: 'decline', reason: REASON };
    const declined = await ask<Shown>(advisor, `/${id}/decision`, body);
    expect(declined.answer).toMatchObject({ stage: 'declined', reason: REASON });
  });
});

describe('a customer of 68', () => {
  it('is told of a plan only when a second person agrees, who is not the first', async () => {
    const { advisor, id } = await drafted('C1007');
    const first = await ask<Shown>(advisor, `/${id}/decision`, APPROVED);
    expect(first.answer).toMatchObject({ stage: 'drafted', fourEyes: ['elder'], todo: null });
    await running.app.tellProposals();
    expect((await ask<Shown>(advisor, `/${id}`)).answer.stage).toBe('drafted');
    expect((await ask(advisor, `/${id}/second`, { do: 'countersign' })).status).toBe(403);
    const waiting = (await listed('supervisor1')).find((one) => one.id === id);
    expect(waiting?.todo).toBe('countersign');
    const second = await ask<Shown>('supervisor1', `/${id}/second`, { do: 'countersign' });
    expect(second.answer).toMatchObject({ stage: 'approved', first: null });
    expect(second.answer.history.at(-1)?.who).toContain('郑丽华');
    await running.app.tellProposals();
    expect((await ask<Shown>(advisor, `/${id}`)).answer.stage).toBe('presented');
  });
});

async function assessedLongAgo(customer: string): Promise<void> {
  const { store } = running.app;
  const { body } = (await findCustomerRow(store, customer))!;
  const late = JSON.stringify({ ...JSON.parse(body), assessedOn: '2024-01-05' });
  await store.commit([replaceCustomer(store, customer, body, late)]);
}

describe('a plan that suits no more when it is to be shown', () => {
  it('goes back, and the customer is told by which articles', async () => {
    const { advisor, id, talk } = await drafted('C1003');
    const signed = await ask<Shown>(advisor, `/${id}/decision`, APPROVED);
    expect(signed.answer.stage).toBe('approved');
    await assessedLongAgo('C1003');
    await running.app.tellProposals();
    const notice = (await talk.events()).findLast((event) => event.kind === 'ReplyDecided');
    expect(notice).toMatchObject({
      outcome: { kind: 'notice' },
      statement: {
        text: expect.stringContaining('规则见《金融机构产品适当性管理办法》第二十九条 [1]'),
      },
    });
  });
});
