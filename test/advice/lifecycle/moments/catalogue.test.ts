import { describe, expect, it } from '@jest/globals';
import { MOMENTS, dueOn } from '../../../../src/advice/lifecycle/moments/catalogue.js';
import type { DayPart } from './days.js';
import { TODAY, dayOf, happened, held } from './days.js';

const DAY_BEFORE = '2026-11-25';
const change = (
  kind: 'grade' | 'manager' | 'suspended' | 'fees',
  before: string,
  after: string,
) => ({
  code: 'QY0060',
  name: '青屿优质治理混合 A',
  kind,
  day: TODAY,
  before,
  after,
});

/** Number, what happens, the day, and who is to act. */
const CASES: readonly (readonly [number, string, DayPart, string])[] = [
  [
    1,
    '一周后到期',
    { happenings: [happened('deposit-maturing', TODAY, { inDays: 7 })] },
    'advisor',
  ],
  [
    1,
    '明天到期',
    { happenings: [happened('product-maturing', '2026-11-01', { on: '2026-11-27' })] },
    'advisor,customer',
  ],
  [
    2,
    '今天转进来三十万',
    { happenings: [happened('large-inflow', TODAY, { amount: 3e5 })] },
    'advisor',
  ],
  [2, '账上今天多了八万', { flows: [{ id: 'T1', way: 'in', amount: 8e4, day: TODAY }] }, 'advisor'],
  [3, '今天赎回十二万', { flows: [{ id: 'T1', way: 'out', amount: 12e4, day: TODAY }] }, 'advisor'],
  [4, '五天跌了 6%', { held: [held({ weekChange: -0.06 })] }, 'customer,advisor'],
  [5, '股票基金一天跌了 4%', { held: [held({ class: 'equity', dayChange: -0.04 })] }, 'customer'],
  [
    6,
    'R3 升到 R4，我是 C3',
    { held: [held()], changes: [change('grade', '3', '4')] },
    'customer,advisor',
  ],
  [6, 'R2 升到 R3，我是 C3', { held: [held()], changes: [change('grade', '2', '3')] }, 'customer'],
  [7, '换了管理人', { held: [held()], changes: [change('manager', '甲', '乙')] }, 'customer'],
  [
    8,
    '停售了',
    { held: [held()], changes: [change('suspended', 'on_sale', 'suspended')] },
    'customer',
  ],
  [9, '费率变了', { held: [held()], changes: [change('fees', '', '')] }, 'customer'],
  [10, '测评还有 30 天到期', { customer: { assessedOn: '2025-12-26' } }, 'customer'],
  [10, '测评今天到期', { customer: { assessedOn: '2025-11-26' } }, 'customer'],
  [
    11,
    '从 C2 变成 C4',
    {
      assessments: [
        { day: '2025-11-20', tolerance: 2, state: 'counts' },
        { day: DAY_BEFORE, tolerance: 4, state: 'awaits_person' },
      ],
    },
    'advisor,compliance',
  ],
  [12, '我失业了', { happenings: [happened('job-lost', DAY_BEFORE)] }, 'advisor'],
  [13, '今天满 65 岁', { customer: { born: '1961-11-26' } }, 'system'],
  [
    14,
    '孩子下个月满六岁，资料是我同意留的',
    { happenings: [happened('child-born', '2020-12-20', { consented: true })] },
    'advisor',
  ],
  [
    15,
    '一年后退休',
    { happenings: [happened('retirement-planned', '2026-01-01', { on: '2027-11-26' })] },
    'advisor',
  ],
  [16, '房贷还清了', { happenings: [happened('mortgage-settled', DAY_BEFORE)] }, 'advisor'],
  [17, '今天生日', { customer: { born: '1980-11-26' } }, 'advisor'],
  [
    18,
    '分红到账',
    { happenings: [happened('dividend-received', TODAY, { amount: 500 })] },
    'customer',
  ],
  [
    19,
    '定投没扣成',
    { happenings: [happened('plan-debit-failed', TODAY, { amount: 800 })] },
    'customer',
  ],
  [20, '定投到目标了', { happenings: [happened('plan-goal-reached', TODAY)] }, 'customer,advisor'],
  [21, '保费后天交', { happenings: [happened('premium-due', TODAY, { inDays: 14 })] }, 'customer'],
  [21, '保费过了一周没交', { happenings: [happened('premium-due', '2026-11-19')] }, 'advisor'],
  [22, '顾问不在了', { customer: { advisor: null, isOrphan: true } }, 'customer'],
  [
    23,
    '犹豫期第一天',
    { happenings: [happened('policy-issued', TODAY, { coolingOffDays: 15 })] },
    'customer',
  ],
  [24, '一只占了四成', { held: [held({ share: 0.4 })] }, 'advisor'],
  [
    25,
    '五万闲了四十天',
    { happenings: [happened('idle-cash', TODAY, { amount: 5e4, days: 40 })] },
    'customer',
  ],
  [
    26,
    '看了五次 R5 的',
    { happenings: [happened('product-page-viewed', TODAY, { product: 'QY0095', times: 5 })] },
    'advisor',
  ],
  [27, '助手答不上来，转人工', { happenings: [happened('HandoffRequested', TODAY)] }, 'advisor'],
  [28, '我要投诉', { happenings: [happened('ComplaintFiled', TODAY)] }, 'complaints'],
  [
    28,
    '投诉十天了',
    { happenings: [happened('ComplaintFiled', '2026-11-16')] },
    'complaints,compliance',
  ],
  [
    29,
    '新手机登录，又转走八万',
    {
      happenings: [happened('new-device-login', TODAY)],
      flows: [{ id: 'T1', way: 'out', amount: 8e4, day: TODAY }],
    },
    'risk_desk',
  ],
  [30, '让我转到安全账户', { happenings: [happened('FraudReported', TODAY)] }, 'risk_desk'],
  [
    31,
    '身份证还有 90 天到期',
    { happenings: [happened('id-document-expiring', TODAY, { inDays: 90 })] },
    'customer',
  ],
  [
    32,
    '半年没来了',
    { happenings: [happened('login-after-long-absence', TODAY, { days: 190 })] },
    'advisor',
  ],
];

const audiences = (number: number, part: DayPart): string =>
  dueOn(dayOf(part))
    .filter(({ rule }) => rule.number === number)
    .map(({ rule, step }) => rule.steps[step]!.audience)
    .join(',');

describe('a key moment', () => {
  it.each(CASES)('%d: %s', (number, _words, part, who) => {
    expect(audiences(number, part)).toBe(who);
  });

  it('is each of the 32 of the house, with a case here', () => {
    const numbers = MOMENTS.map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 32 }, (_, at) => at + 1));
    expect(new Set(CASES.map(([number]) => number))).toEqual(new Set(numbers));
  });

  it('asks nothing of anybody on a day on which nothing happened', () => {
    expect(dueOn(dayOf())).toEqual([]);
  });

  it.each([
    [2, '转进来四万', { happenings: [happened('large-inflow', TODAY, { amount: 4e4 })] }],
    [
      2,
      '每个月都进六万，今天也进六万',
      {
        flows: ['2026-08-30', '2026-09-30', '2026-10-30', TODAY].map((day, at) => ({
          id: `T${at}`,
          way: 'in' as const,
          amount: 6e4,
          day,
        })),
      },
    ],
    [4, '五天跌了 4%', { held: [held({ weekChange: -0.04 })] }],
    [6, '等级调低了', { held: [held()], changes: [change('grade', '4', '3')] }],
    [7, '换管理人的产品我没有', { held: [], changes: [] }],
    [14, '孩子的资料我没同意留', { happenings: [happened('child-born', '2020-12-20')] }],
    [
      23,
      '犹豫期早过了',
      { happenings: [happened('policy-issued', '2026-10-01', { coolingOffDays: 15 })] },
    ],
    [24, '四成是存款', { held: [held({ share: 0.4, class: 'deposit' })] }],
    [
      29,
      '新手机登录，转走三千',
      {
        happenings: [happened('new-device-login', TODAY)],
        flows: [{ id: 'T1', way: 'out' as const, amount: 3e3, day: TODAY }],
      },
    ],
  ] as const)('%d is none where: %s', (number, _words, part) => {
    expect(audiences(number, part)).toBe('');
  });

  it('bears the same name on every day on which it is due, so that it is raised once', () => {
    const { happenings } = dayOf({
      happenings: [happened('id-document-expiring', TODAY, { inDays: 30 })],
    });
    const named = ['2026-11-26', '2026-12-01', '2026-12-25'].map((today) =>
      dueOn(dayOf({ today, happenings }))
        .filter(({ rule }) => rule.number === 31)
        .map(({ subject }) => subject),
    );
    expect(named[0]).toHaveLength(1);
    expect(named[1]).toEqual(named[0]);
    expect(named[2]).toEqual(named[0]);
  });
});
