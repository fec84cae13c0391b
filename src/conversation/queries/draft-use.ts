import { sql } from 'kysely';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** Exactly the predicate of the partial index `event_draft`. */
const isDraft = sql<boolean>`event.kind = 'DraftOffered'`;

/** Conversations in which something was drafted for an advisor within a time, in the order of their ids. */
export async function drafted(
  { db }: Pick<Store, 'db'>,
  from: Instant,
  before: Instant,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('event')
    .select('stream')
    .distinct()
    .where(isDraft)
    .where('at', '>=', from)
    .where('at', '<', before)
    .orderBy('stream')
    .execute();
  return rows.map(({ stream }) => stream);
}
