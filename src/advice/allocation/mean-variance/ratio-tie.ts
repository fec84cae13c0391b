import type { Matrix } from '../algebra/matrix.js';
import { diagonalOf, largest, multiply, rowOf, zeros } from '../algebra/matrix.js';
import { independentOf } from '../algebra/independent.js';
import { minimiseFrom } from '../quadratic/solve.js';
import type { Row } from '../region.js';
import type { MeanVarianceProblem, Point } from './quadratic-objective.js';

/** A point of the highest ratio, and how many times the risk and the excess of the one given it has. */
interface Settled {
  readonly point: Point;
  readonly scale: number;
}

/**
 * Where several portfolios have the highest ratio of excess return to risk, the one with the least
 * w'w. They all lie on one ray in risk and excess: Σw and mu'w − rf are those of the one found, times
 * some k, as with cash that earns rf, or assets that move as one. Without a singular Σ there is one
 * only; where trading costs, or l2 tells weights apart, what was found stands.
 */
export function leastSquaresOfRatio(
  problem: MeanVarianceProblem,
  found: Point,
  excess: number,
): Settled {
  const { cov, l2, position } = problem;
  const asFound = { point: found, scale: 1 };
  if (l2 > 0 || largest(position.cost) > 0) return asFound;
  const n = cov.rows;
  const independent = independentOf(Array.from({ length: n }, (_, i) => rowOf(cov, i)));
  if (independent.length === n) return asFound;
  const settled = minimiseFrom(
    programOver(problem, independent, found.x, excess),
    Float64Array.from([...found.x, 1]),
  );
  if (!('x' in settled) || settled.kind !== 'optimal') return asFound;
  const x = settled.x.slice(0, n);
  const scale = settled.x[n]!;
  const isElsewhere = x.some((value, j) => Math.abs(value - found.x[j]!) > 1e-9);
  if (!isElsewhere || !(scale > LEAST)) return asFound;
  const multipliers = found.multipliers.map((value) => value * scale);
  return { point: { ...found, x, multipliers, tied: true }, scale };
}

/** Without risk and excess there is no ratio. */
const LEAST = 1e-6;

/** min ½w'w over (w, k) on the ray, under the rules. */
function programOver(
  { cov, mu, rf, position: { region } }: MeanVarianceProblem,
  independent: readonly number[],
  x: Float64Array,
  excess: number,
) {
  const n = cov.rows;
  const size = largest(diagonalOf(cov));
  const risk = multiply(cov, x);
  const unit = Math.max(largest(mu ?? []), Math.abs(rf));
  const onRay = (values: ArrayLike<number>, times: number, by: number, level: number): Row => ({
    coefficients: Float64Array.from({ length: n + 1 }, (_, j) =>
      j < n ? (values[j] ?? 0) / by : -times / by,
    ),
    lower: level / by,
    upper: level / by,
    names: {},
  });
  const rows = region.rows.map((row): Row => ({
    ...row,
    coefficients: Float64Array.from([...row.coefficients, 0]),
  }));
  const quadratic: Matrix = zeros(n + 1, n + 1);
  for (let j = 0; j < n; j += 1) quadratic.data[j * (n + 2)] = 1;
  return {
    quadratic,
    linear: new Float64Array(n + 1),
    region: {
      lower: Float64Array.from([...region.lower, 0]),
      upper: Float64Array.from([...region.upper, Infinity]),
      names: [...region.names, {}],
      rows: [
        ...rows,
        ...independent.map((i) => onRay(rowOf(cov, i), risk[i]!, size, 0)),
        onRay(mu ?? [], excess, unit, rf),
      ],
    },
  };
}
