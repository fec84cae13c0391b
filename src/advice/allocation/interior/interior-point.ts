import { direction, stepLength } from './direction.js';
import { initialState, move, type State } from './iterate.js';
import { createNewtonSystem, type NewtonSystem } from './newton-system.js';
import { residuals, type Residuals } from './residuals.js';
import type { SmoothProgram } from './smooth-program.js';

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
function advance(program: SmoothProgram, state: State, now: Residuals, system: NewtonSystem): void {
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
