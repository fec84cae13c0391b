import type { Plan, PlannedNeed, PlannedProduct, Slice } from '../../terms/plan.js';
import type { RiskTolerance } from '../../terms/risk.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import type { Band } from '../allocation/strategic/bands.js';
import type { ByClass } from '../allocation/market/asset-class.js';
import { ASSET_CLASSES } from '../allocation/market/asset-class.js';
import { mixFacts } from '../allocation/strategic/mix-facts.js';
import type { MixBasis, StrategicMix } from '../allocation/strategic/mix.js';
import type { Solver } from '../allocation/solver.js';
import { strains } from '../suitability/affordability.js';
import { ruleVersionOf } from '../suitability/judge.js';
import { admit } from './admission.js';
import { yearlyFee } from './costs.js';
import { mainClass } from './exposure.js';
import { BROAD_CLASSES } from './exposure.js';
import { classForHorizon, MATCHING_VERSION } from './house-limits.js';
import { matchProducts } from './match.js';
import { planFacts } from './plan-facts.js';
import { broadPart } from './program.js';
import type { Projection } from './projection.js';
import { projectGoal } from './projection.js';
import { riskReturnOf } from '../allocation/strategic/risk-return.js';
import { reasonsFor, yuanOf } from './reasons.js';
import type { Match, MatchingTask, Placement } from './task.js';
import { FEN } from './task.js';

export type ConfirmedNeed = PlannedNeed;

export interface PlanTask extends Omit<MatchingTask, 'mix' | 'need'> {
  readonly need: ConfirmedNeed;
  readonly riskClass: RiskTolerance;
  readonly basis: MixBasis;
  /** The mix of a class that may lose at most so much, and its bands: the caller may keep them. */
  readonly mixOf: (riskClass: RiskTolerance, lossLimit: number) => Mixed;
  /** Of the simulation, where there is a sum to reach. */
  readonly seed: number;
}

export interface Mixed {
  readonly mix: StrategicMix;
  readonly bands: ByClass<Band>;
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
export function draftPlan(task: PlanTask, solve: Solver): DraftedPlan {
  const chosen = mixFor(task);
  return planWith(task, chosen, matchProducts(chosen.matching, solve), 'house');
}

/** The mix that a plan for the task follows. */
export interface ChosenMix {
  readonly mixClass: RiskTolerance;
  readonly mixed: Mixed;
  /** What products are then chosen for. */
  readonly matching: MatchingTask;
}

export function mixFor(task: PlanTask): ChosenMix {
  const mixClass = classOfMix(task);
  const mixed = task.mixOf(mixClass, task.need.maxLoss ?? Infinity);
  return { mixClass, mixed, matching: { ...task, mix: mixed.mix.weights } };
}

/** Who chose the products of a mix. */
export type Chooser = 'house' | 'advisor';

/** The whole plan that products on a mix come to. */
export function planWith(
  task: PlanTask,
  chosen: ChosenMix,
  match: Match,
  chooser: Chooser,
): DraftedPlan {
  const { mixed } = chosen;
  const { need, riskClass, basis } = task;
  const { mix } = mixed;
  const fee = match.placed.reduce(
    (sum, one) => sum + (yearlyFee(one.candidate.product, task.today) * yuanOf(one)) / need.amount,
    0,
  );
  const projection = projectGoal(need, { mixed, basis, seed: task.seed, fee });
  const plan: Plan = {
    need,
    riskClass,
    past: riskReturnOf(basis, mix.weights),
    mix: slicesOf(mixed, basis),
    risk: { volatility: mix.volatility, statedLoss: match.statedLoss },
    outlook: projection?.outlook ?? null,
    products: match.placed.map((one) => plannedOf(one, task)),
    excluded: match.excluded,
    facts: [
      ...mixFacts(mix, mixed.bands, basis.series),
      ...planFacts(task, mix.weights, match, projection),
    ],
    cautions: cautionsOf(task, chosen, match, chooser),
    versions: {
      assumptions: basis.outlook.ref,
      policy: basis.policy.ref,
      market: `${basis.series.id}@${basis.series.version}`,
      suitability: ruleVersionOf(task.house),
      matching: MATCHING_VERSION,
    },
    asOf: task.today,
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

const slicesOf = ({ mix, bands }: Mixed, { series }: MixBasis): readonly Slice[] =>
  ASSET_CLASSES.flatMap((name) => {
    const weight = mix.weights[name];
    if (weight === 0 && bands[name].high === 0) return [];
    return [{ assetClass: name, label: series.classes[name].name, weight, ...bands[name] }];
  });

/** Distance from the mix, in a broad class, from which it is said. */
const FAR = 0.05;

function cautionsOf(
  { need, customer, house, riskClass, basis }: PlanTask,
  { mixClass, mixed: { mix } }: ChosenMix,
  match: Match,
  chooser: Chooser,
): readonly string[] {
  const far = BROAD_CLASSES.filter(
    (broad) => broadPart(mix.weights, broad) - broadPart(match.exposure, broad) > FAR,
  );
  const money = {
    amount: need.amount,
    assets: customer.liquidAssets ?? null,
    spending: customer.monthlySpending ?? null,
  };
  return [
    ...calmer(need, riskClass, mixClass),
    ...far.map((broad) => tooLittle(BROAD_WORDS[broad], chooser)),
    ...(match.idle > 0 ? [`有 ${match.idle / FEN} 元没有合适的地方放，先不安排`] : []),
    ...(strains(money, house.reviewShare, house.reviewMonths)
      ? ['这笔钱占您可用资产的比例比较大，顾问会先和您核对手头要留多少']
      : []),
    ...ASSET_CLASSES.flatMap((name) => {
      const { caution, name: label } = basis.series.classes[name];
      return caution && mix.weights[name] > 0 ? [`${label}：${caution}`] : [];
    }),
  ];
}

const tooLittle = (broad: string, chooser: Chooser): string =>
  chooser === 'house'
    ? `货架上没有足够合规的${broad}产品，这部分先用别的代替`
    : `${broad}比参考的比例低，是顾问这样安排的`;

/** Why the plan is calmer than the class, where the customer would want to know. */
function calmer(
  { months, liquidity }: ConfirmedNeed,
  riskClass: RiskTolerance,
  mixClass: RiskTolerance,
): readonly string[] {
  if (mixClass >= riskClass) return [];
  if (mixClass === classForHorizon(months, liquidity)) {
    return liquidity === 'anytime'
      ? ['这笔钱随时可能要用，所以排得比您的风险等级更稳']
      : ['离用钱的时候比较近，所以排得比您的风险等级更稳'];
  }
  return ['再高一级的产品这里没有能放进方案的，或者要顾问先和您谈，所以排得比您的风险等级更稳'];
}

const BROAD_WORDS = { cash: '现金类', bond: '债券类', equity: '股票类', gold: '黄金类' };
