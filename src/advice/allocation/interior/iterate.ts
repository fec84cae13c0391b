import type { Direction } from './direction.js';
import { rowActivity, type SmoothProgram } from './smooth-program.js';

/**
 * The iterate. A pair is a slack ≥ 0 and its multiplier ≥ 0: rows first (σ(aᵢx − b)), then lower bounds
 * (x − l), then upper ones (u − x); `none` = an equation or no bound.
 */
export interface State {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly pairs: Pairs;
  /** q of the entropy, on the way to exp((v − τ)/s): s·log q = v − τ is far straighter than that. */
  readonly weights: Float64Array;
}

export interface Pairs {
  readonly slack: Float64Array;
  readonly dual: Float64Array;
  /** What slack·dual is to become: the log weight, else 0. */
  readonly target: Float64Array;
  readonly isPair: Uint8Array;
}

/** Slacks, and slack·dual, to begin with. */
const START = 1;

export function initialState(program: SmoothProgram, start: Float64Array): State {
  const { lower, upper } = program;
  const x = start.map((value, j) => inside(value, lower[j]!, upper[j]!));
  const pairs = initialPairs(program, x);
  const periods = program.entropy?.losses.length ?? 0;
  return {
    x,
    y: initialMultipliers(program, pairs),
    pairs,
    weights: new Float64Array(periods).fill(1 / Math.max(1, periods)),
  };
}

function inside(value: number, low: number, high: number): number {
  const margin = Math.min(0.1, (high - low) / 4);
  return Math.min(Math.max(value, low + margin), high - margin);
}

function initialPairs(program: SmoothProgram, x: Float64Array): Pairs {
  const { lower, upper, rowLower, rowUpper, logWeights } = program;
  const [columns, rows] = [lower.length, rowLower.length];
  const slack = new Float64Array(rows + 2 * columns).fill(START);
  const isPair = new Uint8Array(slack.length);
  const target = new Float64Array(slack.length);
  const open = (k: number, distance: number): void => {
    isPair[k] = 1;
    slack[k] = distance;
  };
  rowActivity(program, x).forEach((activity, i) => {
    const [low, high] = [rowLower[i]!, rowUpper[i]!];
    if (low === high) return;
    open(i, Math.max(low > -Infinity ? activity - low : high - activity, START));
  });
  for (let j = 0; j < columns; j++) {
    const [low, high] = [lower[j]!, upper[j]!];
    if (low === high) continue;
    if (low > -Infinity) open(rows + j, x[j]! - low);
    if (high < Infinity) open(rows + columns + j, high - x[j]!);
    target[rows + j] = logWeights?.[j] ?? 0;
  }
  const dual = slack.map((distance, k) => (isPair[k] ? (target[k]! || START) / distance : 0));
  return { slack, dual, target, isPair };
}

function initialMultipliers({ rowLower, rowUpper }: SmoothProgram, pairs: Pairs): Float64Array {
  return rowLower.map((low, i) => {
    if (low === rowUpper[i]) return 0;
    return low > -Infinity ? pairs.dual[i]! : -pairs.dual[i]!;
  });
}

/** A weight of the entropy falls to no less than this share of it in one step. */
const LEAST_FALL = 1e-3;

export function move(state: State, change: Direction, length: number): void {
  const add = (target: Float64Array, step: Float64Array): void => {
    for (let k = 0; k < target.length; k++) target[k]! += length * step[k]!;
  };
  add(state.x, change.x);
  add(state.y, change.y);
  add(state.pairs.slack, change.slack);
  add(state.pairs.dual, change.dual);
  state.weights.forEach((weight, t) => {
    const moved = weight + length * change.weights[t]!;
    state.weights[t] = Math.max(moved, weight * LEAST_FALL, 1e-300);
  });
}
