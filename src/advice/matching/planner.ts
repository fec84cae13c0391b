import type { RiskTolerance } from '../../terms/risk.js';
import type { Target } from '../allocation/rebalance/book.js';
import type { RebalancePlan, RebalanceTask } from '../allocation/rebalance/rebalance.js';
import { planRebalance } from '../allocation/rebalance/rebalance.js';
import type { Solver } from '../allocation/solver.js';
import { keptMixes } from '../allocation/strategic/kept-mixes.js';
import type { MixBasis } from '../allocation/strategic/mix.js';
import type { Adjusted } from './adjust-plan.js';
import { adjustPlan } from './adjust-plan.js';
import type { DraftedPlan, PlanTask } from './draft-plan.js';
import { draftPlan } from './draft-plan.js';
import { BROAD_CLASSES } from './exposure.js';
import { broadPart } from './program.js';
import { resolvePlan } from './resolve-plan.js';

/** What is held by a customer of a class, which may have drifted from the mix of that class. */
export interface DriftTask extends Pick<RebalanceTask, 'positions' | 'today'> {
  readonly riskClass: RiskTolerance;
}

/** 方案测算: the heavy reckoning of advice, from plain values to plain values. */
export interface Planner {
  draft(task: PlanTask): DraftedPlan;
  /** `amounts`: what an advisor chose, in yuan by code. */
  adjust(task: PlanTask, amounts: ReadonlyMap<string, number>): Adjusted;
  /** `settled`: what an advisor holds fast, in yuan by code; the rest is placed anew around it. */
  resolve(task: PlanTask, settled: ReadonlyMap<string, number>): Adjusted;
  rebalance(task: DriftTask): RebalancePlan;
}

/** House band: five points either side. */
const BAND = 0.05;
const MIN_TRADE = 1_000;
/** Plans that may be asked for again, by another tool of the same turn or in the next one. */
const MOST_DRAFTS = 50;

/** Keeps what it has reckoned: the same task always gives the same plan. */
export function createPlanner(basis: MixBasis, solve: Solver): Planner {
  const mixOf = keptMixes(basis);
  const drafts = new Map<string, DraftedPlan>();
  return {
    draft(task) {
      const key = JSON.stringify(task);
      const drafted = drafts.get(key) ?? draftPlan(task, { basis, mixOf, solve });
      if (!drafts.has(key) && drafts.size >= MOST_DRAFTS) drafts.delete([...drafts.keys()][0]!);
      drafts.set(key, drafted);
      return drafted;
    },
    adjust: (task, amounts) => adjustPlan(task, amounts, { basis, mixOf }),
    resolve: (task, settled) => resolvePlan(task, settled, { basis, mixOf, solve }),
    rebalance({ riskClass, positions, today }) {
      const { mix } = mixOf(riskClass, Infinity);
      const targets = BROAD_CLASSES.map((bucket): Target => ({
        bucket,
        weight: broadPart(mix.weights, bucket),
        absolute: BAND,
      }));
      return planRebalance(solve, { positions, targets, cashFlow: 0, today, minTrade: MIN_TRADE });
    },
  };
}
