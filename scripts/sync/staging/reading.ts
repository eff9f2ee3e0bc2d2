import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Every commit survives the death of the process; a power failure may lose the latest ones. */
export const DURABLE = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF';

/** `user_version` of a database with a completely staged feed. Any other number: tables of another version of the job. */
const WHOLE = 5;
/** `user_version` while a feed is being read. */
const HALF = 0;

/** The index for finding the events of a subject. Building it once all events are staged is cheaper than maintaining it. */
const BY_SUBJECT = 'CREATE INDEX IF NOT EXISTS by_subject ON event (target, subject_key, kind, zone)';

/**
 * Makes an empty database fast to fill: until `endReading` nothing in it survives a crash, and nothing has to, as the feed
 * is then read again from its start.
 */
export function beginReading(staging: DatabaseSync): void {
  staging.exec(`PRAGMA user_version = ${HALF}; DROP INDEX IF EXISTS by_subject`);
  staging.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
}

/** Builds the index that the next stages need. */
export function indexSubjects(staging: DatabaseSync): void {
  staging.exec(BY_SUBJECT);
}

/** Writes what was read to disk: from here on it survives a crash. */
export function endReading(staging: DatabaseSync): void {
  staging.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL');
  staging.exec(`PRAGMA user_version = ${WHOLE}`);
  staging.exec(DURABLE);
}

/** Removes a database that was still being filled: with its journal in memory only, its pages may be inconsistent. */
export function removeHalfRead(file: string): void {
  if (whyUnusable(file) === undefined) return;
  for (const name of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) rmSync(name, { force: true });
}

/** Why a run can't continue with its staging database, in words; undefined when it can. */
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
