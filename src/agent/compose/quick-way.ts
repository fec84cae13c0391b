import type { Product } from '../../terms/product.js';
import { exactYuan, yuan } from '../../wording/figures.js';
import { withoutNames } from './own-fee.js';
import type { Reckoned } from './reckoning.js';
import { amountIn } from './reckoning.js';

/** 今晚能全到吗: the customer's own sum against what the quick way out pays in a day. */

const LIMIT = /每天[^，。]{0,12}最多 ?([\d.]+) ?万元/;

/** `section`: what the card says of the quick way out. Null: it names no limit, or no one sum was named. */
export function quickWay(product: Product, words: string, section: string): Reckoned | null {
  const [, said] = LIMIT.exec(section) ?? [];
  const amount = amountIn(withoutNames(product, words));
  if (said === undefined || amount === null) return null;
  const limit = Number(said) * 1e4;
  const sum = { value: amount, unit: 'yuan' as const, label: '您说的金额' };
  if (amount <= limit)
    return { text: `：${yuan(amount)}在快速赎回的额度以内，一般几分钟到账。`, facts: [sum] };
  const rest = amount - limit;
  return {
    text: `：${yuan(amount)}不能马上全到，快速赎回先到 **${yuan(limit)}**，一般几分钟；剩下的 ${exactYuan(rest)}走普通赎回，下一个工作日到账。`,
    facts: [sum, { value: rest, unit: 'yuan', label: '走普通赎回的部分' }],
  };
}
