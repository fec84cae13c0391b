import type { Instant } from '../../terms/time.js';
import { ModelError } from './model-error.js';

/** What one turn may spend on a remote model: it ends by time or with the turn's own signal. */
export interface Budget {
  readonly signal: AbortSignal;
  /** Milliseconds left, never negative. */
  left(): number;
  /** Releases the timer; always call it. */
  close(): void;
}

/**
 * Own timer instead of `AbortSignal.any([…, AbortSignal.timeout()])`: on Node 20 such a composite
 * can be collected before it fires (nodejs/node 54614), and the turn would hang with it.
 */
export function openBudget(turn: AbortSignal, ms: number, now: () => Instant): Budget {
  const controller = new AbortController();
  const ends = now() + ms;
  const stop = (): void => controller.abort(turn.reason);
  const timer = setTimeout(() => controller.abort(new ModelError('timeout')), ms);
  if (turn.aborted) stop();
  else turn.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    left: () => Math.max(0, ends - now()),
    close: () => {
      clearTimeout(timer);
      turn.removeEventListener('abort', stop);
    },
  };
}
