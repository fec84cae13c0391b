import { createRequire } from 'node:module';
import type { Activity, DirectLine as Client } from 'botframework-directlinejs';
import { WebSocket } from 'ws';

const require = createRequire(import.meta.url);

// The client was made for browsers: it wants both of these as globals (stack.md §2.3, 14).
Object.assign(globalThis, {
  WebSocket,
  XMLHttpRequest: require('xhr2') as unknown,
});

const { DirectLine } = require('botframework-directlinejs') as {
  DirectLine: new (options: Record<string, unknown>) => Client;
};

export interface Talk {
  readonly client: Client;
  readonly activities: Activity[];
  readonly statuses: number[];
  say(text: string): Promise<string>;
  /** Resolves with the first activity, past or coming, that fits. */
  until(fits: (activity: Activity) => boolean): Promise<Activity>;
  end(): void;
}

/** The real `botframework-directlinejs`, as Web Chat uses it. */
export function talkWith(url: string, options: Record<string, unknown>): Talk {
  const client = new DirectLine({
    domain: `${url}/v3/directline`,
    pollingInterval: 200,
    ...options,
  });
  const activities: Activity[] = [];
  const statuses: number[] = [];
  const listeners = new Set<() => void>();
  client.connectionStatus$.subscribe((status) => {
    statuses.push(status);
  });
  client.activity$.subscribe({
    next(activity) {
      activities.push(activity);
      for (const listener of listeners) listener();
    },
    error: () => undefined,
  });
  return {
    client,
    activities,
    statuses,
    say: (text) =>
      new Promise((resolve, reject) => {
        client
          .postActivity({ type: 'message', from: { id: 'spoofed' }, text } as Activity)
          .subscribe({ next: resolve, error: reject });
      }),
    until: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = activities.find(fits);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
      }),
    end: () => client.end(),
  };
}

export const isReply = (activity: Activity): boolean =>
  activity.type === 'message' && activity.from.role === 'bot' && 'replyToId' in activity;
