import { sparseRows } from '../quadratic/program.js';
import type { Program } from '../solver.js';
import type { LotOrder } from './lots.js';

/**
 * Columns: steps k_i, money off target d_i ≥ |w_i·total − p_i·k_i|, and 1 where i is bought at all;
 * money in units of `total`. Minimised: Σ d_i and what is left over.
 */
export function lotProgram({ prices, weights, total, step, minimum }: LotOrder): Program {
  const n = prices.length;
  const price = prices.map((value, i) => (value * (step?.[i] ?? 1)) / total);
  const most = price.map((value) => Math.floor(1 / value));
  const least = price.map((_, i) => Math.ceil((minimum?.[i] ?? 0) / (step?.[i] ?? 1)));
  const rows: { coefficients: Float64Array; lower: number; upper: number }[] = [];
  const add = (entries: readonly (readonly [number, number])[], lower: number, upper: number) => {
    const coefficients = new Float64Array(3 * n);
    for (const [column, value] of entries) coefficients[column] = value;
    rows.push({ coefficients, lower, upper });
  };
  price.forEach((value, i) => {
    const target = weights[i]!;
    add(
      [
        [i, value],
        [n + i, 1],
      ],
      target,
      Infinity,
    );
    add(
      [
        [i, -value],
        [n + i, 1],
      ],
      -target,
      Infinity,
    );
    add(
      [
        [i, 1],
        [2 * n + i, -most[i]!],
      ],
      -Infinity,
      0,
    );
    add(
      [
        [i, 1],
        [2 * n + i, -least[i]!],
      ],
      0,
      Infinity,
    );
  });
  add(
    price.map((value, i) => [i, value] as const),
    -Infinity,
    1,
  );
  const column = (at: (part: number, i: number) => number): Float64Array =>
    Float64Array.from({ length: 3 * n }, (_, k) => at(Math.floor(k / n), k % n));
  return {
    cost: column((part, i) => [-price[i]!, 1, 0][part]!),
    lower: new Float64Array(3 * n),
    upper: column((part, i) => [most[i]!, Infinity, 1][part]!),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    rows: sparseRows(rows),
    integer: Int32Array.from(column((part) => (part === 1 ? 0 : 1))),
  };
}
