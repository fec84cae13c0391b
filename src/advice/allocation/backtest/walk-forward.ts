/** 滚动回测的设定: months and one-way costs. */
export interface WalkForward {
  /** Months a strategy may look at. */
  readonly train: number;
  /** Months left out between what it looks at and what it is judged on, so that nothing leaks over. */
  readonly purge: number;
  /** Months its weights are held before they are set anew. */
  readonly hold: number;
  /** Cost of trading each asset, as a part of the amount traded, one way. */
  readonly costs: Float64Array;
}

/** Sees the training months only (rows of returns, oldest first) and gives weights that sum to one. */
export type Strategy = (training: readonly Float64Array[]) => Float64Array;

/** One stretch: months `trainFrom` … `trainTo` were seen, `from` … `to` judged; positions, inclusive. */
export interface Stretch {
  readonly trainFrom: number;
  readonly trainTo: number;
  readonly from: number;
  readonly to: number;
  readonly weights: Float64Array;
  /** Σ |traded| as a part of the whole; 1 at the first purchase. */
  readonly turnover: number;
  /** As a part of the whole. */
  readonly cost: number;
}

/** 回测结果: only months that the strategy had not seen, after costs. */
export interface Backtest {
  /** Monthly net returns, one after the other over the stretches. */
  readonly returns: Float64Array;
  readonly stretches: readonly Stretch[];
}

/**
 * 滚动向前回测: trains, leaves out the purge, holds, and moves on by what was held; costs are taken
 * when weights are set, and weights drift between. A last stretch that is shorter counts too.
 */
export function walkForward(
  rows: readonly Float64Array[],
  strategy: Strategy,
  { train, purge, hold, costs }: WalkForward,
): Backtest {
  const returns: number[] = [];
  const stretches: Stretch[] = [];
  let held = new Float64Array(costs.length);
  for (let from = train + purge; from < rows.length; from += hold) {
    const to = Math.min(from + hold, rows.length) - 1;
    const trainFrom = from - purge - train;
    const weights = strategy(rows.slice(trainFrom, trainFrom + train));
    const traded = weights.map((weight, at) => Math.abs(weight - held[at]!));
    const cost = traded.reduce((sum, part, at) => sum + part * costs[at]!, 0);
    const turnover = traded.reduce((sum, part) => sum + part, 0);
    stretches.push({
      trainFrom,
      trainTo: trainFrom + train - 1,
      from,
      to,
      weights,
      turnover,
      cost,
    });
    const lived = live(weights, rows.slice(from, to + 1));
    lived.returns[0] = (1 - cost) * (1 + lived.returns[0]!) - 1;
    returns.push(...lived.returns);
    held = lived.weights;
  }
  return { returns: Float64Array.from(returns), stretches };
}

/** Monthly returns of weights left to drift, and what they have become. */
function live(
  start: Float64Array,
  rows: readonly Float64Array[],
): { readonly returns: number[]; readonly weights: Float64Array<ArrayBuffer> } {
  let weights = Float64Array.from(start);
  const returns = rows.map((row) => {
    const grown = weights.map((weight, at) => weight * (1 + row[at]!));
    const whole = grown.reduce((sum, part) => sum + part, 0);
    weights = grown.map((part) => part / whole);
    return whole - 1;
  });
  return { returns, weights };
}
