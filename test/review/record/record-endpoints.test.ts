import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inspectRested } from '../../../src/review/findings/inspection.js';
import type { Desk } from '../../desk/desk-room.js';
import { openDesk } from '../../desk/desk-room.js';

/** 会话与证据 at the compliance door. */

interface Line {
  readonly seq: number;
  readonly kind: string;
  readonly person: string | null;
  readonly findings: readonly { readonly rule: string; readonly title: string }[];
}

let desk: Desk;
let officer: string;
let conversation: string;
let handbook: string;
let lines: readonly Line[];

beforeAll(async () => {
  desk = await openDesk();
  officer = await desk.signIn('officer1', 'compliance');
  const advisor = await desk.signIn('advisor1');
  const customer = await desk.customer();
  conversation = customer.id;
  await customer.say('安鑫纯债的费率是多少？');
  await customer.say('转人工');
  await desk.call('POST', `/desk/conversations/${conversation}/claim`, advisor);
  const said = { text: '这只产品保本，稳赚不赔。' };
  await desk.call('POST', `/desk/conversations/${conversation}/say`, advisor, said);
  const other = await desk.customer();
  handbook = other.id;
  await other.say('存款保险最高赔多少？');
  const { body } = await desk.call('GET', `/review/conversations/${conversation}`, officer);
  lines = body.lines;
});
afterAll(() => desk.stop());

it('names the rules by which words were stopped', () => {
  const stopped = lines.find(({ kind }) => kind === 'AdvisorBlocked')!;
  expect(stopped.findings.length).toBeGreaterThan(0);
  for (const { rule, title } of stopped.findings) expect(title).not.toBe(rule);
});

it('tells the steps of an answer in their order', async () => {
  const { seq } = lines.filter(({ kind }) => kind === 'ReplyDecided').at(1)!;
  const path = `/review/conversations/${conversation}/evidence/${seq}`;
  const { made } = (await desk.call('GET', path, officer)).body;
  expect(made.timings.map(({ stage }: { stage: string }) => stage)).toEqual([
    'understand',
    'tools',
    'compose',
  ]);
});

const evidenceOf = async (of: string, words: RegExp) => {
  const { body } = await desk.call('GET', `/review/conversations/${of}`, officer);
  const { seq } = body.lines.find(
    ({ kind, text }: { kind: string; text: string }) => kind === 'ReplyDecided' && words.test(text),
  );
  const path = `/review/conversations/${of}/evidence/${seq}`;
  return (await desk.call('GET', path, officer)).body.made;
};

it('tells of every figure of a handbook’s answer the very sentence it comes from', async () => {
  const made = await evidenceOf(handbook, /50 万元/);
  expect(made.figures.length).toBeGreaterThan(0);
  expect(made.figures[0]).toMatchObject({
    text: '50 万元',
    from: 'passage',
    name: '存款保险赔多少？',
    citation: 1,
  });
  expect(made.figures[0].place).toContain('50 万元');
});

it('lists the rules that looked at an answer, with the version they had', async () => {
  const made = await evidenceOf(conversation, /费用是这样/);
  expect(made.rules.version).toMatch(/^\d{4}\./);
  const looked = made.rules.looked.map(({ rule }: { rule: string }) => rule);
  expect(looked).toEqual(expect.arrayContaining(['L1', 'FIGURE', 'CITE']));
});

it('tells of each version since when it stood and who let it', async () => {
  const made = await evidenceOf(conversation, /费用是这样/);
  const what = made.versions.map((one: { what: string }) => one.what);
  expect(what).toEqual(
    expect.arrayContaining([
      'model',
      'prompts',
      'knowledge',
      'rules',
      'questionnaire',
      'assumptions',
    ]),
  );
  for (const one of made.versions) {
    expect(one.since).toMatch(/^\d{4}-/);
    expect(one.version).not.toContain('{');
  }
  expect(made.versions.find((one: { what: string }) => one.what === 'rules').by).toBe('release');
});

it('says where a list of conversations stops', async () => {
  const listed = async (limit: number) =>
    (await desk.call('GET', `/review/conversations?limit=${limit}`, officer)).body;
  const first = await listed(1);
  expect([first.conversations.length, first.more]).toEqual([1, true]);
  const all = await listed(2);
  expect([all.conversations.length, all.more]).toEqual([2, false]);
});

it('lists a talk as one with a person where all that the person wanted to say was stopped', async () => {
  const listed = async () => {
    const path = '/review/conversations?since=2026-01-01';
    const { body } = await desk.call('GET', path, await desk.signIn('officer1', 'compliance'));
    return body.conversations.find(({ id }: { id: string }) => id === conversation);
  };
  expect(await listed()).toMatchObject({ withPerson: true });
  const advisor = await desk.signIn('advisor1');
  const back = { agreed: '明天再看' };
  await desk.call('POST', `/desk/conversations/${conversation}/return`, advisor, back);
  const { app } = desk.running;
  await app.ledger.run();
  await inspectRested(app.inspection);
  desk.wait(31 * 60_000);
  await inspectRested(app.inspection);
  expect(await listed()).toMatchObject({ withPerson: true });
});
