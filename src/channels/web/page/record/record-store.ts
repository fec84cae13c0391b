import { createContext, useContext, useSyncExternalStore } from 'react';
import { hear } from './activity.js';
import type { Rating } from './activity.js';
import { EMPTY_RECORD, fold } from './record.js';
import type { ConversationRecord } from './record.js';

/** An answer is worked on for at most this long after the last sign of it. */
const WORKING_MS = 20_000;

/** Keeps one conversation's record and tells React when it changes. */
export class RecordStore {
  readonly conversation: string | null;
  #record: ConversationRecord = EMPTY_RECORD;
  #watchers = new Set<() => void>();
  #quiet = 0;

  /** Null: no conversation yet. */
  constructor(conversation: string | null) {
    this.conversation = conversation;
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  };

  readonly current = (): ConversationRecord => this.#record;

  hear(activity: unknown): void {
    const heard = hear(activity);
    this.#change(fold(this.#record, heard));
    if (heard.kind === 'working') this.#expectWords();
  }

  /** Shows a rating at once; its echo confirms it. */
  rate(activity: string, rating: Rating): void {
    this.#change(fold(this.#record, { kind: 'rated', activity, rating }));
  }

  #expectWords(): void {
    window.clearTimeout(this.#quiet);
    this.#quiet = window.setTimeout(
      () => this.#change({ ...this.#record, working: null }),
      WORKING_MS,
    );
  }

  #change(next: ConversationRecord): void {
    if (next === this.#record) return;
    this.#record = next;
    for (const watcher of this.#watchers) watcher();
  }
}

export const RecordContext = createContext<RecordStore>(new RecordStore(null));

/** The part of the record a component shows; it renders again only when that part changes. */
export function useRecord<T>(select: (record: ConversationRecord) => T): T {
  const store = useContext(RecordContext);
  return useSyncExternalStore(store.subscribe, () => select(store.current()));
}
