import type { Program } from '../solver.js';
import type { DualSimplex } from './dual-simplex.js';
import { dualSimplex } from './dual-simplex.js';

/** So near to a whole number a value is one. */
const WHOLE = 1e-7;
/** Costs nearer to each other than this are the same: of two such answers the first found is kept. */
const SAME = 5e-10;

export interface Search {
  /** `limit`: cut short, and nothing is proven. */
  readonly status: 'optimal' | 'infeasible' | 'limit';
  readonly x: Float64Array;
  readonly objective: number;
  /** No answer costs less; the certificate is the difference to the objective. */
  readonly bound: number;
  readonly programs: number;
}

/**
 * 分支定界 (Land & Doig 1960) for a few dozen yes-or-no columns: every choice that is not tried is proven
 * to be no better than the best by a linear program without the demand for whole numbers. How long
 * is counted in programs, not in seconds, so that the same program always has the same answer.
 */
export function branchAndBound(program: Program, mostPrograms: number): Search {
  const relaxed = dualSimplex(program);
  const whole = [...program.cost.keys()].filter((column) => program.integer?.[column]);
  let [objective, programs, isProven] = [Infinity, 0, true];
  let x = new Float64Array();
  const visit = (): void => {
    const cost = programs < mostPrograms ? relaxed.solve(objective - SAME) : null;
    programs += 1;
    isProven &&= cost !== null;
    if (!isProven || cost === null || cost === Infinity) return;
    const column = mostFractional(relaxed, whole);
    if (column === null) {
      objective = cost;
      x = Float64Array.from(program.cost, (_, at) => relaxed.valueOf(at));
      return;
    }
    const value = relaxed.valueOf(column);
    const { lower, upper } = relaxed;
    const [low, high] = [lower[column]!, upper[column]!];
    lower[column] = Math.ceil(value);
    visit();
    lower[column] = low;
    upper[column] = Math.floor(value);
    visit();
    upper[column] = high;
  };
  visit();
  if (!isProven) return { status: 'limit', x, objective, bound: -Infinity, programs };
  const status = objective < Infinity ? 'optimal' : 'infeasible';
  return { status, x, objective, bound: objective - SAME, programs };
}

/** The column nearest below its next whole number: what is all but chosen is tried as chosen first. */
function mostFractional(relaxed: DualSimplex, whole: readonly number[]): number | null {
  let found: number | null = null;
  let most = WHOLE;
  for (const column of whole) {
    const value = relaxed.valueOf(column);
    if (Math.abs(value - Math.round(value)) <= WHOLE) continue;
    const fraction = value - Math.floor(value);
    if (fraction <= most) continue;
    most = fraction;
    found = column;
  }
  return found;
}
