import { useEffect } from 'react';
import { lineId, pointAt } from '../frame/pointed.js';
import { addressOf, go } from '../frame/route.js';

/** 跳到原话: to a place of a record, whichever conversation is open. */

export function jumpTo(conversation: string, seq: number): void {
  go('conversations', conversation);
  const address = `${addressOf('conversations', conversation)}#${lineId(seq)}`;
  window.history.replaceState(null, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Once the conversation is on the page: the words that were asked for come into sight and are pointed at. */
export function useJump(conversation: string, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    const look = (): void => {
      const { hash } = window.location;
      if (!pointAt(hash.slice(1))) return;
      // Told once: a later message does not pull the reader back.
      window.history.replaceState(null, '', window.location.pathname);
    };
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [conversation, isShown]);
}
