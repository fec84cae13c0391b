import { passageId } from '../../terms/ids.js';
import type { Passage } from '../../terms/passage.js';
import type { Product } from '../../terms/product.js';
import { paceOf } from '../../terms/settlement.js';
import type { LocalDate } from '../../terms/time.js';
import { feeLines } from '../../wording/fee-table.js';
import { holding, percent, workingDays, yuan } from '../../wording/figures.js';
import { countedFrom } from './dates-terms.js';
import { LIFELONG, gradeSentence, performanceText } from './product-lines.js';

/** The product master as a source that can be opened: what the figures of a reply were read from. */
export function masterPassage(product: Product, today: LocalDate): Passage {
  const lines = [
    `产品代码 ${product.code}，${product.description}`,
    `${gradeSentence(product)}${product.mainLoss}`,
    originLine(product),
    ...feeLines(product, today).map(({ label, value }) => `${label}：${value}`),
    ...termLines(product),
    pastLine(product),
  ];
  return {
    id: passageId(`product:${product.code}#master`),
    document: `product:${product.code}`,
    kind: 'product',
    title: `${product.name} 产品资料`,
    article: null,
    text: lines.filter(Boolean).join('\n'),
    issuer: product.issuer,
    effective: null,
    expires: null,
    source: `产品主数据，截至 ${product.asOf} · 发行 ${product.issuer}`,
    evidence: null,
    product: product.code,
  };
}

function termLines(product: Product): readonly string[] {
  const { minAmount, lockDays, settlementDays, termYears, interestRate, benchmark } = product;
  const lines = [`起点金额：${yuan(minAmount)}`];
  if (lockDays > 0) lines.push(`最短持有：${holding(lockDays)}`);
  if (settlementDays !== null) {
    lines.push(`赎回到账：${countedFrom(paceOf(product.type))} ${workingDays(settlementDays)}`);
  }
  if (termYears !== null) lines.push(`期限：${termYears >= LIFELONG ? '终身' : `${termYears} 年`}`);
  if (interestRate !== null) lines.push(`年利率：${percent(interestRate)}`);
  if (benchmark) lines.push(`业绩比较基准：${benchmark}`);
  return lines;
}

function pastLine(product: Product): string {
  if (product.performance) return performanceText(product).replace('在 ', '').replaceAll('**', '');
  return product.interestRate === null ? '目前没有可展示的过往业绩' : '';
}

function originLine({ issuer, manager, agency, status }: Product): string {
  const managed = manager && manager !== issuer ? `，管理人：${manager}` : '';
  const sold = status === 'on_sale' ? '在售' : status === 'suspended' ? '暂停申购' : '已经终止';
  return `发行：${issuer}${managed}${agency ? '，我们代销' : ''}，${sold}`;
}
