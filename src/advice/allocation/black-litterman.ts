import type { Matrix } from './algebra/matrix.js';
import { covarianceOf, dot, matrixOf, multiply, sum, toRows, zeros } from './algebra/matrix.js';
import { minimiseSemidefinite } from './algebra/semidefinite.js';
import type { AllocationOutcome } from './answer.js';
import { leaveOut } from './conflict.js';
import { performanceOf } from './metrics.js';

/** Input of the op `black_litterman`. */
export interface BlackLittermanInput {
  readonly cov: readonly (readonly number[])[];
  /** Views: P·(returns) = Q. */
  readonly P: readonly (readonly number[])[];
  readonly Q: readonly number[];
  /** Absent = 0 for every asset. */
  readonly prior?: 'market' | 'equal' | readonly number[] | undefined;
  readonly mcaps?: readonly number[] | undefined;
  /** Market price of risk of the market prior; default `risk_aversion`. */
  readonly prior_delta?: number | undefined;
  readonly rf_prior?: number | undefined;
  /** Covariance of the views; default τ·diag(PΣP'). */
  readonly omega?: 'idzorek' | readonly (readonly number[])[] | undefined;
  /** 0 to 1, one for each view, for "idzorek". */
  readonly confidences?: readonly number[] | undefined;
  /** Default 0.05. */
  readonly tau?: number | undefined;
  /** Default 1. */
  readonly risk_aversion?: number | undefined;
  readonly want: 'returns' | 'prior' | 'weights' | 'performance';
  readonly rf?: number | undefined;
}

/** Views that count: rows of P with their Q, uncertainty and place in the input. */
interface Views {
  readonly P: Matrix;
  readonly Q: Float64Array;
  readonly omega: Matrix;
}

/**
 * Black and Litterman (1992) in the form of He and Litterman (1999); uncertainties from confidences
 * by Idzorek's method in Walters's closed form (2014).
 */
export function blackLitterman(input: BlackLittermanInput): AllocationOutcome {
  const { want, tau = 0.05, risk_aversion = 1, rf = 0 } = input;
  const cov = covarianceOf(input.cov);
  const prior = priorOf(input, cov);
  if (want === 'prior') return values([...prior]);
  const views = viewsOf(input, cov, tau);
  const posterior = posteriorOf(cov, prior, views, tau);
  if (!posterior) return { refused: 'infeasible', conflict: contradiction(input, cov, prior, tau) };
  const { returns } = posterior;
  if (want === 'returns') return values([...returns]);
  const raw = solve(cov, returns.map((value) => value / risk_aversion) as Float64Array);
  if (!raw) return { refused: 'unbounded' };
  const weights = [...raw].map((value) => value / sum(raw));
  const [expected, volatility, sharpe] = performanceOf(
    weights,
    toRows(posteriorCovariance(cov, views, posterior, tau)),
    [...returns],
    rf,
  );
  const report = { return: expected, volatility, sharpe };
  return want === 'weights'
    ? { weights, report, certificate: null, binding: [] }
    : { ...values([expected, volatility, sharpe]), report };
}

const values = (list: readonly number[]) => ({
  values: list,
  report: {},
  certificate: null,
  binding: [],
});

function priorOf(input: BlackLittermanInput, cov: Matrix): Float64Array {
  const { prior, mcaps = [], risk_aversion = 1, prior_delta = risk_aversion, rf_prior = 0 } = input;
  const n = cov.rows;
  if (prior === undefined) return new Float64Array(n);
  if (prior === 'equal') return new Float64Array(n).fill(1 / n);
  if (prior !== 'market') return Float64Array.from(prior);
  const total = sum(mcaps);
  const shares = mcaps.map((cap) => cap / total);
  return multiply(cov, shares).map((value) => prior_delta * value + rf_prior);
}

function viewsOf(input: BlackLittermanInput, cov: Matrix, tau: number): Views {
  // A view held with no confidence at all says nothing.
  const confidences = input.omega === 'idzorek' ? (input.confidences ?? []) : null;
  const counted = [...input.Q.keys()].filter((k) => confidences?.[k] !== 0);
  const rows = counted.map((k) => input.P[k]!);
  const omega = zeros(counted.length, counted.length);
  counted.forEach((k, a) => {
    const variance = tau * dot(multiply(cov, input.P[k]!), input.P[k]!);
    const at = a * counted.length;
    if (confidences) {
      const confidence = confidences[k]!;
      omega.data[at + a] = (variance * (1 - confidence)) / confidence;
    } else if (Array.isArray(input.omega)) {
      counted.forEach((l, b) => {
        omega.data[at + b] = (input.omega as readonly (readonly number[])[])[k]![l]!;
      });
    } else omega.data[at + a] = variance;
  });
  return {
    P: { ...matrixOf(rows), columns: cov.rows },
    Q: Float64Array.from(counted, (k) => input.Q[k]!),
    omega,
  };
}

interface Posterior {
  readonly returns: Float64Array;
  /** τΣP' by rows of P. */
  readonly spread: readonly Float64Array[];
}

/** π + τΣP'(PτΣP' + Ω)⁻¹(Q − Pπ); null where views that are certain contradict each other. */
function posteriorOf(
  cov: Matrix,
  prior: Float64Array,
  views: Views,
  tau: number,
): Posterior | null {
  const spread = spreadOf(cov, views.P, tau);
  const surprise = multiply(views.P, prior).map((value, k) => views.Q[k]! - value);
  const pull = solve(viewMatrix(spread, views), surprise);
  if (!pull) return null;
  const returns = Float64Array.from(prior);
  spread.forEach((row, k) => row.forEach((value, j) => (returns[j]! += value * pull[k]!)));
  return { returns, spread };
}

const spreadOf = (cov: Matrix, P: Matrix, tau: number): Float64Array[] =>
  toRows(P).map((row) => multiply(cov, row).map((value) => tau * value));

/** PτΣP' + Ω */
function viewMatrix(spread: readonly Float64Array[], { P, omega }: Views): Matrix {
  const data = Float64Array.from(omega.data);
  spread.forEach((row, k) => {
    const image = multiply(P, row);
    image.forEach((value, l) => (data[k * spread.length + l]! += value));
  });
  return { ...omega, data };
}

/** Σ + τΣ − τΣP'(PτΣP' + Ω)⁻¹PτΣ */
function posteriorCovariance(
  cov: Matrix,
  views: Views,
  { spread }: Posterior,
  tau: number,
): Matrix {
  const n = cov.rows;
  const data = cov.data.map((value) => (1 + tau) * value);
  const A = viewMatrix(spread, views);
  for (let j = 0; j < n; j += 1) {
    const column = Float64Array.from(spread, (row) => row[j]!);
    const pull = solve(A, column) ?? new Float64Array(column.length);
    spread.forEach((row, k) => {
      for (let i = 0; i < n; i += 1) data[i * n + j]! -= row[i]! * pull[k]!;
    });
  }
  return { ...cov, data };
}

/** The shortest x with Ax = b for A positive semidefinite; null where there is none. */
function solve(A: Matrix, b: Float64Array): Float64Array | null {
  const size = Math.max(...b.map(Math.abs), Number.MIN_VALUE);
  const found = minimiseSemidefinite(
    Float64Array.from(A.data),
    b.map((value) => -value),
    new Float64Array(b.length),
    1e-9 * size,
  );
  return found.kind === 'point' ? found.u : null;
}

/** A minimal set of views of which all together cannot be certain. */
function contradiction(
  input: BlackLittermanInput,
  cov: Matrix,
  prior: Float64Array,
  tau: number,
): string[] {
  const names = input.Q.map((_, k) => `Q[${k}]`);
  return leaveOut(names, (kept) => {
    const chosen = [...input.Q.keys()].filter((k) => kept.has(`Q[${k}]`));
    const pick = <T>(list: readonly T[]): T[] => chosen.map((k) => list[k]!);
    const views = viewsOf(
      {
        ...input,
        P: pick(input.P),
        Q: pick(input.Q),
        ...(input.confidences && { confidences: pick(input.confidences) }),
        ...(Array.isArray(input.omega) && {
          omega: pick(input.omega as readonly (readonly number[])[]).map(pick),
        }),
      },
      cov,
      tau,
    );
    return posteriorOf(cov, prior, views, tau) !== null;
  });
}
