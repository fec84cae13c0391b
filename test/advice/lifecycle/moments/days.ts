import type {
  CustomerDay,
  Happening,
  HeldToday,
} from '../../../../src/advice/lifecycle/moments/moment.js';
import { readInstant } from '../../../../src/terms/time.js';

export const TODAY = '2026-11-26';

/** Something that happened at nine on a day. */
export const happened = (
  kind: string,
  day: string,
  body: Happening['body'] = {},
  id = `E-${kind}`,
): Happening => ({ id, kind, day, at: readInstant(`${day}T09:00`)!, body });

export const held = (part: Partial<HeldToday> = {}): HeldToday => ({
  code: 'QY0060',
  name: '青屿优质治理混合 A',
  class: 'mixed',
  riskLevel: 4,
  value: 100_000,
  share: 0.2,
  dayChange: 0,
  weekChange: 0,
  ...part,
});

/** A C3 of forty with an advisor, assessed in March, to whom nothing happened. */
export const dayOf = ({ customer, ...part }: DayPart = {}): CustomerDay => ({
  today: TODAY,
  customer: {
    id: 'C1',
    born: '1986-03-01',
    tolerance: 3,
    assessedOn: '2026-03-01',
    lowestCategory: false,
    cddBlocked: false,
    advisor: 'advisor1',
    isOrphan: false,
    ...customer,
  },
  held: [],
  happenings: [],
  flows: [],
  assessments: [],
  changes: [],
  grades: new Map([['QY0095', 5]]),
  ...part,
});

export type DayPart = Partial<Omit<CustomerDay, 'customer'>> & {
  readonly customer?: Partial<CustomerDay['customer']>;
};
