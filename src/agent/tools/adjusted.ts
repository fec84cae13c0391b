import type { Adjusted } from '../../advice/matching/adjust-plan.js';
import type { PlanTask } from '../../advice/matching/draft-plan.js';
import type { Store } from '../../store/store.js';
import { customerId } from '../../terms/ids.js';
import type { Plan } from '../../terms/plan.js';
import type { LocalDate } from '../../terms/time.js';
import type { GateRules } from './gate.js';
import type { Planning } from './planning.js';
import { askingFor, planTaskOf } from './planning.js';

/** What an advisor's choice of products is judged on. */
export interface AdjustingDeps extends GateRules {
  readonly store: Store;
  readonly planning: Pick<Planning, 'adjust' | 'resolve'>;
}

interface About {
  readonly customer: string;
  readonly before: Plan;
  readonly today: LocalDate;
}

/**
 * The plan for the need of `before` with the products an advisor chose, in yuan by code, made from the
 * customer, holdings and shelf of today; null: the customer is not on file any more.
 */
export async function adjusted(
  deps: AdjustingDeps,
  about: About,
  amounts: ReadonlyMap<string, number>,
): Promise<Adjusted | null> {
  const task = await taskFor(deps, about);
  return task && deps.planning.adjust(task, amounts);
}

/** The same with what is not settled solved anew. */
export async function resolved(
  deps: AdjustingDeps,
  about: About,
  settled: ReadonlyMap<string, number>,
): Promise<Adjusted | null> {
  const task = await taskFor(deps, about);
  return task && deps.planning.resolve(task, settled);
}

async function taskFor(
  { store, operator, house }: AdjustingDeps,
  { customer, before, today }: About,
): Promise<PlanTask | null> {
  const bound = { customer: customerId(customer), today };
  const asking = await askingFor(store, bound, before.need);
  return asking && planTaskOf({ operator, house }, bound, asking, before.need);
}
