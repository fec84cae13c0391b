import { prepared } from '../../store/prepared.js';
import type { AttemptRow, Sealed, ToolCallRow } from '../../store/schema.js';
import { keptColumns, keptRow } from '../../store/sealed-tables.js';
import type { KeptRow } from '../../store/kept.js';
import type { Store, Write } from '../../store/store.js';

/** Every statement on what a turn leaves: `attempt` and its tool journal, `tool_call`. */

/** How each run of a turn ended; `running`: it died. */
export const attemptOutcomes = async (
  { db }: Store,
  turnId: string,
): Promise<readonly AttemptRow['outcome'][]> => {
  const rows = await db
    .selectFrom('attempt')
    .select('outcome')
    .where('turn_id', '=', turnId)
    .execute();
  return rows.map(({ outcome }) => outcome);
};

const attemptRow = prepared(({ db }, row: KeptRow<AttemptRow, Sealed['attempt']>) =>
  db
    .insertInto('attempt')
    .values(row)
    .onConflict((c) => c.doNothing()),
);

export const insertAttempt = (store: Store, row: AttemptRow): Write => ({
  query: attemptRow(store, keptRow('attempt', row)),
  rows: 1,
});

/** How an attempt ended. */
export type AttemptOutcome = Pick<
  AttemptRow,
  'outcome' | 'finished_at' | 'versions' | 'llm_request_hash' | 'draft' | 'blocked_by' | 'given'
>;

const attemptEnded = prepared(
  ({ db }, given: KeptRow<AttemptOutcome, Sealed['attempt']> & { turn_id: string; n: number }) =>
    db
      .updateTable('attempt')
      .set({
        outcome: given.outcome,
        finished_at: given.finished_at,
        versions: given.versions,
        llm_request_hash: given.llm_request_hash,
        draft: given.draft,
        blocked_by: given.blocked_by,
        given: given.given,
      })
      .where('turn_id', '=', given.turn_id)
      .where('n', '=', given.n),
);

export interface AttemptId {
  readonly conversation: string;
  readonly turn: string;
  readonly attempt: number;
}

export const updateAttempt = (
  store: Store,
  { conversation, turn, attempt }: AttemptId,
  end: AttemptOutcome,
): Write => ({
  query: attemptEnded(
    store,
    keptRow('attempt', { ...end, turn_id: turn, n: attempt }, conversation),
  ),
});

export const findToolCall = ({ db }: Store, key: string) =>
  db
    .selectFrom('tool_call')
    .select(['status', 'result'])
    .where('idem_key', '=', key)
    .executeTakeFirst();

const callRow = prepared(({ db }, row: KeptRow<ToolCallRow, Sealed['tool_call']>) =>
  db
    .insertInto('tool_call')
    .values(row)
    .onConflict((c) => c.doNothing()),
);

export const insertToolCall = (store: Store, row: ToolCallRow, conversation: string): Write => ({
  query: callRow(store, keptRow('tool_call', row, conversation)),
});

export const markToolCallDone = (
  { db }: Store,
  key: string,
  result: string,
  conversation: string,
): Write => ({
  query: db
    .updateTable('tool_call')
    .set({ status: 'done', ...keptColumns('tool_call', { idem_key: key, result }, conversation) })
    .where('idem_key', '=', key)
    .compile(),
  rows: 1,
});

/** The attempts of a turn, and what its tools found, in the order they were asked. */
export async function readTurn({ db }: Pick<Store, 'db'>, conversation: string, turn: string) {
  const [attempts, calls] = await Promise.all([
    db
      .selectFrom('attempt')
      .selectAll()
      .where('conversation_id', '=', conversation)
      .where('turn_id', '=', turn)
      .orderBy('n')
      .execute(),
    db.selectFrom('tool_call').selectAll().where('turn_id', '=', turn).orderBy('ordinal').execute(),
  ]);
  return { attempts, calls };
}
