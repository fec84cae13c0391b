import type { AttachmentRow } from '../../store/schema.js';
import { keptRow } from '../../store/sealed-tables.js';
import type { Store, Write } from '../../store/store.js';

/** Every statement on `attachment`. */

/** The same bytes sent again are the same row. */
export const insertAttachment = ({ db }: Store, row: AttachmentRow): Write => ({
  query: db
    .insertInto('attachment')
    .values(keptRow('attachment', row))
    .onConflict((c) => c.doNothing())
    .compile(),
});

export const findAttachment = ({ db }: Store, conversation: string, id: string) =>
  db
    .selectFrom('attachment')
    .selectAll()
    .where('conversation_id', '=', conversation)
    .where('id', '=', id)
    .executeTakeFirst();
