import type { MeanVarianceInput } from '../../../src/advice/allocation/mean-variance/problem.js';

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
export function uniformFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Draws {
  readonly uniform: () => number;
  readonly gauss: () => number;
  readonly pick: <T>(from: readonly T[]) => T;
}

export function drawsFrom(seed: number): Draws {
  const uniform = uniformFrom(seed);
  return {
    uniform,
    gauss: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    pick: (from) => from[Math.floor(uniform() * from.length)]!,
  };
}

/** Factor models from rank 1 without own risk to well-conditioned, in units from 1e-4 to 1e4. */
export function covarianceOf({ gauss, pick }: Draws, n: number): number[][] {
  const factors = pick([1, 2, n, n + 5]);
  const own = pick([0, 0.1, 1]);
  const scale = pick([1, 1e-4, 1e4, 0.04]);
  const loads = Array.from({ length: n }, () => Array.from({ length: factors }, gauss));
  const cov = loads.map((a, i) =>
    loads.map((b, j) => {
      const shared = a.reduce((sum, value, k) => sum + value * b[k]!, 0) / factors;
      return scale * (shared + (i === j ? own : 0));
    }),
  );
  return cov.map((row, i) => row.map((value, j) => (j > i ? value : cov[j]![i]!)));
}

/** A mean-variance problem of any objective, with every kind of rule at times. */
export function meanVarianceInstance(seed: number): MeanVarianceInput {
  const draws = drawsFrom(seed);
  const { uniform, gauss, pick } = draws;
  const n = 2 + Math.floor(uniform() * 14);
  const cov = covarianceOf(draws, n);
  const mu = Array.from({ length: n }, () => 0.05 + 0.1 * gauss());
  if (uniform() < 0.2) twin(cov, mu);
  const size = Math.sqrt(cov.reduce((most, row, i) => Math.max(most, row[i]!), 0));
  const assets = [...cov.keys()];
  const some = (): number[] => assets.filter((j) => j === 0 || uniform() < 0.5);
  return {
    cov,
    mu,
    lb: pick([0, 0, -1, assets.map(() => (uniform() < 0.3 ? 0.1 / n : 0))]),
    ub: pick([1, Math.max(0.3, 2 / n)]),
    ...(uniform() < 0.4 && {
      groups: Array.from({ length: pick([1, 2, 3]) }, () => ({
        idx: some(),
        ...(uniform() < 0.5 ? { max: 0.3 + 0.6 * uniform() } : { min: 0.1 * uniform() }),
      })),
    }),
    ...(uniform() < 0.3 && { l2: uniform() * size * size }),
    ...(uniform() < 0.25 && { tx: { k: 0.01 * uniform(), w_prev: assets.map(() => 1 / n) } }),
    ...pick([
      { objective: 'min_variance' } as const,
      { objective: 'max_utility', risk_aversion: pick([0.5, 1, 10]) } as const,
      {
        objective: 'min_variance_return',
        target_return: Math.min(...mu) + (Math.max(...mu) - Math.min(...mu)) * uniform() * 0.8,
        equality: uniform() < 0.5,
      } as const,
      { objective: 'max_return_vol', target_vol: size * pick([0.3, 0.6, 1.5]) } as const,
      { objective: 'max_sharpe', rf: 0.02 * uniform() } as const,
    ]),
  };
}

function twin(cov: number[][], mu: number[]): void {
  for (const row of cov) row[1] = row[0]!;
  cov[1] = [...cov[0]!];
  mu[1] = mu[0]!;
}
