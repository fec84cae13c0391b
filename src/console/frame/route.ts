import { useSyncExternalStore } from 'react';

/** Where a console's pages are: one program under several doors, of which a person stands in one. */
export const DOORS = ['desk', 'review'] as const;
export type DoorName = (typeof DOORS)[number];

export const doorOf = (path: string): DoorName =>
  DOORS.find((door) => path === `/${door}` || path.startsWith(`/${door}/`)) ?? 'desk';

const MOVED = 'shuzhi:moved';

const subscribe = (tell: () => void): (() => void) => {
  window.addEventListener('popstate', tell);
  window.addEventListener(MOVED, tell);
  return () => {
    window.removeEventListener('popstate', tell);
    window.removeEventListener(MOVED, tell);
  };
};

const usePath = (): string => useSyncExternalStore(subscribe, () => window.location.pathname);

export const useDoor = (): DoorName => doorOf(usePath());

/** `/desk/approvals/P12` → `['approvals', 'P12']`. */
export const useRoute = (): readonly string[] =>
  usePath().split('/').filter(Boolean).slice(1).map(decodeURIComponent);

/** Behind the door one stands in. */
export const addressOf = (...parts: readonly string[]): string =>
  [`/${doorOf(window.location.pathname)}`, ...parts.map(encodeURIComponent)].join('/');

export function go(...parts: readonly string[]): void {
  const address = addressOf(...parts);
  if (address === window.location.pathname) return;
  window.history.pushState(null, '', address);
  window.dispatchEvent(new Event(MOVED));
}
