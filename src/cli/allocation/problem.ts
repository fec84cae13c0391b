import { z } from 'zod';
import {
  BlackLitterman,
  Diversification,
  Estimator,
  Greedy,
  Metric,
  MeanVariance,
  RiskParity,
  Tracking,
  WorstPeriod,
} from './inputs.js';
import { HierarchicalRiskParity, Scenario } from './scenario-inputs.js';

const problem = <Op extends string, Input extends z.ZodType>(op: Op, input: Input) =>
  z.strictObject({ id: z.union([z.string(), z.number()]).optional(), op: z.literal(op), input });

/** A problem of the `allocate` contract (design/quant.md); an unknown field is an error. */
export const Problem = z.discriminatedUnion('op', [
  problem('mvo', MeanVariance),
  problem('scenario', Scenario),
  problem('risk_parity', RiskParity),
  problem('mdp', Diversification),
  problem('hrp', HierarchicalRiskParity),
  problem('black_litterman', BlackLitterman),
  problem('estimator', Estimator),
  problem('greedy', Greedy),
  problem('minimax', WorstPeriod),
  problem('min_te', Tracking),
  problem('metric', Metric),
]);
