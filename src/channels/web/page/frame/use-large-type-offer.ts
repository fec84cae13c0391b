import { useState } from 'react';
import type { Reading } from './use-look.js';
import { recall, remember } from '../remembered.js';

interface Offer {
  readonly isOpen: boolean;
  readonly answer: (yes: boolean) => void;
}

/** Offers large type once per browser, and never to someone who already reads it. */
export function useLargeTypeOffer(isElder: boolean, reading: Reading): Offer {
  const [isAnswered, setAnswered] = useState(() => recall('largeTypeOffered') !== null);
  const answer = (yes: boolean): void => {
    remember('largeTypeOffered', yes ? 'yes' : 'no');
    setAnswered(true);
    if (yes) reading.setLarge(true);
  };
  return { isOpen: isElder && !isAnswered && !reading.look.isLarge, answer };
}
