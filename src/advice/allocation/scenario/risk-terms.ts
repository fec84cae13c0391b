import type { Entropy } from '../interior/smooth-program.js';
import { isPathMeasure, scaledCovariance, type ScenarioProblem } from './problem.js';
import type { ProgramBuilder } from './program-builder.js';

/**
 * A measure as columns and rows of a program in (w, κ, …): the risk of w/κ, times κ, is the least
 * value of Σ linear + the curvature already in the builder + w'Cw/2 + the entropy's term. Root
 * measures stand as their square.
 */
export interface RiskTerms {
  readonly linear: readonly Term[];
  /** C over the weights. */
  readonly covariance?: readonly (readonly number[])[];
  readonly entropy?: Entropy;
}

export type Term = readonly [column: number, coefficient: number];

/** The weights are the columns 0 … n−1; κ = 1 is column n unless the program is homogeneous. */
export interface RiskContext {
  readonly builder: ProgramBuilder;
  readonly problem: ScenarioProblem;
  /** Periods that get rows; the others' losses are left out, which can only lower the risk. */
  readonly periods: readonly number[];
}

/** Adds a row Σ terms ≥ the loss of a period. */
type LossRow = (period: number, terms: readonly Term[]) => void;

export function addRisk(context: RiskContext): RiskTerms {
  return isPathMeasure(context.problem.measure) ? pathRisk(context) : returnRisk(context);
}

function returnRisk(context: RiskContext): RiskTerms {
  const { problem } = context;
  const { parameters, scale } = problem;
  const length = problem.returns.length;
  const losses = lossRows(context, {});
  const belowThreshold = lossRows(context, { threshold: parameters.threshold / scale });
  const belowMean = lossRows(context, { centre: centreOf(problem) });
  switch (problem.measure) {
    case 'MV':
      return {
        linear: [],
        covariance: scaledCovariance(problem).map((row) => row.map((c) => 2 * c)),
      };
    case 'MAD':
      return { linear: shortfalls(context, belowMean, { cost: 2 / length }) };
    case 'MSV':
      return { linear: shortfalls(context, belowMean, { curvature: 2 / (length - 1) }) };
    case 'SV':
      return { linear: shortfalls(context, losses, { curvature: 2 / length }) };
    case 'FLPM':
      return { linear: shortfalls(context, belowThreshold, { cost: 1 / length }) };
    case 'SLPM':
      return { linear: shortfalls(context, belowThreshold, { curvature: 2 / (length - 1) }) };
    case 'CVaR':
      return { linear: tail(context, losses) };
    case 'CVRG':
      return {
        linear: [...tail(context, losses), ...tail(context, lossRows(context, { sign: -1 }))],
      };
    case 'WR':
      return { linear: worst(context, losses) };
    case 'RG':
      return {
        linear: [...worst(context, losses), ...worst(context, lossRows(context, { sign: -1 }))],
      };
    default:
      return entropic(context, lossColumns(context, losses));
  }
}

function pathRisk(context: RiskContext): RiskTerms {
  const { builder, periods, problem } = context;
  const length = problem.returns.length;
  const curvature = problem.measure === 'UCI' ? 2 / length : 0;
  const drawdowns = drawdownColumns(context, curvature);
  const losses: LossRow = (period, terms) => {
    const columns = [...terms.map(([column]) => column), drawdowns[period]!];
    const values = [...terms.map(([, value]) => value), -1];
    builder.addRow({ columns, values, lower: 0, period });
  };
  switch (problem.measure) {
    case 'ADD':
      return { linear: periods.map((period) => [drawdowns[period]!, 1 / length]) };
    case 'UCI':
      return { linear: [] };
    case 'MDD':
      return { linear: worst(context, losses) };
    case 'CDaR':
      return { linear: tail(context, losses) };
    default:
      return entropic(context, Int32Array.from(drawdowns));
  }
}

interface LossKind {
  /** −1: gains are the losses. */
  readonly sign?: 1 | -1;
  readonly centre?: Float64Array;
  readonly threshold?: number;
}

function lossRows({ builder, problem }: RiskContext, kind: LossKind): LossRow {
  const { size, returns, scale } = problem;
  const { sign = 1, centre, threshold = 0 } = kind;
  const own = Array.from({ length: size + 1 }, (_, j) => j);
  return (period, terms) => {
    const values = Array.from(
      returns[period]!,
      (value, j) => (sign * (value - (centre?.[j] ?? 0))) / scale,
    );
    builder.addRow({
      columns: [...own, ...terms.map(([column]) => column)],
      values: [...values, -threshold, ...terms.map(([, value]) => value)],
      lower: 0,
      period,
    });
  };
}

function centreOf({ returns, size }: ScenarioProblem): Float64Array {
  const sums = new Float64Array(size);
  for (const row of returns) for (let j = 0; j < size; j++) sums[j]! += row[j]!;
  return sums.map((sum) => sum / returns.length);
}

/** v ≥ max(loss, 0) for every period. */
function shortfalls(
  { builder, periods }: RiskContext,
  losses: LossRow,
  { cost = 0, curvature = 0 }: { readonly cost?: number; readonly curvature?: number },
): Term[] {
  return periods.map((period) => {
    const column = builder.addColumn({ curvature, period });
    losses(period, [[column, 1]]);
    return [column, cost];
  });
}

/** ζ + Σ max(loss − ζ, 0)/(αT). Rockafellar & Uryasev (2000). */
function tail({ builder, periods, problem }: RiskContext, losses: LossRow): Term[] {
  const threshold = builder.addColumn({ lower: -Infinity });
  const share = 1 / (problem.parameters.alpha * problem.returns.length);
  const excesses = periods.map((period): Term => {
    const column = builder.addColumn({ period });
    losses(period, [
      [column, 1],
      [threshold, 1],
    ]);
    return [column, share];
  });
  return [[threshold, 1], ...excesses];
}

/** The least number no loss is above. */
function worst({ builder, periods }: RiskContext, losses: LossRow): Term[] {
  const level = builder.addColumn({ lower: -Infinity });
  for (const period of periods) losses(period, [[level, 1]]);
  return [[level, 1]];
}

function lossColumns({ builder, periods }: RiskContext, losses: LossRow): Int32Array {
  return Int32Array.from(periods, (period) => {
    const column = builder.addColumn({ lower: -Infinity, period, start: 0 });
    losses(period, [[column, 1]]);
    return column;
  });
}

/** u₀ = 0, uₜ ≥ max(uₜ₋₁ − xₜ, 0). */
function drawdownColumns(context: RiskContext, curvature: number): number[] {
  const { builder, periods } = context;
  const columns = periods.map((period) => builder.addColumn({ curvature, period }));
  const losses = lossRows(context, {});
  for (const period of periods) {
    const before: readonly Term[] = period > 0 ? [[columns[period - 1]!, -1]] : [];
    losses(period, [[columns[period]!, 1], ...before]);
  }
  return columns;
}

/** The least scale of the entropy: where it is reached EVaR is the worst loss to within this, scaled. */
const LEAST_SCALE = 2e-8;

/**
 * EVaR as min over τ, s of τ − s·(1 + log(αT)) + Σ s·exp((loss − τ)/s): the best τ is
 * s·log Σ exp(loss/s), which leaves Ahmadi-Javid's s·log(Σ exp(loss/s)/(αT)).
 */
function entropic({ builder, problem }: RiskContext, losses: Int32Array): RiskTerms {
  const length = problem.returns.length;
  const level = builder.addColumn({ lower: -Infinity, start: Math.log(length) });
  const scale = builder.addColumn({ lower: LEAST_SCALE });
  const ofScale = -1 - Math.log(problem.parameters.alpha * length);
  return {
    linear: [
      [level, 1],
      [scale, ofScale],
    ],
    entropy: { losses, level, scale },
  };
}
