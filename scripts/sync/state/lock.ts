import { join } from 'node:path';
import { SyncError } from '../errors.ts';
import { privateDatabase } from './privateFiles.ts';

/** Another process has the database (SQLite, Result and Error Codes). */
const SQLITE_BUSY = 5;

/**
 * Locks the state folder for this process and returns a function that releases it. The lock is an open SQLite transaction,
 * so that the operating system releases it when the process dies, however it dies. Throws STATE_LOCKED when another process
 * has it.
 */
export function lockStateFolder(folder: string): () => void {
  const db = privateDatabase(join(folder, 'lock.db'));
  try {
    db.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if ((error as { readonly errcode?: number }).errcode === SQLITE_BUSY)
      throw new SyncError('STATE_LOCKED', folder);
    throw error;
  }
  return () => {
    db.close();
  };
}
