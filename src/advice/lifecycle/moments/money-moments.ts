import { addDays, addMonths } from '../../../terms/time.js';
import {
  HOUSE,
  advisorTask,
  customerNotice,
  numberIn,
  onHappening,
  recent,
  yuanFact,
} from './finding.js';
import type { CustomerDay, Happening, MomentRule, MoneyFlow, Sighting } from './moment.js';

/** A movement counts as large from here, and from three times what moves in a usual month. */
const LARGE = 50_000;
const TIMES_USUAL = 3;
const USUAL_MONTHS = 3;

/** 大额资金变动: what moved on one of the last days, beside the months before. */
function largeFlows(day: CustomerDay, way: MoneyFlow['way']): readonly MoneyFlow[] {
  const from = addMonths(day.today, -USUAL_MONTHS);
  const own = day.flows.filter((flow) => flow.way === way && flow.day >= from);
  const isNew = (flow: MoneyFlow) => flow.day >= addDays(day.today, -1) && flow.day <= day.today;
  const before = own.filter((flow) => !isNew(flow)).reduce((sum, { amount }) => sum + amount, 0);
  const least = Math.max(LARGE, (TIMES_USUAL * before) / USUAL_MONTHS);
  return own.filter((flow) => isNew(flow) && flow.amount > least);
}

/** Told by the bank's own systems, or seen in the account. */
function large(day: CustomerDay, way: MoneyFlow['way'], kind: string): readonly Sighting[] {
  const words = way === 'in' ? '转入' : '转出或赎回';
  const found = (subject: string, on: string, amount: number): Sighting => ({
    step: 'advisor',
    subject,
    from: on,
    until: addDays(on, 3),
    why: `${words} ${amount.toLocaleString('en-US')} 元`,
    stake: amount,
    told: {},
  });
  return [
    ...recent(day, [kind], 3)
      .filter((one) => numberIn(one, 'amount') > LARGE)
      .map((one) => found(one.id, one.day, numberIn(one, 'amount'))),
    ...largeFlows(day, way).map((flow) => found(flow.id, flow.day, flow.amount)),
  ];
}

const inflow: MomentRule = {
  number: 2,
  name: '大额资金转入',
  trigger: '一笔转入超过 5 万元和三个月月均的 3 倍',
  timing: '当天',
  basis: HOUSE,
  value: 0.8,
  likelihood: 0.5,
  steps: {
    advisor: advisorTask('道谢，问这笔钱的用处，先不谈产品', { channels: ['call', 'app'] }),
  },
  find: (day) => large(day, 'in', 'large-inflow'),
};

const outflow: MomentRule = {
  number: 3,
  name: '大额转出或赎回',
  trigger: '一笔转出或赎回超过 5 万元和三个月月均的 3 倍',
  timing: '4 小时内',
  basis: HOUSE,
  value: 0.9,
  likelihood: 0.4,
  steps: { advisor: advisorTask('问原因，看服务有没有没做好的地方', { channels: ['call'] }) },
  find: (day) => large(day, 'out', 'large-outflow'),
};

const amountOf = (one: Happening) => ({ amount: yuanFact(numberIn(one, 'amount'), '金额') });

/** A notice to the customer about something that happened to their money. */
const notice = (
  rule: Omit<MomentRule, 'find' | 'basis'>,
  kinds: readonly string[],
  days: number,
  why: string,
): MomentRule => ({
  ...rule,
  basis: HOUSE,
  find: (day) =>
    recent(day, kinds, days).flatMap((one) =>
      Object.keys(rule.steps).map((step) =>
        onHappening(one, step, days, {
          why,
          stake: numberIn(one, 'amount'),
          told: amountOf(one),
        }),
      ),
    ),
});

const bonus = notice(
  {
    number: 18,
    name: '奖金或分红到账',
    trigger: '奖金、分红到账',
    timing: '次日',
    value: 0.4,
    likelihood: 0.3,
    steps: { customer: customerNotice('中性告知到账') },
  },
  ['bonus-received', 'dividend-received'],
  3,
  '有一笔奖金或分红到账',
);

const failedDebit = notice(
  {
    number: 19,
    name: '定投扣款失败',
    trigger: '定投当期没有扣成',
    timing: '当天',
    value: 0.5,
    likelihood: 0.6,
    steps: { customer: customerNotice('说明没扣成和怎么补', { channels: ['app', 'sms'] }) },
  },
  ['plan-debit-failed'],
  2,
  '定投没有扣成',
);

const goalReached = notice(
  {
    number: 20,
    name: '定投达到目标',
    trigger: '定投计划达到所设的目标',
    timing: '次日',
    value: 0.6,
    likelihood: 0.5,
    steps: {
      customer: customerNotice('告知达到目标，请客户定下一步'),
      advisor: advisorTask('按原来的目标谈下一步'),
    },
  },
  ['plan-goal-reached'],
  7,
  '定投达到目标',
);

/** Money that lay idle for so many days, and so much of it, may be spoken of once a month. */
const IDLE_DAYS = 30;
const IDLE = 20_000;

const idleCash: MomentRule = {
  number: 25,
  name: '资金闲置',
  trigger: '活期资金超过 2 万元，闲置 30 天以上',
  timing: '每月一次，客户同意过才发',
  basis: HOUSE,
  value: 0.4,
  likelihood: 0.3,
  steps: { customer: customerNotice('只提 R1 的现金类产品', { purpose: 'marketing' }) },
  offer: 'cash_r1',
  find: (day) =>
    recent(day, ['idle-cash'], IDLE_DAYS)
      .slice(-1)
      .filter((one) => numberIn(one, 'days') > IDLE_DAYS && numberIn(one, 'amount') > IDLE)
      .map((one) => ({
        ...onHappening(one, 'customer', IDLE_DAYS, { why: '有资金长期闲置' }),
        subject: one.day.slice(0, 7),
        stake: numberIn(one, 'amount'),
        told: amountOf(one),
      })),
};

export const MONEY_MOMENTS: readonly MomentRule[] = [
  inflow,
  outflow,
  bonus,
  failedDebit,
  goalReached,
  idleCash,
];
