import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Program, Solver } from '../../src/advice/allocation/solver.js';
import { createSolver } from '../../src/app/solver.js';

const row = (values: readonly number[]): Program['rows'] => ({
  starts: Int32Array.of(0, values.length),
  indices: Int32Array.from(values.keys()),
  values: Float64Array.from(values),
});

describe('the solver', () => {
  let solve: Solver;
  beforeAll(async () => {
    solve = await createSolver();
  });

  it('finds the minimum of a linear program and its multipliers', () => {
    const found = solve({
      cost: Float64Array.of(1, 0.5),
      lower: Float64Array.of(0, 0),
      upper: Float64Array.of(1, 0.3),
      rowLower: Float64Array.of(1),
      rowUpper: Float64Array.of(1),
      rows: row([1, 1]),
    });
    expect(found.status).toBe('optimal');
    expect([...found.x]).toEqual([0.7, 0.3]);
    expect(found.objective).toBeCloseTo(0.85, 12);
    expect(found.rowDual[0]).toBeCloseTo(1, 12);
    expect(found.columnDual[1]).toBeCloseTo(-0.5, 12);
  });

  it('keeps to whole numbers where they are asked for', () => {
    const found = solve({
      cost: Float64Array.of(-1, -1),
      lower: Float64Array.of(0, 0),
      upper: Float64Array.of(10, 10),
      rowLower: Float64Array.of(-Infinity),
      rowUpper: Float64Array.of(7),
      rows: row([2, 3]),
      integer: Int32Array.of(1, 1),
    });
    expect([...found.x]).toEqual([3, 0]);
    expect(found.rowDual).toHaveLength(0);
  });

  it('says when no point satisfies every rule', () => {
    const found = solve({
      cost: Float64Array.of(1),
      lower: Float64Array.of(0),
      upper: Float64Array.of(1),
      rowLower: Float64Array.of(2),
      rowUpper: Float64Array.of(Infinity),
      rows: row([1]),
    });
    expect(found.status).toBe('infeasible');
  });
});
