import type { Store } from '../../store/store.js';

/** What of the house's tables is read for a customer's own copy alone. */

export const customerHappenings = ({ db }: Store, customer: string) =>
  db
    .selectFrom('customer_event')
    .select(['kind', 'at', 'body'])
    .where('customer_id', '=', customer)
    .orderBy('at')
    .orderBy('id')
    .execute();

export const momentsOf = ({ db }: Store, customer: string) =>
  db
    .selectFrom('moment')
    .select(['number', 'from_day', 'until_day', 'state', 'body'])
    .where('customer_id', '=', customer)
    .orderBy('from_day')
    .orderBy('id')
    .execute();

export const casesOf = ({ db }: Store, customer: string) =>
  db
    .selectFrom('customer_case')
    .select(['id', 'matter', 'stage', 'opened_at', 'due_day', 'told_day', 'outcome'])
    .where('customer_id', '=', customer)
    .orderBy('opened_at')
    .execute();
