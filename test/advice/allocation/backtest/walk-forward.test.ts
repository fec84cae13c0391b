import { describe, expect, it } from '@jest/globals';
import { sharpeStatistics } from '../../../../src/advice/allocation/backtest/sharpe.js';
import type { Strategy } from '../../../../src/advice/allocation/backtest/walk-forward.js';
import { walkForward } from '../../../../src/advice/allocation/backtest/walk-forward.js';
import { loadMarket } from '../../../../src/app/market.js';

const { history } = loadMarket();
const ASSETS = ['treasury', 'corporate_bond', 'a_shares', 'us_equity', 'gold'] as const;
const rows = history.months.map((_, at) =>
  Float64Array.from(ASSETS, (name) => history.returns[name]![at]!),
);
const costs = Float64Array.of(0.0005, 0.0005, 0.0015, 0.0015, 0.002);

const inverseVolatility: Strategy = (training) => {
  const raw = Float64Array.from(ASSETS, (_, asset) => {
    const values = training.map((row) => row[asset]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return 1 / Math.sqrt(squares / (values.length - 1));
  });
  const sum = raw.reduce((total, value) => total + value, 0);
  return raw.map((value) => value / sum);
};

describe('a walk-forward backtest', () => {
  // The same replayed with money in pots instead of weights, in numpy and scipy over the same file.
  it.each([
    {
      task: { train: 60, purge: 1, hold: 12 },
      months: 161,
      value: 1.9418801619489794,
      turnover: 1.9135566755691655,
      cost: 0.0014963726291858698,
      sharpe: 0.9231023408912555,
      skewness: 0.3123896133806047,
      kurtosis: 5.152376785607485,
      first: 0.003664849878855403,
      last: 0.0007360328427490348,
    },
    {
      task: { train: 36, purge: 3, hold: 5 },
      months: 183,
      value: 2.105140704171159,
      turnover: 2.408776640593279,
      cost: 0.001985180826302168,
      sharpe: 0.8704948634184864,
      skewness: 0.15974301884659978,
      kurtosis: 6.452717189442261,
      first: -0.0022520738511069283,
      last: 0.0006838245995324232,
    },
  ])('equals an independent replay: $task', ({ task, ...expected }) => {
    const { returns, stretches } = walkForward(rows, inverseVolatility, { ...task, costs });
    const statistics = sharpeStatistics(returns);
    const found = {
      months: statistics.months,
      value: returns.reduce((value, one) => value * (1 + one), 1),
      turnover: stretches.reduce((sum, one) => sum + one.turnover, 0),
      cost: stretches.reduce((sum, one) => sum + one.cost, 0),
      sharpe: statistics.sharpe,
      skewness: statistics.skewness,
      kurtosis: statistics.kurtosis,
      first: returns[0]!,
      last: returns.at(-1)!,
    };
    for (const name of Object.keys(expected) as (keyof typeof expected)[]) {
      expect(Math.abs(found[name] - expected[name])).toBeLessThan(1e-10);
    }
  });

  it('never shows a strategy a month that it is judged on, nor one of the purge', () => {
    const seen: (readonly Float64Array[])[] = [];
    const { stretches } = walkForward(
      rows,
      (training) => {
        seen.push(training);
        return new Float64Array(ASSETS.length).fill(1 / ASSETS.length);
      },
      { train: 24, purge: 2, hold: 7, costs },
    );
    for (const [at, { trainFrom, trainTo, from, to }] of stretches.entries()) {
      expect(from - trainTo).toBe(3);
      expect(seen[at]).toEqual(rows.slice(trainFrom, trainTo + 1));
      expect(to).toBeGreaterThanOrEqual(from);
    }
    expect(stretches.at(-1)?.to).toBe(rows.length - 1);
  });

  it('judges every month after the first training once', () => {
    const { returns } = walkForward(rows, inverseVolatility, {
      train: 24,
      purge: 2,
      hold: 7,
      costs,
    });
    expect(returns).toHaveLength(rows.length - 26);
  });

  it('gives less after costs than before', () => {
    const of = (by: number): number =>
      walkForward(rows, inverseVolatility, {
        train: 24,
        purge: 0,
        hold: 1,
        costs: costs.map((cost) => cost * by),
      }).returns.reduce((value, one) => value * (1 + one), 1);
    expect(of(1)).toBeLessThan(of(0));
  });
});
