/** 最大回撤: how far, at its worst, value stood below an earlier high; `peak` and `trough` are positions. */
export interface Drawdown {
  /** Positive ratio, 0.2 = a fifth was lost. */
  readonly depth: number;
  /** 0 = the start, t = after return t. */
  readonly peak: number;
  readonly trough: number;
  /** Where the old high was reached again; null: not yet. */
  readonly recovered: number | null;
}

/** Of simple returns compounded from 1. */
export function maxDrawdown(returns: ArrayLike<number>): Drawdown {
  let worst: Drawdown = { depth: 0, peak: 0, trough: 0, recovered: 0 };
  let value = 1;
  let high = 1;
  let peak = 0;
  for (let at = 1; at <= returns.length; at++) {
    value *= 1 + returns[at - 1]!;
    if (value >= high) {
      if (worst.recovered === null) worst = { ...worst, recovered: at };
      [high, peak] = [value, at];
    } else if (1 - value / high > worst.depth) {
      worst = { depth: 1 - value / high, peak, trough: at, recovered: null };
    }
  }
  return worst;
}
