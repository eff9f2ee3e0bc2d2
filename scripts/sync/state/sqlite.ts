import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { subjectKey } from '../events/event.ts';

/** Runs `work` in one transaction: all of it is stored, or nothing. */
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

/** Runs `work`, which only reads, in one transaction: SQLite takes its lock once, not with every statement. */
export function readingAtOnce(db: DatabaseSync, work: () => void): void {
  db.exec('BEGIN');
  try {
    work();
  } finally {
    rollBack(db);
  }
}

/** A full disk has ended the transaction already. */
function rollBack(db: DatabaseSync): void {
  if (db.isTransaction) db.exec('ROLLBACK');
}

/** Lets statements of the database say `subject_key(text)`: SQLite's own lower() knows no letters but those of ASCII. */
export function withSubjectKeys(db: DatabaseSync): DatabaseSync {
  db.function('subject_key', { deterministic: true }, (text) =>
    typeof text === 'string' ? subjectKey(text) : null,
  );
  return db;
}

/** How many rows there are: `what` is all of a SELECT that comes after its columns. */
export function countRows(db: DatabaseSync, what: string, ...values: readonly SQLInputValue[]): number {
  return db.prepare(`SELECT count(*) AS count ${what}`).get(...values)?.count as number;
}
