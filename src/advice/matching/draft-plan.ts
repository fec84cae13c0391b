import type { Plan, PlannedNeed, PlannedProduct, Slice } from '../../terms/plan.js';
import type { RiskTolerance } from '../../terms/risk.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import type { ByClass } from '../allocation/market/asset-class.js';
import { ASSET_CLASSES } from '../allocation/market/asset-class.js';
import { lastDayOf } from '../allocation/market/month.js';
import { bindingWords, mixFacts } from '../allocation/strategic/mix-facts.js';
import type { MixOf, Mixed } from '../allocation/strategic/kept-mixes.js';
import type { MixBasis } from '../allocation/strategic/mix.js';
import { strategicMix } from '../allocation/strategic/mix.js';
import { RISK_CLASSES } from '../allocation/strategic/policy.js';
import { vectorOf, volatilityOf } from '../allocation/strategic/weights.js';
import type { Solver } from '../allocation/solver.js';
import { ruleVersionOf } from '../suitability/judge.js';
import { admit } from './admission.js';
import { yearlyFee } from './costs.js';
import { mainClass } from './exposure.js';
import { classForHorizon, MATCHING_VERSION } from './house-limits.js';
import { matchProducts } from './match.js';
import { planFacts } from './plan-facts.js';
import { cautionsOf } from './cautions.js';
import type { Projection } from './projection.js';
import { projectGoal } from './projection.js';
import { riskReturnOf } from '../allocation/strategic/risk-return.js';
import { reasonsFor, yuanOf } from './reasons.js';
import type { Match, MatchingTask, Placement } from './task.js';
import { daysOf } from './task.js';

export type ConfirmedNeed = PlannedNeed;

/** What a plan is asked for: plain values. */
export interface PlanTask extends Omit<MatchingTask, 'mix' | 'need'> {
  readonly need: ConfirmedNeed;
  readonly riskClass: RiskTolerance;
  /** Of the simulation, where there is a sum to reach. */
  readonly seed: number;
  /** How often it is to be reached, ratio; absent: as the house reckons. */
  readonly within?: number;
}

/** What plans are made with. */
export interface PlanMeans {
  readonly basis: MixBasis;
  readonly mixOf: MixOf;
  readonly solve: Solver;
}

export interface DraftedPlan {
  readonly plan: Plan;
  readonly match: Match;
  /** Null where the need names no sum to reach or no day. */
  readonly projection: Projection | null;
}

/**
 * 方案起草: mix, products and outlook for a confirmed need. `withheldFrom` has been asked before; an
 * advisor looks at it after. The same task always gives the same plan.
 */
export function draftPlan(task: PlanTask, { solve, ...means }: PlanMeans): DraftedPlan {
  const chosen = mixFor(task, means);
  return planWith(task, means, chosen, matchProducts(chosen.matching, solve), 'house');
}

/** The mix that a plan for the task follows. */
export interface ChosenMix {
  readonly mixClass: RiskTolerance;
  readonly mixed: Mixed;
  /** What products are then chosen for. */
  readonly matching: MatchingTask;
}

export function mixFor(task: PlanTask, { mixOf }: Pick<PlanMeans, 'mixOf'>): ChosenMix {
  const mixClass = classOfMix(task);
  const mixed = mixOf(mixClass, task.need.maxLoss ?? Infinity);
  return { mixClass, mixed, matching: { ...task, mix: mixed.mix.weights } };
}

/** Who chose the products of a mix. */
export type Chooser = 'house' | 'advisor';

/** The whole plan that products on a mix come to. */
export function planWith(
  task: PlanTask,
  { basis }: Pick<PlanMeans, 'basis'>,
  chosen: ChosenMix,
  match: Match,
  chooser: Chooser,
): DraftedPlan {
  const { mixClass, mixed } = chosen;
  const { need, riskClass } = task;
  const { mix } = mixed;
  const days = daysOf(need.months) ?? 365;
  const fee = match.placed.reduce(
    (sum, one) =>
      sum + (yearlyFee(one.candidate.product, days, task.today) * yuanOf(one)) / need.amount,
    0,
  );
  const calmerMixes = () =>
    RISK_CLASSES.filter((one) => one < mixClass).map((one) =>
      strategicMix(basis, one, need.maxLoss ?? Infinity),
    );
  // Everything that is told of the plan is reckoned from what its products hold, not from what was aimed at.
  const weights = match.exposure;
  const volatility = volatilityOf(vectorOf(weights), basis.outlook);
  const held = { weights, volatility };
  const { seed, within } = task;
  const wanted = within === undefined ? {} : { within };
  const projection = projectGoal(need, { held, basis, seed, fee, calmerMixes, ...wanted });
  const past = riskReturnOf(basis, weights);
  const mixture = { ...held, historyLoss: past && past.own.maxDrawdown };
  // A mix calmer than the class is not held back by the class: its caution says what for.
  const isHeldBack = mixClass === riskClass && chooser === 'house';
  const plan: Plan = {
    need,
    riskClass,
    past,
    mix: slicesOf(weights, mixed, basis),
    risk: { volatility, statedLoss: match.statedLoss },
    heldBack: isHeldBack ? bindingWords(mix, basis.series) : [],
    outlook: projection?.outlook ?? null,
    levers: projection?.levers ?? null,
    products: match.placed.map((one) => plannedOf(one, task)),
    excluded: match.excluded,
    facts: [
      ...mixFacts(mixture, mix, mixed.bands, basis.series),
      ...planFacts(task, match, projection),
    ],
    cautions: cautionsOf({ task, basis, mix, match, mixClass, chooser }),
    versions: {
      assumptions: basis.outlook.ref,
      policy: basis.policy.ref,
      market: `${basis.series.id}@${basis.series.version}`,
      suitability: ruleVersionOf(task.house),
      matching: MATCHING_VERSION,
    },
    asOf: task.today,
    dataAsOf: lastDayOf(basis.outlook.asOf),
  };
  return { plan, match, projection };
}

function plannedOf(one: Placement, { need, riskClass }: PlanTask): PlannedProduct {
  const { product, exposure } = one.candidate;
  return {
    code: product.code,
    name: product.name,
    riskLevel: effectiveRiskLevel(product),
    assetClass: mainClass(exposure),
    weight: yuanOf(one) / need.amount,
    amount: yuanOf(one),
    reasons: reasonsFor(one, riskClass, need).words,
  };
}

/**
 * The class whose mix the plan follows: the customer's own, or a calmer one where the money is needed
 * soon or where nothing of the higher grades may be placed (older than 65: a person has to look first).
 */
function classOfMix(task: PlanTask): RiskTolerance {
  const { need, riskClass, customer } = task;
  if (customer.lowestCategory) return 1;
  const { candidates } = admit({ ...task, mix: NO_MIX });
  const grades = candidates.map(({ product }) => effectiveRiskLevel(product) ?? 1);
  const highest = Math.max(1, ...grades) as RiskTolerance;
  const bound = Math.min(riskClass, highest, classForHorizon(need.months, need.liquidity));
  return bound as RiskTolerance;
}

/** Who may be placed does not hang on the mix. */
const NO_MIX = Object.fromEntries(ASSET_CLASSES.map((name) => [name, 0])) as ByClass<number>;

const slicesOf = (
  held: ByClass<number>,
  { mix, bands }: Mixed,
  { series }: MixBasis,
): readonly Slice[] =>
  ASSET_CLASSES.flatMap((name) => {
    const [weight, target] = [held[name], mix.weights[name]];
    if (weight === 0 && target === 0 && bands[name].high === 0) return [];
    return [{ assetClass: name, label: series.classes[name].name, weight, target, ...bands[name] }];
  });
