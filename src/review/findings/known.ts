import { WISH_KINDS, wishesOf } from '../../advice/lifecycle/moments/contact.js';
import type { Investor } from '../../advice/suitability/occasion.js';
import { complaintCause } from '../../conversation/cases/number.js';
import { happeningOf } from '../../profiles/happenings.js';
import { complaintsOf } from '../../conversation/queries/customer-case.js';
import { wishRows } from '../../conversation/queries/moment.js';
import { classThrough } from '../../profiles/assessments.js';
import { gatedProductOf, investorOf } from '../../profiles/gated.js';
import type { CustomerProfile } from '../../profiles/kyc.js';
import { findCustomer } from '../../profiles/kyc.js';
import { privateProducts, publicProducts } from '../../profiles/kyp.js';
import { findCustomerRow } from '../../profiles/queries.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import type { ShelfItem } from '../../compliance/transcript/transcript.js';

/** 当时所知: what was known of customer and products when something was said. */

export async function shelfOf(store: Store): Promise<readonly ShelfItem[]> {
  const products = [...(await publicProducts(store)), ...(await privateProducts(store))];
  return products.map((product) => ({ product, gated: gatedProductOf(product) }));
}

/** The customer with the class that counted then; null: a visitor. */
export async function customerThrough(
  store: Store,
  id: string | null,
): Promise<(at: Instant) => Investor | null> {
  const profile = id === null ? null : await findCustomer(store, id);
  if (!profile) return () => null;
  const classAt = await classThrough(store, profile);
  const personalizationAt = await personalizationThrough(store, profile.id);
  return (at) => {
    const day = toLocalDate(at);
    const personalization = personalizationAt(at);
    return investorOf({ ...profile, ...classAt(day), personalization }, day);
  };
}

/** Whoever opts out today had not done so yesterday: the last word before `at` counts. */
async function personalizationThrough(
  store: Store,
  customer: string,
): Promise<(at: Instant) => boolean> {
  const row = await findCustomerRow(store, customer);
  const onFile = (JSON.parse(row?.body ?? '{}') as Partial<CustomerProfile>).personalization;
  const wishes = await wishRows(store, [customer], WISH_KINDS);
  return (at) => {
    const then = wishes.filter((one) => Number(one.at) <= at).map(happeningOf);
    return wishesOf(then, onFile ?? true).personalization;
  };
}

/** 投诉办理的期限与答复, by the turn in which one was filed: findings and cases tell the same. */
export async function answersIn(store: Store, conversation: string) {
  const rows = await complaintsOf(store, conversation);
  return (turn: string) => {
    const row = rows.find(({ cause }) => cause === complaintCause(turn));
    return row ? { due: row.due_day, told: row.told_day } : null;
  };
}
