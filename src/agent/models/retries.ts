import type { Budget } from './budget.js';
import type { ModelError } from './model-error.js';
import { isTransient, modelErrorOf } from './model-error.js';

const MAX_RETRIES = 2;
const FIRST_PAUSE_MS = 300;
/** Less time than this after a pause is no use to anybody. */
const WORTHWHILE_MS = 500;

/**
 * Runs `attempt` up to three times while the failure is transient and the budget allows. The pause
 * is what the server asked for, else jittered and doubling; a pause that does not fit ends it now.
 *
 * @param random uniform in [0, 1)
 * @throws ModelError of the last attempt
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  budget: Budget,
  random: () => number,
): Promise<T> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await attempt();
    } catch (cause) {
      const error = modelErrorOf(cause, budget.signal);
      const pause = pauseBefore(retry, error, random);
      const over = budget.signal.aborted || retry >= MAX_RETRIES || !isTransient(error);
      if (over || pause + WORTHWHILE_MS > budget.left()) throw error;
      await sleep(pause, budget.signal);
    }
  }
}

function pauseBefore(retry: number, error: ModelError, random: () => number): number {
  const own = FIRST_PAUSE_MS * 2 ** retry * (0.5 + random());
  // Asked to wait, a little more: everybody else was told the same second.
  return error.retryAfterMs === null ? own : error.retryAfterMs + own * random();
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(modelErrorOf(signal.reason, signal));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
