import type { HouseDeps } from '../../conversation/house-stream.js';
import { HOUSE_STREAM, keepInHouse } from '../../conversation/house-stream.js';
import { readLatest } from '../../ledger/bundle/queries.js';
import type { Keeper } from '../../ledger/keeper.js';
import type { HeadsTaken } from '../../ledger/heads.js';
import type { TreeVerdict } from '../../ledger/verify/own-tree.js';
import { verifyOwnTree } from '../../ledger/verify/own-tree.js';
import { readSetting, writeSetting } from '../../store/setting.js';
import { toIso } from '../../terms/time.js';

/** 账本状态: how the house's record stands, as it is shown to whoever may verify it. */

export interface LedgerDeskDeps extends HouseDeps {
  readonly ledger: Pick<Keeper, 'sign' | 'keyLine' | 'state'>;
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

/** Hashes every entry anew against a checkpoint of this moment, and puts what came of it on record. */
export async function verifyNow(deps: LedgerDeskDeps, by: string): Promise<LastVerified> {
  const { store, ledger, now } = deps;
  const { size, root } = await ledger.sign();
  const begun = performance.now();
  const verdict = await verifyOwnTree(store, { size, root });
  const ms = Math.round(performance.now() - begun);
  const found = { by, size, root: root.toString('hex'), ms, ...verdict };
  const last: LastVerified = { ...found, at: now() };
  const kept = [writeSetting(store, LAST, JSON.stringify(last))];
  const event: LedgerVerified = { kind: 'LedgerVerified', ...found };
  await keepInHouse(deps, event, kept);
  return last;
}

export async function lastVerified({
  store,
}: Pick<LedgerDeskDeps, 'store'>): Promise<LastVerified | null> {
  const kept = await readSetting(store, LAST);
  return kept === null ? null : (JSON.parse(kept) as LastVerified);
}

const SEALS = 30;
const EXPORTS = 50;

/** 每日封存: the days whose heads were taken, latest first. */
export async function dailySeals(deps: Pick<LedgerDeskDeps, 'store'>) {
  const rows = await latest(deps, 'HeadsTaken', SEALS);
  return rows.map(({ body, leaf }) => {
    const { day, size, streams, root } = JSON.parse(body ?? '{}') as HeadsTaken;
    return { day, size, streams, root, leaf };
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
  return rows.map(({ body, at }) => {
    const { conversation, entries, head, by, why } = JSON.parse(body ?? '{}') as ExportTold;
    return { at: toIso(Number(at)), conversation, entries, head, by, why };
  });
}

const latest = ({ store }: Pick<LedgerDeskDeps, 'store'>, kind: string, limit: number) =>
  readLatest(store, { stream: HOUSE_STREAM, kind, size: Number.MAX_SAFE_INTEGER, limit });
