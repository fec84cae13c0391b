import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_THRESHOLDS } from '../../../src/advice/suitability/house-thresholds.js';
import { act, momentEvents } from '../../../src/conversation/moments/acts.js';
import { keepMoments } from '../../../src/conversation/moments/daily.js';
import { runMoments } from '../../../src/conversation/moments/run.js';
import { todayFor } from '../../../src/conversation/moments/today.js';
import { importFiles } from '../../../src/profiles/import/import.js';
import type { Store } from '../../../src/store/store.js';
import { readInstant } from '../../../src/terms/time.js';
import { databases } from '../../store/databases.js';

const TODAY = '2026-11-26';
const EMPLOYEES = '{"id":"A1","name":"郑三","role":"advisor","licences":["fund"]}\n';
const CUSTOMERS = [
  { id: 'C1', name: '林一', tolerance: 2, assessedOn: '2026-05-01', advisor: 'A1' },
  { id: 'C2', name: '周二', tolerance: 3, assessedOn: '2025-12-26', advisor: 'A1' },
  { id: 'C3', name: '吴三', tolerance: 3, assessedOn: '2026-05-01' },
].map((one) => JSON.stringify({ identityVerified: true, ...one }));
const product = (riskLevel: number, asOf: string) =>
  JSON.stringify({
    code: 'P1',
    name: '远山稳健债券 A',
    type: 'bond',
    regime: 'CSRC_FUND',
    issuer: '远山基金',
    riskLevel,
    status: 'on_sale',
    asOf,
  });
const HOLDINGS = 'customer,product,units,cost,asOf\nC1,P1,1000,90000,2026-11-01\n';
const EVENTS = [
  'id,customer,kind,at,body',
  'E1,C3,large-inflow,2026-11-26T09:30:00+08:00,"{""amount"":300000}"',
  'E2,C1,large-outflow,2026-11-26T09:30:00+08:00,"{""amount"":200000}"',
  'E3,C2,mortgage-settled,2026-11-25T09:30:00+08:00,',
  '',
].join('\n');

describe.each(databases)('key moments on $name', ({ open }) => {
  let store: Store;
  let remove: () => Promise<void>;
  let now = readInstant(`${TODAY}T10:00`)!;
  const deps = () => ({
    store,
    origin: 'test',
    now: () => now,
    operator: 'licensed_self_operated' as const,
    house: DEFAULT_THRESHOLDS,
  });
  const load = (path: string, text: string) =>
    importFiles(store, [{ path, text }], { kind: null, dryRun: false, now });
  const forA1 = () => todayFor(store, { employee: 'A1', alsoUnassigned: false }, now);

  beforeEach(async () => {
    now = readInstant(`${TODAY}T10:00`)!;
    ({ store, remove } = await open());
    await load('employees.jsonl', EMPLOYEES);
    await load('customers.jsonl', CUSTOMERS.join('\n'));
    await load('products.jsonl', product(2, '2026-11-01'));
    await load('holdings.csv', HOLDINGS);
    await load('events.csv', EVENTS);
  });
  afterEach(async () => {
    await store.close();
    await remove();
  });

  it('are raised once, however often the day is run', async () => {
    const first = await runMoments(deps(), TODAY);
    expect(first).toMatchObject({
      customers: 3,
      raised: 5,
      byNumber: { 2: 1, 3: 1, 10: 1, 16: 1, 24: 1 },
    });
    expect(await runMoments(deps(), TODAY)).toMatchObject({ raised: 0, byNumber: {} });
    expect(await runMoments(deps(), '2026-11-27')).toMatchObject({ raised: 0 });
  });

  it('stand before the advisor whose customer it is, most worth doing first, each with its reason', async () => {
    await runMoments(deps(), TODAY);
    const moments = await forA1();
    expect(moments.map(({ number, customer }) => [number, customer])).toEqual([
      [3, 'C1'],
      [16, 'C2'],
      [24, 'C1'],
    ]);
    expect(moments[0]).toMatchObject({ held: null, why: '转出或赎回 200,000 元' });
    expect(moments[0]!.reason).toContain('涉及约 20 万元');
    const orphaned = await todayFor(store, { employee: 'S1', alsoUnassigned: true }, now);
    expect(orphaned.map(({ number, customer }) => [number, customer])).toEqual([[2, 'C3']]);
  });

  it('stay in sight in the night, with the hour from which the customer may be called', async () => {
    await runMoments(deps(), TODAY);
    now = readInstant(`${TODAY}T22:00`)!;
    const [first] = await forA1();
    expect(first!.held).toEqual({ by: 'quiet_hours', until: '2026-11-27T01:00:00.000Z' });
    await load('events.csv', 'id,customer,kind,at\nE9,C1,do-not-contact,2026-11-26\n');
    expect((await forA1())[0]!.held).toEqual({ by: 'do_not_contact', until: null });
  });

  it('tell holders that a product was raised to another grade by an import', async () => {
    await load('products.jsonl', product(3, TODAY));
    const { byNumber } = await runMoments(deps(), TODAY);
    // The holder is C2 in class: they are told, and their advisor renews the opinion.
    expect(byNumber[6]).toBe(2);
    expect((await forA1()).find(({ number }) => number === 6)?.why).toBe(
      '远山稳健债券 A 从 R2 调到 R3，超过客户等级',
    );
  });

  it('are done, dismissed or put off once, with what came of it on record', async () => {
    await runMoments(deps(), TODAY);
    const [outflow, mortgage] = await forA1();
    const done = { kind: 'MomentDone', by: 'a', outcome: 'acted', note: null } as const;
    expect(await act(deps(), outflow!.id, done)).toMatchObject({ kind: 'done' });
    expect(await act(deps(), outflow!.id, done)).toEqual({ kind: 'refused', why: 'decided' });
    const dismissed = {
      kind: 'MomentDismissed',
      by: 'a',
      reason: '客户已经说过不用打电话',
    } as const;
    await act(deps(), mortgage!.id, dismissed);
    const [left, ...others] = await forA1();
    expect(others).toEqual([]);
    const beyond = { kind: 'MomentPostponed', by: 'a', until: '2027-01-01', reason: null } as const;
    expect(await act(deps(), left!.id, beyond)).toEqual({ kind: 'refused', why: 'too_late' });
    expect((await momentEvents(store, outflow!.id)).map(({ event }) => event)).toEqual([done]);
    expect((await runMoments(deps(), TODAY)).raised).toBe(0);
  });

  it('lapse when their last day has gone by', async () => {
    await runMoments(deps(), TODAY);
    now = readInstant('2027-02-01T10:00')!;
    const { lapsed } = await runMoments(deps(), '2027-02-01');
    expect(lapsed).toBe(5);
    expect((await forA1()).filter(({ number }) => number === 3)).toEqual([]);
  });

  it('are found within a minute of what happens, without looking at everybody again', async () => {
    expect(await keepMoments(deps(), 'one')).toBe(5);
    now += 60_000;
    expect(await keepMoments(deps(), 'one')).toBe(0);
    await load('events.csv', 'id,customer,kind,at\nE8,C2,job-lost,2026-11-26T10:01:00+08:00\n');
    now += 60_000;
    expect(await keepMoments(deps(), 'another')).toBe(0);
    expect(await keepMoments(deps(), 'one')).toBe(1);
  });
});
