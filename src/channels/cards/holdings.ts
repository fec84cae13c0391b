import { CLASS_NAMES } from '../../agent/compose/portfolio-lines.js';
import type { Json, JsonObject } from '../../terms/json.js';
import type { PortfolioReview, Position } from '../../terms/portfolio.js';
import { riskLabel } from '../../terms/risk.js';
import { signedPercent } from '../../wording/figures.js';
import { inWan, share } from '../pictures/look.js';
import type { PictureUrl } from '../pictures/picture.js';
import { adaptiveCard, column, disclosure, picture, small, submit, textBlock } from './elements.js';
import { RIGHT, table } from './table.js';

/** Rows that are read at a glance; what is left out is counted. */
const ROWS = 6;

/** 持仓卡: value, cost and gain of the whole, then the greatest positions; loss and gain look alike. */
export function holdingsCard(review: PortfolioReview, pictureUrl: PictureUrl): JsonObject {
  const rest = review.positions.length - ROWS;
  return adaptiveCard(
    [
      textBlock('我的持仓', { weight: 'Bolder', size: 'Medium' }),
      small(`${review.positions.length} 只产品 · 数据截至 ${review.asOf ?? '未知'}`),
      ...keyFigures(review),
      ...classRing(review, pictureUrl),
      table(
        [
          [small('产品'), small('市值和盈亏（元）', RIGHT)],
          ...review.positions.slice(0, ROWS).map(rowOf),
        ],
        [7, 5],
      ),
      ...(rest > 0 ? [small(`另有 ${rest} 只，在官方 App 的「我的」里看全。`)] : []),
      disclosure('账面数，没有扣赎回费；没有净值的按投入的本金列。过往涨跌不代表未来表现。'),
    ],
    [submit('请顾问来', { intent: 'request_human', reason: 'asked' })],
  );
}

/** The value on a line of its own: three sums side by side break in the middle on a telephone. */
function keyFigures({ value, cost, profit, ...review }: PortfolioReview): readonly Json[] {
  const isAllPriced = review.positions.every((one) => one.profit !== null);
  const rate = review.return === null ? [] : [small(signedPercent(review.return))];
  const figure = (label: string, text: string, below: readonly Json[] = []) =>
    column([small(label), textBlock(text, { weight: 'Bolder', spacing: 'None' }), ...below]);
  return [
    small('市值（元）', { spacing: 'Medium' }),
    textBlock(plain(value), { weight: 'Bolder', size: 'ExtraLarge', spacing: 'None' }),
    {
      type: 'ColumnSet',
      spacing: 'Small',
      columns: [
        figure('成本（元）', plain(cost)),
        figure(
          isAllPriced ? '盈亏（元）' : '有净值的盈亏（元）',
          profit === null ? '暂无' : signed(profit),
          rate,
        ),
      ],
    },
  ];
}

/** One class alone needs no ring. */
function classRing({ byClass, value }: PortfolioReview, pictureUrl: PictureUrl): readonly Json[] {
  const held = byClass.filter((one) => one.share > 0);
  if (held.length < 2) return [];
  const url = pictureUrl({
    kind: 'mix',
    centre: [inWan(value), '元'],
    slices: held.map(({ key, share: part }) => [
      key,
      CLASS_NAMES[key],
      Math.round(part * 1e4) / 1e4,
    ]),
  });
  const parts = held.map(({ key, share: part }) => `${CLASS_NAMES[key]} ${share(part)}`).join('，');
  return [
    picture(url, `持仓环形图，AI 生成：${parts}`),
    small(parts, { horizontalAlignment: 'Center', spacing: 'Small' }),
  ];
}

const rowOf = (position: Position): readonly (readonly Json[])[] => [
  [textBlock(position.name), small(gradeOf(position))],
  [textBlock(plain(position.value), { weight: 'Bolder', ...RIGHT }), ...gainOf(position)],
];

const gradeOf = ({ riskLevel, share: part }: Position): string =>
  `${riskLevel === null ? '不评级' : riskLabel(riskLevel)} · 占 ${share(part)}`;

const gainOf = ({ profit, ...position }: Position): readonly Json[] =>
  profit === null
    ? [small('按本金', RIGHT)]
    : [
        small(signed(profit), RIGHT),
        ...(position.return === null ? [] : [small(signedPercent(position.return), RIGHT)]),
      ];

const plain = (yuan: number): string =>
  Math.abs(yuan).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The sign says which way it went; no colour does (screens.md §1). */
const signed = (yuan: number): string => {
  const sign = yuan > 0 ? '+' : yuan < 0 ? '−' : '';
  return `${sign}${plain(yuan)}`;
};
