import { ASSET_CLASSES } from '../market/asset-class.js';
import type { ByClass } from '../market/asset-class.js';
import { returnRows } from '../market/history.js';
import { monthNumber } from '../market/month.js';
import type { Month } from '../market/month.js';
import { maxDrawdown } from './drawdown.js';
import type { MixBasis } from './mix.js';
import { mixReturns, vectorOf } from './weights.js';

/** Month-ends from and to which a mix is looked at. */
export interface Window {
  readonly from: Month;
  readonly to: Month;
}

/**
 * 过往表现: of a mix brought back to its weights every month, before costs. Return and drawdown stand
 * together with their window and are not had apart; ratios.
 */
export interface PastPerformance extends Window {
  readonly months: number;
  readonly totalReturn: number;
  /** Null below a year: shorter windows are not annualised. */
  readonly annualReturn: number | null;
  readonly maxDrawdown: number;
  readonly peak: Month;
  readonly trough: Month;
  /** Null: the old high was not reached again within the window. */
  readonly recovered: Month | null;
  /** What must be said beside the figures. */
  readonly cautions: readonly string[];
}

/** Windows of up to six months are shown to nobody; under a year nothing is annualised (AMAC draft 2025-12 [W]). */
const TOO_SHORT_MONTHS = 6;
const YEAR = 12;

/** Why there is no performance to show. */
export type NoPerformance = 'window_too_short' | 'window_outside_history';

export function pastPerformance(
  { history, series, outlook }: Pick<MixBasis, 'history' | 'series' | 'outlook'>,
  weights: ByClass<number>,
  window: Window = { from: history.start, to: history.months.at(-1) ?? history.start },
): PastPerformance | NoPerformance {
  const first = monthNumber(window.from) - monthNumber(history.start);
  const months = monthNumber(window.to) - monthNumber(window.from);
  if (first < 0 || first + months > history.months.length) return 'window_outside_history';
  if (months <= TOO_SHORT_MONTHS) return 'window_too_short';
  const rows = returnRows(history, outlook.mean[0]!).slice(first, first + months);
  const vector = vectorOf(weights);
  const returns = mixReturns(vector, rows);
  const growth = returns.reduce((value, one) => value * (1 + one), 1);
  const worst = maxDrawdown(returns);
  const monthAt = (at: number): Month => [history.start, ...history.months][first + at]!;
  const held = ASSET_CLASSES.filter((name) => weights[name] > 0);
  return {
    ...window,
    months,
    totalReturn: growth - 1,
    annualReturn: months >= YEAR ? growth ** (YEAR / months) - 1 : null,
    maxDrawdown: worst.depth,
    peak: monthAt(worst.peak),
    trough: monthAt(worst.trough),
    recovered: worst.recovered === null ? null : monthAt(worst.recovered),
    cautions: held.flatMap((name) => {
      const { name: title, caution } = series.classes[name];
      return caution ? [`${title}：${caution}`] : [];
    }),
  };
}
