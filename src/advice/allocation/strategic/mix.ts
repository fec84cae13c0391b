import type { RiskTolerance } from '../../../terms/risk.js';
import { ASSET_CLASSES } from '../market/asset-class.js';
import type { ByClass } from '../market/asset-class.js';
import type { MarketHistory } from '../market/history.js';
import { returnRows } from '../market/history.js';
import type { Outlook } from '../market/outlook.js';
import type { MarketSeries } from '../market/series.js';
import { maxDrawdown } from './drawdown.js';
import type { MeanVariance, MeanVarianceSolution } from './mean-variance.js';
import { solveMeanVariance } from './mean-variance.js';
import type { StrategicPolicy } from './policy.js';
import { mixReturns, NOISE, vectorOf, volatilityOf, wholePercents } from './weights.js';

/** What all mixes rest on. */
export interface MixBasis {
  readonly series: MarketSeries;
  readonly history: MarketHistory;
  readonly outlook: Outlook;
  readonly policy: StrategicPolicy;
}

/** A rule that holds the mix back. */
export interface BindingRule {
  /** `volatility_budget` · `history_loss` · `stated_loss` · `equity` · `cash_floor` · `cap:<class>`. */
  readonly rule: string;
  /** Return a year, at equal risk, that one whole unit more would give; null where risk itself binds. */
  readonly shadowPrice: number | null;
}

/** 战略配置: the mix of a risk class, in whole percents; ratios, a year. */
export interface StrategicMix {
  readonly riskClass: RiskTolerance;
  readonly weights: ByClass<number>;
  /** The most that may be lost: of the class, or less where the customer can bear less. */
  readonly lossLimit: number;
  readonly volatility: number;
  /** House assumption, for reckoning; never told as what will be earned. */
  readonly expectedReturn: number;
  /** Largest loss from a high at month-ends of the history. */
  readonly historyLoss: number;
  readonly riskAversion: number;
  readonly binding: readonly BindingRule[];
  /** `id@version` of assumptions and policy. */
  readonly refs: readonly [string, string];
}

/** Below it a mix takes all the return that the caps leave, above it none that costs risk. */
const AVERSION = { least: 0.05, most: 20_000 };
const STEPS = 40;

/**
 * The mix with the highest assumed return whose volatility, stated loss and loss at any month-end of
 * the history stay within what the class allows and, where less, `lossLimit` (a ratio: what the
 * customer can bear). Always exists: cash alone keeps every rule.
 */
export function strategicMix(
  basis: MixBasis,
  riskClass: RiskTolerance,
  lossLimit = Infinity,
): StrategicMix {
  const limit = Math.min(lossLimit, basis.policy.statedLoss[riskClass]);
  const problem = mixProblem(basis, riskClass, limit);
  const rows = returnRows(basis.history, basis.outlook.mean[0]!);
  const budget = basis.policy.classes[riskClass].volatility;
  const broken = (solution: MeanVarianceSolution): string | null => {
    const weights = vectorOf(wholePercents(solution.weights));
    if (volatilityOf(weights, basis.outlook) > budget) return 'volatility_budget';
    return maxDrawdown(mixReturns(weights, rows)).depth > limit ? 'history_loss' : null;
  };
  const found = leastAversion(
    (aversion) => solveMeanVariance(basis.outlook, problem, aversion),
    broken,
  );
  const weights = wholePercents(found.solution.weights);
  const vector = vectorOf(weights);
  return {
    riskClass,
    weights,
    lossLimit: limit,
    volatility: volatilityOf(vector, basis.outlook),
    expectedReturn: vector.reduce((sum, weight, at) => sum + weight * basis.outlook.mean[at]!, 0),
    historyLoss: maxDrawdown(mixReturns(vector, rows)).depth,
    riskAversion: found.aversion,
    binding: bindingRules(found, problem),
    refs: [basis.outlook.ref, basis.policy.ref],
  };
}

/** The caps and rules of a class, with the loss the mix as a whole may state. */
export function mixProblem(
  { policy, series }: Pick<MixBasis, 'policy' | 'series'>,
  riskClass: RiskTolerance,
  lossLimit: number,
): MeanVariance {
  const { caps, equity } = policy.classes[riskClass];
  const coefficients = (of: (name: (typeof ASSET_CLASSES)[number]) => number): Float64Array =>
    Float64Array.from(ASSET_CLASSES, of);
  return {
    least: coefficients((name) => (name === 'cash' ? policy.cashFloor : 0)),
    most: coefficients((name) => caps[name]),
    rules: [
      {
        rule: 'stated_loss',
        coefficients: coefficients((name) => policy.statedLoss[series.classes[name].grade]),
        most: lossLimit,
      },
      {
        rule: 'equity',
        coefficients: coefficients((name) => Number(name === 'a_shares' || name === 'us_equity')),
        most: equity,
      },
    ],
  };
}

interface Found {
  readonly solution: MeanVarianceSolution;
  readonly aversion: number;
  /** What keeps the aversion from being less; null: nothing, the caps alone hold the mix. */
  readonly heldBy: string | null;
}

/** The boldest solution that breaks nothing: volatility and loss fall as the aversion grows. */
function leastAversion(
  solutionAt: (aversion: number) => MeanVarianceSolution,
  broken: (solution: MeanVarianceSolution) => string | null,
): Found {
  const boldest = solutionAt(AVERSION.least);
  let heldBy = broken(boldest);
  if (heldBy === null) return { solution: boldest, aversion: AVERSION.least, heldBy };
  let [low, high] = [Math.log(AVERSION.least), Math.log(AVERSION.most)];
  let solution = solutionAt(AVERSION.most);
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    const tried = solutionAt(Math.exp(middle));
    const rule = broken(tried);
    if (rule === null) [high, solution] = [middle, tried];
    else [low, heldBy] = [middle, rule];
  }
  return { solution, aversion: Math.exp(high), heldBy };
}

function bindingRules(
  { solution, heldBy }: Found,
  { least, most, rules }: MeanVariance,
): readonly BindingRule[] {
  const held = heldBy === null ? [] : [{ rule: heldBy, shadowPrice: null }];
  const byRow = rules.map(({ rule }, at) => ({ rule, shadowPrice: solution.rulePrices[at]! }));
  const byColumn = ASSET_CLASSES.map((name, at) => {
    const price = solution.weightPrices[at]!;
    // A weight at its floor of zero, or at the whole, is no rule of the house.
    if (price < 0) return { rule: 'cash_floor', shadowPrice: least[at]! > 0 ? -price : 0 };
    return { rule: `cap:${name}`, shadowPrice: most[at]! < 1 ? price : 0 };
  });
  return [...held, ...[...byRow, ...byColumn].filter(({ shadowPrice }) => shadowPrice > NOISE)];
}
