import type { AttemptRow, ToolCallRow } from '../../store/schema.js';
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

export const insertAttempt = ({ db }: Store, row: AttemptRow): Write => ({
  query: db
    .insertInto('attempt')
    .values(row)
    .onConflict((c) => c.doNothing())
    .compile(),
  rows: 1,
});

export const updateAttempt = (
  { db }: Store,
  turnId: string,
  n: number,
  end: Partial<AttemptRow>,
): Write => ({
  query: db
    .updateTable('attempt')
    .set(end)
    .where('turn_id', '=', turnId)
    .where('n', '=', n)
    .compile(),
});

export const findToolCall = ({ db }: Store, key: string) =>
  db
    .selectFrom('tool_call')
    .select(['status', 'result'])
    .where('idem_key', '=', key)
    .executeTakeFirst();

export const insertToolCall = ({ db }: Store, row: ToolCallRow): Write => ({
  query: db
    .insertInto('tool_call')
    .values(row)
    .onConflict((c) => c.doNothing())
    .compile(),
});

export const markToolCallDone = ({ db }: Store, key: string, result: string): Write => ({
  query: db
    .updateTable('tool_call')
    .set({ status: 'done', result })
    .where('idem_key', '=', key)
    .compile(),
  rows: 1,
});
