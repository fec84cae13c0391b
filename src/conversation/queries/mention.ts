import type { MentionRow } from '../../store/review-rows.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** Every statement on `mention`. */

export const insertMention = ({ db }: Store, row: MentionRow): Write => ({
  query: db.insertInto('mention').values(row).compile(),
  rows: 1,
});

/** What somebody was called on by, that they have not seen: the latest first, at most `limit`. */
export const unseenMentions = ({ db }: Store, employee: string, limit: number) =>
  db
    .selectFrom('mention')
    .selectAll()
    .where('employee_id', '=', employee)
    .where('seen_at', 'is', null)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();

/** All that one conversation calls them on by; what was seen stays as it was. */
export const seeMentions = (
  { db }: Store,
  employee: string,
  conversation: string,
  at: Instant,
): Write => ({
  query: db
    .updateTable('mention')
    .set({ seen_at: at })
    .where('conversation_id', '=', conversation)
    .where('employee_id', '=', employee)
    .where('seen_at', 'is', null)
    .compile(),
});
