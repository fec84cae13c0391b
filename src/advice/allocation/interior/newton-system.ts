import { createFactoriser, type Factoriser, type UpperTriangle } from './sparse-ldl.js';
import type { SmoothProgram } from './smooth-program.js';

/**
 * The Newton step's equations [H + Dx, A'; A, −Dy]·[p; q] = [a; b], factored anew for each Dx, Dy.
 * Static regularisation keeps every pivot away from zero; refinement takes its effect out again.
 */
export interface NewtonSystem {
  /** At x, the entropy's weights there, and the diagonals Dx ≥ 0 (columns) and Dy ≥ 0 (rows). */
  readonly factor: (
    x: Float64Array,
    weights: Float64Array,
    columns: Float64Array,
    rows: Float64Array,
  ) => void;
  /** Overwrites [a; b] with [p; q]. */
  readonly solve: (side: Float64Array) => void;
}

const REGULARISATION = 1e-11;
const REFINEMENTS = 4;

export function createNewtonSystem(program: SmoothProgram): NewtonSystem {
  const columns = program.cost.length;
  const size = columns + program.rowLower.length;
  const places = eliminationPlaces(program);
  const pattern = new PatternBuilder(size, places);
  const { diagonals, hessian, entropy } = enterAll(program, pattern);
  const { triangle, slots } = pattern.build();
  const constants = new Float64Array(triangle.indices.length);
  hessian.forEach(([entry, value]) => (constants[slots[entry]!]! += value));
  const values = new Float64Array(constants.length);
  const exact = new Float64Array(constants.length);
  const signs = new Int8Array(size);
  places.forEach((place, k) => (signs[place] = k < columns ? 1 : -1));
  const factoriser = createFactoriser(triangle, signs);
  return {
    factor: (x, weights, columnDiagonal, rowDiagonal) => {
      exact.set(constants);
      for (let k = 0; k < size; k++) {
        exact[slots[diagonals[k]!]!]! +=
          k < columns ? columnDiagonal[k]! : -rowDiagonal[k - columns]!;
      }
      if (program.entropy) {
        const add = (entry: number, value: number): void => {
          exact[slots[entropy[entry]!]!]! += value;
        };
        addEntropy(weights, x[program.entropy.scale]!, add);
      }
      values.set(exact);
      for (let k = 0; k < size; k++) {
        values[slots[diagonals[k]!]!]! += k < columns ? REGULARISATION : -REGULARISATION;
      }
      factoriser.factor(values);
    },
    solve: (side) => solveRefined(factoriser, triangle, exact, places, side),
  };
}

/** Periods one after another, rows before columns; then what belongs to all, equations at the end. */
function eliminationPlaces(program: SmoothProgram): Int32Array {
  const { columnPeriods, rowPeriods, rowLower, rowUpper, cost } = program;
  const size = cost.length + rowLower.length;
  const last = size + 1;
  const key = (k: number): number => {
    if (k < cost.length) return columnPeriods[k]! < 0 ? last : 2 * columnPeriods[k]! + 1;
    const row = k - cost.length;
    const isEquation = rowLower[row] === rowUpper[row];
    return isEquation || rowPeriods[row]! < 0 ? 2 * last : 2 * rowPeriods[row]!;
  };
  const keys = Float64Array.from({ length: size }, (_, k) => key(k));
  const order = Int32Array.from({ length: size }, (_, k) => k).sort(
    (a, b) => keys[a]! - keys[b]! || b - a,
  );
  const places = new Int32Array(size);
  order.forEach((k, place) => (places[k] = place));
  return places;
}

type Entry = number;

interface Entries {
  readonly diagonals: readonly Entry[];
  readonly hessian: readonly (readonly [Entry, number])[];
  /** Per loss: its diagonal, with τ, with s; then ττ, τs, ss. */
  readonly entropy: readonly Entry[];
}

function enterAll(program: SmoothProgram, pattern: PatternBuilder): Entries {
  const { cost, rows, rowLower, hessian, entropy } = program;
  const size = cost.length + rowLower.length;
  const diagonals = Array.from({ length: size }, (_, k) => pattern.enter(k, k));
  const constants: [Entry, number][] = [];
  if (hessian) {
    for (let j = 0; j < cost.length; j++) {
      for (let p = hessian.starts[j]!; p < hessian.starts[j + 1]!; p++) {
        constants.push([pattern.enter(hessian.indices[p]!, j), hessian.values[p]!]);
      }
    }
  }
  for (let i = 0; i < rowLower.length; i++) {
    for (let p = rows.starts[i]!; p < rows.starts[i + 1]!; p++) {
      constants.push([pattern.enter(cost.length + i, rows.indices[p]!), rows.values[p]!]);
    }
  }
  const curved: Entry[] = [];
  if (entropy) {
    const { losses, level, scale } = entropy;
    for (const j of losses) {
      curved.push(diagonals[j]!, pattern.enter(j, level), pattern.enter(j, scale));
    }
    curved.push(diagonals[level]!, pattern.enter(level, scale), diagonals[scale]!);
  }
  return { diagonals, hessian: constants, entropy: curved };
}

/** Hessian of s·exp((v − τ)/s): the square of (1, −1, −log weight) times weight/s. */
function addEntropy(
  weights: Float64Array,
  scale: number,
  add: (entry: number, value: number) => void,
): void {
  const ends = 3 * weights.length;
  weights.forEach((weight, t) => {
    const curvature = weight / scale;
    const exponent = Math.log(weight);
    add(3 * t, curvature);
    add(3 * t + 1, -curvature);
    add(3 * t + 2, -curvature * exponent);
    add(ends, curvature);
    add(ends + 1, curvature * exponent);
    add(ends + 2, curvature * exponent * exponent);
  });
}

/** Collects entries of a symmetric matrix; an entry's slot is known when the pattern is built. */
class PatternBuilder {
  private readonly size: number;
  private readonly places: Int32Array;
  private readonly entries: number[] = [];

  constructor(size: number, places: Int32Array) {
    this.size = size;
    this.places = places;
  }

  enter(a: number, b: number): Entry {
    const [i, j] = [this.places[a]!, this.places[b]!];
    this.entries.push(Math.max(i, j), Math.min(i, j));
    return this.entries.length / 2 - 1;
  }

  /** Entries met twice get a slot each; the factorisation adds them up. */
  build(): { triangle: UpperTriangle; slots: Int32Array } {
    const count = this.entries.length / 2;
    const starts = new Int32Array(this.size + 1);
    for (let e = 0; e < count; e++) starts[this.entries[2 * e]! + 1]!++;
    for (let k = 0; k < this.size; k++) starts[k + 1]! += starts[k]!;
    const next = starts.slice();
    const indices = new Int32Array(count);
    const slots = new Int32Array(count);
    for (let e = 0; e < count; e++) {
      const slot = next[this.entries[2 * e]!]!++;
      indices[slot] = this.entries[2 * e + 1]!;
      slots[e] = slot;
    }
    return { triangle: { size: this.size, starts, indices }, slots };
  }
}

function solveRefined(
  factoriser: Factoriser,
  triangle: UpperTriangle,
  exact: Float64Array,
  places: Int32Array,
  side: Float64Array,
): void {
  const target = new Float64Array(side.length);
  for (let k = 0; k < side.length; k++) target[places[k]!] = side[k]!;
  const solution = target.slice();
  factoriser.solve(solution);
  let error = Infinity;
  for (let round = 0; round < REFINEMENTS; round++) {
    const residual = target.slice();
    subtractProduct(triangle, exact, solution, residual);
    const left = residual.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (!(left < error / 2)) break;
    error = left;
    factoriser.solve(residual);
    for (let k = 0; k < solution.length; k++) solution[k]! += residual[k]!;
  }
  for (let k = 0; k < side.length; k++) side[k] = solution[places[k]!]!;
}

function subtractProduct(
  { size, starts, indices }: UpperTriangle,
  values: Float64Array,
  x: Float64Array,
  target: Float64Array,
): void {
  for (let k = 0; k < size; k++) {
    for (let p = starts[k]!; p < starts[k + 1]!; p++) {
      const i = indices[p]!;
      target[k]! -= values[p]! * x[i]!;
      if (i !== k) target[i]! -= values[p]! * x[k]!;
    }
  }
}
