import type { OidcAttemptRow } from '../../store/staff-rows.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** Every statement on `oidc_attempt`. */

export const insertAttempt = ({ db }: Store, row: OidcAttemptRow): Write => ({
  query: db.insertInto('oidc_attempt').values(row).compile(),
});

export const findAttempt = ({ db }: Store, id: string): Promise<OidcAttemptRow | undefined> =>
  db.selectFrom('oidc_attempt').selectAll().where('id', '=', id).executeTakeFirst();

/** A conflict when it was taken already. */
export const takeAttempt = ({ db }: Store, id: string): Write => ({
  query: db.deleteFrom('oidc_attempt').where('id', '=', id).compile(),
  rows: 1,
});

export const deleteAttemptsBefore = ({ db }: Store, before: Instant): Write => ({
  query: db.deleteFrom('oidc_attempt').where('began_at', '<', before).compile(),
});
