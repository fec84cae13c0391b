import type { Instant } from '../../terms/time.js';
import type { Place } from './queue.js';

/** A conversation that somebody served, or serves. */
export interface Service {
  readonly from: Instant;
  /** Null: it goes on. */
  readonly to: Instant | null;
}

/**
 * 平均服务时长, ms: all time in service over the services that ended, so that a long one which still goes
 * on counts too. Null: fewer than `fewest` have ended, and no number is told.
 */
export function meanService(
  services: readonly Service[],
  now: Instant,
  fewest: number,
): number | null {
  const ended = services.filter(({ to }) => to !== null && to <= now).length;
  if (ended < fewest) return null;
  const spent = services.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to ?? now, now) - from),
    0,
  );
  return spent / ended;
}

/** Conversations that those who may serve somebody can hold at once, and hold now. */
export interface Places {
  readonly all: number;
  readonly taken: number;
}

/** Ms: as likely longer as shorter, and longer once in ten. */
export interface ExpectedWait {
  readonly middle: number;
  readonly most: number;
}

const ONCE_IN_TEN = 0.9;

/**
 * 预计等待: the time until so many conversations have ended that this one's turn has come. Places fall free
 * at random, each after `mean` on average, so the wait is Erlang distributed (Erlang 1909; with
 * c places the rate is c over the mean). Null: it cannot be told.
 */
export function expectedWait(
  { ahead }: Pick<Place, 'ahead'>,
  { all, taken }: Places,
  mean: number | null,
): ExpectedWait | null {
  if (all <= 0) return null;
  const ends = ahead + 1 - Math.max(0, all - taken);
  if (ends <= 0) return { middle: 0, most: 0 };
  if (mean === null) return null;
  const unit = mean / all;
  return {
    middle: unit * erlangQuantile(ends, 0.5),
    most: unit * erlangQuantile(ends, ONCE_IN_TEN),
  };
}

/** Where the sum of `count` exponential times of mean 1 stays below with that probability. */
function erlangQuantile(count: number, probability: number): number {
  let low = 0;
  let high = 4 * count + 20;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (erlang(count, middle) < probability) low = middle;
    else high = middle;
  }
  return high;
}

/** 1 − Σ e^−x·xⁱ/i!, i < count; by logarithms, since e^−x alone is 0 for a long queue. */
function erlang(count: number, x: number): number {
  let term = -x;
  let missing = 0;
  for (let i = 0; i < count; i += 1) {
    missing += Math.exp(term);
    term += Math.log(x) - Math.log(i + 1);
  }
  return 1 - missing;
}

const TOLD_MINUTES = [1, 2, 3, 5, 8, 10, 15, 20, 30, 45, 60, 90, 120];

/** Minutes as a customer is told them: round, and never less than reckoned; null: too long for a number. */
export function toldMinutes(ms: number): number | null {
  return TOLD_MINUTES.find((minutes) => ms <= minutes * 60_000) ?? null;
}
