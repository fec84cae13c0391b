import { passageId } from '../../terms/ids.js';
import type { Passage } from '../../terms/passage.js';
import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { feeLines } from '../../wording/fee-table.js';
import { holding, workingDays, yuan } from '../../wording/figures.js';
import { gradeSentence, performanceText } from './product-lines.js';

/** The product master as a source that can be opened: what the figures of a reply were read from. */
export function masterPassage(product: Product, today: LocalDate): Passage {
  const lines = [
    `产品代码 ${product.code}，${product.description}`,
    `${gradeSentence(product)}${product.mainLoss}`,
    ...feeLines(product, today).map(({ label, value }) => `${label}：${value}`),
    ...termLines(product),
    product.performance ? performanceText(product).replace('在 ', '').replaceAll('**', '') : '',
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

function termLines({ minAmount, lockDays, settlementDays }: Product): readonly string[] {
  const lines = [`起点金额：${yuan(minAmount)}`];
  if (lockDays > 0) lines.push(`最短持有：${holding(lockDays)}`);
  if (settlementDays !== null) lines.push(`赎回到账：确认后 ${workingDays(settlementDays)}`);
  return lines;
}
