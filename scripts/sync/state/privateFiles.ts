import { chmodSync, closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const OWNER_ONLY_FILE = 0o600;

/** Opens an SQLite database that only its owner can read; SQLite gives its journal files the same mode. */
export function privateDatabase(path: string): DatabaseSync {
  closeSync(openSync(path, 'a', OWNER_ONLY_FILE));
  chmodSync(path, OWNER_ONLY_FILE);
  return new DatabaseSync(path);
}

/** Opens a new, empty file that only its owner can read, for writing. Returns its descriptor. */
export function privateFile(path: string): number {
  return openSync(path, 'w', OWNER_ONLY_FILE);
}
