import type Database from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';

/**
 * Reads on the caller's thread. kysely's own driver prepares a statement every time it runs and
 * lets one query at a time have the connection, waking all who wait whenever it is free; here a
 * query runs to its end before anybody else may ask, and our statements are few and fixed.
 */
export const readerDialect = (reader: Database.Database): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => driverOf(reader),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

function driverOf(reader: Database.Database): Driver {
  const connection = connectionOf(reader);
  const run = (text: string) => async () => void reader.exec(text);
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    // Migrations alone run in transactions here, and nothing else runs meanwhile.
    beginTransaction: run('begin'),
    commitTransaction: run('commit'),
    rollbackTransaction: run('rollback'),
    destroy: async () => void reader.close(),
  };
}

function connectionOf(reader: Database.Database): DatabaseConnection {
  const statements = new Map<string, Database.Statement>();
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const statement = statements.get(sql) ?? reader.prepare(sql);
      if (!statement.reader) {
        statement.run(...parameters);
        return { rows: [] };
      }
      statements.set(sql, statement);
      return { rows: statement.all(...parameters) as Row[] };
    },
    streamQuery: () => {
      throw new Error('nothing is read row by row');
    },
  };
}
