import type { Kysely, Migration } from 'kysely';

/** Files customers sent: content-addressed within their conversation, so that one erasure is one place. */
export const attachment = (sqlite: boolean): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('attachment')
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('name', 'text')
      .addColumn('media_type', 'text', (c) => c.notNull())
      .addColumn('size', 'bigint', (c) => c.notNull())
      .addColumn('content', sqlite ? 'blob' : 'bytea')
      .addColumn('received_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('attachment_pk', ['conversation_id', 'id'])
      .execute();
  },
});
