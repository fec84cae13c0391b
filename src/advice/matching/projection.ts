import type { Levers, Outlook } from '../../terms/plan.js';
import type { RiskTolerance } from '../../terms/risk.js';
import { steadyRisk } from '../allocation/goals/glide-path.js';
import type { GoalOutlook } from '../allocation/goals/goal-outlook.js';
import { goalOutlook } from '../allocation/goals/goal-outlook.js';
import { PERCENTILES } from '../allocation/goals/percentiles.js';
import { neededMonths } from '../allocation/goals/needed-months.js';
import { neededRisk } from '../allocation/goals/needed-risk.js';
import { neededSaving } from '../allocation/goals/needed-saving.js';
import type { GoalPlan } from '../allocation/goals/plan.js';
import { LONGEST_MONTHS } from '../allocation/goals/plan.js';
import type { RiskDial } from '../allocation/goals/risk-dial.js';
import { riskDial } from '../allocation/goals/risk-dial.js';
import type { MixBasis, StrategicMix } from '../allocation/strategic/mix.js';
import type { ConfirmedNeed } from './draft-plan.js';

/** 目标测算 of a plan: what the simulation says, and what would bring the goal within reach. */
export interface Projection {
  readonly goal: GoalOutlook;
  readonly outlook: Outlook;
  /** Null: the goal is within reach as planned. */
  readonly levers: Levers | null;
  /** A class whose clearly calmer mix brings the goal within reach too; null: none does. */
  readonly calmerClass: RiskTolerance | null;
}

/** How often the simulation has to reach a goal, unless the customer wants to be surer. */
export const WITHIN_REACH = 0.8;

const LEVER_PATHS = 10_000;
const PATHS = 100_000;

export interface ProjectionBasis {
  readonly basis: MixBasis;
  /** What the money is in, and how much that moves in a year. */
  readonly held: Pick<StrategicMix, 'weights' | 'volatility'>;
  readonly seed: number;
  /** Yearly fee of what is held, ratio. */
  readonly fee: number;
  /** How often the goal is to be reached, ratio; absent: `WITHIN_REACH`. */
  readonly within?: number;
  /** From C1 up to the class below; asked for only where the goal is within reach. */
  readonly calmerMixes: () => readonly StrategicMix[];
}

/** Null where the need names no sum to reach or no day. */
export function projectGoal(need: ConfirmedNeed, given: ProjectionBasis): Projection | null {
  const { months, target } = need;
  if (months === null || target === null || months < 1) return null;
  const plan: GoalPlan = {
    months: Math.min(LONGEST_MONTHS, Math.round(months)),
    initial: need.amount,
    target,
    saving: { monthly: need.monthlySaving ?? 0, yearlyIncrease: 0 },
    flows: [],
    fee: given.fee,
  };
  const dial = dialOf(given);
  const path = steadyRisk(dial.highest);
  const options = { model: 'lognormal', seed: given.seed } as const;
  const goal = goalOutlook(plan, path, dial, options, PATHS);
  const within = given.within ?? WITHIN_REACH;
  const isReached = goal.probability.value >= within;
  return {
    goal,
    outlook: outlookOf(goal, given.seed),
    levers: isReached ? null : leversOf(plan, dial, options, within),
    calmerClass: isReached ? calmerClass(plan, given, options) : null,
  };
}

/** A mix is worth changing to from this part of the volatility down. */
const CALMER = 0.75;

function calmerClass(
  plan: GoalPlan,
  { basis, held, calmerMixes, within = WITHIN_REACH }: ProjectionBasis,
  options: SimulationOptions,
): RiskTolerance | null {
  const mixes = calmerMixes().filter(({ volatility }) => volatility < CALMER * held.volatility);
  if (mixes.length === 0) return null;
  const needed = neededRisk(plan, riskDial(basis, mixes), options, within, LEVER_PATHS);
  return needed.isReached ? mixes[needed.risk]!.riskClass : null;
}

interface SimulationOptions {
  readonly model: 'lognormal';
  readonly seed: number;
}

/** What the plan holds alone: its risk is the customer's, and no more is on offer. */
const dialOf = ({ basis, held }: ProjectionBasis): RiskDial => riskDial(basis, [held]);

function leversOf(
  plan: GoalPlan,
  dial: RiskDial,
  options: SimulationOptions,
  within: number,
): Levers {
  const path = steadyRisk(dial.highest);
  const fates = dial.fates(path, plan.months, { ...options, fee: plan.fee });
  return {
    probability: within,
    monthlySaving: roundedUp(neededSaving(plan, fates, LEVER_PATHS, within)),
    months: neededMonths(plan, path, dial, options, within, LEVER_PATHS),
  };
}

/** To the hundred yuan: a simulation does not know the last digits. */
const roundedUp = (yuan: number): number => Math.ceil(yuan / 100) * 100;

function outlookOf({ probability, target, final, fan }: GoalOutlook, seed: number): Outlook {
  const named = (values: GoalOutlook['final']) =>
    Object.fromEntries(PERCENTILES.map((one) => [String(one), values[one]]));
  return {
    target,
    probability: probability.value,
    low: probability.low,
    high: probability.high,
    paths: probability.paths,
    seed,
    percentiles: named(final),
    fan: fan.map(({ month, ...values }) => ({ month, values: named(values) })),
  };
}
