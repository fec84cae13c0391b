import type { ProposalRow } from '../../store/schema.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** Every statement on `proposal`. */

export const insertProposal = ({ db }: Store, row: ProposalRow): Write => ({
  query: db
    .insertInto('proposal')
    .values(row)
    .onConflict((c) => c.doNothing())
    .compile(),
  rows: 1,
});

/** Moves a proposal on, if it still stands where the caller read it. */
export const moveProposal = ({ db }: Store, from: ProposalRow, to: ProposalRow): Write => ({
  query: db
    .updateTable('proposal')
    .set(to)
    .where('id', '=', from.id)
    .where('next_seq', '=', from.next_seq)
    .compile(),
  rows: 1,
});

/** What is frozen is found by nobody on an ordinary way. */
const ordinary = ({ db }: Pick<Store, 'db'>) =>
  db.selectFrom('proposal').selectAll().where('restricted_at', 'is', null);

export const findProposal = ({ db }: Store, id: string): Promise<ProposalRow | undefined> =>
  ordinary({ db }).where('id', '=', id).executeTakeFirst();

/** Latest first; null: at any stage, of any customer. */
export function proposalRows(
  { db }: Store,
  of: { readonly stage: string | null; readonly customer: string | null },
  limit: number,
): Promise<ProposalRow[]> {
  let rows = ordinary({ db });
  if (of.stage !== null) rows = rows.where('stage', '=', of.stage);
  if (of.customer !== null) rows = rows.where('customer_id', '=', of.customer);
  return rows.orderBy('drafted_at', 'desc').orderBy('id').limit(limit).execute();
}

/** At one of `stages`, and over by `now`; the longest over first. */
export const overdueProposals = (
  { db }: Store,
  stages: readonly string[],
  now: Instant,
  limit: number,
): Promise<ProposalRow[]> =>
  ordinary({ db })
    .where('stage', 'in', stages)
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(limit)
    .execute();

/** Decided, and the customer has not been told; the longest waiting first. */
export const untoldProposals = ({ db }: Store, limit: number): Promise<ProposalRow[]> =>
  ordinary({ db }).where('untold', '=', 1).orderBy('drafted_at').limit(limit).execute();
