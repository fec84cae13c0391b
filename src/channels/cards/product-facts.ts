import type { Json, JsonObject } from '../../terms/json.js';
import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { feeLines } from '../../wording/fee-table.js';
import { percent, signedPercent, yuan } from '../../wording/figures.js';
import {
  adaptiveCard,
  column,
  disclosure,
  riskGrade,
  small,
  submit,
  textBlock,
} from './elements.js';

/** 产品要素卡 (screens.md §5.1): grade, minimum, exit, fees, how money is lost, whose product it is. */
export function productFactsCard(product: Product, today: LocalDate): JsonObject {
  return adaptiveCard(
    [
      textBlock(product.name, { weight: 'Bolder', size: 'Medium' }),
      small(provenance(product)),
      { type: 'ColumnSet', spacing: 'Medium', columns: keyFigures(product) },
      { type: 'FactSet', spacing: 'Medium', facts: factRows(product, today) },
      {
        type: 'Container',
        style: 'attention',
        spacing: 'Medium',
        items: [textBlock(`主要会怎么亏：${product.mainLoss}`)],
      },
      disclosure(disclosureOf(product)),
    ],
    [
      submit('怎么赎回', { intent: 'describe_product', code: product.code, aspect: 'redemption' }),
      submit('请顾问来', { intent: 'request_human', reason: 'asked' }),
    ],
  );
}

const CATEGORY: Readonly<Record<Product['regime'], string>> = {
  CSRC_FUND: '基金',
  NFRA_INVEST: '理财与资管',
  NFRA_INSURANCE: '保险',
  DEPOSIT: '存款',
  GOV_BOND: '储蓄国债',
};

function provenance(product: Product): string {
  const parts = [product.code, CATEGORY[product.regime], `发行 ${product.issuer}`];
  if (product.agency) parts.push('我们代销');
  return parts.join(' · ');
}

function keyFigures(product: Product): Json[] {
  return [
    column([small('风险等级'), riskGrade(product)]),
    column([
      small(product.regime === 'NFRA_INSURANCE' ? '保费起点' : '起购'),
      textBlock(yuan(product.minAmount), { weight: 'Bolder', spacing: 'None' }),
    ]),
    column([small('赎回到账'), textBlock(exitOf(product), { weight: 'Bolder', spacing: 'None' })]),
  ];
}

function exitOf(product: Product): string {
  if (product.settlementDays === null) return product.termYears === null ? '到期' : '见合同';
  return product.settlementDays === 0 ? '当天' : `T+${product.settlementDays}`;
}

function factRows(product: Product, today: LocalDate): Json[] {
  const rows = feeLines(product, today).map(({ label, value }) => ({ title: label, value }));
  if (product.lockDays > 0) rows.unshift({ title: '最短持有', value: `${product.lockDays} 日` });
  if (product.interestRate !== null) {
    rows.unshift({ title: '年利率', value: percent(product.interestRate) });
  }
  if (product.performance) {
    const { return: gain, maxDrawdown } = product.performance;
    const value = `${signedPercent(gain)}，同期最大回撤 ${percent(maxDrawdown)}`;
    rows.push({ title: '区间表现', value });
  }
  if (product.benchmark) rows.push({ title: '业绩基准', value: product.benchmark });
  return rows.length > 0 ? rows : [{ title: '说明', value: product.description }];
}

function disclosureOf(product: Product): string {
  const lines: string[] = [];
  if (product.performance) {
    lines.push(`区间 ${product.performance.from} 至 ${product.performance.to}`);
  }
  lines.push(`数据截至 ${product.asOf}`);
  const caution =
    product.regime === 'DEPOSIT' || product.regime === 'GOV_BOND'
      ? '以合同和公告为准。'
      : '过往业绩不代表未来表现，投资有风险，可能损失本金。';
  return `${lines.join('，')}。${caution}`;
}
