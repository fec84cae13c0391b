import type { RiskLevel } from '../../../terms/risk.js';
import { addDays } from '../../../terms/time.js';
import { judgeGradeChange } from '../../suitability/grade-change.js';
import { CONCENTRATION_LIMIT } from '../review.js';
import {
  HOUSE,
  advisorTask,
  customerNotice,
  dayFact,
  dayMeant,
  numberIn,
  onHappening,
  recent,
  textIn,
} from './finding.js';
import type { CustomerDay, HeldToday, MomentRule, ProductChange, Sighting } from './moment.js';

const SUITABILITY = '金融机构产品适当性管理办法';
const YEAR_DAYS = 400;
/** Fall of a price over five trading days, and of the market in one, that holders are told of. */
const DROP = -0.05;
const SHOCK = -0.03;
/** Days for which something published is still news. */
const NEWS_DAYS = 7;

const percentOf = (ratio: number) =>
  ({ value: Math.round(Math.abs(ratio) * 1000) / 10, unit: '%', label: '跌幅' }) as const;

const heldOf = ({ held }: CustomerDay, code: string | null): HeldToday | undefined =>
  held.find((one) => one.code === code);

const MATURITIES = ['deposit-maturing', 'product-maturing'];

/** 1 */
const maturity: MomentRule = {
  number: 1,
  name: '存款或理财到期',
  trigger: '定期存款、理财到期前 7 天和前 1 天',
  timing: '提前 7 天给顾问，提前 1 天给客户',
  basis: HOUSE,
  value: 0.7,
  likelihood: 0.5,
  steps: {
    advisor: advisorTask('问清这笔钱接下来怎么用，再看同等级的选择'),
    customer: customerNotice('到期提醒，可选同等级的产品'),
  },
  offer: 'same_level',
  find: (day) =>
    recent(day, MATURITIES, YEAR_DAYS).flatMap((one): Sighting[] => {
      const on = dayMeant(one);
      const code = textIn(one, 'product');
      const stake = heldOf(day, code)?.value ?? numberIn(one, 'amount');
      const found = {
        subject: `${code ?? one.id}:${on}`,
        until: on,
        why: `${on} 到期`,
        stake,
        told: { day: dayFact(on, '到期日'), name: heldOf(day, code)?.name ?? '您的一笔产品' },
      };
      return [
        { ...found, step: 'advisor', from: addDays(on, -7) },
        { ...found, step: 'customer', from: addDays(on, -1) },
      ];
    }),
};

/** 4 */
const drop: MomentRule = {
  number: 4,
  name: '持有产品净值明显下跌',
  trigger: '5 个交易日跌 5% 或以上',
  timing: '次日 9:30 前后',
  basis: HOUSE,
  value: 0.8,
  likelihood: 0.4,
  steps: {
    customer: customerNotice('说明跌了多少、由什么造成，不谈以后'),
    advisor: advisorTask('按贡献解释，不预测', { channels: ['task', 'call'] }),
  },
  find: (day) =>
    day.held
      .filter(({ weekChange }) => weekChange !== null && weekChange <= DROP)
      .flatMap((one): Sighting[] => {
        const found = {
          // One word a week about the same product is enough.
          subject: `${one.code}:${weekOf(day.today)}`,
          from: day.today,
          until: addDays(day.today, NEWS_DAYS),
          why: `${one.name} 五个交易日跌了 ${percentOf(one.weekChange!).value}%`,
          stake: one.value,
          told: { name: one.name, fall: percentOf(one.weekChange!) },
        };
        return [
          { ...found, step: 'customer' },
          { ...found, step: 'advisor' },
        ];
      }),
};

/** Monday of the week: the same for all its days. */
const weekOf = (day: string): string => {
  const weekday = Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 3) % 7;
  return addDays(day, -weekday);
};

/** 5 */
const shock: MomentRule = {
  number: 5,
  name: '市场大跌',
  trigger: '持有的股票类产品当中最大的一只一日跌 3% 或以上',
  timing: '收市后 2 小时内',
  basis: HOUSE,
  value: 0.6,
  likelihood: 0.3,
  steps: { customer: customerNotice('发出审过的安抚说明') },
  find: (day) => {
    const [largest] = day.held.filter((one) => one.class === 'equity');
    if (!largest || largest.dayChange === null || largest.dayChange > SHOCK) return [];
    return [
      {
        step: 'customer',
        subject: day.today,
        from: day.today,
        until: addDays(day.today, 1),
        why: '市场一天跌得比较多，持有股票类产品',
        stake: largest.value,
        told: {},
      },
    ];
  },
};

/** What was published of a product, for those who hold it. */
const published = (
  day: CustomerDay,
  kind: ProductChange['kind'],
  words: (change: ProductChange) => string,
): readonly (Sighting & { readonly change: ProductChange })[] =>
  day.changes
    .filter((change) => change.kind === kind)
    .map((change) => ({
      change,
      step: 'customer',
      subject: `${change.code}:${change.day}`,
      from: change.day,
      until: addDays(change.day, NEWS_DAYS),
      why: `${change.name} ${words(change)}`,
      stake: heldOf(day, change.code)?.value ?? 0,
      told: { name: change.name, before: change.before, after: change.after },
    }));

/** 6: both what an import found changed and what the institution's own systems say. */
const gradeRaised: MomentRule = {
  number: 6,
  name: '持有产品的风险等级上调',
  trigger: '产品风险等级比原来高',
  timing: '披露当天',
  basis: { instrument: SUITABILITY, article: '第二十二条', tag: 'T2' },
  value: 0.9,
  likelihood: 0.5,
  steps: {
    customer: customerNotice('告知新等级和可选的做法，不强制卖出', {
      channels: ['app', 'sms'],
      purpose: 'duty',
    }),
    advisor: advisorTask('重新出具匹配意见；超过等级的不再推介', { purpose: 'duty' }),
  },
  find: (day) => {
    const { tolerance, lowestCategory } = day.customer;
    return raised(day).flatMap(({ code, on, before, after }): Sighting[] => {
      const position = heldOf(day, code);
      if (!position || after <= before) return [];
      const opinion = judgeGradeChange({ before, after, tolerance, lowestCategory });
      const found = {
        subject: `${code}:${before}-${after}:${on}`,
        from: on,
        until: addDays(on, 30),
        why: `${position.name} 从 R${before} 调到 R${after}${opinion.isOverRisk ? '，超过客户等级' : ''}`,
        stake: position.value,
        told: {
          name: position.name,
          before: `R${before}`,
          after: `R${after}`,
          over: opinion.isOverRisk ? '已经超过您测评的等级，我们不会再介绍它。' : '',
        },
      };
      return [
        { ...found, step: 'customer' },
        ...(opinion.isOverRisk ? [{ ...found, step: 'advisor' }] : []),
      ];
    });
  },
};

interface Raised {
  readonly code: string;
  readonly on: string;
  readonly before: RiskLevel;
  readonly after: RiskLevel;
}

const raised = (day: CustomerDay): readonly Raised[] => [
  ...day.changes
    .filter(({ kind }) => kind === 'grade')
    .map(({ code, day: on, before, after }) => ({
      code,
      on,
      before: Number(before) as RiskLevel,
      after: Number(after) as RiskLevel,
    })),
  ...recent(day, ['product-grade-raised'], 30).map((one) => ({
    code: textIn(one, 'product') ?? '',
    on: one.day,
    before: numberIn(one, 'from') as RiskLevel,
    after: numberIn(one, 'to') as RiskLevel,
  })),
];

/** 7, 8, 9 */
const managerChanged: MomentRule = {
  number: 7,
  name: '基金经理变更',
  trigger: '持有产品的管理人或基金经理换了',
  timing: '一个工作日内',
  basis: HOUSE,
  value: 0.4,
  likelihood: 0.2,
  steps: { customer: customerNotice('转公告，只讲事实') },
  find: (day) => published(day, 'manager', ({ after }) => `管理人改为${after}`),
};

const suspended: MomentRule = {
  number: 8,
  name: '暂停申赎、限额或巨额赎回',
  trigger: '持有产品停止销售或限制申购赎回',
  timing: '当天；65 岁及以上的另打电话',
  basis: HOUSE,
  value: 0.7,
  likelihood: 0.4,
  steps: {
    customer: customerNotice('解释规则，说明手上的份额怎么办', { channels: ['app', 'call'] }),
  },
  find: (day) => published(day, 'suspended', () => '暂停销售'),
};

const feeChanged: MomentRule = {
  number: 9,
  name: '费率调整',
  trigger: '持有产品的费率表变了',
  timing: '生效前',
  basis: HOUSE,
  value: 0.4,
  likelihood: 0.2,
  steps: { customer: customerNotice('给出调整前后的对照', { purpose: 'duty' }) },
  find: (day) => published(day, 'fees', () => '费率有调整'),
};

/** Insured or nearly riskless: much of it in one place is no concern of this rule. */
const SAFE = ['cash', 'deposit', 'insurance'];

/** 24 */
const concentration: MomentRule = {
  number: 24,
  name: '单一产品占比过高',
  trigger: '一只产品超过全部持仓的 30%（本机构标准）',
  timing: '每周一次',
  basis: HOUSE,
  value: 0.5,
  likelihood: 0.25,
  steps: { advisor: advisorTask('谈分散，不代客户做主') },
  find: (day) =>
    day.held
      .filter((one) => one.share > CONCENTRATION_LIMIT && !SAFE.includes(one.class))
      .map((one) => ({
        step: 'advisor',
        subject: `${one.code}:${weekOf(day.today)}`,
        from: day.today,
        until: addDays(weekOf(day.today), 6),
        why: `${one.name} 占全部持仓 ${Math.round(one.share * 100)}%`,
        stake: one.value,
        told: { name: one.name },
      })),
};

/** 26 */
const viewedAbove: MomentRule = {
  number: 26,
  name: '反复浏览超过等级的产品',
  trigger: '同一只超过风险等级的产品看了 3 次或以上',
  timing: '24 小时内',
  basis: { instrument: SUITABILITY, article: '第二十二条', tag: 'T2' },
  value: 0.5,
  likelihood: 0.3,
  steps: { advisor: advisorTask('谈风险，不推产品') },
  find: (day) =>
    recent(day, ['product-page-viewed'], 2)
      .filter(
        (one) =>
          numberIn(one, 'times') >= 3 &&
          (day.grades.get(textIn(one, 'product') ?? '') ?? 0) > (day.customer.tolerance ?? 0),
      )
      .map((one) => onHappening(one, 'advisor', 2, { why: '反复看超过风险等级的产品' })),
};

export const HOLDING_MOMENTS: readonly MomentRule[] = [
  maturity,
  drop,
  shock,
  gradeRaised,
  managerChanged,
  suspended,
  feeChanged,
  concentration,
  viewedAbove,
];
