import type { Instant } from '../../terms/time.js';

export type BreakerState = 'closed' | 'open' | 'half_open';

/** Leave for one request; say once how it ended. */
export interface Ticket {
  succeeded(): void;
  failed(): void;
  /** Ended without telling anything about the provider, for example with the turn. */
  withdrawn(): void;
}

/** Keeps turns from waiting on a provider that is down (熔断器). */
export interface Breaker {
  state(): BreakerState;
  /** Null: do not ask now. While half open only one request at a time goes through. */
  admit(): Ticket | null;
}

export interface BreakerOptions {
  readonly now: () => Instant;
  /** Failures in a row, within the window, that open it. */
  readonly failures?: number;
  readonly windowMs?: number;
  /** How long it stays open before one request may probe. */
  readonly restMs?: number;
}

/**
 * Opens after 5 failures in 30 s (reliability.md F2), probes after 15 s. A success in between starts
 * the count anew: at 50 requests a second one lost in a hundred is no outage.
 */
export function createBreaker(options: BreakerOptions): Breaker {
  const { now, failures = 5, windowMs = 30_000, restMs = 15_000 } = options;
  let recent: Instant[] = [];
  let openedAt: Instant | null = null;
  let probe: object | null = null;

  const state = (): BreakerState => {
    if (openedAt === null) return 'closed';
    return now() - openedAt >= restMs ? 'half_open' : 'open';
  };
  const open = (): void => {
    openedAt = now();
    recent = [];
  };
  const count = (): void => {
    recent = [...recent.filter((at) => now() - at < windowMs), now()];
    if (recent.length >= failures) open();
  };
  const release = (ticket: object): boolean => {
    if (probe !== ticket) return false;
    probe = null;
    return true;
  };
  const close = (): void => {
    openedAt = null;
    recent = [];
  };

  return {
    state,
    admit: () => {
      const before = state();
      if (before === 'open' || (before === 'half_open' && probe)) return null;
      const id = {};
      if (before === 'half_open') probe = id;
      return {
        // Stragglers that left before the breaker opened say nothing about now.
        succeeded: () => {
          if (release(id)) close();
          else if (openedAt === null) recent = [];
        },
        failed: () => {
          if (release(id)) open();
          else if (openedAt === null) count();
        },
        withdrawn: () => void release(id),
      };
    },
  };
}
