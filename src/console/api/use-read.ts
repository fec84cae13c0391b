import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { ConnectionContext } from '../frame/connection.js';
import { Refused } from './problem.js';

/** What was read last, and how the latest attempt went. What is there stays while it is read anew. */
export interface Read<T> {
  readonly value: T | null;
  /** Null: the latest attempt went well, or has not ended. */
  readonly failure: Error | null;
  readonly isLoading: boolean;
  readonly again: () => void;
}

/**
 * Reads when it is first shown, whenever `of` changes and when the service is back; null for `of`: there is nothing
 * to read. Where only `extent` changes (how much of it) what is there stays until more has come.
 */
export function useRead<T>(
  of: string | null,
  read: (signal: AbortSignal) => Promise<T>,
  extent = 0,
): Read<T> {
  const [held, setHeld] = useState<{ readonly of: string; readonly value: T } | null>(null);
  const [failure, setFailure] = useState<{ readonly of: string; readonly error: Error } | null>(
    null,
  );
  const [isLoading, setLoading] = useState(of !== null);
  const [round, setRound] = useState(0);
  const { recoveries } = useContext(ConnectionContext);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    if (of === null) return;
    const stop = new AbortController();
    setLoading(true);
    latest
      .current(stop.signal)
      .then((value) => {
        if (stop.signal.aborted) return;
        setHeld({ of, value });
        setFailure(null);
        setLoading(false);
      })
      .catch((error: unknown) => {
        if (stop.signal.aborted) return;
        // What is not theirs any more is not left on the screen.
        if (error instanceof Refused && isShut(error)) setHeld(null);
        setFailure({ of, error: error instanceof Error ? error : new Error(String(error)) });
        setLoading(false);
      });
    return () => stop.abort();
  }, [of, extent, round, recoveries]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return {
    value: held?.of === of ? held.value : null,
    failure: failure?.of === of ? failure.error : null,
    isLoading,
    again,
  };
}

const isShut = ({ refusal: { status } }: Refused): boolean => status === 403 || status === 404;
