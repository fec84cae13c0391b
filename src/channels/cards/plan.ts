import type { Json, JsonObject } from '../../terms/json.js';
import type { Outlook, Plan, PlannedNeed, PlannedProduct, Slice } from '../../terms/plan.js';
import { riskLabel } from '../../terms/risk.js';
import type { Card, PlanReview } from '../../terms/statement.js';
import { percent, yuan } from '../../wording/figures.js';
import { adaptiveCard, column, disclosure, small, submit, textBlock } from './elements.js';

/** 方案卡 (screens.md §5.4): the mix, how likely the goal is, products to talk about; never an order. */
export function planCard({ plan, review }: Extract<Card, { kind: 'plan' }>): JsonObject {
  return adaptiveCard(
    [
      band(review),
      textBlock(`${plan.need.goal} · 配置方案`, {
        weight: 'Bolder',
        size: 'Large',
        spacing: 'Medium',
      }),
      small(needLine(plan.need)),
      ...mixRows(plan),
      riskBox(plan),
      ...(plan.outlook ? [outlookBox(plan.outlook)] : []),
      ...productBox(plan.products),
      disclosure(
        [
          ...plan.cautions,
          '投资有风险，可能损失本金；过往业绩不代表未来表现。',
          `数据截至 ${plan.asOf}。`,
        ].join(' '),
      ),
    ],
    [submit('请顾问来', { intent: 'request_human', reason: 'asked' })],
  );
}

function band(review: PlanReview | null): JsonObject {
  const [style, head, line] = review
    ? ([
        'good',
        '已由顾问审核',
        `AI 生成 · 顾问 ${review.advisor} ${review.on} 审核${review.adjusted === null ? '通过' : `并调整：${review.adjusted}`}`,
      ] as const)
    : ([
        'warning',
        '方案草稿，待顾问审核',
        'AI 生成 · 方案草稿，待顾问审核；审核前不生效，不含产品买卖',
      ] as const);
  return {
    type: 'Container',
    style,
    bleed: true,
    items: [textBlock(head, { weight: 'Bolder' }), small(line)],
  };
}

const needLine = ({ amount, months, maxLoss }: PlannedNeed): string =>
  [
    yuan(amount),
    ...(months === null ? [] : [`${spanOf(months)}后使用`]),
    ...(maxLoss === null ? [] : [`可承受亏损 ${percent(maxLoss)}`]),
  ].join(' · ');

const spanOf = (months: number): string =>
  months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`;

/** Every weight and sum in words; small differences of rounding fall to the last class. */
function mixRows({ mix, need }: Plan): readonly Json[] {
  const held = mix.filter(({ weight }) => weight > 0);
  return held.map((slice, at) => mixRow(slice, need.amount, at === 0));
}

const mixRow = (
  { label, weight, low, high }: Slice,
  amount: number,
  isFirst: boolean,
): JsonObject => ({
  type: 'ColumnSet',
  spacing: isFirst ? 'Medium' : 'Small',
  columns: [
    column([textBlock(label), small(`合理区间 ${whole(low)} 至 ${whole(high)}`)]),
    column([textBlock(whole(weight), { weight: 'Bolder' })], { width: '52px' }),
    column([textBlock(yuan(Math.round(weight * amount)), { isSubtle: true })], { width: '104px' }),
  ],
});

/** Weights read better without decimals that are not meant: `45%`, `7.5%`. */
const whole = (ratio: number): string => `${Number((ratio * 100).toFixed(1))}%`;

const riskBox = ({ risk, riskClass }: Plan): JsonObject => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'Medium',
  items: [
    textBlock('风险有多大', { weight: 'Bolder' }),
    textBlock(`按您的 C${riskClass} 等级配置，整体年波动约 ${percent(risk.volatility)}。`, {
      spacing: 'Small',
    }),
    textBlock(`不利情形下可能亏损 ${percent(risk.statedLoss)}，这是假设，不是上限。`, {
      spacing: 'Small',
    }),
  ],
});

const outlookBox = ({
  target,
  probability,
  low,
  high,
  paths,
  percentiles,
}: Outlook): JsonObject => ({
  type: 'Container',
  spacing: 'Medium',
  items: [
    textBlock('目标能不能达到', { weight: 'Bolder' }),
    textBlock(
      `攒到 ${yuan(target)} 的测算概率约 ${whole(probability)}（区间 ${whole(low)} 至 ${whole(high)}）。`,
      { spacing: 'Small' },
    ),
    textBlock(percentileLine(percentiles), { spacing: 'Small' }),
    small(`${paths.toLocaleString('en-US')} 条模拟路径得出，是假设，不是预测。`),
  ],
});

/** The values at the end: in a bad, a middle and a good course of things, where they are known. */
function percentileLine(percentiles: Readonly<Record<string, number>>): string {
  const named = [
    ['5', '不利'],
    ['50', '居中'],
    ['95', '有利'],
  ] as const;
  const said = named.flatMap(([key, word]) =>
    percentiles[key] === undefined ? [] : [`${word}时 ${yuan(Math.round(percentiles[key]))}`],
  );
  return `到期金额：${said.join('，')}。`;
}

const productBox = (products: readonly PlannedProduct[]): readonly Json[] =>
  products.length === 0
    ? []
    : [
        textBlock('可以和顾问讨论的产品', { weight: 'Bolder', spacing: 'Medium' }),
        ...products.map(productRow),
      ];

const productRow = ({ name, riskLevel, amount, reasons }: PlannedProduct): JsonObject => ({
  type: 'Container',
  spacing: 'Small',
  items: [
    textBlock(`${name} · ${riskLevel === null ? '不评级' : riskLabel(riskLevel)}`),
    small(`拟配 ${yuan(amount)} · ${reasons.join('；')}`),
  ],
});
