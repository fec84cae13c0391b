import type { ClassPast, PastPoint, RiskReturn } from '../../../terms/plan.js';
import type { RiskTolerance } from '../../../terms/risk.js';
import type { ByClass } from '../market/asset-class.js';
import type { MixBasis } from './mix.js';
import { strategicMix } from './mix.js';
import type { PastPerformance } from './past-performance.js';
import { pastPerformance } from './past-performance.js';

/**
 * 风险与收益: a mix among those of the risk classes, over the whole of the history. Null where the
 * history is too short for a yearly figure.
 */
export function riskReturnOf(basis: MixBasis, weights: ByClass<number>): RiskReturn | null {
  const past = pastPerformance(basis, weights);
  if (typeof past === 'string') return null;
  const { from, to, cautions } = past;
  const own = pointOf(past);
  return own && { from, to, classes: classPoints(basis), own, cautions };
}

/** They hang on the basis alone, of which a process has one. */
const known = new WeakMap<MixBasis, readonly ClassPast[]>();
const CLASSES: readonly RiskTolerance[] = [1, 2, 3, 4, 5];

/** Of the mixes of all classes. */
export function classPoints(basis: MixBasis): readonly ClassPast[] {
  const kept = known.get(basis);
  if (kept) return kept;
  const points = CLASSES.flatMap((riskClass) => {
    const past = pastPerformance(basis, strategicMix(basis, riskClass).weights);
    const point = typeof past === 'string' ? null : pointOf(past);
    return point ? [{ riskClass, ...point }] : [];
  });
  known.set(basis, points);
  return points;
}

const pointOf = ({ annualReturn, maxDrawdown }: PastPerformance): PastPoint | null =>
  annualReturn === null ? null : { annualReturn, maxDrawdown };
