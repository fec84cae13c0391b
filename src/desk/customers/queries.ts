import type { Store } from '../../store/store.js';

/** What of the house's tables is read for one customer's portrait alone. */

/** 家庭与人生大事, as key moments 12 to 16 know them. */
const HOUSEHOLD = [
  'child-born',
  'married',
  'divorced',
  'illness',
  'job-lost',
  'retirement-planned',
  'mortgage-started',
  'mortgage-settled',
];
const MOST_EVENTS = 10;

export const householdEvents = ({ db }: Store, customer: string) =>
  db
    .selectFrom('customer_event')
    .select(['kind', 'at'])
    .where('customer_id', '=', customer)
    .where('kind', 'in', HOUSEHOLD)
    .orderBy('at', 'desc')
    .limit(MOST_EVENTS)
    .execute();

/** The latest first. */
export const conversationsOf = ({ db }: Store, customer: string, limit: number) =>
  db
    .selectFrom('conversation')
    .leftJoin('handoff', 'handoff.conversation_id', 'conversation.id')
    .select(['conversation.id', 'channel', 'opened_at', 'closed_at', 'pen', 'next_seq'])
    .select(['handoff.stage', 'handoff.employee_id'])
    .where('conversation.customer_id', '=', customer)
    .orderBy('opened_at', 'desc')
    .orderBy('conversation.id')
    .limit(limit)
    .execute();

/** The latest result of a questionnaire that was answered here; undefined: there is none. */
export const lastRiskAssessed = ({ db }: Store, customer: string) =>
  db
    .selectFrom('event')
    .innerJoin('conversation', 'conversation.id', 'event.stream')
    .select('event.body')
    .where('conversation.customer_id', '=', customer)
    .where('event.kind', '=', 'RiskAssessed')
    .where('event.body', 'is not', null)
    .orderBy('event.at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Whom an employee looks after, as their rows say it, by number. */
export const customersOf = ({ db }: Store, employee: string, limit: number) =>
  db
    .selectFrom('customer')
    .select(['id', 'body'])
    .where('body', 'like', `%"advisor":${JSON.stringify(employee)}%`)
    .orderBy('id')
    .limit(limit)
    .execute();

/** Key moments of a customer that were raised since a day, by their first day. */
export const momentsOf = ({ db }: Store, customer: string, since: string, limit: number) =>
  db
    .selectFrom('moment')
    .selectAll()
    .where('customer_id', '=', customer)
    .where('until_day', '>=', since)
    .orderBy('from_day', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();

/** The latest first; what is frozen is found by nobody on an ordinary way. */
export const complaintsOf = ({ db }: Store, customer: string, limit: number) =>
  db
    .selectFrom('customer_case')
    .selectAll()
    .where('customer_id', '=', customer)
    .where('matter', '=', 'complaint')
    .where('restricted_at', 'is', null)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
