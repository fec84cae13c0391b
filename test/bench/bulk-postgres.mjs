// A made-up past in PostgreSQL, quickly. The rows are computed, sealed and chained by the same functions
// and come to lie in the same tables; only how they travel is another: rows of one statement go together,
// statements are planned once, and a unit is not waited for until it is on the disk.
import pg from 'pg';
import { sealing } from '../../dist/store/sealing.js';

/** Below the most parameters a statement may have, 65,535. */
const MOST_PARAMETERS = 30_000;
/** `insert into "t" ("a", "b") values ($1, $2)`, and nothing after it. */
const PLAIN_INSERT = /^(insert into .+ values )\(\$1(?:, \$\d+)*\)$/;

/** Built anew once all is there: GIN takes rows one by one many times slower. */
const BUILT_LAST = 'search_entry_tokens';

/** `store` as `openPostgres` gives it; the one returned is for writing the past alone, and `end` ends that. */
export async function filling(store, url) {
  const client = new pg.Client({ connectionString: url, pipeline: true });
  await client.connect();
  await client.query('set synchronous_commit = off');
  const { rows } = await client.query('select indexdef from pg_indexes where indexname = $1', [
    BUILT_LAST,
  ]);
  await client.query(`drop index ${BUILT_LAST}`);
  const names = new Map();
  const run = (text, values) => {
    if (!names.has(text)) names.set(text, `fill-${names.size}`);
    return client.query({ name: names.get(text), text, values });
  };
  const writeAll = async (unit) => {
    const steps = together(unit);
    const done = [client.query('begin'), ...steps.map(({ text, values }) => run(text, values))];
    const [, ...results] = await Promise.all(done);
    const write = steps.findIndex(
      ({ rows }, at) => (rows ?? results[at].rowCount) !== results[at].rowCount,
    );
    await client.query(write < 0 ? 'commit' : 'rollback');
    return write < 0 ? { kind: 'committed' } : { kind: 'conflict', write };
  };
  let last = Promise.resolve();
  const commit = (unit) => (last = last.then(() => writeAll(unit)));
  const filled = await sealing({ ...store, commit }, store.keys);
  return {
    filled,
    async end() {
      await client.query("set maintenance_work_mem = '512MB'");
      await client.query(rows[0].indexdef);
      await client.end();
    },
  };
}

/** The unit's statements in their order; inserts of one kind make one, where the first of them stood. */
function together(unit) {
  const steps = [];
  const inserts = new Map();
  for (const { query, rows } of unit) {
    const { sql: text, parameters: values } = query;
    const head = PLAIN_INSERT.exec(text)?.[1];
    if (!head) {
      steps.push({ text, values, rows });
      continue;
    }
    let step = inserts.get(text);
    if (!step || step.values.length + values.length > MOST_PARAMETERS) {
      step = { head, width: values.length, values: [] };
      inserts.set(text, step);
      steps.push(step);
    }
    step.values.push(...values);
  }
  return steps.map((step) => (step.head ? manyRows(step) : step));
}

function manyRows({ head, width, values }) {
  const rows = values.length / width;
  const row = (nth) =>
    `(${Array.from({ length: width }, (_, at) => `$${nth * width + at + 1}`).join(', ')})`;
  return {
    text: head + Array.from({ length: rows }, (_, nth) => row(nth)).join(', '),
    values,
    rows,
  };
}
