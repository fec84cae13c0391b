/** 回撤 of a path of returns x₁ … x_T: how far it stands below its highest point so far, the start included. */
type Series = ArrayLike<number>;

/** Drawdowns d₁ … d_T of the running sum of returns: in units of the first day's capital. */
export function absoluteDrawdowns(series: Series): Float64Array {
  const drawdowns = new Float64Array(series.length);
  let depth = 0;
  for (let t = 0; t < series.length; t++) {
    depth = Math.max(0, depth - series[t]!);
    drawdowns[t] = depth;
  }
  return drawdowns;
}

/** Drawdowns d₁ … d_T of the compounded path Π(1+x), each as a share of the peak before it. */
export function relativeDrawdowns(series: Series): Float64Array {
  const drawdowns = new Float64Array(series.length);
  let value = 1;
  let peak = 1;
  for (let t = 0; t < series.length; t++) {
    value *= 1 + series[t]!;
    peak = Math.max(peak, value);
    drawdowns[t] = (peak - value) / peak;
  }
  return drawdowns;
}

/** 溃疡指数 UCI: √(Σd²/T) of drawdowns. Martin & McCann (1989). */
export function ulcerIndex(drawdowns: Float64Array): number {
  let squares = 0;
  for (const drawdown of drawdowns) squares += drawdown * drawdown;
  return Math.sqrt(squares / drawdowns.length);
}
