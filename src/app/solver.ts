import { createRequire } from 'node:module';
import type { Highs, ModelData, ModelStatusCode } from 'highs';
import type { Program, Solution, Solver, SolverOptions } from '../advice/allocation/solver.js';

/** Reads the CommonJS build: its loader finds the WASM file beside itself. */
const load = createRequire(import.meta.url)('highs') as () => Promise<Highs>;

/**
 * HiGHS in WASM (MIT) as the `Solver` of the advice room. Each program is solved on an instance of
 * its own, so that nothing of one solve is seen by the next.
 */
export async function createSolver(): Promise<Solver> {
  const highs = await load();
  return (program, options = {}) => solve(highs, program, options);
}

/** Primal and dual tolerance asked of HiGHS: certificates are held to 1e-9. */
const TOLERANCE = 1e-10;

function solve(highs: Highs, program: Program, options: SolverOptions): Solution {
  const model = highs.createModel();
  try {
    model.options.set('output_flag', false);
    model.options.set('primal_feasibility_tolerance', TOLERANCE);
    model.options.set('dual_feasibility_tolerance', TOLERANCE);
    if (options.method) model.options.set('solver', options.method);
    if (options.timeLimit !== undefined) model.options.set('time_limit', options.timeLimit);
    if (options.gap !== undefined) model.options.set('mip_abs_gap', options.gap);
    if (options.withoutGuesses) {
      for (const guess of GUESSES) model.options.set(`mip_heuristic_run_${guess}`, false);
    }
    model.passModel(modelData(program));
    const { modelStatus } = model.run();
    const { colValue, rowDual, colDual } = model.getSolution();
    const duals = program.integer ? EMPTY : { rowDual, columnDual: colDual };
    return {
      status: statusOf(modelStatus),
      objective: model.getObjectiveValue(),
      x: colValue,
      ...duals,
    };
  } finally {
    model.dispose();
  }
}

/** Half the time of a program of twenty products, and they find what branching finds. */
const GUESSES = ['feasibility_jump', 'rins'];

const EMPTY = { rowDual: new Float64Array(), columnDual: new Float64Array() };

function modelData({ cost, lower, upper, rowLower, rowUpper, rows, integer }: Program): ModelData {
  const size = { numCols: cost.length, numRows: rowLower.length };
  return {
    ...size,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower,
    rowUpper,
    matrix: { format: 'csr', ...size, ...rows },
    ...(integer && { integrality: integer }),
  };
}

/** HiGHS's model status codes (its `HighsModelStatus`). */
function statusOf(code: ModelStatusCode): Solution['status'] {
  if (code === 7) return 'optimal';
  if (code === 8 || code === 9) return 'infeasible';
  if (code === 10) return 'unbounded';
  return 'limit';
}
