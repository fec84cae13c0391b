import { useCallback, useRef, useState } from 'react';

/** A remark of the page that passes by itself: 「一次最多 2,000 字」, 「已记下」. */
export interface Remark {
  readonly tone: 'wait' | 'ok';
  readonly text: string;
}

const SHOWN_MS = 6_000;

export function useRemark(): { remark: Remark | null; say: (remark: Remark) => void } {
  const [remark, setRemark] = useState<Remark | null>(null);
  const timer = useRef(0);
  const say = useCallback((next: Remark) => {
    window.clearTimeout(timer.current);
    setRemark(next);
    timer.current = window.setTimeout(() => setRemark(null), SHOWN_MS);
  }, []);
  return { remark, say };
}
