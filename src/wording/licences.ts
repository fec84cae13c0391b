import type { Licence } from '../advice/suitability/seller.js';

/** 身份披露: what somebody may do for a customer, as the customer is told (screens.md §9). */
const LICENCE_WORDS: Readonly<Record<Licence, string>> = {
  fund: '基金从业',
  fund_advisory: '基金投顾',
  wealth_product: '理财销售',
  insurance: '保险销售',
  securities_advisor: '证券投顾',
};

/** 「持基金从业、理财销售资质」; empty without any. */
export const licenceWords = (licences: readonly Licence[]): string =>
  licences.length === 0 ? '' : `持${licences.map((one) => LICENCE_WORDS[one]).join('、')}资质`;
