/** 刻度: even steps that read well. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

const NICE = [1, 2, 2.5, 5, 10];

/** About `steps` steps that cover both ends. */
export function scaleOf(low: number, high: number, steps: number): Scale {
  const raw = Math.max((high - low) / steps, Number.EPSILON);
  const power = 10 ** Math.floor(Math.log10(raw));
  const interval = power * (NICE.find((nice) => nice * power >= raw * (1 - 1e-9)) ?? 10);
  return {
    interval,
    min: Math.floor(low / interval + 1e-9) * interval,
    max: Math.ceil(high / interval - 1e-9) * interval,
  };
}

/** Where a value stands between two ends, from 0 to 1. */
export const placeIn = ({ min, max }: Scale, value: number): number =>
  (value - min) / (max - min || 1);

/**
 * Places for labels that want to stand at `wanted` and are `gap` high each: in the same order, moved
 * apart as little as it takes, within `top` and `bottom`.
 */
export function spread(
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]!);
  const places = order.map((at) => wanted[at]!);
  for (let at = 0; at < places.length; at++) {
    places[at] = Math.max(places[at]!, at === 0 ? top : places[at - 1]! + gap);
  }
  for (let at = places.length - 1; at >= 0; at--) {
    places[at] = Math.min(places[at]!, at === places.length - 1 ? bottom : places[at + 1]! - gap);
  }
  return wanted.map((_, at) => places[order.indexOf(at)]!);
}
