import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** Makes a folder that only its owner can enter. */
export function privateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: OWNER_ONLY_FOLDER });
}

/** Opens an SQLite database that only its owner can read; SQLite gives its journal files the same mode. */
export function privateDatabase(path: string): DatabaseSync {
  closeSync(openSync(path, 'a', OWNER_ONLY_FILE));
  chmodSync(path, OWNER_ONLY_FILE);
  return new DatabaseSync(path);
}

/** Opens a file to write that only its owner can read, empty. Gives its descriptor. */
export function privateFile(path: string): number {
  return openSync(path, 'w', OWNER_ONLY_FILE);
}
