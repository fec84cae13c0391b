import { z } from 'zod';
import type { RebalancePlan } from '../../advice/allocation/rebalance/rebalance.js';
import { valuePositions } from '../../advice/lifecycle/positions.js';
import type { Adjusted } from '../../advice/matching/adjust-plan.js';
import type { ConfirmedNeed, DraftedPlan, PlanTask } from '../../advice/matching/draft-plan.js';
import type { DriftTask } from '../../advice/matching/planner.js';
import type { Held, ShelfProduct } from '../../advice/matching/task.js';
import type { Investor } from '../../advice/suitability/occasion.js';
import { plannedNeed } from '../../conversation/flows/need.js';
import type { Bound } from '../../conversation/journal.js';
import { gatedProductOf, investorOf } from '../../profiles/gated.js';
import { findCustomer } from '../../profiles/kyc.js';
import { publicProducts } from '../../profiles/kyp.js';
import { readPortfolio } from '../../profiles/portfolio.js';
import type { Store } from '../../store/store.js';
import type { RiskTolerance } from '../../terms/risk.js';
import type { GateRules } from './gate.js';

/** Where plans are reckoned, so that a long one keeps nobody else waiting. */
export interface Planning {
  draft(task: PlanTask): Promise<DraftedPlan>;
  /** The plan with the products an advisor chose, in yuan by code. */
  adjust(task: PlanTask, amounts: ReadonlyMap<string, number>): Promise<Adjusted>;
  /** The best plan around what an advisor settled, in yuan by code; 0 keeps a product out. */
  resolve(task: PlanTask, settled: ReadonlyMap<string, number>): Promise<Adjusted>;
  rebalance(task: DriftTask): Promise<RebalancePlan>;
}

/** The need as the conversation has it on record, slots as in `flows/need.ts`. */
export const NeedInput = z.strictObject({
  need: z.record(z.string(), z.json()).nullable(),
  /** How often a sum is to be reached, ratio; absent: as the house reckons. */
  within: z.number().min(0.5).max(0.99).optional(),
});

/** Who asks, and what a plan for them would be made of; null: nobody is signed in. */
export interface Asking {
  readonly customer: Investor;
  readonly need: ConfirmedNeed | null;
  readonly shelf: readonly ShelfProduct[];
  readonly held: readonly Held[];
}

export const askingOf = (
  store: Store,
  bound: Bound,
  slots: z.infer<typeof NeedInput>['need'],
): Promise<Asking | null> => askingFor(store, bound, slots && plannedNeed(slots));

export async function askingFor(
  store: Store,
  { customer, today }: Pick<Bound, 'customer' | 'today'>,
  need: ConfirmedNeed | null,
): Promise<Asking | null> {
  const profile = customer === null ? null : await findCustomer(store, customer);
  if (customer === null || !profile) return null;
  const [products, { record }] = await Promise.all([
    publicProducts(store),
    readPortfolio(store, customer),
  ]);
  return {
    customer: investorOf(profile, today),
    need,
    shelf: products.map((product) => ({ product, gated: gatedProductOf(product) })),
    held: valuePositions(record, today).map(({ product: code, value }) => ({ code, value })),
  };
}

/** The same for everybody and every turn, so that a figure said today is the figure said tomorrow. */
const SEED = 20_260_810;

export const planTaskOf = (
  { operator, house }: GateRules,
  { today }: Pick<Bound, 'today'>,
  asking: Asking,
  need: ConfirmedNeed,
): PlanTask => ({
  ...asking,
  need,
  seed: SEED,
  riskClass: asking.customer.tolerance as RiskTolerance,
  channel: { operator },
  house,
  today,
});
