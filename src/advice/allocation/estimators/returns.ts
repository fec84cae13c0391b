/** T × n, a row per period. */
export type Series = readonly (readonly number[])[];

/** Relative changes, one row fewer. */
export const changesOf = (prices: Series): number[][] =>
  between(prices, (now, before) => now / before - 1);

export const logChangesOf = (prices: Series): number[][] =>
  between(prices, (now, before) => Math.log(now / before));

const between = (prices: Series, change: (now: number, before: number) => number): number[][] =>
  prices.slice(1).map((row, t) => row.map((price, j) => change(price, prices[t]![j]!)));

export const meansOf = (series: Series): number[] =>
  series[0]!.map((_, j) => series.reduce((total, row) => total + row[j]!, 0) / series.length);

/** The series with its means taken away. */
export function centred(series: Series): number[][] {
  const means = meansOf(series);
  return series.map((row) => row.map((value, j) => value - means[j]!));
}

/** 复合年化收益率 (CAGR): prices over `frequency` periods a year. */
export function compoundGrowth(prices: Series, frequency: number): number[] {
  const periods = prices.length - 1;
  const last = prices[periods]!;
  return prices[0]!.map((first, j) => (last[j]! / first) ** (frequency / periods) - 1);
}
