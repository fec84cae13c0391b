import type { Pairs, State } from './iterate.js';
import type { NewtonSystem } from './newton-system.js';
import type { Residuals } from './residuals.js';
import type { Entropy, SmoothProgram } from './smooth-program.js';

/** A step of the iterate. */
export interface Direction {
  readonly x: Float64Array;
  readonly weights: Float64Array;
  readonly y: Float64Array;
  readonly slack: Float64Array;
  readonly dual: Float64Array;
}

/** Newton's direction for slack·dual = goal and both residuals 0. */
export function direction(
  program: SmoothProgram,
  { x, y, pairs, weights }: State,
  now: Residuals,
  goal: Float64Array,
  system: NewtonSystem,
): Direction {
  const [columns, rows] = [x.length, y.length];
  const { slack, dual, isPair } = pairs;
  /** What the pair's multiplier has to change if its slack stays. */
  const pull = slack.map((value, k) => (isPair[k] ? goal[k]! / value - dual[k]! : 0));
  const side = new Float64Array(columns + rows);
  for (let j = 0; j < columns; j++) {
    side[j] = pull[rows + j]! - pull[rows + columns + j]! - now.columns[j]!;
  }
  if (program.entropy) addWeightMisses(program.entropy, x, weights, side);
  for (let i = 0; i < rows; i++) {
    const sign = program.rowLower[i]! > -Infinity ? 1 : -1;
    const slackChange = isPair[i] ? (sign * pull[i]! * slack[i]!) / dual[i]! : 0;
    side[columns + i] = slackChange - now.rows[i]!;
  }
  system.solve(side);
  const change: Direction = {
    x: side.subarray(0, columns),
    weights: weightChange(program.entropy, x, weights, side),
    y: side.subarray(columns).map((value) => -value),
    slack: new Float64Array(slack.length),
    dual: new Float64Array(slack.length),
  };
  for (let i = 0; i < rows; i++) {
    if (!isPair[i]) continue;
    change.dual[i] = program.rowLower[i]! > -Infinity ? change.y[i]! : -change.y[i]!;
    change.slack[i] = ((pull[i]! - change.dual[i]!) * slack[i]!) / dual[i]!;
  }
  for (let k = rows; k < slack.length; k++) {
    if (!isPair[k]) continue;
    const isLower = k < rows + columns;
    change.slack[k] = isLower ? change.x[k - rows]! : -change.x[k - rows - columns]!;
    change.dual[k] = pull[k]! - (dual[k]! * change.slack[k]!) / slack[k]!;
  }
  return change;
}

/** What q misses of s·log q = v − τ, as it bears on the columns once q is eliminated. */
function addWeightMisses(
  { losses, level, scale }: Entropy,
  x: Float64Array,
  weights: Float64Array,
  side: Float64Array,
): void {
  losses.forEach((j, t) => {
    const weight = weights[t]!;
    const exponent = Math.log(weight);
    const miss = (weight / x[scale]!) * (x[scale]! * exponent - (x[j]! - x[level]!));
    side[j]! += miss;
    side[level]! -= miss;
    side[scale]! -= miss * exponent;
  });
}

function weightChange(
  entropy: Entropy | undefined,
  x: Float64Array,
  weights: Float64Array,
  change: Float64Array,
): Float64Array {
  if (!entropy) return weights;
  const { losses, level, scale } = entropy;
  return weights.map((weight, t) => {
    const j = losses[t]!;
    const exponent = Math.log(weight);
    const reached = x[j]! + change[j]! - x[level]! - change[level]!;
    return (weight / x[scale]!) * (reached - exponent * (x[scale]! + change[scale]!));
  });
}

/** The longest step ≤ 1 that keeps every slack and multiplier positive. */
export function stepLength(
  { slack, dual, isPair }: Pairs,
  change: Direction,
  toBoundary: number,
): number {
  let length = 1 / toBoundary;
  for (let k = 0; k < slack.length; k++) {
    if (!isPair[k]) continue;
    if (change.slack[k]! < 0) length = Math.min(length, -slack[k]! / change.slack[k]!);
    if (change.dual[k]! < 0) length = Math.min(length, -dual[k]! / change.dual[k]!);
  }
  return Math.min(1, toBoundary * length);
}
