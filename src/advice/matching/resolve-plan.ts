import type { Adjusted } from './adjust-plan.js';
import { placedBy } from './adjust-plan.js';
import { admit } from './admission.js';
import type { PlanMeans, PlanTask } from './draft-plan.js';
import { mixFor, planWith } from './draft-plan.js';
import { matchOf } from './match.js';
import { placeAround } from './place-around.js';

/**
 * 顾问定下一部分: the best plan that holds what an advisor settled, in yuan by code; at 0 a product is
 * kept out. What is settled has to stand by itself, and each thing it breaks is named.
 */
export function resolvePlan(
  task: PlanTask,
  settled: ReadonlyMap<string, number>,
  { solve, ...means }: PlanMeans,
): Adjusted {
  const chosen = mixFor(task, means);
  const { matching } = chosen;
  const admission = admit(matching);
  const wanted = new Map([...settled].filter(([, yuan]) => yuan > 0));
  const { placed: pinned, faults } = placedBy(matching, admission, wanted);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const free = admission.candidates.filter(({ product }) => !settled.has(product.code));
  const match = matchOf(matching, admission, placeAround(matching, free, pinned, solve));
  const { plan } = planWith(task, means, chosen, match, 'advisor');
  return { kind: 'adjusted', plan };
}
