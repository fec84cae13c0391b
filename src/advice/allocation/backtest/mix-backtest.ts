import type { RiskTolerance } from '../../../terms/risk.js';
import { sampleCovariance } from '../estimators/covariance.js';
import type { AssetClass } from '../market/asset-class.js';
import { ASSET_CLASSES } from '../market/asset-class.js';
import { returnRows } from '../market/history.js';
import type { Month } from '../market/month.js';
import { maxDrawdown } from '../strategic/drawdown.js';
import { solveMeanVariance } from '../strategic/mean-variance.js';
import type { MixBasis, StrategicMix } from '../strategic/mix.js';
import { mixProblem } from '../strategic/mix.js';
import { sharpeStatistics } from './sharpe.js';
import type { Judgement, Trial } from './trials.js';
import { judgeTrials } from './trials.js';
import type { Backtest, Strategy } from './walk-forward.js';
import { walkForward } from './walk-forward.js';

/** What making mixes this way gave in months it had not seen, after costs; ratios. */
export interface MixBacktest {
  readonly riskClass: RiskTolerance;
  readonly annualReturn: number;
  readonly volatility: number;
  readonly maxDrawdown: number;
  /** Σ |traded| a year, as a part of the whole. */
  readonly turnover: number;
}

/** 配置方法的滚动回测: of the months from `from` to `to`. */
export interface MethodBacktest {
  readonly from: Month;
  readonly to: Month;
  readonly classes: readonly MixBacktest[];
  /** Of all classes as trials of one method. */
  readonly judgement: Judgement;
}

const YEAR = 12;
/** Months looked at, left out, and held. */
const WINDOWS = { train: 5 * YEAR, purge: 1, hold: YEAR };

/** House estimate of what a trade costs one way, as a part of the amount. */
const COSTS: Readonly<Record<AssetClass, number>> = {
  cash: 0,
  treasury: 0.0005,
  corporate_bond: 0.001,
  a_shares: 0.0025,
  us_equity: 0.003,
  gold: 0.0015,
};

/**
 * Every year anew: the rules and risk aversion of each class's mix and the house's returns, with the
 * covariance of the five years before alone. The rules themselves were set knowing all of the history,
 * so that this tests the method and not the house's luck. C1 is cash and is no trial.
 */
export function backtestMethod(basis: MixBasis, mixes: readonly StrategicMix[]): MethodBacktest {
  const { history, outlook } = basis;
  const rows = returnRows(history, outlook.mean[0]!);
  const costs = Float64Array.from(ASSET_CLASSES, (name) => COSTS[name]);
  const lively = mixes.filter(({ lossLimit }) => lossLimit > 0);
  const tested = lively.map((mix) => ({
    mix,
    backtest: walkForward(rows, methodOf(basis, mix), { ...WINDOWS, costs }),
  }));
  const cash = (1 + outlook.mean[0]!) ** (1 / YEAR) - 1;
  return {
    from: history.months[WINDOWS.train + WINDOWS.purge - 1]!,
    to: history.months.at(-1)!,
    classes: tested.map(({ mix, backtest }) => figuresOf(mix.riskClass, backtest)),
    judgement: judgeTrials(
      tested.map(({ mix, backtest }): Trial => ({
        name: `C${mix.riskClass}`,
        statistics: sharpeStatistics(backtest.returns, cash),
      })),
    ),
  };
}

function methodOf(basis: MixBasis, mix: StrategicMix): Strategy {
  const problem = mixProblem(basis, mix.riskClass, mix.lossLimit);
  const { mean } = basis.outlook;
  return (training) => {
    const covariance = Float64Array.from(
      sampleCovariance(training.map((row) => [...row])).flat(),
      (value) => value * YEAR,
    );
    return solveMeanVariance({ mean, covariance }, problem, mix.riskAversion).weights;
  };
}

function figuresOf(riskClass: RiskTolerance, { returns, stretches }: Backtest): MixBacktest {
  const months = returns.length;
  const mean = returns.reduce((sum, value) => sum + value, 0) / months;
  const variance = returns.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (months - 1);
  return {
    riskClass,
    annualReturn: returns.reduce((value, one) => value * (1 + one), 1) ** (YEAR / months) - 1,
    volatility: Math.sqrt(variance * YEAR),
    maxDrawdown: maxDrawdown(returns).depth,
    turnover: (stretches.reduce((sum, one) => sum + one.turnover, 0) * YEAR) / months,
  };
}
