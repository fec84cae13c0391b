import type { Basis } from '../../terms/finding.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';

/** 销售人员资质 (row 22): who may speak about, draft for, or sell a product. */

export const LICENCES = [
  'fund',
  'fund_advisory',
  'wealth_product',
  'insurance',
  'securities_advisor',
] as const;
export type Licence = (typeof LICENCES)[number];

export interface Seller {
  readonly id: string;
  readonly licences: readonly Licence[];
  /** Highest product grade they were found fit for; null: none. */
  readonly productGrade: number | null;
}

/** What a seller lacks for a product; `basis` says by which article that counts. */
export interface SellerOpinion {
  readonly verdict: 'ALLOW' | 'BLOCK';
  readonly lacks: readonly ('licence' | 'grade')[];
  readonly duties: readonly ('lock_draft' | 'route_to_qualified_seller')[];
  readonly basis: readonly Basis[];
}

/**
 * Order 7 arts. 16, 33 and 销售办法 art. 16 [T2]: the seller's grade against the product's; the licence
 * by kind, for funds 证券投资基金法 art. 9 [T]. A draft for an unqualified seller stays locked.
 */
export function judgeSeller(
  { licences, productGrade }: Seller,
  product: Pick<Product, 'regime' | 'type' | 'riskLevel' | 'issuerRiskLevel'>,
): SellerOpinion {
  const wanted = licenceFor(product);
  const grade = effectiveRiskLevel(product);
  const lacks = [
    ...(wanted !== null && !licences.includes(wanted) ? (['licence'] as const) : []),
    ...(grade !== null && grade > (productGrade ?? 0) ? (['grade'] as const) : []),
  ];
  const basis = BASIS[product.regime];
  return lacks.length === 0
    ? { verdict: 'ALLOW', lacks, duties: [], basis }
    : { verdict: 'BLOCK', lacks, duties: ['lock_draft', 'route_to_qualified_seller'], basis };
}

/** Of those on duty, whom the customer may be routed to, in the order given. */
export const qualifiedSellers = <S extends Seller>(
  sellers: readonly S[],
  product: Parameters<typeof judgeSeller>[1],
): readonly S[] => sellers.filter((seller) => judgeSeller(seller, product).verdict === 'ALLOW');

/** Null: every employee of the institution may. */
function licenceFor({ regime, type }: Pick<Product, 'regime' | 'type'>): Licence | null {
  switch (regime) {
    case 'CSRC_FUND':
      return type === 'advisory_portfolio' ? 'fund_advisory' : 'fund';
    case 'NFRA_INVEST':
      return 'wealth_product';
    case 'NFRA_INSURANCE':
      return 'insurance';
    case 'DEPOSIT':
    case 'GOV_BOND':
      return null;
  }
}

const HOUSE: readonly Basis[] = [{ instrument: '数智员工守则', article: '销售资质', tag: 'M' }];

const BASIS: Readonly<Record<Product['regime'], readonly Basis[]>> = {
  CSRC_FUND: [{ instrument: '证券投资基金法', article: '第九条', tag: 'T' }],
  NFRA_INVEST: HOUSE,
  NFRA_INSURANCE: [
    { instrument: '金融机构产品适当性管理办法', article: '第三十三条', tag: 'T2' },
    { instrument: '保险销售行为管理办法', article: '第十六条', tag: 'T2' },
  ],
  DEPOSIT: HOUSE,
  GOV_BOND: HOUSE,
};
