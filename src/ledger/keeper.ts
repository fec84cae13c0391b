import { setTimeout } from 'node:timers/promises';
import type { LedgerTreeRow } from '../store/ledger-rows.js';
import { dropLease, holdLease } from '../store/job-lease.js';
import type { Store, Write } from '../store/store.js';
import type { Instant } from '../terms/time.js';
import type { SignedCheckpoint } from './checkpoint.js';
import { parseCheckpoint } from './checkpoint.js';
import type { AskWitness, Witnessing } from './cosigning.js';
import { witnessing } from './cosigning.js';
import type { HeadsTaken } from './heads.js';
import { takeHeads } from './heads.js';
import type { NoteKey } from './note.js';
import { noteKey, parseVerifierLine } from './note.js';
import { lastCheckpoint, lastCosigned, moveHeadsDay, readUntaken } from './queries.js';
import type { SigningDeps } from './signing.js';
import { keyLineOf, letOut, signAt } from './signing.js';
import { takeEntries, theTree } from './tree.js';
import type { LedgerTrouble, Trouble } from './trouble.js';
import { troubleOf } from './trouble.js';

export interface KeeperDeps extends SigningDeps {
  /** Names this deployment; the tree's own name is made of it. */
  readonly deployment: string;
  readonly owner: string;
  /** Null: nobody else signs. */
  readonly witness: AskWitness | null;
  /** The witness could not be asked, or did not answer; the ledger goes on without it. */
  readonly unwitnessed: (error: unknown) => void;
  /** Puts heads on record, in one unit with `also`; false: somebody else was first. */
  readonly recordHeads: (heads: HeadsTaken, also: readonly Write[]) => Promise<boolean>;
}

export interface LedgerState {
  readonly origin: string;
  readonly size: number;
  /** Null: none was signed yet. */
  readonly checkpoint: { readonly size: number; readonly at: Instant } | null;
  /** Leaves of the last checkpoint a witness has signed; null: it is self-attested only. */
  readonly witnessed: number | null;
  readonly trouble: Trouble | null;
}

export interface Keeper {
  /** One round: takes in what was committed, signs when it is time. Throws LedgerTrouble. */
  run(): Promise<void>;
  /** Takes everything in and signs now; the newest checkpoint. Throws LedgerTrouble. */
  sign(): Promise<SignedCheckpoint>;
  /** The newest checkpoint that was laid down or kept, whether or not the database goes on from it. */
  signed(): Promise<SignedCheckpoint | null>;
  /** Keys that may have signed what is kept: this one, and those laid down beside what they signed. */
  keys(): Promise<readonly NoteKey[]>;
  /** The line that names the tree's key, for whoever checks its signatures. */
  keyLine(): Promise<string>;
  /** As the last round left it; null: none has ended yet. */
  state(): LedgerState | null;
}

const EVERY_MS = 60_000;
const EVERY_LEAVES = 1_000;
const LEASE_MS = 30_000;
const LEASE = 'ledger tree';
/** How often, and how long apart, somebody who waits for a signature asks for the lease. */
const TRIES = 100;
const BETWEEN_TRIES_MS = 100;

/** Keeps the tree over the ledger and its checkpoints; one round at a time. */
export function createKeeper(deps: KeeperDeps): Keeper {
  const { store } = deps;
  const witnesses = witnessing(store, deps.witness, deps.unwitnessed);
  let known: LedgerState | null = null;
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = before.then(work, work);
    before = mine.catch(() => undefined);
    return mine;
  };
  /** False: another replica is at it. */
  const round = async (toSign: boolean): Promise<boolean> => {
    const tree = await theTree(store, deps.deployment);
    const told = known?.trouble ?? null;
    const stands = await stateOf(store, tree, told);
    const isFirst = known === null;
    known = stands;
    const hasWork = isDue(stands, tree.size, deps.now()) || (await hasUntaken(store));
    if (!isFirst && !toSign && !hasWork && told === null) return true;
    const trouble = await troubleOf(deps, tree);
    known = { ...stands, trouble: trouble?.trouble ?? null };
    // Said once; from then on the state says it.
    if (trouble) return endIn(trouble, toSign || told !== trouble.trouble);
    return underLease(deps, async () => {
      known = await keepOn(deps, stands, tree, toSign, witnesses);
    });
  };
  return {
    run: () => inTurn(async () => void (await round(false))),
    sign: () =>
      inTurn(async () => {
        for (let tries = 1; !(await round(true)); tries += 1) {
          if (tries === TRIES) throw new Error('another replica does not let go of the ledger');
          await setTimeout(BETWEEN_TRIES_MS);
        }
        const row = await lastCheckpoint(store);
        const signed = row && parseCheckpoint(row.note + row.cosignatures);
        if (!signed) throw new Error('there is nothing on record to sign');
        return signed;
      }),
    async signed() {
      const row = await lastCheckpoint(store);
      const known = [await deps.folder.latest(), row ? parseCheckpoint(row.note) : null];
      return known.reduce((most, one) => (one && one.size > (most?.size ?? -1) ? one : most), null);
    },
    async keys() {
      const { origin } = await theTree(store, deps.deployment);
      const lines = await deps.folder.keyLines();
      const laid = lines.flatMap((line) => parseVerifierLine(line) ?? []);
      return [noteKey(origin, deps.key), ...laid.filter(({ name }) => name === origin)];
    },
    keyLine: async () => keyLineOf(deps.key, (await theTree(store, deps.deployment)).origin),
    state: () => known,
  };
}

function endIn(trouble: LedgerTrouble, aloud: boolean): true {
  if (aloud) throw trouble;
  return true;
}

/** False: another replica holds it. */
async function underLease(
  { store, owner }: Pick<KeeperDeps, 'store' | 'owner'>,
  work: () => Promise<void>,
): Promise<boolean> {
  if (!(await holdLease(store, LEASE, owner, LEASE_MS))) return false;
  try {
    await work();
  } finally {
    await dropLease(store, LEASE, owner);
  }
  return true;
}

const hasUntaken = async (store: Store): Promise<boolean> =>
  (await readUntaken(store, 1)).length > 0;

/** Takes in what was committed, and signs where it is time; how the ledger stands afterwards. */
async function keepOn(
  deps: KeeperDeps,
  stands: LedgerState,
  tree: LedgerTreeRow,
  toSign: boolean,
  witnesses: Witnessing,
): Promise<LedgerState> {
  const taken = await takeEntries(deps.store, tree.size);
  const size = await takeHeadsOfDay(deps, tree, taken);
  if (size > 0 && (toSign || isDue(stands, size, deps.now()))) {
    await signAt(deps, tree.origin, size);
  }
  await letOut(deps);
  await witnesses.ask();
  return stateOf(deps.store, { ...tree, size }, witnesses.trouble());
}

async function stateOf(
  store: Store,
  { origin, size }: Pick<LedgerTreeRow, 'origin' | 'size'>,
  trouble: Trouble | null,
): Promise<LedgerState> {
  const last = await lastCheckpoint(store);
  const checkpoint = last ? { size: last.size, at: last.signed_at } : null;
  const witnessed = (await lastCosigned(store))?.size ?? null;
  return { origin, size, checkpoint, witnessed, trouble };
}

function isDue({ checkpoint }: LedgerState, size: number, now: Instant): boolean {
  if (size === (checkpoint?.size ?? 0)) return false;
  if (!checkpoint) return true;
  return size - checkpoint.size >= EVERY_LEAVES || now - checkpoint.at >= EVERY_MS;
}

const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

/** The first round of a day takes its heads; the record of that is itself the tree's next leaf. */
async function takeHeadsOfDay(
  { store, now, recordHeads }: KeeperDeps,
  tree: LedgerTreeRow,
  size: number,
): Promise<number> {
  const day = dayOf(now());
  if (size === 0 || tree.heads_day === day) return size;
  const heads = await takeHeads(store, day, size);
  if (!(await recordHeads(heads, [moveHeadsDay(store, tree.heads_day, day)]))) return size;
  return takeEntries(store, size);
}
