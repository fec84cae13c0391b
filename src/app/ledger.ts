import type { LedgerConfig } from '../config.js';
import { recordInHouse } from '../conversation/house-stream.js';
import { checkpointFolder } from '../ledger/checkpoint-folder.js';
import { witnessAt } from '../ledger/cosigning.js';
import type { Keeper, LedgerState } from '../ledger/keeper.js';
import { createKeeper } from '../ledger/keeper.js';
import { signingKey } from '../ledger/signing-key.js';
import type { Trouble } from '../ledger/trouble.js';
import { lastVerified } from '../review/ledger/health.js';
import type { Store } from '../store/store.js';
import type { Parts } from './parts.js';
import { ORIGIN } from './parts.js';

/** The ledger's keeper over this store, with the key and the folder this configuration names. */
export function openLedger(
  { keyFile, checkpointDir, witnessUrl }: LedgerConfig,
  parts: Pick<Parts, 'owner' | 'now'> & {
    readonly store: Store;
    readonly report: (error: unknown, where: string) => void;
  },
): Keeper {
  return createKeeper({
    ...parts,
    deployment: ORIGIN,
    key: signingKey(keyFile),
    folder: checkpointFolder(checkpointDir),
    witness: witnessUrl === null ? null : witnessAt(witnessUrl),
    unwitnessed: (error) => parts.report(error, 'ledger witness'),
    recordHeads: (heads, also) => recordInHouse({ ...parts, origin: ORIGIN }, heads, also),
  });
}

/** What is wrong with it, and where; null: nothing, as far as has been seen. */
export interface LedgerAlarm {
  readonly trouble: Trouble | 'altered' | 'incomplete';
  /** The first entry that does not hold; null: it cannot be told of one. */
  readonly stream: string | null;
  readonly seq: number | null;
}

/** What the keeper runs into itself goes before what the last verification found. */
export async function ledgerAlarm(
  store: Store,
  state: Pick<LedgerState, 'trouble'> | null,
): Promise<LedgerAlarm | null> {
  const { verdict = 'intact', stream = null, seq = null } = (await lastVerified({ store })) ?? {};
  const place = { stream, seq };
  if (state?.trouble) return { trouble: state.trouble, ...place };
  // Whether it is still put back the keeper knows best: it looks every second.
  return verdict === 'intact' || verdict === 'rollback' ? null : { trouble: verdict, ...place };
}

/** As `/readyz` tells it; null: no round has ended yet. */
export const ledgerLine = (
  state: LedgerState | null,
  alarm: LedgerAlarm | null,
  verified: Awaited<ReturnType<typeof lastVerified>>,
) =>
  state && {
    tree: state.origin,
    leaves: state.size,
    checkpoint: state.checkpoint && {
      leaves: state.checkpoint.size,
      at: new Date(state.checkpoint.at).toISOString(),
    },
    witnessed: state.witnessed,
    verified: verified && {
      at: new Date(verified.at).toISOString(),
      verdict: verified.verdict,
      leaves: verified.leaves,
    },
    trouble: alarm?.trouble ?? null,
    first: alarm?.stream ? { stream: alarm.stream, seq: alarm.seq } : null,
  };
