import { largest } from '../algebra/matrix.js';
import type { Pairs, State } from './iterate.js';
import {
  entropyExponents,
  rowActivity,
  smoothGradient,
  subtractRowSum,
  type SmoothProgram,
} from './smooth-program.js';

/** What is still wrong with an iterate. */
export interface Residuals {
  readonly columns: Float64Array;
  readonly rows: Float64Array;
  readonly infeasibility: number;
  /** Σ|slack·dual − target|. */
  readonly gap: number;
  /** Mean of slack·dual over pairs without a log term. */
  readonly centre: number;
}

/** columns: ∇f − A'y − z; rows: what the row misses, in its own direction. */
export function residuals(program: SmoothProgram, { x, y, pairs, weights }: State): Residuals {
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
