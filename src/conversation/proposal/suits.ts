import { basisOf, basisOfClass, withheldFrom } from '../../advice/matching/standing.js';
import { daysOf } from '../../advice/matching/task.js';
import type { HouseThresholds } from '../../advice/suitability/house-thresholds.js';
import { judge } from '../../advice/suitability/judge.js';
import type { ChannelOperator } from '../../advice/suitability/occasion.js';
import { isAllowed } from '../../advice/suitability/verdict.js';
import { gatedProductOf, investorOf } from '../../profiles/gated.js';
import { findCustomer } from '../../profiles/kyc.js';
import { publicProducts } from '../../profiles/kyp.js';
import type { Store } from '../../store/store.js';
import type { Basis } from '../../terms/finding.js';
import type { Passage } from '../../terms/passage.js';
import type { Plan } from '../../terms/plan.js';
import type { Product } from '../../terms/product.js';
import { isOnSale } from '../../terms/product.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import type { Fitness } from './decide.js';
import { unfitOf } from './decide.js';
import type { Unfit } from './events.js';
import type { ProposalState } from './evolve.js';

/** 复核适当性: a plan is judged on the customer and the shelf of the day, whenever it goes a step further. */

export interface SuitsDeps {
  readonly store: Store;
  readonly operator: ChannelOperator;
  readonly house: HouseThresholds;
}

export interface Judged extends Fitness {
  readonly age: number | null;
  /** Of the plan's products, those that are on the shelf. */
  readonly onShelf: readonly Product[];
}

/** Null: the customer is not on file. */
export async function judgePlan(
  { store, operator, house }: SuitsDeps,
  { customer: id }: Pick<ProposalState, 'customer'>,
  plan: Plan,
  at: Instant,
): Promise<Judged | null> {
  const [profile, shelf] = await Promise.all([findCustomer(store, id), publicProducts(store)]);
  if (!profile) return null;
  const today = toLocalDate(at);
  const customer = investorOf(profile, today);
  const known = plan.products.map((planned) => ({
    planned,
    product: shelf.find(({ code }) => code === planned.code) ?? null,
  }));
  const occasion = {
    today,
    customer,
    channel: { operator },
    initiative: 'advisor' as const,
    need: { horizonDays: daysOf(plan.need.months) },
  };
  return {
    age: customer.age ?? null,
    onShelf: known.flatMap(({ product }) => product ?? []),
    products: known.map(({ planned: { code, name, amount }, product }) => ({
      code,
      name,
      verdict:
        product && isOnSale(product, today)
          ? judge({ ...occasion, product: gatedProductOf(product), order: { amount } }, house)
          : null,
    })),
    // What held of the customer when the plan was drafted may not hold any more.
    standing:
      withheldFrom(customer, plan.need, today) ??
      ((customer.tolerance ?? 0) < plan.riskClass ? 'class_lower' : null),
  };
}

export interface UnfitDeps extends SuitsDeps {
  /** What the handbook has of these articles and may be said as law. */
  readonly articlesOn: (basis: readonly Basis[], today: LocalDate) => readonly Passage[];
}

/** Why a proposal as it stands may not be put to the customer now; null: nothing stands against it. */
export async function unfitNow(
  deps: UnfitDeps,
  state: ProposalState,
  at: Instant,
): Promise<Unfit | null> {
  const judged = await judgePlan(deps, state, state.plan, at);
  if (!judged) return { standing: 'for_person', products: [], law: [] };
  const unfit = unfitOf(judged);
  return unfit && { ...unfit, law: deps.articlesOn(basisOfUnfit(judged), toLocalDate(at)) };
}

/**
 * What stands against the customer goes before what stands against a product: of a doubt about who they
 * are, which no article may give away, nothing is named.
 */
export function basisOfUnfit({ standing, products }: Fitness): readonly Basis[] {
  if (standing === 'class_lower') return basisOfClass();
  if (standing !== null) return basisOf(standing);
  const basis = products.flatMap(({ verdict }) =>
    verdict && !isAllowed(verdict) ? verdict.basis : [],
  );
  return [...new Map(basis.map((one) => [`${one.instrument} ${one.article}`, one])).values()];
}
