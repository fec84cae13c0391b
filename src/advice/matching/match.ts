import type { ExcludedProduct } from '../../terms/plan.js';
import { byClass } from '../allocation/market/asset-class.js';
import type { Solver } from '../allocation/solver.js';
import { isAllowed } from '../suitability/verdict.js';
import type { Admission, MatchingRule } from './admission.js';
import { admit, verdictOn } from './admission.js';
import { familyOf } from './program.js';
import { place } from './place.js';
import type { Candidate, Match, MatchingTask, Placement } from './task.js';
import { fenOf } from './task.js';

const NOT_NEEDED: MatchingRule = 'not_needed';
const OTHER_SHARE_CLASS: MatchingRule = 'other_share_class';

/**
 * 产品匹配: from a mix to amounts of products that are on sale, suitable and fit the need: gate first,
 * then the nearest placement. Whatever is not placed carries the row or rule that kept it out. Who may
 * have a plan at all is `standing.ts`'s to say, before this. The same task always gives the same match.
 */
export function matchProducts(task: MatchingTask, solve: Solver): Match {
  const admission = admit(task);
  const { placed, barred } = placeSuitable(task, admission.candidates, solve);
  return matchOf(task, admission, placed, barred);
}

/** What placements come to, with why everything else is left out; `barred`: by the row of the gate. */
export function matchOf(
  task: MatchingTask,
  { candidates, excluded }: Admission,
  placed: readonly Placement[],
  barred: ReadonlyMap<Candidate, string> = new Map(),
): Match {
  const whole = fenOf(task.need.amount);
  const part = (of: (one: Candidate) => number): number =>
    placed.reduce((sum, { candidate, amount }) => sum + of(candidate) * amount, 0) / whole;
  const idle = whole - placed.reduce((sum, { amount }) => sum + amount, 0);
  const left = candidates.filter((one) => placed.every(({ candidate }) => candidate !== one));
  return {
    placed,
    excluded: [
      ...excluded,
      ...left.map((one) => exclusion(one, barred.get(one) ?? ruleOfLeft(one, placed))),
    ],
    idle,
    statedLoss: part((one) => one.statedLoss),
    exposure: byClass(
      (name) => part(({ exposure }) => exposure[name] ?? 0) + (name === 'cash' ? idle / whole : 0),
    ),
  };
}

/** What the gate does not allow at the amount it would have is left out, and the rest placed anew. */
function placeSuitable(
  task: MatchingTask,
  candidates: readonly Candidate[],
  solve: Solver,
): { readonly placed: readonly Placement[]; readonly barred: ReadonlyMap<Candidate, string> } {
  const barred = new Map<Candidate, string>();
  for (;;) {
    const open = candidates.filter((one) => !barred.has(one));
    const placed = place(task, open, solve);
    const tooMuch = placed.flatMap(({ candidate, amount }) => {
      const verdict = verdictOn(task, candidate, amount);
      return isAllowed(verdict) ? [] : [[candidate, String(verdict.row)] as const];
    });
    if (tooMuch.length === 0) return { placed, barred };
    for (const [candidate, row] of tooMuch) barred.set(candidate, row);
  }
}

const exclusion = ({ product }: Candidate, rule: string): ExcludedProduct => ({
  code: product.code,
  name: product.name,
  rule,
});

const ruleOfLeft = (one: Candidate, placed: readonly Placement[]): MatchingRule =>
  placed.some(({ candidate }) => familyOf(candidate) === familyOf(one))
    ? OTHER_SHARE_CLASS
    : NOT_NEEDED;
