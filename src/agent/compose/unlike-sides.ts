import type { Product } from '../../terms/product.js';
import { shortName } from '../../terms/product.js';
import { holding, percent } from '../../wording/figures.js';

/** 不同类的比法: sides of which a deposit, a policy and a fund have each their own words. */

/** Contracted interest beside what promises none; null: all of them contract it, or none does. */
export function ratesBeside(products: readonly Product[]): string | null {
  const fixed = products.filter(({ interestRate }) => interestRate !== null);
  if (fixed.length === 0 || fixed.length === products.length) return null;
  const rates = products.map((product) =>
    product.interestRate === null
      ? `${shortName(product)}没有固定利率${aimOf(product)}`
      : `${shortName(product)}的年利率是 **${percent(product.interestRate)}**，写在合同里`,
  );
  return `${rates.join('；')}。写明的利率和不固定的收益没法直接比高低。`;
}

/** A benchmark that is a figure is told with what it is not. */
const aimOf = ({ benchmark }: Product): string =>
  benchmark && /%/.test(benchmark) && !benchmark.includes('×')
    ? `，业绩比较基准是${benchmark.replace(/（.*?）/g, '')}，只是投资目标，不是承诺，也可能亏`
    : '，收益有涨有跌，也可能亏';

/** Whether money comes out before its time, and what that costs. */
export function earlyExit({ regime, type, lockDays, settlementDays }: Product): string {
  if (regime === 'DEPOSIT') return '能提前取，取出的部分按活期利率算利息';
  if (regime === 'GOV_BOND') return '能提前兑取，利息分档扣，另收手续费';
  if (regime === 'NFRA_INSURANCE') return '能退保，按现金价值退，前几年通常少于已交保费';
  if (type === 'reit') return '不办赎回，可以在交易所卖';
  if (settlementDays === null) return '到期前取不出来';
  return lockDays > 0 ? `没满 ${holding(lockDays)}取不出来` : '没有锁定，工作日都能赎回';
}

export function principal({ regime, type }: Product): string {
  if (regime === 'DEPOSIT') return '到期还本付息，在限额内受存款保险保护';
  if (regime === 'GOV_BOND') return '到期还本付息';
  if (regime === 'NFRA_INSURANCE' && type !== 'unit_linked') return '提前退保可能少于已交保费';
  return '不保本';
}

/** When no market is open; of what is not redeemed by the day its own contract tells. */
export function offHours({ type, settlementDays }: Product): string {
  if (type === 'money' || type === 'cash_management') return '能用快速赎回，每天有上限';
  if (settlementDays === null) return '能办什么以合同或说明书为准';
  return '可以提交，到下一个交易日才受理';
}
