import type { Instant } from '../../terms/time.js';
import { addDays, startOfDay, toLocalDate } from '../../terms/time.js';

/** A clock that runs ahead: people take time to read and to answer, which a run of dialogues need not. */
export interface PacedClock {
  readonly now: () => number;
  readonly pass: (seconds: number) => void;
  /** Goes on to the next day of the institution where this one has fewer seconds left. */
  readonly allow: (seconds: number) => void;
}

/** `real`: the clock it runs ahead of. */
export function createClock(real: () => Instant = Date.now): PacedClock {
  let ahead = 0;
  const now = (): Instant => real() + ahead;
  return {
    now,
    pass(seconds) {
      ahead += seconds * 1_000;
    },
    allow(seconds) {
      const left = startOfDay(addDays(toLocalDate(now()), 1)) - now();
      if (left < seconds * 1_000) ahead += left;
    },
  };
}
