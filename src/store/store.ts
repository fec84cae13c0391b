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
import { handoff } from './migrations/0009-handoff.js';
import { ledgerTree } from './migrations/0010-ledger-tree.js';
import { moment } from './migrations/0011-moment.js';
import { draftUse } from './migrations/0012-draft-use.js';
import { desk } from './migrations/0013-desk.js';
import { erasure } from './migrations/0015-erasure.js';
import { sealedOnce } from './migrations/0016-sealed.js';
import { finding } from './migrations/0017-finding.js';
import { reviewItem } from './migrations/0018-review-item.js';
import { search } from './migrations/0019-search.js';
import { reviewCounts } from './migrations/0020-review-counts.js';
import { customerCase } from './migrations/0021-customer-case.js';
import { version } from './migrations/0022-version.js';
import { mention } from './migrations/0024-mention.js';
import { judged } from './migrations/0025-judged.js';
import { called } from './migrations/0026-called.js';
import { searchStretch } from './migrations/0027-search-stretch.js';
import type { KeyRing } from './keys/key-ring.js';
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
  /** Builds statements and reads, opening what is sealed; never writes outside `commit`. */
  readonly db: Kysely<Schema>;
  /** Reads for whoever gathers evidence: what was altered is shown as it lies there, not refused. */
  readonly evidence: Kysely<Schema>;
  /** What records are sealed with (reliability.md D4). */
  readonly keys: KeyRing;
  /** The database's clock, ms since the epoch: leases are judged by it alone (D2). */
  readonly clock: RawBuilder<number>;
  /**
   * Resolves once durable. Throws StoreFailure when the outcome is a failure or unknown.
   * `soft`: need outlive this process only, not the machine (a claim: who dies with the machine
   * loses it rightly). The next unit that is not soft makes it durable too.
   */
  commit(unit: Unit, options?: { readonly soft?: boolean }): Promise<Commit>;
  /**
   * Resolves once nothing that was deleted or overwritten is left in the database's files. `log`:
   * what the log still holds; `pack`: also what older versions left in the tables, which are locked
   * meanwhile.
   */
  scour(how: 'log' | 'pack'): Promise<void>;
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
    '0009-handoff': handoff,
    '0010-ledger-tree': ledgerTree(sqlite),
    '0011-moment': moment,
    '0012-draft-use': draftUse,
    '0013-desk': desk,
    '0015-erasure': erasure,
    '0016-sealed': sealedOnce,
    '0017-finding': finding,
    '0018-review-item': reviewItem,
    '0019-search': search(sqlite),
    '0020-review-counts': reviewCounts,
    '0021-customer-case': customerCase,
    '0022-version': version(sqlite),
    '0024-mention': mention,
    '0025-judged': judged,
    '0026-called': called,
    '0027-search-stretch': searchStretch(sqlite),
  };
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    // Each adds what is its own and rests on none beside it: a database that has a later one already gets it too.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error)
    throw new StoreFailure('the database schema could not be brought up to date', { cause: error });
}
