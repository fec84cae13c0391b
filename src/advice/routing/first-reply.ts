import type { Instant } from '../../terms/time.js';
import type { House } from './filters.js';
import type { RoutingPolicy } from './policy.js';
import { afterWork } from './working-hours.js';

/** 首响: how long somebody who was promised a person waited for that person's first word. */

/** One call for a person, as the record has it; null: it did not come to that. */
export interface Called {
  readonly asked: Instant;
  /** First given to somebody. */
  readonly assigned: Instant | null;
  /** A person's first word. */
  readonly replied: Instant | null;
  /** Over without one: taken back, a call back instead, handed back or closed. */
  readonly ended: Instant | null;
}

export interface FirstReplies {
  /** Answered, or overdue: calls whose time still runs, or that ended within it, are neither. */
  readonly counted: number;
  readonly inTime: number;
  /** From asking to the first word, of those that had one; null: none had. */
  readonly medianMs: number | null;
}

const MINUTE_MS = 60_000;

/**
 * Held to the times of `RoutingPolicy` for what is no emergency, counted in time at work: given to
 * somebody within the longest wait, answered within the time to a first reply from then on. Why somebody
 * was called stands under seal; the shorter time of an emergency is watched at the desk.
 */
export function firstReplies(
  calls: readonly Called[],
  house: House,
  policy: RoutingPolicy,
  now: Instant,
): FirstReplies {
  const judged = calls.map((call) => ({ call, isInTime: isInTime(call, house, policy, now) }));
  const waits = calls.flatMap(({ asked, replied }) => (replied === null ? [] : [replied - asked]));
  return {
    counted: judged.filter((one) => one.isInTime !== null).length,
    inTime: judged.filter((one) => one.isInTime === true).length,
    medianMs: median(waits),
  };
}

/** Null: there is nothing to hold it to yet, or not any more. */
function isInTime(
  { asked, assigned, replied, ended }: Called,
  house: House,
  { longestWait, reply }: RoutingPolicy,
  now: Instant,
): boolean | null {
  const within = (from: Instant, minutes: number): Instant => {
    const ms = minutes * MINUTE_MS;
    return afterWork(house.hours, house.holidays, from, ms) ?? from + ms;
  };
  const latest = within(asked, longestWait.other);
  const due = assigned !== null && assigned <= latest ? within(assigned, reply.other) : latest;
  if (replied !== null) return replied <= due;
  return (ended ?? now) > due ? false : null;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
