import type { Json, JsonObject } from '../../terms/json.js';
import type { PortfolioReview, Position } from '../../terms/portfolio.js';
import { riskLabel } from '../../terms/risk.js';
import { signedPercent } from '../../wording/figures.js';
import { adaptiveCard, column, disclosure, small, submit, textBlock } from './elements.js';

/** Rows that are read at a glance; what is left out is counted. */
const ROWS = 6;

/** 持仓卡: value, cost and gain of the whole, then the greatest positions; loss and gain look alike. */
export function holdingsCard(review: PortfolioReview): JsonObject {
  const rest = review.positions.length - ROWS;
  return adaptiveCard(
    [
      textBlock('我的持仓', { weight: 'Bolder', size: 'Medium' }),
      small(`${review.positions.length} 只产品 · 数据截至 ${review.asOf ?? '未知'}`),
      { type: 'ColumnSet', spacing: 'Medium', columns: keyFigures(review) },
      table(review.positions.slice(0, ROWS)),
      ...(rest > 0 ? [small(`另有 ${rest} 只，在官方 App 的「我的」里看全。`)] : []),
      disclosure('账面数，没有扣赎回费；没有净值的按投入的本金列。过往涨跌不代表未来表现。'),
    ],
    [submit('请顾问来', { intent: 'request_human', reason: 'asked' })],
  );
}

function keyFigures({ value, cost, profit, ...review }: PortfolioReview): readonly Json[] {
  const figure = (label: string, text: string, below: string | null = null) =>
    column([
      small(label),
      textBlock(text, { weight: 'Bolder', spacing: 'None' }),
      ...(below === null ? [] : [small(below)]),
    ]);
  return [
    figure('市值（元）', plain(value)),
    figure('成本（元）', plain(cost)),
    figure(
      '盈亏（元）',
      profit === null ? '暂无' : signed(profit),
      review.return === null ? null : signedPercent(review.return),
    ),
  ];
}

function table(positions: readonly Position[]): JsonObject {
  const head = ['产品', '市值（元）', '盈亏（元）'].map((label) => cell([small(label)]));
  const rows = positions.map((one) => ({
    type: 'TableRow',
    cells: [cell(nameCell(one)), cell([textBlock(plain(one.value))]), cell(gainCell(one))],
  }));
  return {
    type: 'Table',
    spacing: 'Medium',
    showGridLines: false,
    firstRowAsHeader: true,
    horizontalCellContentAlignment: 'Left',
    verticalCellContentAlignment: 'Center',
    columns: [{ width: 6 }, { width: 4 }, { width: 4 }],
    rows: [{ type: 'TableRow', style: 'emphasis', cells: head }, ...rows],
  };
}

const nameCell = ({ name, riskLevel }: Position): readonly Json[] => [
  textBlock(name),
  small(riskLevel === null ? '不评级' : riskLabel(riskLevel)),
];

const gainCell = ({ profit, ...position }: Position): readonly Json[] =>
  profit === null
    ? [small('按本金')]
    : [
        textBlock(signed(profit)),
        ...(position.return === null ? [] : [small(signedPercent(position.return))]),
      ];

const cell = (items: readonly Json[]): JsonObject => ({
  type: 'TableCell',
  verticalContentAlignment: 'Center',
  items,
});

const plain = (yuan: number): string =>
  Math.abs(yuan).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The sign says which way it went; no colour does (screens.md §1). */
const signed = (yuan: number): string => {
  const sign = yuan > 0 ? '+' : yuan < 0 ? '−' : '';
  return `${sign}${plain(yuan)}`;
};
