import { POLICY_ISSUED, policyRights } from '../advice/lifecycle/cooling-off.js';
import type { PolicyRights } from '../advice/lifecycle/cooling-off.js';
import type { Happening } from '../advice/lifecycle/moments/moment.js';
import type { CustomerEventRow } from '../store/institution-rows.js';
import type { Store } from '../store/store.js';
import type { LocalDate } from '../terms/time.js';
import { toLocalDate } from '../terms/time.js';
import { eventRowsOf } from './queries.js';

/** 客户身边的事, as the institution's systems told of them. */

export const happeningOf = ({ id, kind, at, body }: CustomerEventRow): Happening => ({
  id,
  kind,
  at,
  day: toLocalDate(at),
  body: (JSON.parse(body) ?? {}) as Happening['body'],
});

/** The customer's policies whose contracts have a cooling-off period, latest first. */
export async function policiesOf(
  store: Store,
  customer: string,
  today: LocalDate,
): Promise<readonly PolicyRights[]> {
  const rows = await eventRowsOf(store, customer, POLICY_ISSUED);
  return rows
    .map(happeningOf)
    .filter(({ day }) => day <= today)
    .flatMap((one) => policyRights(one, today) ?? []);
}
