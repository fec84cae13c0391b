import { momentRule } from '../../advice/lifecycle/moments/catalogue.js';
import type { Barrier, ContactWishes, Held } from '../../advice/lifecycle/moments/contact.js';
import { WISH_KINDS, heldBy, wishesOf } from '../../advice/lifecycle/moments/contact.js';
import type { MomentChannel } from '../../advice/lifecycle/moments/moment.js';
import { findCustomer } from '../../profiles/kyc.js';
import type { MomentRow } from '../../store/schema.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { contactsSince, wishRows } from '../queries/moment.js';
import { happeningOf } from '../../profiles/happenings.js';

/** How customers stand to being contacted, as their rows say at this moment. */

const MONTH_MS = 30 * 86_400_000;

export interface Standing {
  readonly wishes: ContactWishes;
  readonly lastMarketing: Instant | null;
  /** Contacts in the last 30 days. */
  readonly touches: number;
}

export async function standings(
  store: Store,
  customers: readonly string[],
  now: Instant,
): Promise<(customer: string) => Promise<Standing>> {
  const ids = [...new Set(customers)];
  if (ids.length === 0) return () => Promise.reject(new Error('nobody was asked for'));
  const [contacts, wishes] = await Promise.all([
    contactsSince(store, ids, now - MONTH_MS),
    wishRows(store, ids, WISH_KINDS),
  ]);
  return async (customer) => {
    const profile = await findCustomer(store, customer);
    const own = contacts.filter(({ customer_id: id }) => id === customer);
    const marketing = own.filter(({ purpose }) => purpose === 'marketing');
    return {
      wishes: wishesOf(
        wishes.filter(({ customer_id: id }) => id === customer).map(happeningOf),
        profile?.personalization ?? false,
      ),
      lastMarketing:
        marketing.length === 0 ? null : Math.max(...marketing.map((one) => one.contacted_at ?? 0)),
      touches: own.length,
    };
  };
}

/** Null: it may be said now, or done. `by`: on other channels than it was meant for. */
export function heldNow(
  row: Pick<MomentRow, 'number' | 'step' | 'barred'>,
  { wishes, lastMarketing }: Standing,
  now: Instant,
  by: readonly MomentChannel[] | null = null,
): Held | null {
  const rule = momentRule(row.number);
  const step = rule?.steps[row.step];
  if (!step) return null;
  const asked = by === null ? step : { ...step, channels: by };
  // Whoever opted out after it was raised is chosen for no more.
  const isOptedOut = rule.offer !== undefined && !wishes.personalization;
  const barred = (row.barred as Barrier | null) ?? (isOptedOut ? 'personalization_off' : null);
  return heldBy({ step: asked, wishes, lastMarketing, barred, now });
}
