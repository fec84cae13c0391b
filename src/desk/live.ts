import { randomUUID } from 'node:crypto';
import type { Watch } from '../conversation/watch.js';
import type { Store } from '../store/store.js';
import type { Belonging } from './seat.js';
import { belonging } from './seat.js';

/** 实时: what has changed, for consoles that are open. A hint, never the record: what is missed is read again. */
export interface Change {
  /** Of the hub that told it, so that an id of an earlier start is no id of this one. */
  readonly id: string;
  readonly conversation: string;
  readonly theirs: Belonging;
}

export interface Live {
  /** Returns the function that ends the subscription. */
  follow(listener: (change: Change) => void): () => void;
  /** Changes after the one a console saw last; null: it is too long ago to be told. */
  since(id: string): readonly Change[] | null;
}

/** Changes that are remembered for a console that comes back. */
const REMEMBERED = 500;

export function createLive(
  { store, watch }: { readonly store: Store; readonly watch: Watch },
  report: (error: unknown) => void,
): Live {
  const hub = randomUUID();
  const listeners = new Set<(change: Change) => void>();
  const recent: Change[] = [];
  let count = 0;
  const pass = async (conversation: string): Promise<void> => {
    // Nobody looks: nothing is read, and whoever comes next reads all of it.
    if (listeners.size === 0) return void recent.splice(0);
    const theirs = await belonging(store, conversation);
    if (!theirs) return;
    count += 1;
    const change = { id: `${hub}.${count}`, conversation, theirs };
    recent.push(change);
    if (recent.length > REMEMBERED) recent.shift();
    for (const listener of listeners) listener(change);
  };
  let last: Promise<void> = Promise.resolve();
  watch.followRecords((conversation) => {
    // One after another, so that no console is told of the older last.
    last = last.then(() => pass(conversation)).catch(report);
  });
  return {
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    since(id) {
      const at = recent.findIndex((change) => change.id === id);
      return at < 0 ? null : recent.slice(at + 1);
    },
  };
}
