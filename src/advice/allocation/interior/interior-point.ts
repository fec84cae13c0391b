import { createNewtonSystem } from './newton-system.js';
import {
  entropyExponents,
  rowActivity,
  smoothGradient,
  subtractRowSum,
  type Entropy,
  type SmoothProgram,
} from './smooth-program.js';

/** The nearest point found, and the multipliers y, z of rows and columns, so that ∇f(x) = A'y + z. */
export interface InteriorSolution {
  readonly isSolved: boolean;
  readonly x: Float64Array;
  readonly rowDual: Float64Array;
  readonly columnDual: Float64Array;
  /** exp((v − τ)/s) per loss of the entropy. */
  readonly weights: Float64Array;
  readonly steps: number;
}

const MOST_STEPS = 120;
/** Of the way to the nearest bound; the whole way as the gap closes. */
const TO_BOUNDARY = 0.995;
/** What is aimed at; nearer than this double precision seldom gets. */
const RESIDUAL = 1e-13;
const GAP = 1e-12;
/** What still counts as solved. */
const LEAST_RESIDUAL = 1e-6;
const LEAST_GAP = 1e-8;
/** Steps without getting nearer after which there is nothing more to be had. */
const PATIENCE = 12;
/** Slacks, and slack·dual, to begin with. */
const START = 1;

/**
 * Primal-dual interior-point method with Mehrotra's second-order correction (1992). A log term is a
 * bound xⱼ ≥ 0 whose product xⱼ·zⱼ goes to bⱼ instead of 0, so that it costs nothing extra. `start`
 * is moved inside its bounds. Pure: the same program gives the same answer to the last digit.
 */
export function solveInterior(program: SmoothProgram, start: Float64Array): InteriorSolution {
  const state = initialState(program, start);
  const system = createNewtonSystem(program);
  let best = snapshot(program, state, residuals(program, state), 0);
  let bestError = Infinity;
  for (let step = 0; step < MOST_STEPS; step++) {
    const now = residuals(program, state);
    const error = Math.max(now.infeasibility / RESIDUAL, now.gap / GAP);
    if (error < bestError) {
      bestError = error;
      best = snapshot(program, state, now, step);
    }
    if (error <= 1 || !Number.isFinite(error)) break;
    if (step - best.steps > PATIENCE && best.isSolved) break;
    advance(program, state, now, system);
  }
  return best;
}

/**
 * The iterate. A pair is a slack ≥ 0 and its multiplier ≥ 0: rows first (σ(aᵢx − b)), then lower bounds
 * (x − l), then upper ones (u − x); `none` = an equation or no bound.
 */
interface State {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly pairs: Pairs;
  /** q of the entropy, on the way to exp((v − τ)/s): s·log q = v − τ is far straighter than that. */
  readonly weights: Float64Array;
}

interface Pairs {
  readonly slack: Float64Array;
  readonly dual: Float64Array;
  /** What slack·dual is to become: the log weight, else 0. */
  readonly target: Float64Array;
  readonly isPair: Uint8Array;
}

function initialState(program: SmoothProgram, start: Float64Array): State {
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

interface Residuals {
  readonly columns: Float64Array;
  readonly rows: Float64Array;
  readonly infeasibility: number;
  /** Σ|slack·dual − target|. */
  readonly gap: number;
  /** Mean of slack·dual over pairs without a log term. */
  readonly centre: number;
}

/** columns: ∇f − A'y − z; rows: what the row misses, in its own direction. */
function residuals(program: SmoothProgram, { x, y, pairs, weights }: State): Residuals {
  const { rowLower, rowUpper, lower, upper } = program;
  const [columnCount, rowCount] = [x.length, y.length];
  const columns = smoothGradient(program, x, weights);
  subtractRowSum(program, y, columns);
  for (let j = 0; j < columnCount; j++) {
    if (lower[j] === upper[j]) columns[j] = 0;
    columns[j]! -= pairs.dual[rowCount + j]! - pairs.dual[rowCount + columnCount + j]!;
  }
  const rows = rowActivity(program, x);
  for (let i = 0; i < rowCount; i++) {
    if (rowLower[i] === rowUpper[i]) rows[i]! -= rowLower[i]!;
    else if (rowLower[i]! > -Infinity) rows[i]! -= rowLower[i]! + pairs.slack[i]!;
    else rows[i]! += pairs.slack[i]! - rowUpper[i]!;
  }
  const misses = entropyExponents(program, x).map(
    (exponent, t) => weights[t]! * (exponent - Math.log(weights[t]!)),
  );
  return {
    columns,
    rows,
    infeasibility: Math.max(largest(columns), largest(rows), largest(misses)),
    ...complementarity(pairs),
  };
}

function complementarity({ slack, dual, target, isPair }: Pairs): { gap: number; centre: number } {
  let gap = 0;
  let product = 0;
  let count = 0;
  for (let k = 0; k < slack.length; k++) {
    if (!isPair[k]) continue;
    gap += Math.abs(slack[k]! * dual[k]! - target[k]!);
    if (target[k]! > 0) continue;
    product += slack[k]! * dual[k]!;
    count++;
  }
  return { gap, centre: count > 0 ? product / count : 0 };
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

function snapshot(
  program: SmoothProgram,
  { x, y, pairs, weights }: State,
  { infeasibility, gap }: Residuals,
  steps: number,
): InteriorSolution {
  const [columns, rows] = [x.length, y.length];
  const columnDual = x.map((_, j) => pairs.dual[rows + j]! - pairs.dual[rows + columns + j]!);
  return {
    isSolved: infeasibility <= LEAST_RESIDUAL && gap <= LEAST_GAP,
    x: x.slice(),
    rowDual: y.slice(),
    columnDual,
    weights: weights.slice(),
    steps,
  };
}

interface Direction {
  readonly x: Float64Array;
  readonly weights: Float64Array;
  readonly y: Float64Array;
  readonly slack: Float64Array;
  readonly dual: Float64Array;
}

/**
 * The gap is not to close while the point is still off, which it is for long only where the objective is
 * no quadratic.
 */
function isAhead({ entropy }: SmoothProgram, { gap, infeasibility }: Residuals): boolean {
  return gap < GAP / 10 || (entropy !== undefined && gap < infeasibility);
}

/** The share of the gap that stays then. */
const LAG = 0.5;

/** One predictor-corrector step. */
function advance(
  program: SmoothProgram,
  state: State,
  now: Residuals,
  system: ReturnType<typeof createNewtonSystem>,
): void {
  const { pairs } = state;
  const [columns, rows] = [state.x.length, state.y.length];
  const ratio = pairs.slack.map((slack, k) => (pairs.isPair[k] ? pairs.dual[k]! / slack : 0));
  const columnDiagonal = state.x.map((_, j) =>
    program.lower[j] === program.upper[j] ? 1e12 : ratio[rows + j]! + ratio[rows + columns + j]!,
  );
  const rowDiagonal = state.y.map((_, i) => (pairs.isPair[i] ? 1 / ratio[i]! : 0));
  system.factor(state.x, state.weights, columnDiagonal, rowDiagonal);
  const goal = pairs.target.slice();
  const predictor = direction(program, state, now, goal, system);
  const toBoundary =
    now.gap < GAP ? TO_BOUNDARY : Math.max(TO_BOUNDARY, 1 - Math.max(now.gap, now.infeasibility));
  const reach = stepLength(pairs, predictor, toBoundary);
  const least = isAhead(program, now) ? LAG : 0;
  const centring = Math.max(least, Math.pow(1 - reach * 0.999, 3)) * now.centre;
  for (let k = 0; k < goal.length; k++) {
    if (!pairs.isPair[k]) continue;
    const isLog = pairs.target[k]! > 0;
    const correction = predictor.slack[k]! * predictor.dual[k]!;
    goal[k]! += isLog ? -correction * reach * reach : centring - correction;
  }
  const corrected = direction(program, state, now, goal, system);
  const length = stepLength(pairs, corrected, toBoundary);
  if (length > SHORT) return move(state, corrected, length);
  const even = pairs.target.map((target) => target || now.centre);
  const central = direction(program, state, now, even, system);
  const centralLength = stepLength(pairs, central, toBoundary);
  if (centralLength > length) move(state, central, centralLength);
  else move(state, corrected, length);
}

/** A step that comes no further has run into a corner: one towards the middle leads out. */
const SHORT = 0.1;

/** Newton's direction for slack·dual = goal and both residuals 0. */
function direction(
  program: SmoothProgram,
  { x, y, pairs, weights }: State,
  now: Residuals,
  goal: Float64Array,
  system: ReturnType<typeof createNewtonSystem>,
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
function stepLength({ slack, dual, isPair }: Pairs, change: Direction, toBoundary: number): number {
  let length = 1 / toBoundary;
  for (let k = 0; k < slack.length; k++) {
    if (!isPair[k]) continue;
    if (change.slack[k]! < 0) length = Math.min(length, -slack[k]! / change.slack[k]!);
    if (change.dual[k]! < 0) length = Math.min(length, -dual[k]! / change.dual[k]!);
  }
  return Math.min(1, toBoundary * length);
}

/** A weight of the entropy falls to no less than this share of it in one step. */
const LEAST_FALL = 1e-3;

function move(state: State, change: Direction, length: number): void {
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
