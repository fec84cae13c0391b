import { parentPort, workerData } from 'node:worker_threads';
import type { Statement } from 'better-sqlite3';
import Database from 'better-sqlite3';
import type { WriterAnswer, WriterRequest } from './sqlite.js';

/**
 * The one writer: gathers the units that arrived while the last commit was on its way to disk and
 * commits them together, each inside its own savepoint, so one fsync serves all of them.
 */
const db = new Database((workerData as { file: string }).file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.pragma('busy_timeout = 5000');
// What is deleted or overwritten leaves no bytes behind in the file.
db.pragma('secure_delete = ON');

const begin = db.prepare('BEGIN IMMEDIATE');
const commit = db.prepare('COMMIT');
const openUnit = db.prepare('SAVEPOINT unit');
const keepUnit = db.prepare('RELEASE unit');
const undoUnit = db.prepare('ROLLBACK TO unit');

const statements = new Map<string, Statement>();
const waiting: WriterRequest[] = [];
let scheduled = false;
/** Whether the last batch needed to outlive this process only. */
let softNow = false;

function statementFor(sql: string): Statement {
  const known = statements.get(sql);
  if (known) return known;
  const made = db.prepare(sql);
  statements.set(sql, made);
  return made;
}

function applyUnit(request: WriterRequest): WriterAnswer {
  openUnit.run();
  try {
    for (const [index, write] of request.unit.entries()) {
      const changes = statementFor(write.sql).run(...write.parameters).changes;
      if (write.rows !== undefined && changes !== write.rows) {
        dropUnit();
        return { id: request.id, conflict: index };
      }
    }
    keepUnit.run();
    return { id: request.id };
  } catch (error) {
    // Disk-full and I/O errors make SQLite roll the whole transaction back by itself.
    if (!db.inTransaction) throw error;
    dropUnit();
    return { id: request.id, failure: String(error) };
  }
}

/** ROLLBACK TO leaves the savepoint open. */
function dropUnit(): void {
  undoUnit.run();
  keepUnit.run();
}

function commitTogether(batch: readonly WriterRequest[]): readonly WriterAnswer[] {
  try {
    const isSoft = batch.every(({ soft }) => soft);
    if (isSoft !== softNow) {
      db.pragma(`synchronous = ${isSoft ? 'NORMAL' : 'FULL'}`);
      softNow = isSoft;
    }
    begin.run();
    const answers = batch.map(applyUnit);
    commit.run();
    return answers;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    return batch.map(({ id }) => ({ id, failure: String(error) }));
  }
}

function drain(): void {
  scheduled = false;
  const batch = waiting.splice(0);
  if (batch.length === 0) return;
  parentPort?.postMessage(commitTogether(batch).map(scoured(batch)));
}

const scoured =
  (batch: readonly WriterRequest[]) =>
  (answer: WriterAnswer): WriterAnswer => {
    const how = batch.find(({ id }) => id === answer.id)?.scour;
    if (how === undefined || answer.failure !== undefined) return answer;
    try {
      if (how === 'pack') db.exec('VACUUM');
      const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      return outcome?.busy === 0 ? answer : { ...answer, failure: 'the log is being read' };
    } catch (error) {
      return { ...answer, failure: String(error) };
    }
  };

parentPort?.on('message', (request: readonly WriterRequest[] | 'close') => {
  if (request === 'close') {
    drain();
    db.close();
    parentPort?.close();
    return;
  }
  waiting.push(...request);
  if (scheduled) return;
  scheduled = true;
  setImmediate(drain);
});
