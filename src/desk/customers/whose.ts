import type { Relation } from '../../access/permissions.js';
import { handoffRows } from '../../conversation/queries/handoff.js';
import { findCustomer } from '../../profiles/kyc.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { isUnsealed } from '../unsealing/queries.js';

/**
 * Whose a customer is: `assigned` to whoever looks after them, or has or is offered them in the chat;
 * `unsealed` where they stand open for the one who asks. Null: there is no such customer.
 */
export async function relationToCustomer(
  store: Store,
  employee: string | null,
  customer: string,
  now: Instant,
): Promise<Relation | null> {
  const profile = await findCustomer(store, customer);
  if (!profile) return null;
  if (employee === null) return 'others';
  if (profile.advisor === employee) return 'assigned';
  const open = await handoffRows(store, ['offered', 'held']);
  const isTheirs = open.some((row) => row.customer_id === customer && row.employee_id === employee);
  if (isTheirs) return 'assigned';
  return (await isUnsealed(store, customer, employee, now)) ? 'unsealed' : 'others';
}
