import type { Store, Write } from '../store/store.js';
import { StoreFailure } from '../store/store.js';
import type { Instant } from '../terms/time.js';
import { findHead, moveHead } from './queries/head.js';
import type { Happened } from './stream.js';
import { appendTo, newHead } from './stream.js';

/** What happened to the house's own record and to nobody in particular. */
export const HOUSE_STREAM = 'house:ledger';

export interface HouseDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
}

const MAX_RACES = 20;

/** Puts one event on the house's record, whoever else writes there meanwhile. */
export const keepInHouse = <E extends { readonly kind: string }>(
  deps: HouseDeps,
  event: E,
  also: readonly Write[] = [],
): Promise<void> => keepUnder(deps, HOUSE_STREAM, event, also);

/** The same on a stream of the house's own beside that one, which nobody but the house writes. */
export async function keepUnder<E extends { readonly kind: string }>(
  deps: HouseDeps,
  stream: string,
  event: E,
  also: readonly Write[] = [],
): Promise<void> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    if (await record(deps, stream, event, also)) return;
  }
  throw new StoreFailure(`no place found at the head of ${stream}`);
}

/** In one unit with `also`; false on a lost race. */
export const recordInHouse = <E extends { readonly kind: string }>(
  deps: HouseDeps,
  event: E,
  also: readonly Write[] = [],
): Promise<boolean> => record(deps, HOUSE_STREAM, event, also);

async function record<E extends { readonly kind: string }>(
  { store, origin, now }: HouseDeps,
  stream: string,
  event: E,
  also: readonly Write[],
): Promise<boolean> {
  const from = await findHead(store, stream);
  const happened: Happened<E, 'service'> = { actor: 'service', at: now(), event };
  const { writes, head } = appendTo(store, origin, stream, from ?? newHead, [happened]);
  const unit = [moveHead(store, stream, from, head), ...writes, ...also];
  return (await store.commit(unit)).kind === 'committed';
}
