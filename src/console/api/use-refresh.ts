import type { RefObject } from 'react';
import { useEffect } from 'react';

const EVERY_MS = 30_000;

/** Reads anew every half minute (screens.md §7); what the pointer rests on does not move under it. */
export function useRefresh(again: () => void, place?: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (!place?.current?.matches(':hover')) again();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [again, place]);
}
