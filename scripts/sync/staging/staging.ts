import { DatabaseSync } from 'node:sqlite';
import { privateDatabase } from '../state/privateFiles.ts';
import { withSubjectKeys } from '../state/sqlite.ts';
import { DURABLE, removeHalfRead } from './reading.ts';

/**
 * `event`: one row per source and id. `origin` says whether it comes from this feed, from an earlier run, or both. `outcome`
 * is null until it is known; 'planned' events wait for the confirmation of their row (`record`). `view`: the view documents
 * of events, in a table of their own because events are updated and counted often. Events of known lines have no `data` as long as
 * nobody needs it; `line` (table): such lines as they came, and the hash of their view; `line` and `settled` (columns): hashes of the
 * line and of what it was settled with. `compared`: the items of its view that Connect 360 is compared with (JSON); `as_of_stays`: it
 * changes only what the job works out itself. `found`: the org's records by key, when
 * all of them were read at once. `unknown`: values that the job doesn't know, and how often they occurred. `change`: the
 * rows to write. `view_event`: the event whose view document goes with the patch; `part`: the part that it was last sent
 * with; `written`: how often it was confirmed before it was planned again. `part`: rows that travel as one Bulk job, from
 * after one place up to the last, and its state.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS event (
    n INTEGER PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL, zone TEXT NOT NULL, target TEXT NOT NULL,
    kind TEXT NOT NULL, subject TEXT NOT NULL, subject_key TEXT NOT NULL, time TEXT NOT NULL, instant TEXT NOT NULL,
    data TEXT, origin TEXT NOT NULL, outcome TEXT, record TEXT, guard BLOB,
    line BLOB, settled BLOB, second INTEGER, compared TEXT, as_of_stays INTEGER, UNIQUE (source, id));
  CREATE TABLE IF NOT EXISTS line (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL, view TEXT);
  CREATE TABLE IF NOT EXISTS view (n INTEGER PRIMARY KEY, document TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS change (
    target TEXT NOT NULL, record TEXT NOT NULL, account TEXT NOT NULL, before TEXT NOT NULL, patch TEXT NOT NULL,
    view_event INTEGER, state TEXT NOT NULL, part INTEGER,
    written INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (target, account, record)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS by_record ON event (record) WHERE record IS NOT NULL;
  CREATE TABLE IF NOT EXISTS found (
    n INTEGER PRIMARY KEY, target TEXT NOT NULL, subject_key TEXT NOT NULL, row TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS part (
    n INTEGER PRIMARY KEY, target TEXT NOT NULL, rows INTEGER NOT NULL, after_account TEXT NOT NULL,
    after_record TEXT NOT NULL, last_account TEXT NOT NULL, last_record TEXT NOT NULL, job TEXT, state TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS fault (
    n INTEGER PRIMARY KEY, code TEXT NOT NULL, message TEXT NOT NULL, record TEXT, fields TEXT);
  CREATE TABLE IF NOT EXISTS unknown (
    what TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (what, value)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tally (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

export type Staging = DatabaseSync;

/** Pages large enough for rows that hold a view. The cache bounds the memory that SQLite takes. */
const PAGES = 'PRAGMA page_size = 16384; PRAGMA cache_size = -8000';

/** Opens the staging database of a run and creates it when it is missing. It survives the death of the process. */
export function openStaging(file: string): Staging {
  removeHalfRead(file);
  const db = withSubjectKeys(privateDatabase(file));
  db.exec(PAGES);
  db.exec(DURABLE);
  db.exec(TABLES);
  return db;
}

/**
 * Opens a staging database that is deleted when this process ends, however it ends: SQLite unlinks its temporary file as
 * soon as it is open (SQLite, Temporary Files: TEMP databases; a database without a name). The file is in TMPDIR and exists
 * once the cache overflows.
 */
export function temporaryStaging(): Staging {
  const db = withSubjectKeys(new DatabaseSync(''));
  db.exec(PAGES);
  db.exec(TABLES);
  return db;
}

/** Deletes everything staged, so that the feed can be read again from its start. */
export function emptyStaging(staging: Staging): void {
  for (const table of ['event', 'view', 'line', 'found', 'change', 'part', 'fault', 'unknown', 'tally'])
    staging.exec(`DELETE FROM ${table}`);
}
