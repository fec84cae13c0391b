import {
  portfolioSeries,
  riskOf,
  type MeasureParameters,
  type RiskMeasure,
} from '../measures/measure.js';
import { correlationOf, covarianceOf } from '../measures/covariance.js';
import { joinClusters, leavesOf, type Linkage } from './linkage.js';
import { withOptimalLeafOrder } from './leaf-order.js';

type Matrix = readonly (readonly number[])[];

/** Either `cov` (with `corr`, else that of `cov`) or `returns` T×n with a `measure`. */
export interface HierarchicalRiskParityInput {
  readonly cov?: Matrix | undefined;
  readonly corr?: Matrix | undefined;
  readonly returns?: Matrix | undefined;
  /** `MV` (variance) when absent; others need `returns`. */
  readonly measure?: RiskMeasure | undefined;
  readonly linkage: Linkage;
  readonly optimal_ordering?: boolean | undefined;
  /** Share of the tail, .05 when absent. */
  readonly alpha?: number | undefined;
  /** Least acceptable return of one period for FLPM and SLPM, 0 when absent. */
  readonly rf?: number | undefined;
}

export interface HierarchicalRiskParityAnswer {
  readonly weights: readonly number[];
  readonly report: Record<string, never>;
  /** Nothing is optimised. */
  readonly certificate: null;
  readonly binding: readonly [];
}

/** Risk of a long-only portfolio of some assets. */
type Risk = (assets: readonly number[], weights: readonly number[]) => number;

/**
 * 层次风险平价 HRP: assets are clustered by √((1−ρ)/2), laid out as the tree's leaves stand, and the
 * capital is halved again and again along that line, each half in proportion to the other's risk.
 * López de Prado (2016); other measures than variance as Riskfolio-Lib `HCPortfolio` (BSD-3) has it.
 * Throws a RangeError where neither `cov` nor `returns` is there.
 */
export function hierarchicalRiskParity(
  input: HierarchicalRiskParityInput,
): HierarchicalRiskParityAnswer {
  const cov = input.cov ?? covarianceOf(required(input.returns));
  const distances = correlationDistances(input.corr ?? correlationOf(cov));
  const joins = joinClusters(distances, input.linkage);
  const line = leavesOf(input.optimal_ordering ? withOptimalLeafOrder(joins, distances) : joins);
  const weights = bisected(line, riskFunction(input, cov));
  return { weights, report: {}, certificate: null, binding: [] };
}

function correlationDistances(correlations: Matrix): Float64Array[] {
  return correlations.map((row) =>
    Float64Array.from(row, (value) => Math.sqrt(Math.min(1, Math.max(0, (1 - value) / 2)))),
  );
}

function bisected(line: readonly number[], risk: Risk): number[] {
  const weights = line.map(() => 1);
  const pending: (readonly number[])[] = [line];
  while (pending.length > 0) {
    const cluster = pending.pop()!;
    if (cluster.length < 2) continue;
    const middle = Math.floor(cluster.length / 2);
    const [left, right] = [cluster.slice(0, middle), cluster.slice(middle)];
    const [leftRisk, rightRisk] = [clusterRisk(left, risk), clusterRisk(right, risk)];
    const bothRisks = leftRisk + rightRisk;
    const share = bothRisks > 0 ? 1 - leftRisk / bothRisks : 0.5;
    for (const asset of left) weights[asset]! *= share;
    for (const asset of right) weights[asset]! *= 1 - share;
    pending.push(left, right);
  }
  return weights;
}

/**
 * The risk of a cluster whose assets are held in inverse proportion to their own. What cannot lose by
 * the measure counts as riskless, and takes all of its cluster.
 */
function clusterRisk(cluster: readonly number[], risk: Risk): number {
  const risks = cluster.map((asset) => Math.max(0, risk([asset], [1])));
  if (risks.includes(0)) return 0;
  const sum = risks.reduce((total, one) => total + 1 / one, 0);
  return Math.max(
    0,
    risk(
      cluster,
      risks.map((one) => 1 / one / sum),
    ),
  );
}

function riskFunction(input: HierarchicalRiskParityInput, cov: Matrix): Risk {
  const measure = input.measure ?? 'MV';
  if (measure === 'MV') return (assets, weights) => variance(cov, assets, weights);
  if (measure === 'vol') return (assets, weights) => Math.sqrt(variance(cov, assets, weights));
  const returns = required(input.returns);
  const parameters: MeasureParameters = { alpha: input.alpha ?? 0.05, threshold: input.rf ?? 0 };
  return (assets, weights) => {
    const chosen = returns.map((row) => assets.map((asset) => row[asset]!));
    return riskOf(measure, portfolioSeries(chosen, weights), parameters);
  };
}

function variance(cov: Matrix, assets: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  assets.forEach((a, i) => {
    assets.forEach((b, j) => (sum += weights[i]! * cov[a]![b]! * weights[j]!));
  });
  return sum;
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RangeError('hrp needs cov, or returns for this measure');
  return value;
}
