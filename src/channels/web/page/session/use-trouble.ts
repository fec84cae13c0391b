import { useEffect, useState } from 'react';
import type { SessionState } from './use-session.js';
import type { Trouble } from '../frame/status-strip.js';

/** A hiccup that mends itself within this time is not worth a strip. */
const PATIENCE_MS = 1_200;

interface TroubleView {
  readonly trouble: Trouble;
  readonly isOffline: boolean;
  readonly setOutage: (isOut: boolean) => void;
}

/** What stands between the customer and us, if anything. */
export function useTrouble(state: SessionState): TroubleView {
  const [isOut, setOutage] = useState(false);
  const [isOffline, setOffline] = useState(false);
  useEffect(() => {
    if (!isOut) return setOffline(false);
    const timer = window.setTimeout(() => setOffline(true), navigator.onLine ? PATIENCE_MS : 0);
    return () => window.clearTimeout(timer);
  }, [isOut]);
  useEffect(() => {
    if (state.phase !== 'ready') setOutage(false);
  }, [state.phase]);
  const trouble: Trouble =
    state.phase === 'stale'
      ? 'stale'
      : state.phase === 'waiting'
        ? state.problem === 'too_many'
          ? { tooManyUntil: state.until }
          : state.problem
        : isOffline
          ? 'offline'
          : null;
  return { trouble, isOffline: isOffline || trouble === 'stale', setOutage };
}
