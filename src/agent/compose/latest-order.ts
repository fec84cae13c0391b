import type { Product } from '../../terms/product.js';
import { workingDays } from '../../wording/figures.js';
import type { Reckoned } from './reckoning.js';

/** 最晚哪天几点赎: counted back from the day on which the money is needed. */

const ASKS_LATEST = /最(晚|迟)/;
const ON_MONDAY = /(周|星期|礼拜)一/;

/** Null: it is not asked, or nothing of it comes out by the working day. */
export function latestOrder({ lockDays, settlementDays }: Product, query: string): Reckoned | null {
  if (!ASKS_LATEST.test(query) || settlementDays === null || settlementDays < 1 || lockDays > 0)
    return null;
  const isMonday = settlementDays === 1 && ON_MONDAY.test(query);
  const monday = isMonday ? '周一要用，就是上周五 15:00 前；' : '';
  return {
    text: `：最晚在用钱那天之前的第 ${workingDays(settlementDays)}、15:00 前提交赎回，${monday}受理后 ${workingDays(settlementDays)}内到账，中间有节假日的还要再往前。`,
    facts: [{ value: settlementDays, unit: 'day', label: '交易日 15:00 前提交的赎回，到账' }],
  };
}
