import type { MethodBacktest } from '../advice/allocation/backtest/mix-backtest.js';
import { backtestMethod } from '../advice/allocation/backtest/mix-backtest.js';
import type { PastPerformance } from '../advice/allocation/strategic/past-performance.js';
import { pastPerformance } from '../advice/allocation/strategic/past-performance.js';
import type { StrategicMix } from '../advice/allocation/strategic/mix.js';
import { strategicMix } from '../advice/allocation/strategic/mix.js';
import { RISK_CLASSES } from '../advice/allocation/strategic/policy.js';
import { thresholdsOf } from '../advice/suitability/house-thresholds.js';
import { loadMarket } from '../app/market.js';
import { CommandFailure } from './command.js';
import { institutionOf } from './institution-file.js';

/** What the assumptions lead to. */
export interface Review {
  readonly assumptions: string;
  readonly policy: string;
  readonly approved: string;
  readonly mixes: readonly (StrategicMix & { readonly past: PastPerformance })[];
  readonly backtest: MethodBacktest;
}

export function reviewAssumptions(institutionFile: string | undefined): Review {
  const market = loadMarket(thresholdsOf(institutionOf(institutionFile)?.suitability));
  const mixes = RISK_CLASSES.map((one) => strategicMix(market, one));
  return {
    assumptions: market.assumptions.ref,
    policy: market.policy.ref,
    approved: `${market.assumptions.approvedBy} ${market.assumptions.approvedOn}`,
    mixes: mixes.map((mix) => {
      const past = pastPerformance(market, mix.weights);
      if (typeof past === 'string') throw new CommandFailure(`the history is no use: ${past}`);
      return { ...mix, past };
    }),
    backtest: backtestMethod(market, mixes),
  };
}
