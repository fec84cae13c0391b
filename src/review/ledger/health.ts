import type { HouseDeps } from '../../conversation/house-stream.js';
import { HOUSE_STREAM, keepInHouse } from '../../conversation/house-stream.js';
import { bodyOf } from '../../ledger/bundle/format.js';
import { readLatest } from '../../ledger/bundle/queries.js';
import type { SignedCheckpoint } from '../../ledger/checkpoint.js';
import type { Keeper } from '../../ledger/keeper.js';
import type { HeadsTaken } from '../../ledger/heads.js';
import { findTree } from '../../ledger/queries.js';
import { LedgerTrouble } from '../../ledger/trouble.js';
import type { TreeVerdict } from '../../ledger/verify/own-tree.js';
import { verifyOwnTree } from '../../ledger/verify/own-tree.js';
import { readSetting, writeSetting } from '../../store/setting.js';
import { toIso } from '../../terms/time.js';

/** 账本状态: how the house's record stands, as it is shown to whoever may verify it. */

export interface LedgerDeskDeps extends HouseDeps {
  readonly ledger: Pick<Keeper, 'sign' | 'signed' | 'keys' | 'keyLine' | 'state'>;
}

/** 全量核验留痕. */
export interface LedgerVerified extends TreeVerdict {
  readonly kind: 'LedgerVerified';
  readonly by: string;
  readonly size: number;
  readonly root: string;
  readonly ms: number;
}

/** The last of them beside the record of it, so that nobody searches the whole record for it. */
const LAST = 'ledger verified';
type LastVerified = Omit<LedgerVerified, 'kind'> & { readonly at: number };

/**
 * Holds every entry anew against its event and a checkpoint of this moment, and puts what came of it on
 * record.
 */
export async function verifyNow(deps: LedgerDeskDeps, by: string): Promise<LastVerified> {
  const { now } = deps;
  const begun = performance.now();
  const { size, root, verdict } = await judged(deps);
  const ms = Math.round(performance.now() - begun);
  const found = { by, size, root: root.toString('hex'), ms, ...verdict };
  const last: LastVerified = { ...found, at: now() };
  const kept = [writeSetting(deps.store, LAST, JSON.stringify(last))];
  const event: LedgerVerified = { kind: 'LedgerVerified', ...found };
  await keepInHouse(deps, event, kept);
  return last;
}

interface Judged extends Pick<SignedCheckpoint, 'size' | 'root'> {
  readonly verdict: TreeVerdict;
}

/** A database that does not go on from what was signed is held against that. */
async function judged({ store, ledger }: LedgerDeskDeps): Promise<Judged> {
  const keys = await ledger.keys();
  try {
    const { size, root } = await ledger.sign();
    return { size, root, verdict: await verifyOwnTree(store, { size, root }, keys) };
  } catch (error) {
    const signed = error instanceof LedgerTrouble ? await ledger.signed() : null;
    if (!signed) throw error;
    const { size, root } = signed;
    const leaves = (await findTree(store))?.size ?? 0;
    if (size > leaves) return { size, root, verdict: rolledBack(leaves) };
    const found = await verifyOwnTree(store, { size, root }, keys);
    // Whoever signs or witnesses says it is another history, whatever the entries say of themselves.
    const verdict: TreeVerdict =
      found.verdict === 'intact' ? { ...found, verdict: 'altered', fault: 'root' } : found;
    return { size, root, verdict };
  }
}

const rolledBack = (leaves: number): TreeVerdict => ({
  verdict: 'rollback',
  leaves,
  missing: leaves,
  fault: 'rollback',
  stream: null,
  seq: null,
});

/** Earlier versions told no more than whether the entries made the signed tree. */
const UNTOLD = { fault: null, stream: null, seq: null };

export async function lastVerified({
  store,
}: Pick<LedgerDeskDeps, 'store'>): Promise<LastVerified | null> {
  const kept = await readSetting(store, LAST);
  return kept === null ? null : { ...UNTOLD, ...(JSON.parse(kept) as LastVerified) };
}

const SEALS = 30;
const EXPORTS = 50;

/** 每日封存: the days whose heads were taken, latest first. */
export async function dailySeals(deps: Pick<LedgerDeskDeps, 'store'>) {
  const rows = await latest(deps, 'HeadsTaken', SEALS);
  return rows.flatMap((row) => {
    const told = bodyOf(row) as HeadsTaken | null;
    if (!told) return [];
    const { day, size, streams, root } = told;
    return [{ day, size, streams, root, leaf: row.leaf }];
  });
}

interface ExportTold {
  readonly conversation: string;
  readonly entries: number;
  readonly head: string;
  readonly by: string;
  readonly why: string;
}

/** 导出记录: what left the house, latest first. */
export async function exportsMade(deps: Pick<LedgerDeskDeps, 'store'>) {
  const rows = await latest(deps, 'ConversationExported', EXPORTS);
  return rows.flatMap((row) => {
    const told = bodyOf(row) as ExportTold | null;
    if (!told) return [];
    const { conversation, entries, head, by, why } = told;
    return [{ at: toIso(Number(row.at)), conversation, entries, head, by, why }];
  });
}

const latest = ({ store }: Pick<LedgerDeskDeps, 'store'>, kind: string, limit: number) =>
  readLatest(store, { stream: HOUSE_STREAM, kind, size: Number.MAX_SAFE_INTEGER, limit });
