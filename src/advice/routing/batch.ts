import { assign } from './assignment/assign.js';
import type { Assignment } from './assignment/problem.js';
import type { Candidate, Request } from './candidate.js';
import type { House } from './filters.js';
import { filter } from './filters.js';
import type { RoutingPolicy } from './policy.js';
import { suiting } from './score.js';

/** A request with everybody as they stand to its customer; of all requests the same people in one order. */
export interface BatchRequest {
  readonly request: Request;
  readonly candidates: readonly Candidate[];
}

export interface BatchRouting {
  /** By request the id of whoever serves; null: left waiting. */
  readonly to: readonly (string | null)[];
  readonly certificate: Assignment['certificate'];
}

/** Worth as much as the best score: a customer's own advisor comes first, unless others lose more by it. */
const MANAGER_BONUS = 1;

/**
 * 批量分派: many requests at once, where what is best for each would be more than one person can take.
 * The same filters and scores as for one; the sum of all is proven greatest.
 */
export function routeBatch(
  requests: readonly BatchRequest[],
  house: House,
  policy: RoutingPolicy,
): BatchRouting {
  const people = requests[0]?.candidates ?? [];
  // More than all other gains together, so that as many are served as can be.
  const served = (1 + MANAGER_BONUS) * (requests.length + 1);
  const score = requests.map(({ request, candidates }) => {
    const left = new Set(filter(candidates, request, house).left);
    return candidates.map((one) => {
      if (!left.has(one)) return null;
      const bonus = one.id === request.manager ? MANAGER_BONUS : 0;
      return suiting(one, request, policy).total + bonus + served;
    });
  });
  const capacity = people.map(({ capacity: places, load }) => Math.max(0, places - load));
  const { assignment, certificate } = assign({ score, capacity });
  return { to: assignment.map((at) => (at === null ? null : people[at]!.id)), certificate };
}
