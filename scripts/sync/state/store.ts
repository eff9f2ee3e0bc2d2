import { hash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { privateFolder } from './ownFolder.ts';
import { privateDatabase } from './privateFiles.ts';
import { withSubjectKeys } from './sqlite.ts';

const FILE = 'state.db';

/** Milliseconds to wait for another process that is writing. */
const BUSY_MS = 5000;

/** All times here are ISO 8601 UTC or an Instant. */
const TABLES = `
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS as_of (guard BLOB PRIMARY KEY, instant TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS unmatched (
    source TEXT NOT NULL, id TEXT NOT NULL, subject_key TEXT NOT NULL, event TEXT NOT NULL, view TEXT,
    since TEXT NOT NULL, PRIMARY KEY (source, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS run (
    run_id TEXT PRIMARY KEY, started TEXT NOT NULL, finished TEXT, phase TEXT NOT NULL, feed TEXT NOT NULL,
    report TEXT, settings TEXT) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS newest_event (zone TEXT PRIMARY KEY, newest TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS settled (
    key BLOB PRIMARY KEY, lines BLOB NOT NULL, record BLOB, customer BLOB, day INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS compared (
    key BLOB PRIMARY KEY, view BLOB NOT NULL, items TEXT NOT NULL, customer BLOB) WITHOUT ROWID;
`;

/** Columns that state folders of earlier versions lack. */
const ADDED = [['run', 'settings', 'TEXT']] as const;

function addColumns(db: DatabaseSync): void {
  for (const [table, column, type] of ADDED) {
    const found = db.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column);
    if (!found) db.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
  }
}

/**
 * What the state folder remembers between runs: as-ofs that the org doesn't hold, unmatched events, the runs, and by hashes the
 * lines that are settled; and the compared items of views, so that what Connect 360 holds can be compared with them again.
 */
export interface StateStore {
  readonly db: DatabaseSync;
  /** Hashes a key with this folder's own secret, so that it can't be guessed from the file alone. */
  readonly hash: (text: string) => Buffer;
  readonly close: () => void;
}

/** Opens the state of a folder and creates it when it is missing. */
export function openState(folder: string): StateStore {
  privateFolder(folder);
  const db = privateDatabase(join(folder, FILE));
  withSubjectKeys(db);
  db.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL`);
  db.exec(TABLES);
  addColumns(db);
  db.prepare("INSERT OR IGNORE INTO setting VALUES ('secret', ?)").run(randomBytes(32));
  return store(db);
}

/** Opens the state of a folder for reading: nothing in the folder changes or is created. */
export function readState(folder: string): StateStore {
  const file = join(folder, FILE);
  if (existsSync(file)) return store(new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS }));
  const db = new DatabaseSync(':memory:');
  db.exec(TABLES);
  db.prepare("INSERT INTO setting VALUES ('secret', ?)").run(randomBytes(32));
  return store(db);
}

function store(db: DatabaseSync): StateStore {
  const row = db.prepare("SELECT value FROM setting WHERE name = 'secret'").get();
  const secret = Buffer.from(row?.value as Uint8Array).toString('hex');
  return {
    db,
    hash: (text) => hash('sha256', secret + text, 'buffer').subarray(0, 16),
    close: () => {
      db.close();
    },
  };
}
