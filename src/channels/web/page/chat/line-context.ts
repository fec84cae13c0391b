import { createContext } from 'react';
import type { Deliveries } from '../line/delivery.js';

interface LineView {
  readonly isOffline: boolean;
  readonly deliveries: Pick<Deliveries, 'isWaiting' | 'tryAgain'>;
  /** A file the conversation keeps. */
  readonly fetchFile: (url: string) => Promise<Blob>;
}

const nothingWaits = { isWaiting: () => false, tryAgain: () => undefined };
const nothingKept = () => Promise.reject(new Error('there is no line'));

/** What a message needs to know about the line it travels on. */
export const LineContext = createContext<LineView>({
  isOffline: false,
  deliveries: nothingWaits,
  fetchFile: nothingKept,
});
