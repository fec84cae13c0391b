import { steadyRisk } from './glide-path.js';
import type { GoalPlan } from './plan.js';
import type { Probability } from './probability.js';
import { goalProbability, PATHS } from './probability.js';
import type { FateOptions, RiskDial } from './risk-dial.js';

/** 要冒多大风险: a place on the dial and what it leads to. */
export interface NeededRisk {
  readonly isReached: boolean;
  /** The least risk that reaches the probability; where none does, the one that comes nearest. */
  readonly risk: number;
  readonly probability: Probability;
}

const SCAN_PATHS = 10_000;
const SCAN_STEP = 0.25;
/** How near to the probability is near enough: less than half a percent. */
const NEAR = 0.001;
const MOST_STEPS = 12;

/**
 * The least risk, on a dial that ends where the customer's class does, at which the goal is met with
 * `probability`. More risk is not always better: past a point it makes a goal less likely.
 */
export function neededRisk(
  plan: GoalPlan,
  dial: RiskDial,
  options: Omit<FateOptions, 'fee'>,
  probability: number,
  paths = PATHS,
): NeededRisk {
  const at = (risk: number, count: number): Probability => {
    const fates = dial.fates(steadyRisk(risk), plan.months, { ...options, fee: plan.fee });
    return goalProbability(plan, fates, count);
  };
  const grid = Array.from({ length: dial.highest / SCAN_STEP + 1 }, (_, step) => step * SCAN_STEP);
  const scanned = grid.map((risk) => ({ risk, probability: at(risk, SCAN_PATHS) }));
  const reached = scanned.findIndex((one) => one.probability.value >= probability);
  const best = scanned.reduce((a, b) => (b.probability.value > a.probability.value ? b : a));
  const { risk } = reached < 0 ? best : scanned[reached]!;
  const told = { risk, probability: at(risk, paths) };
  if (reached <= 0) return { ...told, isReached: told.probability.value >= probability };
  return { isReached: true, ...narrowed(at, risk - SCAN_STEP, told, probability, paths) };
}

type Told = Pick<NeededRisk, 'risk' | 'probability'>;

/** Halves the way from a risk that is too low to one that is enough. */
function narrowed(
  at: (risk: number, paths: number) => Probability,
  tooLow: number,
  enough: Told,
  probability: number,
  paths: number,
): Told {
  let [low, found] = [tooLow, enough];
  for (let step = 0; step < MOST_STEPS; step++) {
    if (Math.abs(found.probability.value - probability) < NEAR) break;
    const risk = (low + found.risk) / 2;
    const tried = { risk, probability: at(risk, paths) };
    if (tried.probability.value < probability) low = risk;
    else found = tried;
  }
  return found;
}
