import { useEffect, useReducer } from 'react';

const TICK_MS = 15_000;

/** Whole minutes still to wait, at least 1, counting down while it is shown; null: nothing to wait for. */
export function useMinutesUntil(moment: Date | null): number {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (moment === null) return;
    const timer = window.setInterval(tick, TICK_MS);
    return () => window.clearInterval(timer);
  }, [moment]);
  return moment === null ? 0 : Math.max(1, Math.ceil((moment.getTime() - Date.now()) / 60_000));
}
