import { findCustomer } from '../../profiles/kyc.js';
import type { Store } from '../../store/store.js';

/** A customer as compliance reads of them: no more of a name than tells people apart. Null: a visitor. */
export async function customerNamed(store: Store, id: string | null) {
  const profile = id === null ? null : await findCustomer(store, id);
  if (!profile) return null;
  return { id: profile.id, name: `${[...profile.name][0] ?? ''}**`, tolerance: profile.tolerance };
}

/** The same name alone; null: a visitor, or somebody the house no longer knows. */
export const maskedName = async (store: Store, id: string | null): Promise<string | null> =>
  (await customerNamed(store, id))?.name ?? null;
