/** 真实违规率: of all conversations, out of those that were drawn by lot. Pure. */

export interface Stratum {
  readonly name: string;
  /** Conversations in it. */
  readonly size: number;
  /** Drawn by lot and settled. */
  readonly reviewed: number;
  readonly violations: number;
}

export interface Rate {
  /** Null: nothing was reviewed. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly reviewed: number;
  /** Share of all conversations that lie in strata of which some were reviewed. */
  readonly covered: number;
}

const Z95 = 1.959963984540054;

/**
 * Stratified estimate (Cochran 1977, ch. 5) with Wilson's interval at the effective sample size
 * (Korn and Graubard 1998): honest for rare outcomes, where the usual one ends below nothing. How much a
 * stratum may vary is read off a share drawn towards the middle (one more of each, Laplace): a few that
 * all came out alike say little of the rest. Where everything was looked at, nothing is left open.
 */
export function violationRate(strata: readonly Stratum[]): Rate {
  const all = sum(strata.map(({ size }) => size));
  const seen = strata.filter(({ size, reviewed }) => size > 0 && reviewed > 0);
  const within = sum(seen.map(({ size }) => size));
  const reviewed = sum(seen.map((one) => one.reviewed));
  if (reviewed === 0) return { value: null, low: 0, high: 1, reviewed: 0, covered: 0 };
  const parts = seen.map((one) => ({ ...one, weight: one.size / within }));
  const value = sum(parts.map(({ weight, violations, reviewed: n }) => (weight * violations) / n));
  const variance = sum(parts.map(varianceOf));
  const bounds = variance > 0 ? wilson(value, effectiveSize(parts, variance)) : exactly(value);
  return { value, ...bounds, reviewed, covered: within / all };
}

interface Part extends Stratum {
  readonly weight: number;
}

/** With the correction for a sample that is a good part of the whole. */
function varianceOf(part: Part): number {
  const { weight, size, reviewed } = part;
  const share = drawnIn(part);
  const spread = (share * (1 - share)) / Math.max(1, reviewed - 1);
  return weight ** 2 * spread * Math.max(0, 1 - reviewed / size);
}

const drawnIn = ({ reviewed, violations }: Part): number => (violations + 1) / (reviewed + 2);

/** How many of one great house would leave as much open. */
function effectiveSize(parts: readonly Part[], variance: number): number {
  const share = sum(parts.map((part) => part.weight * drawnIn(part)));
  return (share * (1 - share)) / variance;
}

const exactly = (value: number) => ({ low: value, high: value });

function wilson(value: number, n: number): { readonly low: number; readonly high: number } {
  const shrink = 1 + Z95 ** 2 / n;
  const centre = (value + Z95 ** 2 / (2 * n)) / shrink;
  const half = (Z95 * Math.sqrt((value * (1 - value)) / n + Z95 ** 2 / (4 * n ** 2))) / shrink;
  return {
    low: value === 0 ? 0 : Math.max(0, centre - half),
    high: value === 1 ? 1 : Math.min(1, centre + half),
  };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
