import type { CustomerProfile } from '../profiles/kyc.js';
import type { RiskTolerance } from '../terms/risk.js';
import type { LocalDate } from '../terms/time.js';
import { addDays } from '../terms/time.js';
import { spread } from './spread.js';

/** The demonstration customers (architecture.md §4): fictional, the same at every seeding. */

const SURNAMES = [...'陈林黄张李王吴刘周徐孙马朱胡郭何高罗郑梁谢宋唐许韩冯邓曹彭曾'];
const GIVEN = [...'嘉文静雅思远明轩雨桐子涵书瑶泽宇欣怡浩然晓峰丽华建国秀英志强美玲'];
const DEMO_COUNT = 2_000;
const FIRST_ID = 1_001;

/** Customers whose situation each rule can be shown on; everybody else is generated. */
const STAGED: Readonly<Record<string, (today: LocalDate) => Partial<CustomerProfile>>> = {
  C1001: () => ({ tolerance: 1, name: '林秀英', address: '林女士' }),
  C1002: () => ({ tolerance: 2, name: '周文远', address: '周先生' }),
  C1003: () => ({ tolerance: 3, name: '陈嘉怡', address: '陈女士' }),
  C1004: () => ({ tolerance: 4, name: '徐浩然', address: '徐先生' }),
  C1005: () => ({ tolerance: 5, name: '高志强', address: '高先生' }),
  C1006: (today) => ({
    tolerance: 3,
    assessedOn: addDays(today, -430),
    name: '何雨桐',
    address: '何女士',
  }),
  C1007: (today) => ({
    tolerance: 4,
    born: addDays(today, -(68 * 365.25 + 90) | 0),
    name: '马建国',
    address: '马先生',
  }),
  C1008: () => ({
    tolerance: 5,
    investorClass: 'professional_B',
    name: '罗泽宇',
    address: '罗先生',
  }),
  C1009: () => ({ tolerance: null, assessedOn: null, name: '宋思瑶', address: '宋女士' }),
  C1010: () => ({ tolerance: 1, lowestCategory: true, name: '邓静雅', address: '邓女士' }),
  C1011: () => ({ tolerance: 3, personalization: false, name: '曹明轩', address: '曹先生' }),
};

/** Staged customers are in their thirties and forties unless their age is the point. */
const STAGED_AGE_DAYS = 33 * 365;

export const STAGED_IDS: readonly string[] = Object.keys(STAGED);

export const demoCustomers = (today: LocalDate): readonly CustomerProfile[] =>
  Array.from({ length: DEMO_COUNT }, (_, index) => demoCustomer(index, today));

function demoCustomer(index: number, today: LocalDate): CustomerProfile {
  const id = `C${FIRST_ID + index}`;
  const draw = (salt: number, bound: number) => spread(index, salt) % bound;
  const female = draw(1, 2) === 0;
  const surname = SURNAMES[draw(2, SURNAMES.length)] as string;
  const given = [draw(3, GIVEN.length), draw(4, GIVEN.length)].map((at) => GIVEN[at]).join('');
  const income = 60_000 + draw(5, 60) * 10_000;
  return {
    id,
    name: `${surname}${given}`,
    address: `${surname}${female ? '女士' : '先生'}`,
    born: addDays(today, -(22 * 365 + draw(6, 55 * 365))),
    investorClass: 'ordinary',
    tolerance: (1 + draw(7, 5)) as RiskTolerance,
    assessedOn: addDays(today, -draw(8, 330)),
    lowestCategory: false,
    identityVerified: true,
    personalization: draw(9, 20) !== 0,
    liquidAssets: 20_000 + draw(10, 200) * 10_000,
    monthlySpending: 3_000 + draw(11, 30) * 500,
    householdIncome: income,
    advisor: `advisor${1 + draw(12, 8)}`,
    ...(STAGED[id] ? { born: addDays(today, -(STAGED_AGE_DAYS + index * 400)) } : {}),
    ...STAGED[id]?.(today),
  };
}
