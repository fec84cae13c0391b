import type { Entropy, SmoothProgram } from '../interior/smooth-program.js';

export interface Column {
  readonly cost?: number;
  /** 0 when absent. */
  readonly lower?: number;
  readonly upper?: number;
  /** q of a term q·x²/2. */
  readonly curvature?: number;
  /** −1 (of all periods) when absent. */
  readonly period?: number;
  /** Where the search begins. */
  readonly start?: number;
}

export interface Row {
  readonly columns: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly lower?: number;
  readonly upper?: number;
  readonly period?: number;
}

export interface BuiltProgram {
  readonly program: SmoothProgram;
  readonly start: Float64Array;
}

/** Collects columns and rows of a program, in the order they come. */
export class ProgramBuilder {
  private readonly columns: Column[] = [];
  private readonly costs: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly rowPeriods: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  addColumn(column: Column): number {
    this.costs.push(column.cost ?? 0);
    return this.columns.push(column) - 1;
  }

  addCost(column: number, cost: number): void {
    this.costs[column]! += cost;
  }

  get rowCount(): number {
    return this.rowLower.length;
  }

  /** Zero coefficients are left out. */
  addRow({ columns, values, lower, upper, period }: Row): number {
    for (let k = 0; k < columns.length; k++) {
      if (values[k] === 0) continue;
      this.indices.push(columns[k]!);
      this.values.push(values[k]!);
    }
    this.starts.push(this.indices.length);
    this.rowUpper.push(upper ?? Infinity);
    this.rowPeriods.push(period ?? -1);
    return this.rowLower.push(lower ?? -Infinity) - 1;
  }

  /** `covariance` = the Hessian of the first columns beyond their own curvature. */
  build(extras: {
    covariance?: readonly (readonly number[])[];
    entropy?: Entropy;
    logWeights?: Float64Array;
  }): BuiltProgram {
    const { covariance, ...smooth } = extras;
    const hessian = this.hessian(covariance ?? []);
    const program: SmoothProgram = {
      cost: Float64Array.from(this.costs),
      lower: Float64Array.from(this.columns, ({ lower }) => lower ?? 0),
      upper: Float64Array.from(this.columns, ({ upper }) => upper ?? Infinity),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      rows: {
        starts: Int32Array.from(this.starts),
        indices: Int32Array.from(this.indices),
        values: Float64Array.from(this.values),
      },
      rowPeriods: Int32Array.from(this.rowPeriods),
      columnPeriods: Int32Array.from(this.columns, ({ period }) => period ?? -1),
      ...(hessian && { hessian }),
      ...smooth,
    };
    return { program, start: Float64Array.from(this.columns, ({ start }) => start ?? 1) };
  }

  private hessian(covariance: readonly (readonly number[])[]): SmoothProgram['hessian'] {
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    this.columns.forEach(({ curvature = 0 }, j) => {
      const end = Math.max(covariance.length, j + 1);
      for (let i = j; i < end; i++) {
        const value = (covariance[i]?.[j] ?? 0) + (i === j ? curvature : 0);
        if (value === 0) continue;
        indices.push(i);
        values.push(value);
      }
      starts.push(indices.length);
    });
    if (indices.length === 0) return undefined;
    return {
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    };
  }
}
