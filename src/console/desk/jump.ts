import { useEffect } from 'react';
import { addressOf, go } from '../frame/route.js';

/** 跳到原话: to a place of a record, whichever conversation is open. */

const MARK = '#seq-';
const POINTED_MS = 2_400;

export function jumpTo(conversation: string, seq: number): void {
  go('conversations', conversation);
  const address = `${addressOf('conversations', conversation)}${MARK}${seq}`;
  window.history.replaceState(null, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Once the conversation is on the page: the words that were asked for come into sight and are pointed at. */
export function useJump(conversation: string, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    const look = (): void => {
      const { hash } = window.location;
      if (!hash.startsWith(MARK)) return;
      const place = document.getElementById(hash.slice(1));
      if (!place) return;
      place.scrollIntoView({ block: 'center' });
      place.classList.add('pointed');
      setTimeout(() => place.classList.remove('pointed'), POINTED_MS);
      // Told once: a later message does not pull the reader back.
      window.history.replaceState(null, '', window.location.pathname);
    };
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [conversation, isShown]);
}
