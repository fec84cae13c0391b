import { createContext } from 'react';
import type { Deliveries } from '../line/delivery.js';

interface LineView {
  readonly isOffline: boolean;
  readonly deliveries: Pick<Deliveries, 'isWaiting' | 'tryAgain'>;
}

const nothingWaits = { isWaiting: () => false, tryAgain: () => undefined };

/** What a message's status line needs to know about the line it travels on. */
export const LineContext = createContext<LineView>({ isOffline: false, deliveries: nothingWaits });
