import type { RiskTolerance } from '../../../terms/risk.js';
import type { ByClass } from '../market/asset-class.js';
import type { Band } from './bands.js';
import { redrawnMoments, resampledBands } from './bands.js';
import type { MixBasis, StrategicMix } from './mix.js';
import { strategicMix } from './mix.js';

export interface Mixed {
  readonly mix: StrategicMix;
  readonly bands: ByClass<Band>;
}

/** The mix of a class that may lose at most so much (a ratio), and its bands. */
export type MixOf = (riskClass: RiskTolerance, lossLimit: number) => Mixed;

/** Customers name round losses: this many mixes are all there are, give or take. */
const MOST_KEPT = 200;

/** Mixes of one basis hang on class and loss limit alone, and are asked for again and again. */
export function keptMixes(basis: MixBasis): MixOf {
  const known = new Map<string, Mixed>();
  const moments = redrawnMoments(basis);
  return (riskClass, lossLimit) => {
    const key = `${riskClass}:${lossLimit}`;
    const kept = known.get(key);
    if (kept) return kept;
    const mix = strategicMix(basis, riskClass, lossLimit);
    const made = { mix, bands: resampledBands(basis, mix, moments) };
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, made);
    return made;
  };
}
