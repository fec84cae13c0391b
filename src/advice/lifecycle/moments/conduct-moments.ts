import { addDays } from '../../../terms/time.js';
import { HOUSE, advisorTask, numberIn, onHappening, recent } from './finding.js';
import type { MomentRule, MomentStep, Sighting } from './moment.js';

/** Moments in which somebody has to act at once, or by a day that a rule sets. */

const atOnce = (audience: MomentStep['audience'], action: string): MomentStep => ({
  audience,
  channels: ['task'],
  purpose: 'duty',
  action,
});

/** 接手: over as soon as somebody has. */
export const TAKE_OVER = 27;

const unanswered: MomentRule = {
  number: TAKE_OVER,
  name: '助手答不上来或客户情绪不好',
  trigger: '对话转人工，因为答不上来或客户难过、生气',
  timing: '60 秒内接手',
  basis: HOUSE,
  value: 0.8,
  likelihood: 0.6,
  steps: { advisor: advisorTask('带着小结接手对话', { channels: ['chat'], purpose: 'duty' }) },
  find: (day) =>
    recent(day, ['HandoffRequested'], 1).map((one) =>
      onHappening(one, 'advisor', 1, { why: '对话在等人接手' }),
    ),
};

/** Days after which 70 % of what the rule allows has gone: of the 15 days, and of the 30. */
const REMINDERS = [10, 21];

/** 28 */
const complaint: MomentRule = {
  number: 28,
  name: '客户投诉',
  trigger: '收到投诉；期限过了 70%',
  timing: '收到当天、第 10 天、第 21 天',
  basis: { instrument: '银行业保险业消费投诉处理管理办法', article: '第十八条', tag: 'T2' },
  value: 1,
  likelihood: 0.7,
  steps: {
    complaints: atOnce('complaints', '联系客户，核实情况，按期答复'),
    compliance: atOnce('compliance', '期限快到，看要不要升级'),
  },
  find: (day) =>
    recent(day, ['ComplaintFiled', 'complaint-filed'], 60).flatMap((one): Sighting[] => [
      onHappening(one, 'complaints', 15, { why: '收到投诉' }),
      ...REMINDERS.map((after): Sighting => ({
        step: 'compliance',
        subject: `${one.id}:${after}`,
        from: addDays(one.day, after),
        until: addDays(one.day, after + 10),
        why: `投诉已经 ${after} 天`,
        stake: 0,
        told: {},
      })),
    ]),
};

const BIG_TRANSFER = 50_000;

/** 29 */
const takeover: MomentRule = {
  number: 29,
  name: '新设备登录后大额转出',
  trigger: '同一天新设备登录，又有 5 万元以上转出',
  timing: '实时',
  basis: { instrument: '反电信网络诈骗法', article: '第十八条', tag: 'T' },
  value: 1,
  likelihood: 0.7,
  steps: { risk: atOnce('risk_desk', '核实是不是本人，必要时延迟到账') },
  find: (day) =>
    recent(day, ['new-device-login'], 1).flatMap((one): Sighting[] => {
      const out = [
        ...day.flows.filter(({ way, day: on }) => way === 'out' && on === one.day),
        ...recent(day, ['large-outflow', 'transfer-out'], 1)
          .filter(({ day: on }) => on === one.day)
          .map((moved) => ({ amount: numberIn(moved, 'amount') })),
      ];
      const stake = Math.max(0, ...out.map(({ amount }) => amount));
      if (stake < BIG_TRANSFER) return [];
      return [onHappening(one, 'risk', 1, { why: '新设备登录后有大额转出', stake })];
    }),
};

/** 30: what the customer is told is said in the same breath, by the conversation itself. */
const fraud: MomentRule = {
  number: 30,
  name: '疑似被骗',
  trigger: '对话里说到安全账户、屏幕共享、验证码等',
  timing: '30 秒内',
  basis: { instrument: '反电信网络诈骗法', article: '第二十条', tag: 'T' },
  value: 1,
  likelihood: 0.8,
  steps: { risk: atOnce('risk_desk', '联系客户，帮助止付和报警') },
  find: (day) =>
    recent(day, ['FraudReported'], 3).map((one) =>
      onHappening(one, 'risk', 3, { why: '客户在对话里说到疑似诈骗' }),
    ),
};

const DORMANT_DAYS = 180;

/** 32 */
const cameBack: MomentRule = {
  number: 32,
  name: '久未登录的客户回来了',
  trigger: '180 天以上没有动静后又登录',
  timing: '当天',
  basis: HOUSE,
  value: 0.5,
  likelihood: 0.4,
  steps: { advisor: advisorTask('先更新资料和测评，再谈产品') },
  find: (day) =>
    recent(day, ['login-after-long-absence'], 3)
      .filter((one) => numberIn(one, 'days') >= DORMANT_DAYS)
      .map((one) =>
        onHappening(one, 'advisor', 3, { why: `隔了 ${numberIn(one, 'days')} 天回来` }),
      ),
};

export const CONDUCT_MOMENTS: readonly MomentRule[] = [
  unanswered,
  complaint,
  takeover,
  fraud,
  cameBack,
];
