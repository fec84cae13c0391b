import { useMemo, useSyncExternalStore } from 'react';

/** Where a console's pages are: one program under several doors, of which a person stands in one. */
export const DOORS = ['desk', 'review'] as const;
export type DoorName = (typeof DOORS)[number];

const doorOf = (path: string): DoorName =>
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

/** What an address asks of its page: `?rule=T4`. */
export const useQuery = (): URLSearchParams => {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return useMemo(() => new URLSearchParams(search), [search]);
};

export type Query = Readonly<Record<string, string>>;

/** Behind the door one stands in. */
export const addressOf = (...parts: readonly string[]): string =>
  [`/${doorOf(window.location.pathname)}`, ...parts.map(encodeURIComponent)].join('/');

export const asking = (address: string, query: Query): string =>
  Object.keys(query).length === 0 ? address : `${address}?${new URLSearchParams(query)}`;

export function goTo(address: string): void {
  const from = `${window.location.pathname}${window.location.search}`;
  if (address === from) return;
  window.history.pushState({ from }, '', address);
  window.dispatchEvent(new Event(MOVED));
}

export const go = (...parts: readonly string[]): void => goTo(addressOf(...parts));

/** To where one came from, as it was left; whoever came from outside goes to a page of this console. */
export function goBack(...otherwise: readonly string[]): void {
  const { from } = (window.history.state ?? {}) as { readonly from?: string };
  if (from === undefined) go(...otherwise);
  else window.history.back();
}
