import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inspectHistory, inspectRested } from '../../../src/review/findings/inspection.js';
import { RULES } from '../../../src/compliance/rules.js';
import { TRANSCRIPT_RULES } from '../../../src/compliance/transcript/transcript-rules.js';
import { oneTrialAtATime } from '../../../src/review/findings/finding-endpoints.js';
import { tryRule as tried } from '../../../src/review/findings/trial.js';
import { ruleToTry } from '../../../src/review/findings/tried-rule.js';
import type { Desk } from '../../desk/desk-room.js';
import { openDesk } from '../../desk/desk-room.js';

/** Compliance reads what was said once it has come to rest. */

let room: Desk;

beforeAll(async () => {
  room = await openDesk();
}, 60_000);
afterAll(() => room.stop());

const MINUTE = 60_000;

/** Everything on record is taken into the tree, the quiet time passes, and all that rests is read. */
async function rest(): Promise<void> {
  const { app } = room.running;
  await app.ledger.run();
  await inspectRested(app.inspection);
  room.wait(31 * MINUTE);
  await inspectRested(app.inspection);
}

const officer = () => room.signIn('officer', 'compliance');

const findings = async (query: string) => {
  const { status, body } = await room.call('GET', `/review/findings?${query}`, await officer());
  expect(status).toBe(200);
  return body.findings;
};

/** An advisor who answers 「保本吗」 with a nod. */
async function nodding(): Promise<string> {
  const advisor = await room.signIn('advisor1');
  const customer = await room.customer();
  await customer.say('转人工');
  const base = `/desk/conversations/${customer.id}`;
  await room.call('POST', `${base}/claim`, advisor);
  await customer.say('安鑫纯债这只能保本吗？');
  const said = await room.call('POST', `${base}/say`, advisor, {
    text: '是的，放心。',
    reason: '安抚客户情绪',
  });
  expect(said.status).toBe(200);
  return customer.id;
}

/** What an advisor says, or tries to say, to a customer of theirs. */
async function saying(text: string, reason?: string): Promise<string> {
  const advisor = await room.signIn('advisor1');
  const customer = await room.customer();
  await customer.say('转人工');
  const base = `/desk/conversations/${customer.id}`;
  await room.call('POST', `${base}/claim`, advisor);
  await room.call('POST', `${base}/say`, advisor, { text, ...(reason && { reason }) });
  return customer.id;
}

const promising = () => saying('这款产品稳赚不赔');

type Example = { readonly conversation: string };

const tryRule = async (body: object) => room.call('POST', '/review/trials', await officer(), body);

describe('the inspection', () => {
  it('finds what was said between two messages once the talk has come to rest, with whose words they are', async () => {
    const id = await nodding();
    expect(await findings(`conversation=${id}`)).toEqual([]);
    await rest();
    expect(await findings(`conversation=${id}&rule=T4`)).toMatchObject([
      {
        rule: 'T4',
        severity: 'hard',
        employee: 'advisor1',
        then: 'passed',
        start: 0,
        end: '是的，放心。'.length,
        basis: { instrument: '证券投资基金法', article: '第七十七条', tag: 'T' },
      },
    ]);
  });

  it('reads a talk again when it goes on, and finds nothing twice', async () => {
    const id = await nodding();
    await rest();
    const before = await findings(`conversation=${id}`);
    const advisor = await room.signIn('advisor1');
    const base = `/desk/conversations/${id}`;
    await room.call('POST', `${base}/say`, advisor, { text: '您还有别的问题吗？' });
    await rest();
    expect(await findings(`conversation=${id}`)).toEqual(before);
  });

  it('reads all history again on demand', async () => {
    const id = await nodding();
    await rest();
    const { app } = room.running;
    expect(await inspectHistory(app.inspection, 0)).toBeGreaterThan(0);
    await inspectRested(app.inspection);
    expect(await findings(`conversation=${id}&rule=T4`)).toHaveLength(1);
  });

  it('goes on with the others where one cannot be read, and tries that one again later', async () => {
    const [first, second] = [await nodding(), await nodding()];
    const { inspection } = room.running.app;
    await inspectHistory(inspection, 0);
    let reads = 0;
    const [rule] = inspection.rules;
    const failing = {
      ...rule!,
      inspect: () => {
        reads += 1;
        if (reads === 1) throw new Error('cannot be read');
        return [];
      },
    };
    const rules = [failing, ...inspection.rules.slice(1)];
    await expect(inspectRested({ ...inspection, rules })).rejects.toThrow('cannot be read');
    const found = [
      ...(await findings(`conversation=${first}`)),
      ...(await findings(`conversation=${second}`)),
    ];
    expect(found.length).toBeGreaterThan(0);
    room.wait(31 * MINUTE);
    await inspectRested(inspection);
    for (const id of [first, second]) {
      expect(await findings(`conversation=${id}&rule=T4`)).toHaveLength(1);
    }
  });

  it('leaves what a rule found while it counted when it is only tried from then on, and finds no more', async () => {
    const id = await nodding();
    await rest();
    const { inspection } = room.running.app;
    const later = await nodding();
    await inspectHistory(inspection, 0);
    const rules = inspection.rules.filter((rule) => rule.id !== 'T4');
    await inspectRested({ ...inspection, rules });
    expect(await findings(`conversation=${id}&rule=T4`)).toHaveLength(1);
    expect(await findings(`conversation=${later}&rule=T4`)).toEqual([]);
  });

  it('tries a rule on history and keeps nothing of it', async () => {
    const id = await nodding();
    const body = { rule: 'T4', since: '2026-01-01' };
    const trial = await room.call('POST', '/review/trials', await officer(), body);
    expect(trial).toMatchObject({ status: 200, body: { rule: 'T4' } });
    expect(trial.body.fired).toBeGreaterThan(0);
    expect(trial.body.examples.map((one: { conversation: string }) => one.conversation)).toContain(
      id,
    );
    expect(await findings(`conversation=${id}`)).toEqual([]);
  });

  it('tries a rule of the guard on history, with what had been decided of the words then', async () => {
    const blocked = await promising();
    const sent = await saying('我们的产品从没让客户失望', '客户追问历史表现');
    const tried = await tryRule({ rule: 'L2', since: '2026-01-01' });
    expect(tried.status).toBe(200);
    const { body } = tried;
    expect(body).toMatchObject({ rule: 'L2', cut: null, asFoundThen: false });
    expect(body.then.blocked).toBeGreaterThan(0);
    expect(body.then.reasoned).toBeGreaterThan(0);
    const hits = body.examples.filter((one: Example) => one.conversation === blocked);
    expect(hits).toHaveLength(1);
    const [hit] = hits;
    expect(hit).toMatchObject({ then: 'blocked' });
    expect(hit.words.slice(hit.mark.start, hit.mark.end)).toContain('稳赚');
    const told = body.examples.find((one: Example) => one.conversation === sent);
    expect(told).toMatchObject({ then: 'reasoned' });
  });

  it('tries every rule of the guard and every rule over whole talks', async () => {
    for (const { id } of [...RULES, ...TRANSCRIPT_RULES]) {
      const { status, body } = await tryRule({ rule: id, since: '2026-01-01', most: 3 });
      expect([id, status, body.conversations <= 3]).toEqual([id, 200, true]);
    }
  });

  it('says what of history it read, and where it stopped', async () => {
    const one = await tryRule({ rule: 'L2', since: '2026-01-01', most: 1 });
    expect(one.body).toMatchObject({ conversations: 1, cut: 'most', since: '2026-01-01' });
    const past = { rule: 'L2', since: '2026-01-01', until: '2026-01-02' };
    expect((await tryRule(past)).body).toMatchObject({ conversations: 0, until: '2026-01-02' });
    const turned = { rule: 'L2', since: '2026-02-01', until: '2026-01-02' };
    expect((await tryRule(turned)).status).toBe(422);
    expect((await tryRule({ rule: 'L99', since: '2026-01-01' })).status).toBe(404);
  });

  it('tries one rule at a time', async () => {
    const trials = oneTrialAtATime(room.running.app.inspection);
    const asked = { rule: 'L2', since: '2026-01-01', most: 100 };
    const first = trials.run(asked);
    await expect(trials.run(asked)).rejects.toMatchObject({ status: 409 });
    expect(await first).toMatchObject({ rule: 'L2' });
    expect(await trials.run(asked)).toMatchObject({ rule: 'L2' });
    await expect(trials.run({ ...asked, rule: 'L99' })).rejects.toMatchObject({ status: 404 });
    expect(await trials.run(asked)).toMatchObject({ rule: 'L2' });
  });

  it('lets others have their turn between two talks that a rule is tried on', async () => {
    await nodding();
    const { inspection } = room.running.app;
    const order: string[] = [];
    const rule = {
      ...ruleToTry('L2')!,
      hits: () => {
        order.push('read');
        setImmediate(() => order.push('turn'));
        return [];
      },
    };
    await tried(inspection, rule, { since: 0, until: Infinity, most: 2, mostMs: 60_000 });
    expect(order.slice(0, 3)).toEqual(['read', 'turn', 'read']);
    const spent = { since: 0, until: Infinity, most: 2, mostMs: 0 };
    expect(await tried(inspection, rule, spent)).toMatchObject({ cut: 'time', conversations: 0 });
  });

  it('is for compliance alone', async () => {
    const advisor = await room.signIn('advisor1');
    const paths = ['GET /review/findings', 'POST /review/trials', 'POST /review/inspections'];
    for (const path of paths) {
      const [method = '', where = ''] = path.split(' ');
      const body = method === 'POST' ? { rule: 'T4', since: '2026-01-01' } : undefined;
      expect((await room.call(method, where, advisor, body)).status).toBe(403);
    }
  });
});
