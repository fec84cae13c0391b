import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Action, Relation, Role } from '../../../src/access/permissions.js';
import { may } from '../../../src/access/permissions.js';
import { readEvents } from '../../../src/conversation/queries/stream.js';
import { refusal, stageOf, unsealingStream } from '../../../src/desk/unsealing/decide.js';
import { findCustomer } from '../../../src/profiles/kyc.js';
import type { Desk } from '../desk-room.js';
import { openDesk } from '../desk-room.js';

/** 紧急查看: a customer who is not theirs, opened by a second person, for an hour, on record. */

const HOUR = 60 * 60_000;
const REASON = { reason: '客户来电说被骗，客户经理不在' };

let desk: Desk;
/** An advisor whose customer C1003 is not. */
let stranger: string;
let second: string;

beforeAll(async () => {
  desk = await openDesk();
  const own = (await findCustomer(desk.running.app.store, 'C1003'))!.advisor;
  stranger = await desk.signIn(own === 'advisor6' ? 'advisor7' : 'advisor6');
  second = await desk.signIn('supervisor1', 'supervisor');
});
afterAll(() => desk.stop());

const asked = async (by = stranger) =>
  String((await desk.call('POST', '/desk/customers/C1003/unsealing', by, REASON)).body.id);
const look = async (by = stranger) => (await desk.call('GET', '/desk/customers/C1003', by)).status;
const decide = (id: string, what: string, by: string) =>
  desk.call('POST', `/desk/unsealings/${id}/${what}`, by, {});

describe('a customer of somebody else', () => {
  it('is opened only once a second person agrees, for an hour, and every step is on record', async () => {
    expect(await look()).toBe(404);
    const id = await asked();
    expect(await look()).toBe(404);
    expect((await decide(id, 'grant', second)).body).toMatchObject({ stage: 'open' });
    expect(await look()).toBe(200);
    const shown = await desk.call('POST', '/desk/customers/C1003/reveal', stranger);
    expect(shown.status).toBe(200);
    desk.wait(HOUR - 1_000 - 50 * 60_000);
    await desk.call('POST', '/session/presence', stranger);
    expect(await look()).toBe(200);
    const events = await readEvents(desk.running.app.store, unsealingStream(id));
    expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['UnsealingAsked', expect.stringMatching(/^staff:advisor/)],
      ['UnsealingGranted', 'staff:supervisor1'],
    ]);
  });

  it('is closed again when the hour is over', () => {
    const row = { state: 'granted', asked_at: 0, ends_at: HOUR, staff_id: 'a' } as const;
    expect(stageOf(row, HOUR - 1)).toBe('open');
    expect(stageOf(row, HOUR)).toBe('over');
  });

  it('stays closed where the second person says no, and what was decided is decided', async () => {
    await desk.endDay();
    stranger = await desk.signIn('advisor6');
    second = await desk.signIn('supervisor1', 'supervisor');
    const id = await asked();
    expect((await decide(id, 'refusal', second)).body).toMatchObject({ stage: 'refused' });
    expect(await look()).toBe(404);
    expect((await decide(id, 'grant', second)).status).toBe(409);
  });

  it('is not opened by the one who asks, whatever their office', async () => {
    const id = String(
      (await desk.call('POST', '/desk/customers/C1003/unsealing', second, REASON)).body.id,
    );
    expect((await decide(id, 'grant', second)).status).toBe(403);
    const compliance = await desk.signIn('compliance1', 'compliance');
    expect((await decide(id, 'grant', compliance)).status).toBe(200);
  });

  it('needs a reason that says something', async () => {
    const path = '/desk/customers/C1003/unsealing';
    for (const reason of ['', '   ', '急']) {
      expect((await desk.call('POST', path, stranger, { reason })).status).toBe(400);
    }
  });

  it('is told of by number alone to whoever decides, and to nobody who does not', async () => {
    const id = await asked();
    const listed = async (by: string) =>
      (await desk.call('GET', '/desk/unsealings', by)).body.unsealings as {
        readonly id: string;
        readonly mayDecide: boolean;
      }[];
    expect((await listed(second)).find((one) => one.id === id)).toMatchObject({ mayDecide: true });
    expect((await listed(stranger)).find((one) => one.id === id)).toMatchObject({
      mayDecide: false,
      mine: true,
    });
    const other = await desk.signIn('advisor8');
    expect((await listed(other)).map((one) => one.id)).not.toContain(id);
    const { name } = (await findCustomer(desk.running.app.store, 'C1003'))!;
    expect(JSON.stringify(await listed(second))).not.toContain(name);
  });
});

describe('whoever decides', () => {
  const row = { state: 'asked', asked_at: 0, ends_at: null, staff_id: 'advisor6' } as const;

  it.each([
    ['advisor6', 0, 'own'],
    ['supervisor1', HOUR - 1, null],
    ['supervisor1', HOUR, 'lapsed'],
  ] as const)('%s, %i ms after it was asked: %s', (by, now, why) => {
    expect(refusal(row, by, now)).toBe(why);
  });
});

/** 权限矩阵 of breaking the glass: every route × every role × whose it is, against the table. */
describe('the routes of breaking the glass', () => {
  const ROLES: readonly (readonly [Role, string])[] = [
    ['advisor', 'advisor6'],
    ['supervisor', 'supervisor1'],
    ['compliance', 'compliance1'],
    ['operator', 'operator1'],
    ['auditor', 'auditor1'],
    ['admin', 'admin1'],
  ];

  it.each(ROLES)('%s reaches what the table says', async (role, id) => {
    // What was opened yesterday is open no more.
    await desk.endDay();
    const token = await desk.signIn(id, role);
    const asker = await desk.signIn('advisor8');
    const { store } = desk.running.app;
    const mine = [...Array(40).keys()]
      .map((n) => `C${1001 + n}`)
      .map(async (one) => ((await findCustomer(store, one))?.advisor === id ? one : null));
    const own = (await Promise.all(mine)).find((one) => one !== null);
    const lines: (readonly [Action, Relation, Promise<{ status: number }>])[] = [
      ['glass.list', 'self', desk.call('GET', '/desk/unsealings', token)],
      [
        'glass.break',
        'others',
        desk.call('POST', '/desk/customers/C1003/unsealing', token, REASON),
      ],
      ['glass.grant', 'others', decide(await asked(asker), 'refusal', token)],
      ['glass.grant', 'others', decide(await asked(asker), 'grant', token)],
    ];
    if (own) {
      const path = `/desk/customers/${own}/unsealing`;
      lines.push(['glass.break', 'assigned', desk.call('POST', path, token, REASON)]);
    }
    for (const [action, relation, answer] of lines) {
      const { status } = await answer;
      expect([action, relation, status !== 403 && status !== 404]).toEqual([
        action,
        relation,
        may(role, action, relation),
      ]);
    }
  });
});
