import type { Program } from '../solver.js';

/** How far a value may be outside its bounds, and how small a figure is nothing. */
const FEASIBLE = 1e-9;
const NOTHING = 1e-9;
/** After so many exchanges the tableau is written anew, so that rounding does not add up. */
const FRESH = 150;
/** More exchanges than any small program needs: it is going in circles. */
const MOST_EXCHANGES = 2_000;

/** One linear program whose bounds change from call to call, solved from where the last call ended. */
export interface DualSimplex {
  /** Of the columns; the caller's to change. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /**
   * Least cost within the bounds as they are now; Infinity: nothing is within them, or it would cost
   * `most` or more; null: rounding has led in circles, and nothing is known.
   */
  solve(most: number): number | null;
  /** Value of a column after `solve`. */
  valueOf(column: number): number;
}

/**
 * 对偶单纯形 (Lemke 1954) with bounds on every column, over a dense tableau: for programs of some dozens
 * of columns that are solved a thousand times with other bounds. Every column has to be best at
 * one of its bounds by its cost alone, so that any bounds have a place to begin at.
 */
export function dualSimplex(program: Program): DualSimplex {
  const tableau = new Tableau(program);
  return {
    lower: tableau.lower.subarray(0, tableau.columns),
    upper: tableau.upper.subarray(0, tableau.columns),
    solve: (most) => tableau.solve(most),
    valueOf: (column) => tableau.value[column]!,
  };
}

/**
 * Variables are the columns and, behind them, the rows' sums. Each row of the tableau writes a basic
 * variable as a sum of the others; those stand at a bound.
 */
class Tableau {
  readonly columns: number;
  readonly rows: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly value: Float64Array;
  readonly #cost: Float64Array;
  readonly #written: Float64Array;
  readonly #table: Float64Array;
  /** What a unit more of each variable that is not basic costs. */
  readonly #reduced: Float64Array;
  readonly #basic: Int32Array;
  readonly #other: Int32Array;
  readonly #filled: Int32Array;
  #exchanges = 0;

  constructor({ cost, lower, upper, rowLower, rowUpper, rows }: Program) {
    this.columns = cost.length;
    this.rows = rowLower.length;
    this.lower = Float64Array.of(...lower, ...rowLower);
    this.upper = Float64Array.of(...upper, ...rowUpper);
    this.value = new Float64Array(this.columns + this.rows);
    this.#cost = cost;
    this.#written = new Float64Array(this.rows * this.columns);
    for (let row = 0; row < this.rows; row += 1) {
      for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at += 1) {
        this.#written[row * this.columns + rows.indices[at]!] = rows.values[at]!;
      }
    }
    this.#table = new Float64Array(this.#written.length);
    this.#reduced = new Float64Array(this.columns);
    this.#basic = new Int32Array(this.rows);
    this.#other = new Int32Array(this.columns);
    this.#filled = new Int32Array(this.columns);
    this.#write();
  }

  #write(): void {
    this.#table.set(this.#written);
    this.#reduced.set(this.#cost);
    for (let row = 0; row < this.rows; row += 1) this.#basic[row] = this.columns + row;
    for (let at = 0; at < this.columns; at += 1) this.#other[at] = at;
    this.#exchanges = 0;
  }

  solve(most: number): number | null {
    if (this.#exchanges > FRESH) this.#write();
    let cost = this.#settle();
    for (let step = 0; step < MOST_EXCHANGES; step += 1) {
      if (cost >= most) return Infinity;
      const row = this.#worst();
      if (row < 0) return cost;
      const at = this.#entering(row);
      if (at < 0) return Infinity;
      cost += this.#exchange(row, at);
    }
    return null;
  }

  /** Everything that is not basic to the bound its price asks for; answers what all that costs. */
  #settle(): number {
    const { columns, rows, lower, upper, value } = this;
    const table = this.#table;
    const basic = this.#basic;
    const other = this.#other;
    const reduced = this.#reduced;
    let cost = 0;
    for (let at = 0; at < columns; at += 1) {
      const variable = other[at]!;
      const price = reduced[at]!;
      const low = lower[variable]!;
      const isLow = price >= 0 ? low > -Infinity : upper[variable] === Infinity;
      const bound = isLow ? low : upper[variable]!;
      value[variable] = bound;
      cost += price * bound;
    }
    for (let row = 0; row < rows; row += 1) value[basic[row]!] = 0;
    for (let at = 0; at < columns; at += 1) {
      const amount = value[other[at]!]!;
      if (amount === 0) continue;
      for (let row = 0; row < rows; row += 1) {
        value[basic[row]!]! += table[row * columns + at]! * amount;
      }
    }
    return cost;
  }

  /** The row whose basic variable is furthest outside its bounds. */
  #worst(): number {
    let worst = -1;
    let most = FEASIBLE;
    for (let row = 0; row < this.rows; row += 1) {
      const variable = this.#basic[row]!;
      const value = this.value[variable]!;
      const outside = Math.max(this.lower[variable]! - value, value - this.upper[variable]!);
      if (outside > most) {
        most = outside;
        worst = row;
      }
    }
    return worst;
  }

  /** The variable that can bring the row's own inside at the least price a unit; −1: none can. */
  #entering(row: number): number {
    const { columns, lower, upper, value } = this;
    const leaving = this.#basic[row]!;
    const sign = value[leaving]! < lower[leaving]! ? 1 : -1;
    const start = row * columns;
    let entering = -1;
    let least = Infinity;
    let size = 0;
    for (let at = 0; at < columns; at += 1) {
      const slope = sign * this.#table[start + at]!;
      if (slope < NOTHING && slope > -NOTHING) continue;
      const variable = this.#other[at]!;
      if (lower[variable] === upper[variable]) continue;
      const isLow = value[variable] === lower[variable];
      if (slope > 0 !== isLow) continue;
      const price = Math.abs(this.#reduced[at]!) / Math.abs(slope);
      if (price > least + NOTHING || (price >= least - NOTHING && Math.abs(slope) <= size))
        continue;
      least = price;
      size = Math.abs(slope);
      entering = at;
    }
    return entering;
  }

  /** Row and column change places; answers what that costs. */
  #exchange(row: number, at: number): number {
    const { columns, rows, lower, upper, value } = this;
    const table = this.#table;
    const start = row * columns;
    const leaving = this.#basic[row]!;
    const pivot = table[start + at]!;
    const bound = value[leaving]! < lower[leaving]! ? lower[leaving]! : upper[leaving]!;
    const step = (bound - value[leaving]!) / pivot;
    const entering = this.#other[at]!;
    const cost = this.#reduced[at]! * step;
    value[entering]! += step;
    value[leaving] = bound;
    const filled = this.#filled;
    let count = 0;
    for (let k = 0; k < columns; k += 1) {
      if (k === at) table[start + k] = 1 / pivot;
      else if (table[start + k] !== 0) {
        table[start + k]! /= -pivot;
        filled[count++] = k;
      }
    }
    const basic = this.#basic;
    for (let other = 0; other < rows; other += 1) {
      const line = other * columns;
      const factor = table[line + at]!;
      if (other === row || factor === 0) continue;
      value[basic[other]!]! += factor * step;
      for (let k = 0; k < count; k += 1) {
        const to = filled[k]!;
        table[line + to]! += factor * table[start + to]!;
      }
      table[line + at] = factor / pivot;
    }
    const reduced = this.#reduced;
    const price = reduced[at]!;
    for (let k = 0; k < count; k += 1) {
      const to = filled[k]!;
      reduced[to]! += price * table[start + to]!;
    }
    reduced[at] = price / pivot;
    this.#basic[row] = entering;
    this.#other[at] = leaving;
    this.#exchanges += 1;
    return cost;
  }
}
