import { describe, expect, it } from '@jest/globals';
import { solveInterior } from '../../../../src/advice/allocation/interior/interior-point.js';
import {
  ProgramBuilder,
  type BuiltProgram,
} from '../../../../src/advice/allocation/scenario/program-builder.js';

const solved = ({ program, start }: BuiltProgram) => {
  const solution = solveInterior(program, start);
  expect(solution.isSolved).toBe(true);
  return solution;
};

describe('the interior-point method', () => {
  it('finds the vertex of a linear program and its multipliers', () => {
    const builder = new ProgramBuilder();
    const columns = [builder.addColumn({ cost: -3 }), builder.addColumn({ cost: -2 })];
    builder.addRow({ columns, values: [1, 1], upper: 4 });
    builder.addRow({ columns, values: [1, 3], upper: 9 });
    builder.addRow({ columns, values: [1, 0], upper: 3 });
    const { x, rowDual } = solved(builder.build({}));
    expect(x[0]).toBeCloseTo(3, 11);
    expect(x[1]).toBeCloseTo(1, 11);
    [-2, 0, -1].forEach((dual, i) => expect(rowDual[i]).toBeCloseTo(dual, 10));
  });

  it('finds the minimum of a quadratic under an equation and bounds', () => {
    const builder = new ProgramBuilder();
    const columns = [
      builder.addColumn({ curvature: 2, upper: 1 }),
      builder.addColumn({ curvature: 2, upper: 0.3 }),
    ];
    builder.addRow({ columns, values: [1, 1], lower: 1, upper: 1 });
    const { x, rowDual, columnDual } = solved(builder.build({}));
    expect(x[0]).toBeCloseTo(0.7, 11);
    expect(rowDual[0]).toBeCloseTo(1.4, 11);
    expect(columnDual[1]).toBeCloseTo(-0.8, 11);
  });

  it('takes a log term as a product that is to reach its weight', () => {
    const builder = new ProgramBuilder();
    [1, 2, 5].forEach((cost) => builder.addColumn({ cost }));
    const { x } = solved(builder.build({ logWeights: Float64Array.of(1, 1, 2) }));
    [1, 0.5, 0.4].forEach((value, j) => expect(x[j]).toBeCloseTo(value, 11));
  });

  it('takes an entropy: for two even losses a and b and α = 0.8 the tilt leaves log 1.25 of divergence', () => {
    const builder = new ProgramBuilder();
    const [alpha, losses] = [0.8, [0.3, -0.1]];
    const columns = losses.map((loss, period) =>
      builder.addColumn({ lower: loss, upper: loss, period }),
    );
    const level = builder.addColumn({ lower: -Infinity, cost: 1 });
    const scale = builder.addColumn({ cost: -1 - Math.log(2 * alpha) });
    const entropy = { losses: Int32Array.from(columns), level, scale };
    const { x, weights } = solved(builder.build({ entropy }));
    expect(weights[0]! + weights[1]!).toBeCloseTo(1, 11);
    const divergence = weights.reduce((sum, q) => sum + q * Math.log(2 * q), 0);
    expect(divergence).toBeCloseTo(Math.log(1 / alpha), 9);
    expect(weights[0]! / weights[1]!).toBeCloseTo(Math.exp(0.4 / x[scale]!), 9);
  });

  it('holds a column whose bounds meet where it is', () => {
    const builder = new ProgramBuilder();
    const columns = [
      builder.addColumn({ lower: 0.25, upper: 0.25, curvature: 1 }),
      builder.addColumn({ curvature: 1 }),
    ];
    builder.addRow({ columns, values: [1, 1], lower: 1, upper: 1 });
    const { x } = solved(builder.build({}));
    expect(x[0]).toBeCloseTo(0.25, 11);
    expect(x[1]).toBeCloseTo(0.75, 11);
  });

  it('says so where nothing satisfies the rows', () => {
    const builder = new ProgramBuilder();
    const column = builder.addColumn({ upper: 1, curvature: 1 });
    builder.addRow({ columns: [column], values: [1], lower: 2 });
    const { program, start } = builder.build({});
    expect(solveInterior(program, start).isSolved).toBe(false);
  });
});
