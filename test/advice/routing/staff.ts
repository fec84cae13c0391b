import fc from 'fast-check';
import type { Candidate, Request } from '../../../src/advice/routing/candidate.js';
import type { House } from '../../../src/advice/routing/filters.js';
import type { RoutingPolicy } from '../../../src/advice/routing/policy.js';
import { loadRoutingPolicy } from '../../../src/app/routing-policy.js';
import type { Product } from '../../../src/terms/product.js';
import { readInstant } from '../../../src/terms/time.js';

export const POLICY: RoutingPolicy = loadRoutingPolicy('2026-11-26');

export const at = (moment: string): number => readInstant(moment)!;

/** Monday to Friday with a lunch break; 1 to 7 October are holidays. */
export const HOUSE: House = {
  hours: {
    weekdays: [1, 2, 3, 4, 5],
    spans: [
      { from: '09:00', to: '11:30' },
      { from: '13:00', to: '18:00' },
    ],
  },
  holidays: { closures: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }] },
};

type Wanted = Request['products'][number];

export const product = (part: Partial<Wanted> = {}): Wanted => ({
  name: '远行成长',
  regime: 'CSRC_FUND',
  type: 'mixed',
  riskLevel: 4,
  issuerRiskLevel: null,
  ...part,
});

/** Somebody who may serve everybody. */
export const candidate = (id: string, part: Partial<Candidate> = {}): Candidate => ({
  id,
  name: `顾问${id}`,
  role: 'advisor',
  licences: ['fund', 'wealth_product', 'insurance', 'fund_advisory'],
  productGrade: 5,
  domains: [],
  languages: ['mandarin'],
  capacity: 5,
  hours: null,
  isReady: true,
  load: 0,
  served: 0,
  endedWell: 0,
  tenureDays: null,
  ...part,
});

/** On a Thursday morning, about a fund of grade 4. */
export const request = (part: Partial<Request> = {}): Request => ({
  conversation: 'c1',
  reason: 'asked',
  now: at('2026-11-26T10:00'),
  products: [product()],
  domains: [],
  language: 'mandarin',
  manager: null,
  conflicts: [],
  ...part,
});

const LICENCES = ['fund', 'wealth_product', 'insurance', 'fund_advisory'] as const;
const DOMAINS = ['养老', '教育', '保障'];
const REGIMES: readonly Product['regime'][] = [
  'CSRC_FUND',
  'NFRA_INVEST',
  'NFRA_INSURANCE',
  'DEPOSIT',
];

export const anyCandidates: fc.Arbitrary<readonly Candidate[]> = fc
  .array(
    fc.record({
      role: fc.constantFrom('advisor', 'advisor', 'advisor', 'supervisor', 'operator'),
      licences: fc.subarray([...LICENCES]),
      productGrade: fc.constantFrom(null, 2, 4, 5),
      domains: fc.subarray(DOMAINS),
      languages: fc.subarray(['mandarin', 'cantonese', 'english']),
      capacity: fc.integer({ min: 0, max: 4 }),
      isReady: fc.boolean(),
      load: fc.integer({ min: 0, max: 4 }),
      served: fc.integer({ min: 0, max: 40 }),
      tenureDays: fc.option(fc.integer({ min: 0, max: 3_000 })),
    }),
    { maxLength: 8 },
  )
  .map((parts) =>
    parts.map((part, n) =>
      candidate(`a${n}`, { ...part, endedWell: Math.floor(part.served * 0.7) } as object),
    ),
  );

export const anyRequest: fc.Arbitrary<Request> = fc
  .record({
    reason: fc.constantFrom('asked', 'complaint', 'fraud'),
    now: fc.constantFrom(at('2026-11-26T10:00'), at('2026-11-26T12:00'), at('2026-10-01T10:00')),
    products: fc.array(
      fc
        .record({
          regime: fc.constantFrom(...REGIMES),
          riskLevel: fc.constantFrom(null, 1, 2, 3, 4, 5),
        })
        .map((part) => product(part as object)),
      { maxLength: 2 },
    ),
    domains: fc.subarray(DOMAINS),
    language: fc.constantFrom('mandarin', 'mandarin', 'cantonese'),
    manager: fc.constantFrom(null, 'a0', 'a1', 'a2'),
    conflicts: fc.subarray([
      { employee: 'a0', kind: 'relative' },
      { employee: 'a3', kind: 'declared' },
    ]),
  })
  .map((part) => request(part as object));
