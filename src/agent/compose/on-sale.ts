import type { Product } from '../../terms/product.js';
import { isOnSale } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { fullDay, yuan } from '../../wording/figures.js';
import { asksUntilWhen } from '../understand/on-sale-words.js';
import type { Reckoned } from './reckoning.js';

/** 卖到哪天、还剩多少: what the master says of the window and the quota, and plainly what it does not. */

export function onSaleTerms(product: Product, query: string, today: LocalDate): Reckoned | null {
  if (!asksUntilWhen(query) || !isOnSale(product, today)) return null;
  const { saleUntil = null, quota = null } = product;
  const until = saleUntil === null ? null : `卖到 **${fullDay(saleUntil)}**`;
  const left = quota === null ? null : `还能卖 **${yuan(quota)}**`;
  const known = ['目前在售', until, left].filter((one) => one !== null).join('，');
  const unknown = [until ? null : '卖到哪天', left ? null : '还剩多少额度'].filter(
    (one) => one !== null,
  );
  const missing =
    unknown.length === 0 ? '' : `${unknown.join('、')}，我手上的资料里没有写，以产品页为准。`;
  return {
    text: `：${known}。${missing}`,
    facts: [
      ...(saleUntil === null
        ? []
        : [{ value: saleUntil, unit: 'date' as const, label: '最后一天' }]),
      ...(quota === null ? [] : [{ value: quota, unit: 'yuan' as const, label: '剩余额度' }]),
    ],
  };
}
