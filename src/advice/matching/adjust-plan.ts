import type { Plan } from '../../terms/plan.js';
import { isAllowed } from '../suitability/verdict.js';
import type { Admission } from './admission.js';
import { admit, verdictOn } from './admission.js';
import type { PlanMeans, PlanTask } from './draft-plan.js';
import { mixFor, planWith } from './draft-plan.js';
import type { Limit } from './limits.js';
import { brokenLimits, isOnSteps } from './limits.js';
import { matchOf } from './match.js';
import type { Candidate, MatchingTask, Placement } from './task.js';
import { FEN, fenOf } from './task.js';

/** Why products that an advisor chose do not make a plan. Money is yuan. */
export type AdjustFault =
  /** By a row of the suitability table, a matching rule, or `not_on_shelf`. */
  | { readonly fault: 'product'; readonly code: string; readonly rule: string }
  | {
      readonly fault: 'amount';
      readonly code: string;
      readonly least: number;
      readonly most: number;
      readonly step: number;
    }
  | { readonly fault: 'limit'; readonly limit: Exclude<Limit, 'amounts_and_steps'> };

export type Adjusted =
  | { readonly kind: 'adjusted'; readonly plan: Plan }
  | { readonly kind: 'faulty'; readonly faults: readonly AdjustFault[] };

/**
 * 顾问调整方案: the plan that an advisor's choice of products comes to, in yuan by code. The mix of the
 * class, the suitability gate and every limit are those of a draft; only the choosing is the advisor's.
 */
export function adjustPlan(
  task: PlanTask,
  amounts: ReadonlyMap<string, number>,
  means: Omit<PlanMeans, 'solve'>,
): Adjusted {
  const chosen = mixFor(task, means);
  const admission = admit(chosen.matching);
  const { placed, faults } = placedBy(chosen.matching, admission, amounts);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const match = matchOf(chosen.matching, admission, placed);
  const { plan } = planWith(task, means, chosen, match, 'advisor');
  return { kind: 'adjusted', plan };
}

/** What an advisor placed, yuan by code, and all that the gate and the limits have against it. */
export function placedBy(
  matching: MatchingTask,
  { candidates, excluded }: Admission,
  amounts: ReadonlyMap<string, number>,
): { readonly placed: readonly Placement[]; readonly faults: readonly AdjustFault[] } {
  const byCode = new Map(candidates.map((one) => [String(one.product.code), one]));
  const ruleOf = (code: string) =>
    excluded.find((one) => one.code === code)?.rule ?? 'not_on_shelf';
  const faults: AdjustFault[] = [];
  const placed: Placement[] = [];
  for (const [code, yuan] of amounts) {
    const candidate = byCode.get(code);
    if (!candidate) {
      faults.push({ fault: 'product', code, rule: ruleOf(code) });
      continue;
    }
    const one = { candidate, amount: fenOf(yuan) };
    const verdict = verdictOn(matching, candidate, one.amount);
    if (!isOnSteps(one)) faults.push(amountFault(code, candidate));
    else if (!isAllowed(verdict)) {
      faults.push({ fault: 'product', code, rule: String(verdict.row) });
    }
    placed.push(one);
  }
  const limits = brokenLimits(matching, placed).filter((limit) => limit !== 'amounts_and_steps');
  faults.push(...limits.map((limit) => ({ fault: 'limit', limit }) as const));
  return { placed, faults };
}

const amountFault = (code: string, { first, most, step }: Candidate): AdjustFault => ({
  fault: 'amount',
  code,
  least: first / FEN,
  most: most / FEN,
  step: step / FEN,
});
