import { slotText } from '../../conversation/flows/slot-words.js';
import type { Json, JsonObject } from '../../terms/json.js';
import type { Plan, PlannedNeed, PlannedProduct } from '../../terms/plan.js';
import { riskLabel } from '../../terms/risk.js';
import type { Card, PlanReview } from '../../terms/statement.js';
import { yuan } from '../../wording/figures.js';
import { share } from '../pictures/look.js';
import type { PictureUrl } from '../pictures/picture.js';
import { adaptiveCard, disclosure, small, submit, textBlock } from './elements.js';
import { mixPart } from './plan-mix.js';
import { outlookPart, spanOf } from './plan-outlook.js';

/** 方案卡 (screens.md §5.4): the mix, how likely the goal is, products to talk about; never an order. */
export function planCard(
  { plan, review }: Extract<Card, { kind: 'plan' }>,
  pictureUrl: PictureUrl,
): JsonObject {
  return adaptiveCard(
    [
      band(review),
      textBlock(`${slotText('need', 'goal', plan.need.goal)} · 配置方案`, {
        weight: 'Bolder',
        size: 'Large',
        spacing: 'Medium',
      }),
      small(needLine(plan.need)),
      ...mixPart(plan, pictureUrl),
      riskBox(plan),
      ...(plan.outlook ? [outlookPart(plan.need, plan.outlook, pictureUrl)] : []),
      ...productBox(plan.products),
      disclosure(
        [
          ...plan.cautions.map((one) => one.replace(/。?$/, '。')),
          '投资有风险，可能损失本金；过往业绩不代表未来表现。',
          `数据截至 ${plan.dataAsOf ?? plan.asOf}。`,
        ].join(''),
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
    : (['warning', '方案草稿，待顾问审核', 'AI 生成 · 顾问审核前不生效，不含产品买卖'] as const);
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
    ...(maxLoss === null ? [] : [`可承受亏损 ${share(maxLoss)}`]),
  ].join(' · ');

const riskBox = ({ risk, riskClass }: Plan): JsonObject => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'Medium',
  items: [
    textBlock('风险有多大', { weight: 'Bolder' }),
    textBlock(`按您的 C${riskClass} 等级配置，整体年波动约 ${share(risk.volatility)}。`, {
      spacing: 'Small',
    }),
    textBlock(`不利情形下可能亏损 ${share(risk.statedLoss)}，这是假设，不是上限。`, {
      spacing: 'Small',
    }),
  ],
});

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
