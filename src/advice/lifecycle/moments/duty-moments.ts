import type { LocalDate } from '../../../terms/time.js';
import { addDays, addMonths } from '../../../terms/time.js';
import { POLICY_ISSUED, policyRights } from '../cooling-off.js';
import {
  advisorTask,
  customerNotice,
  dayFact,
  dayMeant,
  numberIn,
  onHappening,
  recent,
  textIn,
  yuanFact,
} from './finding.js';
import type { MomentRule, Sighting } from './moment.js';

const SUITABILITY = '金融机构产品适当性管理办法';
const YEAR_DAYS = 400;

/** Notices before a day and on it; each is of use until the next one, the last for `after` days. */
function countdown(
  on: LocalDate,
  daysBefore: readonly number[],
  after: number,
  found: Omit<Sighting, 'subject' | 'from' | 'until'>,
): readonly Sighting[] {
  return daysBefore.map((before, at): Sighting => {
    const next = daysBefore[at + 1];
    const from = addDays(on, -before);
    return {
      ...found,
      subject: `${on}:${before}`,
      from,
      until: next === undefined ? addDays(from, after) : addDays(on, -next - 1),
    };
  });
}

const VALIDITY_MONTHS = 12;

/** 10 */
const assessmentExpiring: MomentRule = {
  number: 10,
  name: '风险测评到期',
  trigger: '测评满 12 个月前 30 天、7 天和当天',
  timing: '提前 30 天起，措辞中性',
  basis: { instrument: SUITABILITY, article: '第二十九条', tag: 'T2' },
  value: 0.5,
  likelihood: 0.5,
  steps: { customer: customerNotice('请客户重新测评，不提结果高低') },
  find: ({ customer: { assessedOn } }) => {
    if (assessedOn === null) return [];
    const on = addMonths(assessedOn, VALIDITY_MONTHS);
    return countdown(on, [30, 7, 0], 30, {
      step: 'customer',
      why: `测评 ${on} 到期`,
      stake: 0,
      told: { day: dayFact(on, '测评到期日') },
    });
  },
};

const JUMP = 2;

/** 11 */
const levelChanged: MomentRule = {
  number: 11,
  name: '测评等级变化',
  trigger: '新的测评等级和上一次不同',
  timing: '立即',
  basis: { instrument: SUITABILITY, article: '第二十九条', tag: 'T2' },
  value: 0.7,
  likelihood: 0.6,
  steps: {
    advisor: advisorTask('和客户再确认一遍，重新匹配', { purpose: 'duty' }),
    compliance: {
      audience: 'compliance',
      channels: ['task'],
      purpose: 'duty',
      action: '等级跳了两级或以上，核对测评过程',
    },
  },
  find: ({ assessments, today }) => {
    const last = assessments.at(-1);
    const before = assessments.filter(({ state }) => state === 'counts' && last).at(-1);
    const earlier =
      last && before === last
        ? assessments.filter((one) => one !== last && one.state === 'counts').at(-1)
        : before;
    if (!last || !earlier || last.day < addDays(today, -7)) return [];
    const jump = Math.abs((last.tolerance ?? 0) - (earlier.tolerance ?? 0));
    if (jump === 0) return [];
    const found = {
      subject: last.day,
      from: last.day,
      until: addDays(last.day, 7),
      why: `C${earlier.tolerance ?? 0} 变为 C${last.tolerance ?? 0}`,
      stake: 0,
      told: {},
    };
    return [
      { ...found, step: 'advisor' },
      ...(jump >= JUMP || last.state === 'awaits_person' ? [{ ...found, step: 'compliance' }] : []),
    ];
  },
};

const GRACE_DAYS = 60;

/** 21 */
const premiumDue: MomentRule = {
  number: 21,
  name: '保费到期',
  trigger: '续期保费到期前 15 天、前 1 天，宽限期内',
  timing: '按合同',
  basis: { instrument: '保险法', article: '第三十六条', tag: 'T' },
  value: 0.8,
  likelihood: 0.7,
  steps: {
    customer: customerNotice('说明哪天交、多少钱、不交的后果', { channels: ['app', 'sms'] }),
    advisor: advisorTask('宽限期内提醒，问有没有难处', { channels: ['call'] }),
  },
  find: (day) =>
    recent(day, ['premium-due'], YEAR_DAYS).flatMap((one): Sighting[] => {
      const on = dayMeant(one);
      const amount = numberIn(one, 'amount');
      const found = {
        why: `保费 ${on} 到期`,
        stake: amount,
        told: { day: dayFact(on, '交费日'), amount: yuanFact(amount, '保费') },
      };
      return [
        ...countdown(on, [15, 1], 1, { ...found, step: 'customer' }),
        {
          ...found,
          step: 'advisor',
          subject: `${on}:grace`,
          from: addDays(on, 1),
          until: addDays(on, GRACE_DAYS),
        },
      ];
    }),
};

const SUCCESSOR_DAYS = 30;

/** 22 */
const advisorGone: MomentRule = {
  number: 22,
  name: '顾问离职或更换',
  trigger: '客户的顾问已经不在岗，或换了人',
  timing: '30 天内',
  basis: { instrument: '保险销售行为管理办法', article: '第三十六条', tag: 'T2' },
  value: 0.7,
  likelihood: 0.5,
  steps: {
    customer: customerNotice('告知由谁接手', { channels: ['letter', 'app'], purpose: 'duty' }),
  },
  find: (day) => [
    ...recent(day, ['advisor-changed'], SUCCESSOR_DAYS).map((one) =>
      onHappening(one, 'customer', SUCCESSOR_DAYS, {
        why: '顾问换了人',
        told: { name: textIn(one, 'name') ?? '新的顾问' },
      }),
    ),
    ...(day.customer.isOrphan
      ? [
          {
            step: 'customer',
            subject: 'orphan',
            from: day.today,
            until: addDays(day.today, SUCCESSOR_DAYS),
            why: '档案里的顾问已经不在岗',
            stake: 0,
            told: { name: '新的顾问' },
          },
        ]
      : []),
  ],
};

/** Told on the first day, and once more when so many days are left. */
const LAST_DAYS = 3;

/** 23 */
const coolingOff: MomentRule = {
  number: 23,
  name: '保单犹豫期',
  trigger: '犹豫期第 1 天和剩 3 天',
  timing: '第 1 天、第 12 天前后，天数以合同为准',
  basis: { instrument: SUITABILITY, article: '第三十七条', tag: 'T2' },
  value: 0.6,
  likelihood: 0.3,
  steps: {
    customer: customerNotice('用白话说清保单和可以退保的权利，不劝留', { purpose: 'duty' }),
  },
  find: (day) =>
    recent(day, [POLICY_ISSUED], YEAR_DAYS).flatMap((one): Sighting[] => {
      const rights = policyRights(one, day.today);
      if (!rights?.isOpen) return [];
      const { lastDay, daysLeft, name } = rights;
      const first = dayMeant(one);
      const found = {
        step: 'customer',
        why: `犹豫期到 ${lastDay}，还有 ${daysLeft} 天`,
        stake: numberIn(one, 'amount'),
        told: {
          name: name ?? '您的保单',
          day: dayFact(lastDay, '犹豫期最后一天'),
          left: { value: daysLeft, unit: 'day', label: '犹豫期剩余天数' } as const,
        },
      };
      const late = addDays(lastDay, 1 - LAST_DAYS);
      return [
        { ...found, subject: `${one.id}:first`, from: first, until: addDays(late, -1) },
        { ...found, subject: `${one.id}:last`, from: late, until: lastDay },
      ];
    }),
};

/** 31 */
const papers: MomentRule = {
  number: 31,
  name: '证件到期或身份资料缺失',
  trigger: '证件到期前 90 天、30 天和当天；身份资料不全',
  timing: '提前 90 天起',
  basis: { instrument: '反洗钱法', article: '第二十八条', tag: 'T' },
  value: 0.6,
  likelihood: 0.6,
  steps: { customer: customerNotice('请更新证件，说明不更新的影响', { purpose: 'duty' }) },
  find: (day) => [
    ...recent(day, ['id-document-expiring'], YEAR_DAYS).flatMap((one) => {
      const on = dayMeant(one);
      return countdown(on, [90, 30, 0], 30, {
        step: 'customer',
        why: `证件 ${on} 到期`,
        stake: 0,
        told: { day: dayFact(on, '证件到期日') },
      });
    }),
    ...recent(day, ['identity-gap'], 30).map((one) =>
      onHappening(one, 'customer', 30, { why: '身份资料不全' }),
    ),
  ],
};

export const DUTY_MOMENTS: readonly MomentRule[] = [
  assessmentExpiring,
  levelChanged,
  premiumDue,
  advisorGone,
  coolingOff,
  papers,
];
