import type { Json, JsonObject } from '../../terms/json.js';
import type { Product } from '../../terms/product.js';
import { shortName } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { feeLines } from '../../wording/fee-table.js';
import { percent, signedPercent, yuan } from '../../wording/figures.js';
import { adaptiveCard, disclosure, riskGrade, small, submit, textBlock } from './elements.js';

interface Row {
  readonly label: string;
  readonly cell: (product: Product) => readonly Json[];
}

/** 对比卡 (screens.md §5.2): two products, grade first, drawdown beside every return, no winner. */
export function comparisonCard(products: readonly Product[], today: LocalDate): JsonObject {
  const rows = comparisonRows(products, today);
  return adaptiveCard(
    [
      textBlock(`${countWord(products.length)}，${rows.length} 点比较`, {
        weight: 'Bolder',
        size: 'Medium',
      }),
      table(products, rows),
      disclosure(
        `${showsPerformance(products) ? windowOf(products) : ''}数据截至 ${oldestDate(products)}。${
          showsPerformance(products) ? '过往业绩不代表未来表现，' : ''
        }本比较不构成推荐。`,
      ),
    ],
    [submit('请顾问来', { intent: 'request_human', reason: 'asked' })],
  );
}

const countWord = (count: number): string => (count === 2 ? '两只产品' : '三只产品');

const showsPerformance = (products: readonly Product[]): boolean =>
  products.every(({ performance }) => performance);

function comparisonRows(products: readonly Product[], today: LocalDate): readonly Row[] {
  const rows: Row[] = [
    { label: '风险等级', cell: (product) => [riskGrade(product)] },
    { label: '起购', cell: (product) => [textBlock(yuan(product.minAmount))] },
    { label: '赎回到账', cell: (product) => [textBlock(settlement(product))] },
    ...feeRows(products, today),
  ];
  if (showsPerformance(products)) {
    rows.push({ label: '区间表现', cell: (product) => performanceCell(product) });
  }
  return rows.slice(0, 6);
}

const settlement = ({ settlementDays }: Product): string =>
  settlementDays === null ? '到期或见合同' : settlementDays === 0 ? '当天' : `T+${settlementDays}`;

/** Fees both charge, entry and exit before running ones. */
function feeRows(products: readonly Product[], today: LocalDate): readonly Row[] {
  const lines = products.map((product) => feeLines(product, today));
  const shared = ['赎回费', '申购费', '管理费'].filter((label) =>
    lines.some((fees) => fees.some((fee) => fee.label === label)),
  );
  return shared.slice(0, 2).map((label) => ({
    label,
    cell: (product) => {
      const value = feeLines(product, today).find((fee) => fee.label === label)?.value ?? '不收';
      return value.split('；').map((tier, index) => (index === 0 ? textBlock(tier) : small(tier)));
    },
  }));
}

function performanceCell({ performance }: Product): readonly Json[] {
  if (!performance) return [textBlock('暂无')];
  return [
    textBlock(signedPercent(performance.return)),
    small(`最大回撤 ${percent(performance.maxDrawdown)}`),
  ];
}

function table(products: readonly Product[], rows: readonly Row[]): JsonObject {
  const head = [
    tableCell([small('对比项')]),
    ...products.map((product) => tableCell([textBlock(shortName(product), { weight: 'Bolder' })])),
  ];
  const body = rows.map(({ label, cell }) => ({
    type: 'TableRow',
    cells: [tableCell([small(label)]), ...products.map((product) => tableCell(cell(product)))],
  }));
  return {
    type: 'Table',
    spacing: 'Medium',
    showGridLines: false,
    firstRowAsHeader: true,
    horizontalCellContentAlignment: 'Left',
    verticalCellContentAlignment: 'Center',
    columns: [{ width: 4 }, ...products.map(() => ({ width: 6 }))],
    rows: [{ type: 'TableRow', style: 'emphasis', cells: head }, ...body],
  };
}

const tableCell = (items: readonly Json[]): JsonObject => ({
  type: 'TableCell',
  verticalContentAlignment: 'Center',
  items,
});

function windowOf(products: readonly Product[]): string {
  const windows = new Set(
    products.flatMap(({ performance }) =>
      performance ? [`${performance.from} 至 ${performance.to}`] : [],
    ),
  );
  return windows.size === 1 ? `区间 ${[...windows][0]}，` : '';
}

/** What holds for all of them: the oldest of their dates. */
const oldestDate = (products: readonly Product[]): string =>
  products
    .map(({ asOf }) => asOf)
    .sort()
    .at(0) ?? '';
