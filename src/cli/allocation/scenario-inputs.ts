import { z } from 'zod';
import { CONVEX_MEASURES, RISK_MEASURES } from '../../advice/allocation/measures/measure.js';
import { Bounds, checkGroups, checkLength, Covariance, Group, Table, Vector } from './shapes.js';

/** What an objective of `scenario` cannot do without. */
const NEEDS = {
  min_risk: null,
  min_risk_return: 'target_return',
  max_return_risk: 'target_risk',
  max_ratio: null,
  risk_parity: null,
} as const;

const Tail = z.number().gt(0).lt(1);

export const Scenario = z
  .strictObject({
    returns: Table,
    mu: Vector.optional(),
    measure: z.enum(CONVEX_MEASURES),
    alpha: Tail.optional(),
    objective: z.enum([
      'min_risk',
      'min_risk_return',
      'max_return_risk',
      'max_ratio',
      'risk_parity',
    ]),
    target_return: z.number().optional(),
    target_risk: z.number().nonnegative().optional(),
    budgets: z.array(z.number().nonnegative()).optional(),
    ...Bounds,
    sum: z.number().optional(),
    groups: z.array(Group).optional(),
    rf: z.number().optional(),
    l2: z.number().nonnegative().optional(),
    frequency: z.number().positive().optional(),
  })
  .superRefine((input, context) => {
    const n = input.returns[0]!.length;
    for (const key of ['mu', 'lb', 'ub', 'budgets'] as const) {
      checkLength(context, key, input[key], n);
    }
    checkGroups(context, input.groups, n);
    const needed = NEEDS[input.objective];
    if (needed === null || input[needed] !== undefined) return;
    context.addIssue({ code: 'custom', path: [needed], message: `${input.objective} needs it` });
  });

export const HierarchicalRiskParity = z
  .strictObject({
    cov: Covariance.optional(),
    corr: Table.optional(),
    returns: Table.optional(),
    measure: z.enum(RISK_MEASURES).optional(),
    linkage: z.enum(['single', 'average', 'complete', 'ward']),
    optimal_ordering: z.boolean().optional(),
    alpha: Tail.optional(),
    rf: z.number().optional(),
  })
  .superRefine((input, context) => {
    if (input.corr) {
      checkLength(context, 'corr', input.corr, input.corr[0]!.length);
      if (input.cov) checkLength(context, 'corr', input.corr, input.cov.length);
    }
    const isVariance = input.measure === undefined || ['MV', 'vol'].includes(input.measure);
    if (input.returns || (input.cov && isVariance)) return;
    const path = input.cov ? ['returns'] : ['cov'];
    context.addIssue({
      code: 'custom',
      path,
      message: 'cov, or returns with a measure, is needed',
    });
  });
