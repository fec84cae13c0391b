import type { Signer } from '../advice/suitability/proposal-signer.js';
import type { Store } from '../store/store.js';
import { findEmployeeRecord } from './employee-record.js';

/** 签署人: an employee as somebody who may sign, with the licences on file today; null: there is none. */
export async function findSignatory(
  store: Store,
  id: string,
): Promise<(Signer & { readonly name: string }) | null> {
  const found = await findEmployeeRecord(store, id);
  if (!found) return null;
  const { name, role, licences, productGrade } = found.record;
  return { id, name, role, licences, productGrade };
}
