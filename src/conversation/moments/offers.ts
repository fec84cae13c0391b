import { holdingClass } from '../../advice/lifecycle/holding-class.js';
import type { Barrier, ContactWishes } from '../../advice/lifecycle/moments/contact.js';
import type { Offer } from '../../advice/lifecycle/moments/moment.js';
import type { HouseThresholds } from '../../advice/suitability/house-thresholds.js';
import { judge } from '../../advice/suitability/judge.js';
import type { ChannelOperator } from '../../advice/suitability/occasion.js';
import { isAllowed } from '../../advice/suitability/verdict.js';
import { businessOf, judgeCrossSell } from '../../compliance/cross-sell.js';
import { gatedProductOf, investorOf } from '../../profiles/gated.js';
import type { CustomerProfile } from '../../profiles/kyc.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel, isOnSale } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';

/** 触达前过适当性: before products are brought up to somebody, whether any may be. */

export interface OfferRules {
  readonly operator: ChannelOperator;
  readonly house: HouseThresholds;
}

type Barring = (
  offer: Offer,
  profile: CustomerProfile,
  wishes: Pick<ContactWishes, 'businesses'>,
) => Barrier | null;

/** What stands against an offer: the gate for every product of it, or another kind of business. */
export function barringOf(
  products: Iterable<Product>,
  { operator, house }: OfferRules,
  today: LocalDate,
): Barring {
  const shelf = [...products].filter((one) => !one.private && isOnSale(one, today));
  const gated = new Map(shelf.map((product) => [product, gatedProductOf(product)]));
  const offered = (offer: Offer, { tolerance }: CustomerProfile): readonly Product[] =>
    shelf.filter((product) =>
      offer === 'cash_r1'
        ? holdingClass(product) === 'cash' && effectiveRiskLevel(product) === 1
        : (effectiveRiskLevel(product) ?? 9) <= (tolerance ?? 0),
    );
  return (offer, profile, { businesses }) => {
    const occasion = {
      today,
      initiative: 'bot' as const,
      customer: investorOf(profile, today),
      channel: { operator },
    };
    const suited = offered(offer, profile).filter((product) =>
      isAllowed(judge({ ...occasion, product: gated.get(product)! }, house)),
    );
    if (suited.length === 0) return 'gate';
    if (offer === 'same_level') return null;
    // Money on deposit is one business, what it could be put into another.
    const isAgreed = suited.some(({ regime }) => {
      const to = businessOf(regime);
      const hasSeparateConsent = businesses.includes(to);
      const move = { from: 'deposit', to, initiative: 'bot', hasSeparateConsent } as const;
      return judgeCrossSell(move).verdict !== 'BLOCK';
    });
    return isAgreed ? null : 'no_business_consent';
  };
}
