import type { LedgerConfig } from '../config.js';
import { recordInHouse } from '../conversation/house-stream.js';
import { checkpointFolder } from '../ledger/checkpoint-folder.js';
import { witnessAt } from '../ledger/cosigning.js';
import type { Keeper, LedgerState } from '../ledger/keeper.js';
import { createKeeper } from '../ledger/keeper.js';
import { signingKey } from '../ledger/signing-key.js';
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

/** As `/readyz` tells it; null: no round has ended yet. */
export const ledgerLine = (state: LedgerState | null) =>
  state && {
    tree: state.origin,
    leaves: state.size,
    checkpoint: state.checkpoint && {
      leaves: state.checkpoint.size,
      at: new Date(state.checkpoint.at).toISOString(),
    },
    witnessed: state.witnessed,
    trouble: state.trouble,
  };
