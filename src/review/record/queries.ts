import { sql } from 'kysely';
import { entriesAsTheyLie } from '../../ledger/bundle/queries.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** What the compliance door reads of conversations, sealed words left alone. */

export interface RecordFilter {
  readonly channel?: string | undefined;
  readonly customer?: string | undefined;
  readonly rule?: string | undefined;
  readonly stage?: string | undefined;
  readonly since: Instant;
  /** Up to and without. */
  readonly until: Instant;
  readonly limit: number;
}

/** Conversations opened in a stretch of time, latest first. */
export function recordLines({ db }: Store, filter: RecordFilter) {
  const { channel, customer, rule, stage, since, until, limit } = filter;
  return db
    .selectFrom('conversation')
    .leftJoin('inspection', 'inspection.conversation_id', 'conversation.id')
    .leftJoin('review_item', 'review_item.conversation_id', 'conversation.id')
    .select([
      'conversation.id',
      'channel',
      'customer_id',
      'conversation.opened_at',
      'next_seq',
      'pen',
    ])
    .select(['inspection.stratum', 'stage', 'verdict'])
    .where('conversation.restricted_at', 'is', null)
    .where('conversation.opened_at', '>=', since)
    .where('conversation.opened_at', '<', until)
    .$if(channel !== undefined, (q) => q.where('channel', '=', channel!))
    .$if(customer !== undefined, (q) => q.where('customer_id', '=', customer!))
    .$if(stage !== undefined, (q) => q.where('stage', '=', stage as 'first'))
    .$if(rule !== undefined, (q) =>
      q.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('finding')
            .select(sql`1`.as('one'))
            .whereRef('finding.conversation_id', '=', 'conversation.id')
            .where('rule', '=', rule!)
            .where('stands', '=', 1),
        ),
      ),
    )
    .orderBy('conversation.opened_at', 'desc')
    .orderBy('conversation.id')
    .limit(limit)
    .execute();
}

/** Findings that stand in these conversations, one row a rule: where it was grave once, it is grave. */
export const findingsOf = async ({ db }: Store, conversations: readonly string[]) =>
  conversations.length === 0
    ? []
    : db
        .selectFrom('finding')
        .select(({ fn }) => ['conversation_id', 'rule', fn.countAll<number>().as('n')])
        // `hard` comes before `soft`.
        .select(({ fn }) => fn.min('severity').as('severity'))
        .where('conversation_id', 'in', conversations)
        .where('stands', '=', 1)
        .groupBy(['conversation_id', 'rule'])
        .orderBy('rule')
        .execute();

/** What the tools of a turn were asked and answered. */
export const toolCallsOf = ({ db }: Store, turn: string) =>
  db
    .selectFrom('tool_call')
    .select(['name', 'args', 'result', 'status'])
    .where('turn_id', '=', turn)
    .orderBy('ordinal')
    .execute();

/** Entries of a conversation after one, beside their events as they lie there, altered or not. */
export const linesAsTheyLie = (store: Store, stream: string, after: number, limit: number) =>
  entriesAsTheyLie(store)
    .select(['leaf', 'cseq'])
    .where('ledger_entry.stream', '=', stream)
    .where('cseq', '>', after)
    .orderBy('cseq')
    .limit(limit)
    .execute();

export const entryOf = ({ db }: Store, stream: string, cseq: number) =>
  db
    .selectFrom('ledger_entry')
    .select(['entry', 'hash', 'leaf'])
    .where('stream', '=', stream)
    .where('cseq', '=', cseq)
    .executeTakeFirst();

/** Entries of a stream as they stand in the tree: no word of what was said is in them. */
export const entriesOf = (store: Store, stream: string, limit: number) =>
  entriesAsTheyLie(store)
    .select(['cseq', 'hash', 'leaf'])
    .where('ledger_entry.stream', '=', stream)
    .orderBy('cseq')
    .limit(limit)
    .execute();
