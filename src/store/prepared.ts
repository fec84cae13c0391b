import type { CompiledQuery } from 'kysely';
import type { Store } from './store.js';

/** What statements are built with. */
export type Builder = Pick<Store, 'db' | 'clock'>;

/**
 * A statement whose SQL is built once for a store: building it anew took a sixth of a whole turn.
 * `build` is given stand-ins under the names of the first call's values, so it may bind them and
 * nothing else: no arithmetic, no condition, no list of them.
 */
export function prepared<Given extends object, Row>(
  build: (store: Builder, given: Given) => { compile(): CompiledQuery<Row> },
): (store: Builder, given: Given) => CompiledQuery<Row> {
  const made = new WeakMap<Builder['db'], CompiledQuery<Row>>();
  return (store, given) => {
    const known = made.get(store.db);
    if (known) return bind(known, given);
    const names = Object.keys(given).map((name) => [name, new StandIn(name)] as const);
    const query = build(store, Object.fromEntries(names) as unknown as Given).compile();
    made.set(store.db, query);
    return bind(query, given);
  };
}

class StandIn {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const bind = <Row>(query: CompiledQuery<Row>, given: object): CompiledQuery<Row> => ({
  ...query,
  parameters: query.parameters.map((value) =>
    value instanceof StandIn ? (given as Readonly<Record<string, unknown>>)[value.name] : value,
  ),
});

export const allRows = async <Row>({ db }: Builder, query: CompiledQuery<Row>): Promise<Row[]> =>
  (await db.executeQuery(query)).rows;

export const firstRow = async <Row>(
  store: Builder,
  query: CompiledQuery<Row>,
): Promise<Row | undefined> => (await allRows(store, query))[0];
