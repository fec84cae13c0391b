import type { Gate } from '../../conversation/gate.js';
import type { Fact } from '../../terms/fact.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import { holding } from '../../wording/figures.js';

/** 需求不匹配 in words: which part of the need on record the product does not fit, and the figures said. */
export function needMismatch(
  product: Product,
  { occasion, house }: Gate,
): { readonly text: string; readonly facts: readonly Fact[] } {
  const { horizonDays = null, maxLossPct = null } = occasion.need ?? {};
  const { lockDays } = product;
  const level = effectiveRiskLevel(product);
  const stated = level === null ? 0 : house.statedLossPct[level - 1]!;
  const isLocked = horizonDays !== null && horizonDays < lockDays;
  const losesMore = level !== null && maxLossPct !== null && maxLossPct < stated;
  const parts = [
    ...(isLocked ? [`它要持有满 ${holding(lockDays)}，您说这笔钱会更早用到`] : []),
    ...(losesMore ? [`${riskLabel(level)} 的产品可能亏到 ${stated}%，超过了您说能承受的亏损`] : []),
  ];
  return {
    text: `${parts.join('；')}。`,
    facts: [
      { value: lockDays, unit: 'day', label: '最短持有' },
      { value: lockDays / 365, unit: 'year', label: '最短持有' },
      { value: stated, unit: '%', label: '这一风险等级说明的可能亏损' },
    ],
  };
}
