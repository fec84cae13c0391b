import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { employeesWithSession } from '../queries/session.js';
import { IDLE_LIMIT } from './sessions.js';

/** 在岗: employees who are signed in, have not lain idle and are not on a break. */
export const presentEmployees = async (store: Store, now: Instant): Promise<ReadonlySet<string>> =>
  new Set(await employeesWithSession(store, now, now - IDLE_LIMIT));
