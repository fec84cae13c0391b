import type { Json, JsonObject } from '../../terms/json.js';
import type { PastPoint, RiskReturn } from '../../terms/plan.js';
import type { Card } from '../../terms/statement.js';
import { monthInChat, percent, signedPercent } from '../../wording/figures.js';
import type { PictureUrl } from '../pictures/picture.js';
import { adaptiveCard, disclosure, picture, small, submit, textBlock } from './elements.js';
import { RIGHT, table } from './table.js';

type RiskReturnCard = Extract<Card, { kind: 'risk_return' }>;

/** 风险与收益卡: what a mix and those of the risk classes did in the past, the loss before the return. */
export function riskReturnCard({ of, past }: RiskReturnCard, pictureUrl: PictureUrl): JsonObject {
  const points = pointsOf(of, past);
  return adaptiveCard(
    [
      textBlock('风险和收益放在一起看', { weight: 'Bolder', size: 'Medium' }),
      small(
        `${monthInChat(past.from)}末至 ${monthInChat(past.to)}末，按月末算。C1 至 C5 是各风险等级的长期配置。`,
      ),
      picture(urlOf(of, past, pictureUrl), altText(points)),
      table([
        ['配置', '最多跌过', '每年收益'].map((label, at) => small(label, at > 0 ? RIGHT : {})),
        ...points.map(rowOf),
      ]),
      ...insight(past),
      disclosure(
        [
          ...past.cautions.map((one) => `${one.replace(/。$/, '')}。`),
          '每月调回原来的比例，没有扣费用。过往业绩不代表未来表现，跌幅也可能比过去更大。',
        ].join(''),
      ),
    ],
    [submit('请顾问来', { intent: 'request_human', reason: 'asked' })],
  );
}

interface Named extends PastPoint {
  readonly label: string;
  readonly isOwn: boolean;
}

const pointsOf = (of: string, { classes, own }: RiskReturn): readonly Named[] => [
  { ...own, label: of, isOwn: true },
  ...classes.map((one) => ({ ...one, label: `C${one.riskClass}`, isOwn: false })),
];

const urlOf = (of: string, { classes, own }: RiskReturn, pictureUrl: PictureUrl): string =>
  pictureUrl({
    kind: 'risk_return',
    classes: classes.map(({ riskClass, maxDrawdown, annualReturn }) => [
      `C${riskClass}`,
      rounded(maxDrawdown),
      rounded(annualReturn),
    ]),
    own: [of, rounded(own.maxDrawdown), rounded(own.annualReturn)],
  });

/** Finer than the eye sees, and as fine as the words beside it. */
const rounded = (ratio: number): number => Math.round(ratio * 1e4) / 1e4;

const altText = (points: readonly Named[]): string =>
  `风险收益图，AI 生成：${points
    .map(
      ({ label, maxDrawdown, annualReturn }) =>
        `${label} 最多跌过 ${percent(maxDrawdown)}，每年 ${signedPercent(annualReturn)}`,
    )
    .join('；')}`;

const rowOf = ({ label, isOwn, maxDrawdown, annualReturn }: Named): readonly Json[] => {
  const weight = isOwn ? { weight: 'Bolder' } : {};
  return [
    textBlock(label, weight),
    textBlock(percent(maxDrawdown), { ...weight, ...RIGHT }),
    textBlock(signedPercent(annualReturn), { ...weight, ...RIGHT }),
  ];
};

/** Said only where the figures say it: that more risk was not paid for. */
function insight({ classes }: RiskReturn): readonly Json[] {
  const boldest = [...classes].sort((a, b) => b.maxDrawdown - a.maxDrawdown)[0];
  const isBest = classes.every(({ annualReturn }) => annualReturn <= (boldest?.annualReturn ?? 0));
  return !boldest || isBest
    ? []
    : [textBlock('这段时间里，跌得最多的，收益并不是最高的。', { spacing: 'Medium' })];
}
