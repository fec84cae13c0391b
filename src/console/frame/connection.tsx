import { Button } from 'antd';
import type { ReactElement } from 'react';
import { createContext, useCallback, useEffect, useState } from 'react';
import { useWords } from '../words/words.js';

export interface Connection {
  readonly isLost: boolean;
  /** How often it has come back: what was read before may be old. */
  readonly recoveries: number;
  readonly reached: (isReached: boolean) => void;
}

export const ConnectionContext = createContext<Pick<Connection, 'isLost' | 'recoveries'>>({
  isLost: false,
  recoveries: 0,
});

export function useConnection(): Connection {
  const [state, setState] = useState({ isLost: false, recoveries: 0 });
  const reached = useCallback((isReached: boolean) => {
    setState((before) => {
      if (before.isLost === !isReached) return before;
      return { isLost: !isReached, recoveries: before.recoveries + (isReached ? 1 : 0) };
    });
  }, []);
  useEffect(() => {
    const lost = (): void => reached(false);
    window.addEventListener('offline', lost);
    return () => window.removeEventListener('offline', lost);
  }, [reached]);
  return { ...state, reached };
}

/** Seconds between attempts; the last one goes on for good. */
const WAITS = [2, 5, 10, 15];

/** Above everything, until the service answers again. */
export function LostBanner({ probe }: { readonly probe: () => void }): ReactElement {
  const words = useWords().offline;
  const [attempt, setAttempt] = useState(0);
  const [seconds, setSeconds] = useState(WAITS[0]!);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before - 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  const tryNow = useCallback(() => {
    setAttempt(attempt + 1);
    setSeconds(WAITS[Math.min(attempt + 1, WAITS.length - 1)]!);
    probe();
  }, [attempt, probe]);
  useEffect(() => {
    if (seconds <= 0) tryNow();
  }, [seconds, tryNow]);
  useEffect(() => {
    window.addEventListener('online', tryNow);
    return () => window.removeEventListener('online', tryNow);
  }, [tryNow]);
  return (
    <div className="lost-banner" role="status">
      <strong>{words.title}</strong>
      <span aria-hidden="true">{words.again(Math.max(0, seconds))}</span>
      <Button size="small" onClick={tryNow}>
        {words.now}
      </Button>
    </div>
  );
}
