import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

type Db = Kysely<unknown>;

async function createConversationTables(db: Db): Promise<void> {
  await db.schema
    .createTable('conversation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('channel_conv', 'text', (c) => c.notNull())
    .addColumn('customer_id', 'text')
    .addColumn('address', 'text')
    .addColumn('next_seq', 'bigint', (c) => c.notNull())
    .addColumn('head_hash', 'text', (c) => c.notNull())
    .addColumn('fence', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('owner', 'text')
    .addColumn('lease_until', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('pen', 'text', (c) => c.notNull().defaultTo('assistant'))
    .addColumn('epoch', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('opened_at', 'bigint', (c) => c.notNull())
    .addColumn('closed_at', 'bigint')
    .addUniqueConstraint('conversation_channel', ['channel', 'channel_conv'])
    .execute();
  await db.schema
    .createTable('event')
    .addColumn('stream', 'text', (c) => c.notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('body', 'text')
    .addColumn('salt', 'text')
    .addPrimaryKeyConstraint('event_pk', ['stream', 'seq'])
    .execute();
  await db.schema
    .createTable('ledger_entry')
    .addColumn('stream', 'text', (c) => c.notNull())
    .addColumn('cseq', 'bigint', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('entry', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('ledger_entry_pk', ['stream', 'cseq'])
    .execute();
  await db.schema
    .createTable('message')
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('turn_id', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('message_pk', ['conversation_id', 'seq'])
    .execute();
}

async function createTurnTables(db: Db, sqlite: boolean): Promise<void> {
  const inbox = db.schema.createTable('inbox');
  const numbered = sqlite
    ? inbox.addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    : inbox.addColumn('seq', 'bigserial', (c) => c.primaryKey());
  await numbered
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('channel_conv', 'text', (c) => c.notNull())
    .addColumn('activity_id', 'text', (c) => c.notNull())
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('event_seq', 'bigint', (c) => c.notNull())
    .addColumn('body_hash', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('received_at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('turn_id', 'text')
    .addUniqueConstraint('inbox_key', ['channel', 'channel_conv', 'activity_id'])
    .execute();
  await db.schema
    .createIndex('inbox_pending')
    .on('inbox')
    .columns(['conversation_id', 'seq'])
    .where(sql.ref('state'), 'in', sql`('new', 'taken')`)
    .execute();
  await db.schema
    .createTable('attempt')
    .addColumn('turn_id', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('fence', 'bigint', (c) => c.notNull())
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addColumn('finished_at', 'bigint')
    .addColumn('versions', 'text', (c) => c.notNull())
    .addColumn('llm_request_hash', 'text')
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('draft', 'text')
    .addColumn('blocked_by', 'text')
    .addPrimaryKeyConstraint('attempt_pk', ['turn_id', 'n'])
    .execute();
  await db.schema
    .createTable('tool_call')
    .addColumn('idem_key', 'text', (c) => c.primaryKey())
    .addColumn('turn_id', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('args', 'text', (c) => c.notNull())
    .addColumn('intent_at', 'bigint', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('result', 'text')
    .execute();
  await db.schema.createIndex('tool_call_turn').on('tool_call').column('turn_id').execute();
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('next_at', 'bigint', (c) => c.notNull())
    .addColumn('last_error', 'text')
    .execute();
  await db.schema
    .createIndex('outbox_waiting')
    .on('outbox')
    .columns(['state', 'next_at'])
    .execute();
}

async function createKnowledgeTables(db: Db): Promise<void> {
  await db.schema
    .createTable('document')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('issuer', 'text', (c) => c.notNull())
    .addColumn('authority', 'text', (c) => c.notNull())
    .addColumn('effective', 'text')
    .addColumn('expires', 'text')
    .addColumn('source', 'text')
    .addColumn('verified', 'integer', (c) => c.notNull())
    .addColumn('evidence', 'text')
    .addColumn('product', 'text')
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('ingested_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('passage')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('document_id', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('article', 'text')
    .addColumn('context', 'text')
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('evidence', 'text')
    .addColumn('asks', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('passage_document').on('passage').column('document_id').execute();
}

async function createMasterTables(db: Db): Promise<void> {
  await db.schema
    .createTable('product')
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('regime', 'text', (c) => c.notNull())
    .addColumn('private', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('customer')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('employee')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
}

async function createServiceTables(db: Db): Promise<void> {
  await db.schema
    .createTable('counter')
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('window_start', 'bigint', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('counter_pk', ['key', 'window_start'])
    .execute();
  await db.schema
    .createTable('lease')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('setting')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
}

/** The first tables. `sqlite` only decides how a row is numbered; everything else is shared. */
export const first = (sqlite: boolean): Migration => ({
  async up(db: Db) {
    await createConversationTables(db);
    await createTurnTables(db, sqlite);
    await createKnowledgeTables(db);
    await createMasterTables(db);
    await createServiceTables(db);
  },
});
