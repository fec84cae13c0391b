import type { CompiledQuery, Kysely, RawBuilder } from 'kysely';
import { Migrator } from 'kysely';
import { first } from './migrations/0001-first.js';
import { attachment } from './migrations/0002-attachment.js';
import { institutionRows } from './migrations/0003-institution-rows.js';
import { assessment } from './migrations/0004-assessment.js';
import { proposal } from './migrations/0005-proposal.js';
import { proposalUntold } from './migrations/0006-proposal-untold.js';
import { staff } from './migrations/0007-staff.js';
import { idempotency } from './migrations/0008-idempotency.js';
import type { Schema } from './schema.js';

/** One compiled statement and the number of rows it must touch (absent: any number). */
export interface Write {
  readonly query: CompiledQuery;
  readonly rows?: number;
}

/** A unit of work: all of its writes in order, or none. */
export type Unit = readonly Write[];

export type Commit =
  | { readonly kind: 'committed' }
  /** A write touched another number of rows than it must; nothing of the unit was kept. */
  | { readonly kind: 'conflict'; readonly write: number };

/** The database could not keep a promise (disk full, connection lost, constraint broken). */
export class StoreFailure extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StoreFailure';
  }
}

/** Where everything durable is kept: SQLite on one machine, PostgreSQL at scale. */
export interface Store {
  readonly dialect: 'sqlite' | 'postgres';
  /** Builds statements and reads; never writes outside `commit`. */
  readonly db: Kysely<Schema>;
  /** The database's clock, ms since the epoch: leases are judged by it alone (D2). */
  readonly clock: RawBuilder<number>;
  /**
   * Resolves once durable. Throws StoreFailure when the outcome is a failure or unknown.
   * `soft`: need outlive this process only, not the machine (a claim: who dies with the machine
   * loses it rightly). The next unit that is not soft makes it durable too.
   */
  commit(unit: Unit, options?: { readonly soft?: boolean }): Promise<Commit>;
  close(): Promise<void>;
}

/** Brings the schema up to date; every migration runs once, in order. */
export async function migrate(db: Kysely<Schema>, dialect: Store['dialect']): Promise<void> {
  const sqlite = dialect === 'sqlite';
  const migrations = {
    '0001-first': first(sqlite),
    '0002-attachment': attachment(sqlite),
    '0003-institution-rows': institutionRows,
    '0004-assessment': assessment,
    '0005-proposal': proposal,
    '0006-proposal-untold': proposalUntold,
    '0007-staff': staff,
    '0008-idempotency': idempotency,
  };
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  });
  const { error } = await migrator.migrateToLatest();
  if (error)
    throw new StoreFailure('the database schema could not be brought up to date', { cause: error });
}
