import type { AttemptRow, ToolCallRow } from '../../store/schema.js';
import { prepared } from '../../store/prepared.js';
import type { Store, Write } from '../../store/store.js';

/** Every statement on what a turn leaves: `attempt` and its tool journal, `tool_call`. */

export const countAttempts = async (store: Store, turnId: string): Promise<number> => {
  const row = await store.db
    .selectFrom('attempt')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('turn_id', '=', turnId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

const attemptRow = prepared(({ db }, row: AttemptRow) =>
  db
    .insertInto('attempt')
    .values(row)
    .onConflict((c) => c.doNothing()),
);

export const insertAttempt = (store: Store, row: AttemptRow): Write => ({
  query: attemptRow(store, row),
  rows: 1,
});

/** How an attempt ended. */
export type AttemptOutcome = Pick<
  AttemptRow,
  'outcome' | 'finished_at' | 'versions' | 'llm_request_hash' | 'draft' | 'blocked_by'
>;

const attemptEnded = prepared(
  ({ db }, given: AttemptOutcome & { turnId: string; attempt: number }) =>
    db
      .updateTable('attempt')
      .set({
        outcome: given.outcome,
        finished_at: given.finished_at,
        versions: given.versions,
        llm_request_hash: given.llm_request_hash,
        draft: given.draft,
        blocked_by: given.blocked_by,
      })
      .where('turn_id', '=', given.turnId)
      .where('n', '=', given.attempt),
);

export const updateAttempt = (
  store: Store,
  turnId: string,
  attempt: number,
  end: AttemptOutcome,
): Write => ({ query: attemptEnded(store, { ...end, turnId, attempt }) });

export const findToolCall = ({ db }: Store, key: string) =>
  db
    .selectFrom('tool_call')
    .select(['status', 'result'])
    .where('idem_key', '=', key)
    .executeTakeFirst();

const callRow = prepared(({ db }, row: ToolCallRow) =>
  db
    .insertInto('tool_call')
    .values(row)
    .onConflict((c) => c.doNothing()),
);

export const insertToolCall = (store: Store, row: ToolCallRow): Write => ({
  query: callRow(store, row),
});

export const markToolCallDone = ({ db }: Store, key: string, result: string): Write => ({
  query: db
    .updateTable('tool_call')
    .set({ status: 'done', result })
    .where('idem_key', '=', key)
    .compile(),
  rows: 1,
});
