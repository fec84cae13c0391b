import { z } from 'zod';
import { Bounds, checkGroups, checkLength, Covariance, Group, Table, Vector } from './shapes.js';

const OBJECTIVES = [
  'min_variance',
  'max_utility',
  'min_variance_return',
  'max_return_vol',
  'max_sharpe',
] as const;

/** What an objective of `mvo` cannot do without. */
const NEEDS: Readonly<Record<(typeof OBJECTIVES)[number], readonly string[]>> = {
  min_variance: [],
  max_utility: ['mu', 'risk_aversion'],
  min_variance_return: ['mu', 'target_return'],
  max_return_vol: ['mu', 'target_vol'],
  max_sharpe: ['mu'],
};

export const MeanVariance = z
  .strictObject({
    cov: Covariance,
    mu: Vector.optional(),
    ...Bounds,
    sum: z.number().optional(),
    groups: z.array(Group).optional(),
    objective: z.enum(OBJECTIVES),
    risk_aversion: z.number().positive().optional(),
    target_return: z.number().optional(),
    equality: z.boolean().optional(),
    target_vol: z.number().nonnegative().optional(),
    rf: z.number().optional(),
    l2: z.number().nonnegative().optional(),
    tx: z.strictObject({ k: z.number().nonnegative(), w_prev: Vector }).optional(),
  })
  .superRefine((input, context) => {
    const n = input.cov.length;
    for (const key of ['mu', 'lb', 'ub'] as const) checkLength(context, key, input[key], n);
    checkLength(context, ['tx', 'w_prev'], input.tx?.w_prev, n);
    checkGroups(context, input.groups, n);
    for (const key of NEEDS[input.objective]) {
      if (input[key as keyof typeof input] !== undefined) continue;
      const message = `${input.objective} needs it`;
      context.addIssue({ code: 'custom', path: [key], message });
    }
  });

export const RiskParity = z
  .strictObject({ cov: Covariance, budgets: z.array(z.number().positive()).optional(), ...Bounds })
  .superRefine((input, context) => {
    for (const key of ['budgets', 'lb', 'ub'] as const) {
      checkLength(context, key, input[key], input.cov.length);
    }
  });

export const Diversification = z
  .strictObject({ cov: Covariance, ...Bounds })
  .superRefine((input, context) => {
    for (const key of ['lb', 'ub'] as const) {
      checkLength(context, key, input[key], input.cov.length);
    }
  });

export const BlackLitterman = z
  .strictObject({
    cov: Covariance,
    P: Table,
    Q: Vector,
    prior: z.union([z.literal(['market', 'equal']), Vector]).optional(),
    mcaps: z.array(z.number().positive()).optional(),
    prior_delta: z.number().optional(),
    rf_prior: z.number().optional(),
    omega: z.union([z.literal('idzorek'), Table]).optional(),
    confidences: z.array(z.number().min(0).max(1)).optional(),
    tau: z.number().positive().optional(),
    risk_aversion: z.number().positive().optional(),
    want: z.enum(['returns', 'prior', 'weights', 'performance']),
    rf: z.number().optional(),
  })
  .superRefine((input, context) => {
    const [n, views] = [input.cov.length, input.Q.length];
    checkLength(context, 'P', input.P, views);
    checkLength(context, 'P', input.P[0], n);
    checkLength(context, 'prior', input.prior, n);
    checkLength(context, 'mcaps', input.mcaps ?? (input.prior === 'market' ? [] : null), n);
    checkLength(context, 'omega', input.omega, views);
    const needed = input.confidences ?? (input.omega === 'idzorek' ? [] : null);
    checkLength(context, 'confidences', needed, views);
  });

export const Estimator = z
  .strictObject({
    kind: z.enum([
      'prices_cagr',
      'prices_mean',
      'prices_cov',
      'prices_logcov',
      'sample_cov',
      'semicov',
      'exp_cov',
      'ledoit_wolf',
      'lw_constant_correlation',
      'oas',
    ]),
    data: Table,
    frequency: z.number().positive().optional(),
    benchmark: z.number().optional(),
    span: z.number().min(1).optional(),
  })
  .superRefine((input, context) => {
    const fail = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (input.data.length < 2) fail(['data'], 'two periods are needed');
    if (!input.kind.startsWith('prices_')) return;
    // A series below 0 throughout is one held short; across 0 nothing grows by a ratio.
    const first = input.data[0]!;
    const crossing = input.data.findIndex((prices) =>
      prices.some((price, j) => price === 0 || Math.sign(price) !== Math.sign(first[j] ?? price)),
    );
    if (crossing >= 0) fail(['data', crossing], 'a price is not 0 and keeps its sign');
  });

export const Greedy = z
  .strictObject({
    prices: z.array(z.number().positive()).min(1),
    weights: Vector,
    total: z.number().positive(),
    short_ratio: z.number().nonnegative().optional(),
    reinvest: z.boolean().optional(),
  })
  .superRefine((input, context) => {
    checkLength(context, 'weights', input.weights, input.prices.length);
  });

export const WorstPeriod = z.strictObject({
  returns_by_asset: Table,
  full: z.boolean().optional(),
  want: z.enum(['weights', 'value']).optional(),
});

export const Tracking = z
  .strictObject({ returns_by_asset: Table, benchmark: Vector })
  .superRefine((input, context) => {
    checkLength(context, 'benchmark', input.benchmark, input.returns_by_asset[0]!.length);
  });

/** What a kind of `metric` cannot do without. */
const MEASURED = {
  variance: ['cov'],
  tracking_error_variance: ['cov', 'benchmark'],
  cluster_variance: ['cov'],
  performance: ['cov', 'mu'],
  inverse_volatility: [],
} as const;

export const Metric = z
  .strictObject({
    kind: z.enum([
      'variance',
      'tracking_error_variance',
      'cluster_variance',
      'performance',
      'inverse_volatility',
    ]),
    weights: Vector,
    cov: Covariance.optional(),
    mu: Vector.optional(),
    rf: z.number().optional(),
    benchmark: Vector.optional(),
  })
  .superRefine((input, context) => {
    for (const key of MEASURED[input.kind]) {
      if (input[key] !== undefined) continue;
      context.addIssue({ code: 'custom', path: [key], message: `${input.kind} needs it` });
    }
    if (input.kind === 'cluster_variance') return;
    if (input.kind === 'inverse_volatility' && input.weights.some((variance) => variance <= 0)) {
      context.addIssue({ code: 'custom', path: ['weights'], message: 'a variance is above 0' });
    }
    for (const key of ['cov', 'mu', 'benchmark'] as const) {
      checkLength(context, key, input[key], input.weights.length);
    }
  });
