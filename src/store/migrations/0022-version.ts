import type { Kysely, Migration } from 'kysely';

/** 版本档案: every text the assistant spoke from, which held when, and who let it. */
export const version = (sqlite: boolean): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('version_text')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('content', 'text', (c) => c.notNull())
      .execute();
    const log = db.schema.createTable('version');
    const numbered = sqlite
      ? log.addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
      : log.addColumn('seq', 'bigserial', (c) => c.primaryKey());
    await numbered
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('hash', 'text')
      .addColumn('since', 'bigint', (c) => c.notNull())
      .addColumn('author', 'text', (c) => c.notNull())
      .addColumn('approver', 'text')
      .addColumn('basis', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('version_name')
      .on('version')
      .columns(['kind', 'name', 'seq'])
      .execute();
    await db.schema.createIndex('version_hash').on('version').columns(['hash']).execute();
    await db.schema.alterTable('attempt').addColumn('given', 'text').execute();
    await db.schema
      .createTable('change_proposal')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('stage', 'text', (c) => c.notNull())
      .addColumn('hash', 'text')
      .addColumn('base', 'text')
      .addColumn('author', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('proposed_at', 'bigint', (c) => c.notNull())
      .addColumn('effective_at', 'bigint', (c) => c.notNull())
      .addColumn('decided_by', 'text')
      .addColumn('decided_at', 'bigint')
      .addColumn('words', 'text')
      .addColumn('in_force_at', 'bigint')
      .addColumn('reverts', 'text')
      .execute();
    await db.schema
      .createIndex('change_proposal_stage')
      .on('change_proposal')
      .columns(['stage', 'effective_at'])
      .execute();
  },
});
