import { useRef, useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useKept } from '../frame/kept.js';
import type { Hit, Query } from './search-query.js';
import { orderOf } from './search-query.js';

export interface Searching {
  /** Null: nothing was searched for yet. */
  readonly hits: readonly Hit[] | null;
  /** There are older ones. */
  readonly hasMore: boolean;
  readonly failure: Error | null;
  readonly isBusy: boolean;
  /** What the hits are of. */
  readonly query: Query | null;
  readonly search: (query: Query) => void;
  readonly more: () => void;
  readonly again: () => void;
}

interface Held {
  readonly query: Query;
  readonly hits: readonly Hit[];
  readonly next: number | null;
}

/** Searches when asked to, never by itself: every one of them goes on record. */
export function useSearch(): Searching {
  const call = useApi();
  const [held, setHeld] = useKept<Held | null>('search found', null);
  const [failure, setFailure] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const latest = useRef<{ readonly query: Query; readonly stop: AbortController } | null>(null);

  const ask = async (query: Query, before: Held | null): Promise<void> => {
    latest.current?.stop.abort();
    const stop = new AbortController();
    latest.current = { query, stop };
    setBusy(true);
    setFailure(null);
    try {
      const body = { ...orderOf(query), after: before?.next ?? null };
      const found = await call('post', '/review/searches', { body, signal: stop.signal });
      setHeld({ query, hits: [...(before?.hits ?? []), ...found.hits], next: found.next });
      setBusy(false);
    } catch (error) {
      // Whoever asked anew meanwhile is still waiting.
      if (stop.signal.aborted) return;
      setFailure(error instanceof Error ? error : new Error(String(error)));
      setBusy(false);
    }
  };
  return {
    hits: held?.hits ?? null,
    hasMore: (held?.next ?? null) !== null,
    failure,
    isBusy,
    query: held?.query ?? null,
    search(query) {
      setHeld(null);
      void ask(query, null);
    },
    more() {
      if (held) void ask(held.query, held);
    },
    again() {
      if (latest.current) void ask(latest.current.query, held);
    },
  };
}
