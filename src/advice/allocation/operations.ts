import type { AllocationOutcome } from './answer.js';
import type { BlackLittermanInput } from './black-litterman.js';
import { blackLitterman } from './black-litterman.js';
import type { DiversificationInput } from './diversification.js';
import { mostDiversified } from './diversification.js';
import type { EstimatorInput } from './estimators/estimate.js';
import { estimate } from './estimators/estimate.js';
import type { GreedyInput } from './lots/greedy.js';
import { greedyLots } from './lots/greedy.js';
import type { HierarchicalRiskParityInput } from './hrp/hierarchical-risk-parity.js';
import { hierarchicalRiskParity } from './hrp/hierarchical-risk-parity.js';
import { meanVariance } from './mean-variance/mean-variance.js';
import type { MeanVarianceInput } from './mean-variance/problem.js';
import type { MetricInput } from './metrics.js';
import { metric } from './metrics.js';
import type { RiskParityInput } from './risk-parity/risk-parity.js';
import { riskParity } from './risk-parity/risk-parity.js';
import type { ScenarioInput } from './scenario/input.js';
import { solveScenario } from './scenario/solve-scenario.js';
import type { Solver } from './solver.js';
import type { TrackingInput } from './tracking.js';
import { leastTrackingError } from './tracking.js';
import type { WorstPeriodInput } from './worst-period.js';
import { bestWorstPeriod } from './worst-period.js';

/** The operations of the `allocate` contract (design/quant.md) with their inputs. */
export interface OperationInputs {
  readonly mvo: MeanVarianceInput;
  readonly scenario: ScenarioInput;
  readonly risk_parity: RiskParityInput;
  readonly mdp: DiversificationInput;
  readonly hrp: HierarchicalRiskParityInput;
  readonly black_litterman: BlackLittermanInput;
  readonly estimator: EstimatorInput;
  readonly greedy: GreedyInput;
  readonly minimax: WorstPeriodInput;
  readonly min_te: TrackingInput;
  readonly metric: MetricInput;
}

export type Operation = keyof OperationInputs;

type Operations = {
  readonly [Op in Operation]: (input: OperationInputs[Op], solver: Solver) => AllocationOutcome;
};

const OPERATIONS: Operations = {
  mvo: meanVariance,
  scenario: solveScenario,
  risk_parity: riskParity,
  mdp: mostDiversified,
  hrp: hierarchicalRiskParity,
  black_litterman: blackLitterman,
  estimator: estimate,
  greedy: greedyLots,
  minimax: bestWorstPeriod,
  min_te: leastTrackingError,
  metric,
};

/** One problem of the contract; the input is trusted to have the shape of its operation. */
export const allocate = <Op extends Operation>(
  op: Op,
  input: OperationInputs[Op],
  solver: Solver,
): AllocationOutcome => OPERATIONS[op](input, solver);
