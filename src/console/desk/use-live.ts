import { useEffect, useRef, useState } from 'react';

const LONGEST_SILENCE_MS = 40_000;

export interface Live {
  /** Grows with everything that happens to a conversation one may see. */
  readonly changes: number;
  readonly isSilent: boolean;
}

/** One stream a tab: what has changed is then read like everything else. */
export function useLive(ended: () => void): Live {
  const [changes, setChanges] = useState(0);
  const [isSilent, setSilent] = useState(false);
  const latest = useRef(ended);
  latest.current = ended;
  useEffect(() => {
    const stream = new EventSource('/api/v1/desk/stream');
    stream.addEventListener('open', () => setSilent(false));
    // `reset`: more was missed while the stream was cut than is told one by one.
    for (const news of ['queue', 'conversation', 'reset']) {
      stream.addEventListener(news, () => setChanges((before) => before + 1));
    }
    stream.addEventListener('session', () => latest.current());
    let downSince: number | null = null;
    const timer = setInterval(() => {
      downSince = stream.readyState === EventSource.OPEN ? null : (downSince ?? Date.now());
      setSilent(downSince !== null && Date.now() - downSince > LONGEST_SILENCE_MS);
    }, 5_000);
    return () => {
      clearInterval(timer);
      stream.close();
    };
  }, []);
  return { changes, isSilent };
}
