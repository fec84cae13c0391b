import { useSyncExternalStore } from 'react';

/** 版式 (screens.md §3): how much of the desk fits beside each other. */
export type Room = 'phone' | 'tablet' | 'narrow' | 'wide' | 'widest';

const FROM: readonly (readonly [Room, number])[] = [
  ['widest', 1600],
  ['wide', 1280],
  ['narrow', 1024],
  ['tablet', 834],
];

const QUERIES = FROM.map(([, px]) => window.matchMedia(`(min-width: ${px}px)`));

const subscribe = (tell: () => void): (() => void) => {
  for (const query of QUERIES) query.addEventListener('change', tell);
  return () => {
    for (const query of QUERIES) query.removeEventListener('change', tell);
  };
};

const roomNow = (): Room => FROM[QUERIES.findIndex(({ matches }) => matches)]?.[0] ?? 'phone';

export const useRoom = (): Room => useSyncExternalStore(subscribe, roomNow);
