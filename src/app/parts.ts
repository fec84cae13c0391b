import type { Logger } from 'pino';
import type { Passwords } from '../access/staff/passwords.js';
import type { Config } from '../config.js';
import type { Agent } from '../conversation/agent.js';
import type { Watch } from '../conversation/watch.js';
import type { Keeper } from '../ledger/keeper.js';
import type { Store } from '../store/store.js';
import type { Instant } from '../terms/time.js';
import type { Archive } from './archive.js';
import type { HouseFiles } from './house-files.js';
import type { KnowledgeBase } from './knowledge-base.js';
import type { Learned } from './learned.js';
import type { Meters } from './meters.js';
import type { PlanningThread } from './planning.js';

/** Names this service in the ledger. */
export const ORIGIN = 'shuzhi';

/** What is made first; every other piece of the service picks what it needs of it. */
export interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly knowledge: KnowledgeBase;
  readonly learned: Learned;
  readonly archive: Archive;
  readonly house: HouseFiles;
  readonly agent: Agent;
  readonly planning: PlanningThread;
  readonly watch: Watch;
  /** Keeps the tree over everything on record. */
  readonly ledger: Keeper;
  readonly meters: Meters;
  /** This process, as the owner of leases. */
  readonly owner: string;
  readonly now: () => Instant;
  /** How staff passwords are kept. */
  readonly passwords: Passwords;
  readonly log: Logger;
  readonly report: (error: unknown, where?: string) => void;
}
