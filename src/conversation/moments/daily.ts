import { holdLease } from '../../store/job-lease.js';
import { readSetting, writeSetting } from '../../store/setting.js';
import { toLocalDate } from '../../terms/time.js';
import { stirredSince } from '../queries/moment.js';
import type { RunDeps } from './run.js';
import { runMoments } from './run.js';

const RAN_ON = 'moments.ran_on';
const LOOKED_AT = 'moments.looked_at';
const LEASE = 'key moments';
const LEASE_MS = 10 * 60_000;
/** What happened may be told to us so much later; what comes later still is found on the next day. */
const LATE_MS = 15 * 60_000;

/**
 * A job: everybody once a day, and between whoever something happened to lately, so that what has to
 * be done within hours is seen within a minute. One replica runs it. How many were raised.
 */
export async function keepMoments(deps: RunDeps, owner: string): Promise<number> {
  const { store, now } = deps;
  if (!(await holdLease(store, LEASE, owner, LEASE_MS))) return 0;
  const at = now();
  const today = toLocalDate(at);
  const isNewDay = (await readSetting(store, RAN_ON)) !== today;
  const since = Number((await readSetting(store, LOOKED_AT)) ?? at) - LATE_MS;
  const stirred = isNewDay ? null : await stirredSince(store, since);
  const { raised } = stirred?.length === 0 ? { raised: 0 } : await runMoments(deps, today, stirred);
  const looked = writeSetting(store, LOOKED_AT, String(at));
  await store.commit(isNewDay ? [looked, writeSetting(store, RAN_ON, today)] : [looked], {
    soft: !isNewDay,
  });
  return raised;
}
