import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Every commit survives the death of the process, and of the machine but for the latest ones. */
export const DURABLE = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF';

/** `user_version` of a database in which a feed is staged wholly. Another number: tables of another version of the job. */
const WHOLE = 3;
/** The same while a feed is being read. */
const HALF = 0;

/** What finds the events of a subject. Made in one go when all are there, which is cheaper than event by event. */
const BY_SUBJECT = 'CREATE INDEX IF NOT EXISTS by_subject ON event (target, subject_key, kind, zone)';

/**
 * Makes an empty database quick to fill: until `endReading` nothing survives a crash, and nothing has to, because a feed
 * is read again from its start.
 */
export function beginReading(staging: DatabaseSync): void {
  staging.exec(`PRAGMA user_version = ${HALF}; DROP INDEX IF EXISTS by_subject`);
  staging.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
}

/** Makes the index that the next stages need. */
export function indexSubjects(staging: DatabaseSync): void {
  staging.exec(BY_SUBJECT);
}

/** Brings what was read to the disk: from here on it survives a crash. */
export function endReading(staging: DatabaseSync): void {
  staging.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL');
  staging.exec(`PRAGMA user_version = ${WHOLE}`);
  staging.exec(DURABLE);
}

/** Removes a database whose reading was cut short: its pages may not fit together. */
export function removeHalfRead(file: string): void {
  if (whyUnusable(file) === undefined) return;
  for (const name of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) rmSync(name, { force: true });
}

/** Why a run can't go on with the database in which it has staged its feed, in words; undefined when it can. */
export function whyUnusable(file: string): string | undefined {
  if (!existsSync(file)) return 'what it had staged is gone';
  try {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      const version = db.prepare('PRAGMA user_version').get()?.user_version;
      if (version === WHOLE) return undefined;
      return version === HALF ? 'its feed is not staged wholly' : 'another version of the job has staged it';
    } finally {
      db.close();
    }
  } catch {
    return 'what it had staged can not be read';
  }
}
