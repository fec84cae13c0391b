import type { Activity, DirectLine } from 'botframework-directlinejs';
import type { Observer, Subscription } from './stream.js';

const RETRY_MS = 3_000;
const TOO_FAST_MS = 6_000;
/** Web Chat stops listening for the echo after five minutes; we stop a little earlier. */
const GIVE_UP_MS = 290_000;

interface DeliveryDeps {
  readonly line: () => DirectLine;
  readonly onTooFast: () => void;
}

const clientIdOf = (activity: Activity): string | null => {
  const data: unknown = activity.channelData;
  const id = (data as { clientActivityID?: unknown } | undefined)?.clientActivityID;
  return typeof id === 'string' ? id : null;
};

/**
 * Delivers one message however long the network takes (投递). The client reports a failed post as the id
 * `"retry"` and leaves it there; we post the same activity again, and the server knows it by its
 * `clientActivityID`, so nothing is said twice.
 */
export class Deliveries {
  readonly #waiting = new Map<string, () => void>();
  readonly #deps: DeliveryDeps;

  constructor(deps: DeliveryDeps) {
    this.#deps = deps;
  }

  /** True while this message is still being delivered by us. */
  isWaiting(clientActivityId: string): boolean {
    return this.#waiting.has(clientActivityId);
  }

  /** Try everything that waits now: the network is back, or the customer pressed 重试. */
  tryAgain(): void {
    for (const attempt of [...this.#waiting.values()]) attempt();
  }

  post(activity: Activity): { subscribe: (observer: Observer<string>) => Subscription } {
    return { subscribe: (observer) => this.#deliver(activity, observer) };
  }

  #deliver(activity: Activity, observer: Observer<string>): Subscription {
    const key = clientIdOf(activity) ?? crypto.randomUUID();
    const givenUpAt = Date.now() + GIVE_UP_MS;
    let timer = 0;
    let attempt = 0;
    const settle = (): void => {
      window.clearTimeout(timer);
      this.#waiting.delete(key);
    };
    const later = (ms: number): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => tryNow(), ms);
    };
    const tryNow = (): void => {
      const mine = ++attempt;
      if (!navigator.onLine) return later(RETRY_MS);
      const failed = (cause: unknown): void => {
        if (mine !== attempt || !this.#waiting.has(key)) return;
        const status = (cause as { status?: number } | null)?.status ?? 0;
        const final = Date.now() > givenUpAt || (status >= 400 && status < 500 && status !== 429);
        if (final) {
          settle();
          observer.error?.(cause);
          return;
        }
        if (status === 429) this.#deps.onTooFast();
        later(status === 429 ? TOO_FAST_MS : RETRY_MS);
      };
      this.#deps
        .line()
        .postActivity(activity)
        .subscribe({
          next: (id) => {
            if (id === 'retry') return failed(null);
            if (!this.#waiting.has(key)) return;
            settle();
            observer.next?.(id);
            observer.complete?.();
          },
          error: failed,
        });
    };
    this.#waiting.set(key, tryNow);
    tryNow();
    return { unsubscribe: settle };
  }
}
