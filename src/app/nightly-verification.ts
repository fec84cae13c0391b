import type { LedgerDeskDeps } from '../review/ledger/health.js';
import { lastVerified, verifyNow } from '../review/ledger/health.js';
import { holdLease } from '../store/job-lease.js';
import { startOfDay, toLocalDate } from '../terms/time.js';
import type { Instant } from '../terms/time.js';

/** 每晚核验: nobody has to think of it; what comes of it stands where the one by hand does. */

export const NIGHTLY = 'nightly';

const HOUR_MS = 3_600_000;
/** When customers sleep. House rule. */
const NIGHT_HOUR = 3;
/** Longer than the largest record takes, so that no second replica begins the same night's. */
const LEASE_MS = HOUR_MS;

/** The last beginning of a night's verification, by the institution's clock. */
export function lastNight(now: Instant): Instant {
  const tonight = startOfDay(toLocalDate(now)) + NIGHT_HOUR * HOUR_MS;
  return now >= tonight ? tonight : tonight - 24 * HOUR_MS;
}

/**
 * A job: looks through the whole record once a night, and after a night in which nobody was there, in the
 * morning. Whether it did; throws an Error that names the place where something does not hold.
 */
export async function verifyNightly(
  deps: LedgerDeskDeps & { readonly owner: string },
): Promise<boolean> {
  const { store, owner, now } = deps;
  const last = await lastVerified({ store });
  if (last !== null && last.at >= lastNight(now())) return false;
  if (!(await holdLease(store, 'nightly verification', owner, LEASE_MS))) return false;
  const { verdict, fault, stream, seq } = await verifyNow(deps, NIGHTLY);
  if (verdict === 'intact') return true;
  const place = stream === null ? '' : ` at ${stream} ${seq}`;
  throw new Error(`the ledger does not hold: ${verdict}, ${fault ?? 'unknown'}${place}`);
}
