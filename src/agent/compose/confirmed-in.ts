import type { Fact } from '../../terms/fact.js';
import type { Product } from '../../terms/product.js';
import { paceOf } from '../../terms/settlement.js';

/** 「确认T几」: how many trading days until an order for one product is confirmed. */
export interface ConfirmedIn {
  readonly text: string;
  readonly facts: readonly Fact[];
}

const ASKS_CONFIRMATION = /确认/;

/** Null: it is not asked, or nothing is confirmed that way (a deposit, a policy, what is closed). */
export function confirmedIn(product: Product, query: string): ConfirmedIn | null {
  const isDealtIn = product.regime === 'CSRC_FUND' || product.regime === 'NFRA_INVEST';
  if (!ASKS_CONFIRMATION.test(query) || !isDealtIn || product.settlementDays === null) return null;
  if (product.type === 'reit') return null;
  const { confirmDays } = paceOf(product.type);
  return {
    text: `的申购和赎回，受理后 **${confirmDays} 个交易日** 确认，也就是 T+${confirmDays}；交易日收市前提交的，当天就算受理日 T。`,
    facts: [{ value: confirmDays, unit: 'day', label: '受理到确认的交易日' }],
  };
}
