import {
  addEntropySlopes,
  quadraticGradient,
  quadraticValue,
  subtractRowSum,
  type SmoothProgram,
} from '../interior/smooth-program.js';

/** Where a bound is taken. Nothing of it need be trusted: a worse guess gives a lower bound. */
export interface Touch {
  readonly x: Float64Array;
  readonly rowDual: Float64Array;
  /** q per loss of the entropy. */
  readonly weights?: Float64Array;
}

/**
 * A number no feasible point's objective is below: f lies above its tangent at x, and the tangent less
 * y times the rows is least at a corner of the bounds. Weak duality only. A column without a bound is
 * held to ten times the size of x: f is convex, so whatever could be gained further out would show
 * there by a tenth.
 */
export function lowerBound(program: SmoothProgram, touch: Touch): number {
  const { x } = touch;
  const y = admissible(program, touch.rowDual);
  const slopes = quadraticGradient(program, x);
  let bound = quadraticValue(program, x);
  for (let j = 0; j < x.length; j++) bound -= slopes[j]! * x[j]!;
  if (program.entropy && touch.weights) addEntropySlopes(program.entropy, touch.weights, slopes);
  subtractRowSum(program, y, slopes);
  for (let i = 0; i < y.length; i++) {
    if (y[i] !== 0) bound += y[i]! * (y[i]! > 0 ? program.rowLower[i]! : program.rowUpper[i]!);
  }
  return bound + leastOverBounds(program, slopes, 10 * (1 + largest(x)));
}

/** min of slopes'x − Σ b·log x within the bounds. */
function leastOverBounds(program: SmoothProgram, slopes: Float64Array, reach: number): number {
  let least = 0;
  for (let j = 0; j < slopes.length; j++) {
    const weight = program.logWeights?.[j] ?? 0;
    if (weight > 0) least += leastWithLog(slopes[j]!, weight);
    else least += slopes[j]! * corner(program, j, slopes[j]!, reach);
  }
  return least;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

/** Multipliers of the wrong sign for their row count as none. */
function admissible({ rowLower, rowUpper }: SmoothProgram, rowDual: Float64Array): Float64Array {
  return rowDual.map((value, i) => {
    const isPossible = value > 0 ? rowLower[i]! > -Infinity : rowUpper[i]! < Infinity;
    return isPossible ? value : 0;
  });
}

/** The entropy's scale is kept from 0 by the program only, not by what is bounded. */
function corner({ lower, upper, entropy }: SmoothProgram, j: number, slope: number, reach: number) {
  const low = j === entropy?.scale ? 0 : lower[j]!;
  return slope > 0 ? Math.max(low, -reach) : Math.min(upper[j]!, reach);
}

/** min over x > 0 of slope·x − b·log x. */
function leastWithLog(slope: number, weight: number): number {
  return slope > 0 ? weight * (1 - Math.log(weight / slope)) : -Infinity;
}
