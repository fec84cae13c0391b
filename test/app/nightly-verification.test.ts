import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { CompiledQuery } from 'kysely';
import { lastNight, verifyNightly } from '../../src/app/nightly-verification.js';
import { ORIGIN } from '../../src/app/parts.js';
import { lastVerified } from '../../src/review/ledger/health.js';
import { toIso } from '../../src/terms/time.js';
import type { Desk } from '../desk/desk-room.js';
import { openDesk } from '../desk/desk-room.js';

/** The whole record is looked through every night, though nobody asks for it. */

let desk: Desk;
let at: number;
let officer: string;
let conversation: string;

beforeAll(async () => {
  desk = await openDesk();
  officer = await desk.signIn('officer1', 'compliance');
  const customer = await desk.customer();
  conversation = customer.id;
  await customer.say('这款理财保本吗？');
  await desk.running.app.ledger.run();
  at = Date.parse('2026-11-25T14:00:00+08:00');
});
afterAll(() => desk.stop());

const night = () => {
  const { store, ledger } = desk.running.app;
  return verifyNightly({ store, ledger, origin: ORIGIN, owner: 'one', now: () => at });
};
const readyz = async () =>
  ((await (await fetch(`${desk.url}/readyz`)).json()) as { ledger: object }).ledger;
const metrics = async () => (await fetch(`${desk.url}/metrics`)).text();

describe('the night', () => {
  it('begins at three in the morning, by the clock of the institution', () => {
    const nightOf = (iso: string) => toIso(lastNight(Date.parse(iso)));
    expect(nightOf('2026-11-25T02:59:00+08:00')).toBe(toIso(Date.parse('2026-11-24T03:00+08:00')));
    expect(nightOf('2026-11-25T03:00:00+08:00')).toBe(toIso(Date.parse('2026-11-25T03:00+08:00')));
  });

  it('is made up for where none has been, and is not done twice', async () => {
    expect(await night()).toBe(true);
    expect(await night()).toBe(false);
    at = Date.parse('2026-11-26T02:00:00+08:00');
    expect(await night()).toBe(false);
    at = Date.parse('2026-11-26T03:05:00+08:00');
    expect(await night()).toBe(true);
    const { store } = desk.running.app;
    expect(await lastVerified({ store })).toMatchObject({ by: 'nightly', verdict: 'intact', at });
  });

  it('is told of with its hour and its verdict, to whoever asks and to whoever measures', async () => {
    expect(await readyz()).toMatchObject({ verified: { at: toIso(at), verdict: 'intact' } });
    const { body } = await desk.call('GET', '/review/ledger', officer);
    expect(body.verified).toMatchObject({ by: 'nightly', verdict: 'intact' });
  });

  it('raises an alarm that names what does not hold', async () => {
    const { store } = desk.running.app;
    const { body } = await desk.call('GET', `/review/conversations/${conversation}`, officer);
    const reply = body.lines.find(({ kind }: { kind: string }) => kind === 'ReplyDecided');
    const exchanged = `update event set body = (select body from event where stream =
      '${conversation}' and seq = 1) where stream = '${conversation}' and seq = ${reply.seq}`;
    const query = sql.raw(exchanged).compile(store.db) as CompiledQuery;
    await store.commit([{ query }]);
    at = Date.parse('2026-11-27T03:05:00+08:00');
    await expect(night()).rejects.toThrow(/does not hold: altered, words at /);
    expect(await readyz()).toMatchObject({ trouble: 'altered', verified: { verdict: 'altered' } });
  });
});

it('counts the hour of the last one beside the ledger’s other figures', async () => {
  expect(await metrics()).toContain('shuzhi_ledger_verified_at_seconds');
});
