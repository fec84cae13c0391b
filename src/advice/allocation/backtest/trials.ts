import type { SharpeStatistics } from './sharpe.js';
import { expectedBestSharpe, probabilisticSharpe, sharpeStatistics } from './sharpe.js';

/** 一次尝试: one strategy that was looked at, whether liked or not. */
export interface Trial {
  readonly name: string;
  readonly statistics: SharpeStatistics;
}

export const trialOf = (name: string, returns: Float64Array, rate = 0): Trial => ({
  name,
  statistics: sharpeStatistics(returns, rate),
});

/** 评判: the best of all trials, discounted by their number. */
export interface Judgement {
  readonly best: Trial;
  /** All that were looked at: leaving some out makes luck look like skill. */
  readonly trials: number;
  /** What the best of so many would show without skill; monthly. */
  readonly luck: number;
  /** 平减夏普: how sure one may be that the best is more than luck. */
  readonly deflatedSharpe: number;
  /** True: may be the luck of the search, and is not to be shown as a result. */
  readonly isFlagged: boolean;
}

/** As sure as that one must be. */
const CONFIDENCE = 0.95;

/** Of every trial made in one search (Bailey & López de Prado 2014, eq. 2). Throws where none was made. */
export function judgeTrials(trials: readonly Trial[]): Judgement {
  const [first] = trials;
  if (!first) throw new Error('no trial was recorded');
  const best = trials.reduce((a, b) => (b.statistics.sharpe > a.statistics.sharpe ? b : a), first);
  const luck = expectedBestSharpe(varianceOf(trials), trials.length);
  const deflatedSharpe = probabilisticSharpe(best.statistics, luck);
  return {
    best,
    trials: trials.length,
    luck,
    deflatedSharpe,
    isFlagged: !(deflatedSharpe >= CONFIDENCE),
  };
}

function varianceOf(trials: readonly Trial[]): number {
  if (trials.length < 2) return 0;
  const mean = trials.reduce((sum, { statistics }) => sum + statistics.sharpe, 0) / trials.length;
  const squares = trials.reduce((sum, { statistics }) => sum + (statistics.sharpe - mean) ** 2, 0);
  return squares / (trials.length - 1);
}
