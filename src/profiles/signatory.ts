import type { Signer } from '../advice/suitability/proposal-signer.js';
import { LICENCES } from '../advice/suitability/seller.js';
import type { Store } from '../store/store.js';
import { findEmployeeRow } from './queries.js';

/** 签署人: an employee as somebody who may sign, with the licences on file today; null: there is none. */
export async function findSignatory(
  store: Store,
  id: string,
): Promise<(Signer & { readonly name: string }) | null> {
  const row = await findEmployeeRow(store, id);
  if (!row) return null;
  const { licences = [], productGrade = null } = JSON.parse(row.body) as {
    readonly licences?: readonly string[];
    readonly productGrade?: number | null;
  };
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    licences: LICENCES.filter((known) => licences.includes(known)),
    productGrade,
  };
}
