import type { IdempotencyRow } from '../../store/schema.js';
import { keptColumns } from '../../store/sealed-tables.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** Every statement on `idempotency`. */

/** What is answered to staff may quote anybody: all answers are under one key, and gone in a day. */
const ANSWERS = 'house:answers';

export const findAsked = ({ db }: Store, id: string): Promise<IdempotencyRow | undefined> =>
  db.selectFrom('idempotency').selectAll().where('id', '=', id).executeTakeFirst();

/**
 * Begins what was asked under a key. A conflict when somebody else began it, unless that was before
 * `abandoned` and never came to an answer.
 */
export const beginAsked = (
  { db }: Store,
  row: Pick<IdempotencyRow, 'id' | 'body_hash' | 'began_at'>,
  abandoned: Instant,
): Write => ({
  query: db
    .insertInto('idempotency')
    .values({ ...row, status: null, answer: null })
    .onConflict((c) =>
      c
        .column('id')
        .doUpdateSet({ began_at: row.began_at })
        .where('idempotency.status', 'is', null)
        .where('idempotency.body_hash', '=', row.body_hash)
        .where('idempotency.began_at', '<', abandoned),
    )
    .compile(),
  rows: 1,
});

export const answerAsked = (
  { db }: Store,
  id: string,
  status: number,
  answer: string | null,
): Write => ({
  query: db
    .updateTable('idempotency')
    .set({ status, ...keptColumns('idempotency', { id, answer }, ANSWERS) })
    .where('id', '=', id)
    .compile(),
});

/** Nothing came of it: the same key may try again. */
export const forgetAsked = ({ db }: Store, id: string): Write => ({
  query: db.deleteFrom('idempotency').where('id', '=', id).compile(),
});

export const deleteAskedBefore = ({ db }: Store, before: Instant): Write => ({
  query: db.deleteFrom('idempotency').where('began_at', '<', before).compile(),
});
