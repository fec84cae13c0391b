import { useEffect, useState } from 'react';
import { useRecord } from '../record/record-store.js';

const PATIENCE_MS = 1_500;

/** What is being done right now, once it has lasted long enough to be worth a word; else null. */
export function useWorkingStatus(): string | null {
  const isWorking = useRecord((record) => record.working !== null);
  const status = useRecord((record) => record.working?.status ?? null);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!isWorking) return;
    const timer = window.setTimeout(() => setLong(true), PATIENCE_MS);
    return () => window.clearTimeout(timer);
  }, [isWorking]);
  return isLong && isWorking ? status : null;
}
