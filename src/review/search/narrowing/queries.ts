import type { Store } from '../../../store/store.js';
import { secondOf } from '../index/entry-ids.js';

/** Every statement on what searches are narrowed by: rules, verdicts, people, products. */

/** How many findings of a rule that stand there are in a time, but no more than `most`. */
export async function countFindings(
  { db }: Store,
  rule: string,
  within: { readonly from: number; readonly through: number },
  most: number,
): Promise<number> {
  const rows = await db
    .selectFrom('finding')
    .select('seq')
    .where('rule', '=', rule)
    .where('said_at', '>=', secondOf(within.from))
    .where('said_at', '<=', secondOf(within.through) + 999)
    .limit(most)
    .execute();
  return rows.length;
}

/** The same of conversations with a verdict. */
export async function countVerdicts({ db }: Store, verdict: string, most: number) {
  const rows = await db
    .selectFrom('review_item')
    .select('conversation_id')
    .where('verdict', '=', verdict)
    .limit(most)
    .execute();
  return rows.length;
}

/** Rules whose findings stand in these conversations. */
export const rulesIn = ({ db }: Store, conversations: readonly string[]) =>
  db
    .selectFrom('finding')
    .select(['conversation_id', 'seq', 'rule'])
    .where('conversation_id', 'in', [...conversations])
    .where('stands', '=', 1)
    .orderBy('rule')
    .execute();

/** Ids of everybody who goes by it: a customer or an employee, by id or by their whole name. */
export async function peopleNamed({ db }: Store, named: string): Promise<readonly string[]> {
  const [customers, employees] = await Promise.all([
    db.selectFrom('customer').select('id').where('name', '=', named).limit(50).execute(),
    db.selectFrom('employee').select('id').where('name', '=', named).limit(50).execute(),
  ]);
  return [...new Set([named, ...customers.map(({ id }) => id), ...employees.map(({ id }) => id)])];
}

/** Products by code or by a part of their name. */
export const productsNamed = ({ db }: Store, named: string) =>
  db
    .selectFrom('product')
    .select(['code', 'name'])
    .where((eb) => eb.or([eb('code', '=', named), eb('name', 'like', `%${named}%`)]))
    .orderBy('code')
    .limit(20)
    .execute();
