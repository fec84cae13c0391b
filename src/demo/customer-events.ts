import type { CustomerProfile } from '../profiles/kyc.js';
import type { CustomerEventRow } from '../store/institution-rows.js';
import type { JsonObject } from '../terms/json.js';
import type { LocalDate } from '../terms/time.js';
import { addDays, readInstant } from '../terms/time.js';
import { spread } from './spread.js';

type Happened = readonly [kind: string, daysAgo: number, body: JsonObject];

const STAGED: Readonly<Record<string, readonly Happened[]>> = {
  C1001: [['deposit-maturing', 2, { product: 'CK0012', inDays: 165 }]],
  C1002: [['product-grade-raised', 25, { product: 'QY0031', from: 2, to: 3 }]],
  C1003: [['large-inflow', 6, { amount: 300_000 }]],
  C1004: [['product-page-viewed', 3, { product: 'QY0095', times: 5 }]],
  C1005: [['login-after-long-absence', 1, { days: 190 }]],
  C1006: [['assessment-expired', 65, {}]],
  C1007: [['large-outflow', 9, { amount: 120_000 }]],
  C1011: [['personalization-refused', 210, {}]],
  C1014: [
    ['policy-issued', 5, { name: '云栖守望重大疾病保险', coolingOffDays: 15, amount: 6_800 }],
  ],
};

/** What may happen to anybody, with the body it comes with. */
const ORDINARY: readonly (readonly [kind: string, body: (draw: number) => JsonObject])[] = [
  ['large-inflow', (draw) => ({ amount: 50_000 + (draw % 40) * 5_000 })],
  ['large-outflow', (draw) => ({ amount: 50_000 + (draw % 30) * 5_000 })],
  ['salary-received', (draw) => ({ amount: 6_000 + (draw % 30) * 500 })],
  ['dividend-received', (draw) => ({ amount: 100 + (draw % 50) * 20 })],
  ['plan-debit-failed', (draw) => ({ amount: 500 + (draw % 10) * 100 })],
  ['child-born', () => ({})],
  ['mortgage-settled', () => ({})],
  ['id-document-expiring', (draw) => ({ inDays: 10 + (draw % 80) })],
  ['advisor-changed', () => ({})],
];

/** What happened around the demonstration customers: to every third of them, within a year. */
export function demoCustomerEvents(
  customers: readonly CustomerProfile[],
  today: LocalDate,
): readonly CustomerEventRow[] {
  return customers.flatMap(({ id }, index) =>
    (STAGED[id] ?? drawn(index)).map(([kind, daysAgo, body], at) => ({
      id: `E-${id}-${at + 1}`,
      customer_id: id,
      kind,
      at: readInstant(`${addDays(today, -daysAgo)}T09:00`) ?? 0,
      body: JSON.stringify(body),
    })),
  );
}

function drawn(index: number): readonly Happened[] {
  if (spread(index, 70) % 3 !== 0) return [];
  const [kind, body] = ORDINARY[spread(index, 71) % ORDINARY.length] ?? [
    'salary-received',
    () => ({}),
  ];
  return [[kind, 1 + (spread(index, 72) % 360), body(spread(index, 73))]];
}
