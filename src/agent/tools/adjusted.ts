import type { Adjusted } from '../../advice/matching/adjust-plan.js';
import { adjustPlan } from '../../advice/matching/adjust-plan.js';
import type { Store } from '../../store/store.js';
import { customerId } from '../../terms/ids.js';
import type { Plan } from '../../terms/plan.js';
import type { LocalDate } from '../../terms/time.js';
import type { GateRules } from './gate.js';
import type { Planning } from './planning.js';
import { askingFor, mixesOf, planTaskOf } from './planning.js';

/** What an advisor's choice of products is judged on. */
export interface AdjustingDeps extends GateRules {
  readonly store: Store;
  readonly planning: Pick<Planning, 'basis'>;
}

/**
 * The plan for the need of `before` with the products an advisor chose, in yuan by code, made from the
 * customer, holdings and shelf of today; null: the customer is not on file any more.
 */
export async function adjusted(
  { store, planning, operator, house }: AdjustingDeps,
  { customer, before, today }: { customer: string; before: Plan; today: LocalDate },
  amounts: ReadonlyMap<string, number>,
): Promise<Adjusted | null> {
  const bound = { customer: customerId(customer), today };
  const asking = await askingFor(store, bound, before.need);
  if (!asking) return null;
  const mixOf = mixesOf(planning.basis);
  const task = planTaskOf(planning, { operator, house }, bound, asking, before.need, mixOf);
  return adjustPlan(task, amounts);
}
