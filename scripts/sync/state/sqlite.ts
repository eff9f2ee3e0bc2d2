import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { subjectKey } from '../events/event.ts';

/** Runs `work` in one transaction. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(db);
    throw error;
  }
}

/** Runs `work`, which only reads, in one transaction: SQLite then takes its lock once and not for every statement. */
export function readingAtOnce<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN');
  try {
    return work();
  } finally {
    rollBack(db);
  }
}

/** SQLite itself rolls back on some errors, such as a full disk. */
function rollBack(db: DatabaseSync): void {
  if (db.isTransaction) db.exec('ROLLBACK');
}

/** Defines `subject_key(text)` for the statements of the database: SQLite's own lower() knows ASCII letters only. */
export function withSubjectKeys(db: DatabaseSync): DatabaseSync {
  db.function('subject_key', { deterministic: true }, (text) =>
    typeof text === 'string' ? subjectKey(text) : null,
  );
  return db;
}

/** Counts rows: `what` is the part of a SELECT after its columns (`FROM ... WHERE ...`). */
export function countRows(db: DatabaseSync, what: string, ...values: readonly SQLInputValue[]): number {
  return db.prepare(`SELECT count(*) AS count ${what}`).get(...values)?.count as number;
}
