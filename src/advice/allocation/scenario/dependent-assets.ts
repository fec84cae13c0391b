import { independentOf } from '../algebra/independent.js';
import { solveInterior } from '../interior/interior-point.js';
import { ProgramBuilder } from './program-builder.js';
import type { ScenarioProblem } from './problem.js';
import type { Rule } from './rules.js';

/**
 * Where some assets' scenarios are a mix of others', many portfolios have the very same returns in
 * every period. Of those with the series and the expected return of the one given, the one with the
 * least w'w under the rules; null where the scenarios leave no choice.
 */
export function leastSquaresAmongEqual(
  { returns, scale, size, mu }: ScenarioProblem,
  rules: readonly Rule[],
  weights: Float64Array,
): Float64Array | null {
  const products = productsOf(returns, scale, size);
  const independent = independentOf(products);
  if (independent.length === size) return null;
  const builder = new ProgramBuilder();
  const columns = Array.from(weights, (weight) =>
    builder.addColumn({ lower: -Infinity, curvature: 1, start: weight }),
  );
  const fix = (values: Float64Array): void => {
    const total = values.reduce((sum, value, j) => sum + value * weights[j]!, 0);
    builder.addRow({ columns, values, lower: total, upper: total });
  };
  for (const asset of independent) fix(products[asset]!);
  const biggest = mu.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  fix(mu.map((value) => value / biggest));
  for (const { assets, coefficients, bound, kind } of rules) {
    builder.addRow({
      columns: assets,
      values: coefficients,
      ...(kind !== 'most' && { lower: bound }),
      ...(kind !== 'least' && { upper: bound }),
    });
  }
  const { program, start } = builder.build({});
  const { x, isSolved } = solveInterior(program, start);
  return isSolved ? x : null;
}

/** R'R of the scaled scenarios per period. */
function productsOf(returns: readonly Float64Array[], scale: number, size: number): Float64Array[] {
  const products = Array.from({ length: size }, () => new Float64Array(size));
  const unit = scale * scale * returns.length;
  for (const row of returns) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) products[i]![j]! += (row[i]! * row[j]!) / unit;
    }
  }
  return products;
}
