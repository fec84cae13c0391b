import type { Product } from '../../terms/product.js';
import type { Seller, SellerOpinion } from './seller.js';
import { judgeSeller } from './seller.js';

/** 方案审核资质: who may decide about a proposal (row 22, applied to every product in it). */
export interface Signer extends Seller {
  readonly role: string;
}

export interface SignerOpinion {
  readonly verdict: 'ALLOW' | 'BLOCK';
  /** Whether the role is one that advises customers at all. */
  readonly advises: boolean;
  /** Products beyond the signer's licences or grade. */
  readonly beyond: readonly (Pick<Product, 'code' | 'name'> & Pick<SellerOpinion, 'lacks'>)[];
}

const ADVISING_ROLES = ['advisor', 'supervisor'];

/**
 * A proposal is signed as a whole: by an advisor with the licence and the grade for each product in
 * it, approved or declined alike, because the reason given for declining is advice too. A proposal
 * without products still takes some licence to advise.
 */
export function judgeSigner(signer: Signer, products: readonly Product[]): SignerOpinion {
  const advises = ADVISING_ROLES.includes(signer.role) && signer.licences.length > 0;
  const beyond = products.flatMap((product) => {
    const { lacks } = judgeSeller(signer, product);
    return lacks.length > 0 ? [{ code: product.code, name: product.name, lacks }] : [];
  });
  return { verdict: advises && beyond.length === 0 ? 'ALLOW' : 'BLOCK', advises, beyond };
}
