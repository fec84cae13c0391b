import type { LocalDate } from '../../../terms/time.js';
import { addDays, addMonths } from '../../../terms/time.js';
import { HOUSE, advisorTask, dayMeant, onHappening, recent } from './finding.js';
import type { MomentRule, Sighting } from './moment.js';

/** Older than anybody's child that a plan is made for. */
const LIFETIME_DAYS = 20 * 366;

/** Something in the customer's life that an advisor speaks to them about. */
const told = (
  rule: Omit<MomentRule, 'find' | 'basis'>,
  kinds: readonly string[],
  days: number,
  why: string,
): MomentRule => ({
  ...rule,
  basis: HOUSE,
  find: (day) => recent(day, kinds, days).map((one) => onHappening(one, 'advisor', days, { why })),
});

const hardship = told(
  {
    number: 12,
    name: '生活有重大变化',
    trigger: '客户告知失业、生病、生育或婚姻变化',
    timing: '24 小时内',
    value: 0.8,
    likelihood: 0.5,
    steps: {
      advisor: advisorTask('先关心人，看应急钱够不够，情况变了请客户重新测评', {
        channels: ['call'],
      }),
    },
  },
  ['job-lost', 'illness', 'child-born', 'divorced', 'married'],
  5,
  '生活有重大变化',
);

const mortgage = told(
  {
    number: 16,
    name: '房贷结清或新办',
    trigger: '房贷结清或开始还',
    timing: '3 天内',
    value: 0.5,
    likelihood: 0.4,
    steps: { advisor: advisorTask('看每月收支怎么变', { channels: ['call'] }) },
  },
  ['mortgage-settled', 'mortgage-started'],
  3,
  '房贷有变化',
);

/** The birthday in the year of a day. */
const birthdayNear = (born: LocalDate, today: LocalDate): LocalDate =>
  addMonths(born, 12 * (Number(today.slice(0, 4)) - Number(born.slice(0, 4))));

/** Ages at which rules for older customers begin. */
const ELDER_AGES = [60, 65];

/** 13: what follows is read from the birthday wherever it matters; this puts the day on record. */
const elder: MomentRule = {
  number: 13,
  name: '满 60 岁或 65 岁',
  trigger: '生日当天满 60 岁（录音录像）或 65 岁（适老服务）',
  timing: '生日当天，不打扰客户',
  basis: { instrument: '互联网保险业务监管办法与可回溯管理规定', article: '适老要求', tag: 'W' },
  value: 0.3,
  likelihood: 1,
  steps: {
    system: {
      audience: 'system',
      channels: ['silent'],
      purpose: 'duty',
      action: '打开适老流程：60 岁起录音录像，65 岁起适老服务',
    },
  },
  find: ({ customer: { born }, today }) =>
    born === null
      ? []
      : ELDER_AGES.map((age) => ({ age, on: addMonths(born, 12 * age) })).flatMap(
          ({ age, on }): Sighting[] => [
            {
              step: 'system',
              subject: String(age),
              from: on,
              until: addDays(on, 30),
              why: `${today >= on ? '已' : '将'}满 ${age} 岁`,
              stake: 0,
              told: {},
            },
          ],
        ),
};

const CHILD_AGES = [6, 12, 15, 18];
const BEFORE_DAYS = 30;

/** 14: only of children the customer told us of and agreed to our keeping. */
const child: MomentRule = {
  number: 14,
  name: '孩子到上学的年纪',
  trigger: '孩子满 6、12、15、18 岁（客户同意留存的资料）',
  timing: '提前 30 天',
  basis: { instrument: '个人信息保护法', article: '第二十九条', tag: 'T' },
  value: 0.6,
  likelihood: 0.4,
  steps: {
    advisor: advisorTask('一起看教育金够不够', { channels: ['call'], purpose: 'marketing' }),
  },
  find: (day) =>
    recent(day, ['child-born'], LIFETIME_DAYS)
      .filter(({ body }) => body['consented'] === true)
      .flatMap((one) =>
        CHILD_AGES.map((age): Sighting => {
          const on = addMonths(dayMeant(one), 12 * age);
          return {
            step: 'advisor',
            subject: `${one.id}:${age}`,
            from: addDays(on, -BEFORE_DAYS),
            until: on,
            why: `孩子 ${on} 满 ${age} 岁`,
            stake: 0,
            told: {},
          };
        }),
      ),
};

const RETIREMENT_MONTHS = [12, 3];

const retirement: MomentRule = {
  number: 15,
  name: '临近退休',
  trigger: '客户说过的退休日前 12 个月和 3 个月',
  timing: '按日期',
  basis: HOUSE,
  value: 0.8,
  likelihood: 0.5,
  steps: { advisor: advisorTask('一起排退休后的每月收支', { channels: ['meeting'] }) },
  find: (day) =>
    recent(day, ['retirement-planned'], LIFETIME_DAYS)
      .slice(-1)
      .flatMap((one) =>
        RETIREMENT_MONTHS.map((months): Sighting => {
          const on = dayMeant(one);
          const from = addMonths(on, -months);
          return {
            step: 'advisor',
            subject: `${on}:${months}`,
            from,
            until: addDays(from, 30),
            why: `${on} 退休`,
            stake: 0,
            told: {},
          };
        }),
      ),
};

const birthday: MomentRule = {
  number: 17,
  name: '生日',
  trigger: '客户生日当天',
  timing: '当天',
  basis: HOUSE,
  value: 0.2,
  likelihood: 0.3,
  steps: { advisor: advisorTask('问候，不谈产品', { channels: ['app'], purpose: 'marketing' }) },
  find: ({ customer: { born }, today }) => {
    if (born === null) return [];
    const on = birthdayNear(born, today);
    return [
      { step: 'advisor', subject: on, from: on, until: on, why: '今天生日', stake: 0, told: {} },
    ];
  },
};

export const LIFE_MOMENTS: readonly MomentRule[] = [
  hardship,
  elder,
  child,
  retirement,
  mortgage,
  birthday,
];
