import { riskLabel } from '../terms/risk.js';
import type { Product } from '../terms/product.js';
import { effectiveRiskLevel } from '../terms/product.js';

/** Figures of the past: 近一年上涨 3.2%, 成立以来收益 8%. */
const PAST =
  /(?:近|过去|最近|去年|今年以来|成立以来|上一?期)[^。;；!！?？\n]{0,16}(?:涨|跌|收益|回报|年化|净值增长)[^。;；!！?？\n]{0,8}\d/;
const PAST_SAID = /过往业绩|历史业绩|(?:过去|历史)[^。\n]{0,8}不(?:代表|预示)/;

/**
 * 必要揭示: what must stand beside the words, added by rule and not left to a model. A product that
 * is named gets its risk grade (适当性管理办法 art. 31 [T2]); past figures get the sentence of
 * 理财过往业绩展示准则 [W]. Adds nothing that is already said.
 */
export function withDisclosures(text: string, products: readonly Product[]): string {
  const grades = products.flatMap((product) => gradeOf(text, product));
  const past = PAST.test(text) && !PAST_SAID.test(text) ? ['过往业绩不代表未来表现。'] : [];
  const added = [...grades, ...past];
  return added.length === 0 ? text : `${text}\n\n${added.join('\n')}`;
}

function gradeOf(text: string, product: Product): readonly string[] {
  const grade = effectiveRiskLevel(product);
  if (grade === null || !isNamed(text, product)) return [];
  if (new RegExp(`${riskLabel(grade)}(?!\\d)`, 'i').test(text)) return [];
  return [`${product.name}：风险等级 ${riskLabel(grade)}。`];
}

const isNamed = (text: string, { name, code, aliases }: Product): boolean =>
  [name, code, ...aliases].some((word) => word.length > 1 && text.includes(word));
