import { createPasswords } from '../../../src/access/staff/passwords.js';
import type { StaffDeps } from '../../../src/access/staff/record.js';
import type { Store } from '../../../src/store/store.js';

/** 25 November 2026, noon in Shanghai. */
export const NOON = Date.parse('2026-11-25T04:00:00Z');
/** Nobody's name, no row of keys, and long enough. */
export const GOOD = '雨后-春笋-一夜长高三寸';

/** A guess costs nothing: for tests that make many. */
export const cheapPasswords = () => createPasswords({ logN: 4, p: 1 });

export interface StaffRoom extends StaffDeps {
  /** Lets time pass. */
  wait(ms: number): void;
}

/** Accounts on a store of the test's own, with cheap hashes and a clock that is moved by hand. */
export function staffRoom(store: Store): StaffRoom {
  let now = NOON;
  return {
    store,
    origin: 'test',
    now: () => now,
    passwords: cheapPasswords(),
    wait(ms) {
      now += ms;
    },
  };
}
