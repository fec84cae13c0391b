import { sql } from 'kysely';
import type { Insertable, Selectable } from 'kysely';
import type { FindingRow, InspectionRow } from '../../store/review-rows.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { JUDGE_RULES } from './concerns.js';

/** Every statement on `inspection` and `finding`. */

/** Conversations among the entries taken into the ledger's tree after a leaf, and the last leaf of them. */
export async function touchedSince({ db }: Store, leaf: number, limit: number) {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['leaf', 'stream'])
    .where('leaf', '>', leaf)
    .orderBy('leaf')
    .limit(limit)
    .execute();
  // Every other stream (house, staff, proposals) has a colon in its name.
  const conversations = rows.map(({ stream }) => stream).filter((stream) => !stream.includes(':'));
  return {
    conversations: [...new Set(conversations)],
    last: Number(rows.at(-1)?.leaf ?? leaf),
  };
}

/** What is due already stays so: it is about to be read with all that was said. */
export const setDue = (
  { db }: Store,
  conversations: readonly string[],
  { now, due }: { readonly now: Instant; readonly due: Instant },
): Write => ({
  query: db
    .insertInto('inspection')
    .values(
      conversations.map((id) => ({
        conversation_id: id,
        due_at: due,
        through_seq: 0,
        version: null,
      })),
    )
    .onConflict((on) =>
      on.column('conversation_id').doUpdateSet({
        due_at: sql<number>`case when inspection.due_at <= ${now} then inspection.due_at else ${due} end`,
      }),
    )
    .compile(),
});

/** All that was opened since is read again. */
export const setHistoryDue = ({ db }: Store, since: Instant, now: Instant): Write => ({
  query: db
    .insertInto('inspection')
    .columns(['conversation_id', 'due_at', 'through_seq', 'version'])
    .expression((eb) =>
      eb
        .selectFrom('conversation')
        .select([
          'conversation.id',
          sql<number>`${sql.lit(now)}`.as('due_at'),
          sql<number>`0`.as('through_seq'),
          sql<string | null>`null`.as('version'),
        ])
        .where('conversation.opened_at', '>=', since)
        .where('conversation.restricted_at', 'is', null),
    )
    .onConflict((on) => on.column('conversation_id').doUpdateSet({ due_at: now }))
    .compile(),
});

export async function openedSince({ db }: Store, since: Instant): Promise<number> {
  const { count } = await db
    .selectFrom('conversation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('opened_at', '>=', since)
    .where('restricted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export const dueInspections = ({ db }: Store, now: Instant, limit: number) =>
  db
    .selectFrom('inspection')
    .select(['conversation_id', 'due_at'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute();

/** Done, unless it has become due again meanwhile. */
export const setRead = (
  { db }: Store,
  {
    conversation_id,
    due_at,
    through_seq,
    version,
    stratum,
  }: Omit<Selectable<InspectionRow>, 'judged_seq'>,
): Write => ({
  query: db
    .updateTable('inspection')
    .set({ due_at: null, through_seq, version, stratum })
    .where('conversation_id', '=', conversation_id)
    .where('due_at', '=', due_at)
    .compile(),
});

/** Tried again later. */
export const putOff = ({ db }: Store, conversation: string, due: Instant): Write => ({
  query: db
    .updateTable('inspection')
    .set({ due_at: due })
    .where('conversation_id', '=', conversation)
    .compile(),
});

/**
 * What the rules, or the model after them, found before stands only if it is found again. Rules that
 * are not asked any more (`tried`) say nothing against what they found while they counted.
 */
export const unsettle = (
  { db }: Store,
  conversation: string,
  by: 'rules' | 'model',
  tried: readonly string[] = [],
): Write => ({
  query: db
    .updateTable('finding')
    .set({ stands: 0 })
    .where('conversation_id', '=', conversation)
    .$if(by === 'model', (q) => q.where('rule', 'in', [...JUDGE_RULES]))
    .$if(by === 'rules', (q) => q.where('rule', 'not in', [...JUDGE_RULES, ...tried]))
    .compile(),
});

/** Conversations opened since that the rules have read further than a model has, the oldest first. */
export async function unjudged({ db }: Store, since: Instant, limit: number) {
  const rows = await db
    .selectFrom('conversation')
    .innerJoin('inspection', 'inspection.conversation_id', 'conversation.id')
    .select(['conversation.id', 'inspection.through_seq'])
    .where('conversation.opened_at', '>=', since)
    .where('conversation.restricted_at', 'is', null)
    .where('inspection.due_at', 'is', null)
    .whereRef('inspection.through_seq', '>', 'inspection.judged_seq')
    .orderBy('conversation.opened_at')
    .limit(limit)
    .execute();
  return rows.map(({ id, through_seq }) => ({ id, through: through_seq }));
}

export const setJudged = ({ db }: Store, conversation: string, through: number): Write => ({
  query: db
    .updateTable('inspection')
    .set({ judged_seq: through })
    .where('conversation_id', '=', conversation)
    .compile(),
});

export const keepFinding = ({ db }: Store, row: Insertable<FindingRow>): Write => ({
  query: db
    .insertInto('finding')
    .values(row)
    .onConflict((on) =>
      on.columns(['conversation_id', 'rule', 'seq', 'from_unit']).doUpdateSet({
        to_unit: row.to_unit,
        severity: row.severity,
        basis: row.basis,
        version: row.version,
        stands: 1,
      }),
    )
    .compile(),
});

export interface FindingFilter {
  readonly conversation?: string | undefined;
  readonly rule?: string | undefined;
  readonly severity?: FindingRow['severity'] | undefined;
  readonly employee?: string | undefined;
  readonly since: Instant;
  readonly limit: number;
}

/** Findings that stand, latest words first. */
export function findingsBy({ db }: Store, filter: FindingFilter) {
  const { conversation, rule, severity, employee, since, limit } = filter;
  return db
    .selectFrom('finding')
    .innerJoin('conversation', 'conversation.id', 'finding.conversation_id')
    .selectAll('finding')
    .select(['conversation.channel', 'conversation.customer_id'])
    .where('stands', '=', 1)
    .where('conversation.restricted_at', 'is', null)
    .where('said_at', '>=', since)
    .$if(conversation !== undefined, (q) => q.where('conversation_id', '=', conversation!))
    .$if(rule !== undefined, (q) => q.where('rule', '=', rule!))
    .$if(severity !== undefined, (q) => q.where('severity', '=', severity!))
    .$if(employee !== undefined, (q) => q.where('employee_id', '=', employee!))
    .orderBy('said_at', 'desc')
    .orderBy('conversation_id')
    .limit(limit)
    .execute();
}

/** Conversations opened in a stretch of time, latest first, after a place in that order. */
export const conversationsBetween = (
  { db }: Store,
  { since, until }: { readonly since: Instant; readonly until: Instant },
  after: { readonly opened: Instant; readonly id: string } | null,
  limit: number,
) =>
  db
    .selectFrom('conversation')
    .select(['id', 'opened_at', 'customer_id'])
    .where('opened_at', '>=', since)
    .where('opened_at', '<', until)
    .where('restricted_at', 'is', null)
    .$if(after !== null, (q) =>
      q.where((eb) =>
        eb.or([
          eb('opened_at', '<', after!.opened),
          eb.and([eb('opened_at', '=', after!.opened), eb('id', '>', after!.id)]),
        ]),
      ),
    )
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
