import type { Basis } from '../terms/finding.js';
import type { Regime } from '../terms/product.js';

/** 交叉销售 (row 26): from one kind of business to another in the same conversation. */
export type Business = 'deposit' | 'wealth_product' | 'fund' | 'insurance' | 'loan';

export interface CrossSell {
  /** What the customer came for. */
  readonly from: Business;
  /** What is about to be brought up. */
  readonly to: Business;
  /** Who brings it up: what the customer asks for by themselves is no cross-sell. */
  readonly initiative: 'bot' | 'advisor' | 'customer';
  /** The customer agreed to hear about `to`, asked by itself and not with something else. */
  readonly hasSeparateConsent: boolean;
}

export type CrossSellDuty =
  | 'name_category_change'
  | 'no_default_ticks'
  | 'not_a_condition_of_service'
  | 'ask_separate_consent';

export interface CrossSellOpinion {
  readonly verdict: 'ALLOW' | 'ALLOW_WITH' | 'BLOCK';
  readonly duties: readonly CrossSellDuty[];
  readonly basis: readonly Basis[];
}

export const businessOf = (regime: Regime): Business => BUSINESS_OF[regime];

const BUSINESS_OF: Readonly<Record<Regime, Business>> = {
  CSRC_FUND: 'fund',
  NFRA_INVEST: 'wealth_product',
  NFRA_INSURANCE: 'insurance',
  DEPOSIT: 'deposit',
  GOV_BOND: 'deposit',
};

/** 保险销售行为管理办法 art. 23 [T2]; 消费者权益保护法 arts. 9, 26, 29 [T]. */
export function judgeCrossSell({
  from,
  to,
  initiative,
  hasSeparateConsent,
}: CrossSell): CrossSellOpinion {
  if (from === to) return { verdict: 'ALLOW', duties: [], basis: [] };
  const basis = to === 'insurance' || from === 'insurance' ? [...INSURANCE, ...CONSUMER] : CONSUMER;
  if (initiative !== 'customer' && !hasSeparateConsent) {
    return { verdict: 'BLOCK', duties: ['ask_separate_consent'], basis };
  }
  return {
    verdict: 'ALLOW_WITH',
    duties: ['name_category_change', 'no_default_ticks', 'not_a_condition_of_service'],
    basis,
  };
}

const INSURANCE: readonly Basis[] = [
  { instrument: '保险销售行为管理办法', article: '第二十三条', tag: 'T2' },
];
const CONSUMER: readonly Basis[] = [
  { instrument: '消费者权益保护法', article: '第九条', tag: 'T' },
  { instrument: '消费者权益保护法', article: '第二十六条', tag: 'T' },
  { instrument: '消费者权益保护法', article: '第二十九条', tag: 'T' },
];
