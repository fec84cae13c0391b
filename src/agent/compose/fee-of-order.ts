import type { Product } from '../../terms/product.js';
import type { Transaction } from '../../terms/transaction.js';
import { feesOn } from '../../wording/fee-table.js';
import { exactYuan, percent } from '../../wording/figures.js';
import { covers, feeTakenFrom } from '../../wording/holding-cost.js';
import type { Reckoned } from './reckoning.js';

/** 那笔收了多少手续费: the record has sums and no fees; what the table of the day takes of that sum. */

const ASKS_FEE = /费|手续废|扣了(我)?(多少|几)/;
const NOT_KEPT = '这里的记录没有单列手续费';

export const asksFeeOfOrder = (query: string): boolean => ASKS_FEE.test(query);

/** Null: no purchase, or its fee is not asked for. */
export function feeOfOrder(
  query: string,
  [order, ...others]: readonly Transaction[],
  [product]: readonly Product[],
): Reckoned | null {
  if (!asksFeeOfOrder(query) || order?.deed !== 'bought') return null;
  const line =
    others.length > 0 || !product
      ? undefined
      : feesOn(product, order.day).find(
          (fee) => fee.kind === 'purchase' && covers(order.amount, fee),
        );
  if (line?.rate === undefined)
    return { text: `${NOT_KEPT}，实际收了多少在 App 那一笔的交易详情里。\n\n`, facts: [] };
  if (line.rate === 0)
    return { text: `${NOT_KEPT}；按费率表，这一只买入**不收**申购费。\n\n`, facts: [] };
  const taken = Math.round(feeTakenFrom(order.amount, line.rate) * 100) / 100;
  return {
    text: `${NOT_KEPT}；按那天的费率表，申购费 ${percent(line.rate)}，大约 **${exactYuan(taken)}**，有优惠的会少些，以 App 那一笔的交易详情为准。\n\n`,
    facts: [
      { value: Number((line.rate * 100).toFixed(4)), unit: '%', label: '申购费' },
      { value: taken, unit: 'yuan', label: '申购费大约' },
    ],
  };
}
