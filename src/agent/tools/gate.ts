import { DEFAULT_THRESHOLDS } from '../../advice/suitability/house-thresholds.js';
import type { HouseThresholds } from '../../advice/suitability/house-thresholds.js';
import { judge } from '../../advice/suitability/judge.js';
import type {
  ChannelOperator,
  GatedProduct,
  Investor,
  Occasion,
} from '../../advice/suitability/occasion.js';
import type { Gate } from '../../conversation/gate.js';
import type { Bound } from '../../conversation/journal.js';
import { gatedProductOf, investorOf } from '../../profiles/gated.js';
import { findCustomer } from '../../profiles/kyc.js';
import type { Store } from '../../store/store.js';
import type { Product } from '../../terms/product.js';

/** What the house says of itself to the gate. */
export interface GateRules {
  readonly operator: ChannelOperator;
  readonly house: HouseThresholds;
}

export const OWN_CHANNEL: GateRules = {
  operator: 'licensed_self_operated',
  house: DEFAULT_THRESHOLDS,
};

/** What this use of the gate adds to customer, product and day. */
export interface Asked extends Pick<
  Occasion,
  'initiative' | 'customerInsists' | 'order' | 'need' | 'insuranceFinding'
> {
  /** Whatever they have is to go in. */
  readonly allIn?: boolean;
}

/** A policy as the customer would pay for it, and what their household earns; yuan and whole years. */
export type Premium = Readonly<
  Partial<Record<'annual' | 'single' | 'years' | 'income', number | undefined>>
>;

/**
 * The suitability gate for the customer of the turn: the one way from a tool to `judge`. Undefined for
 * a visitor, of whom there is nothing to judge by.
 */
export async function gateFor(
  store: Store,
  { operator, house }: GateRules,
  { customer, today }: Pick<Bound, 'customer' | 'today'>,
  products: readonly Product[],
  { allIn = false, ...asked }: Asked,
  premium: Premium = {},
): Promise<Gate | undefined> {
  const profile = customer === null ? null : await findCustomer(store, customer);
  if (!profile) return undefined;
  const investor = earning(investorOf(profile, today), premium);
  const occasion = {
    today,
    customer: investor,
    channel: { operator },
    ...asked,
    ...(allIn && { order: { ...asked.order, amount: investor.liquidAssets ?? null } }),
  };
  const judged = products
    .map((product) => paidAs(gatedProductOf(product), premium))
    .map((product) => ({
      product,
      verdict: judge({ ...occasion, product }, house),
    }));
  return { occasion, house, judged, sources: [] };
}

const paidAs = (product: GatedProduct, { annual, single, years }: Premium): GatedProduct => ({
  ...product,
  ...(annual !== undefined && { annualPremium: annual }),
  ...(single !== undefined && { singlePremium: single }),
  ...(years !== undefined && { premiumYears: years }),
});

/** What is told of an income never raises what is on file; where nothing is on file, it is all there is. */
function earning(investor: Investor, { income }: Premium): Investor {
  if (income === undefined) return investor;
  const { householdIncome: known } = investor;
  return { ...investor, householdIncome: Math.min(income, known ?? income) };
}
