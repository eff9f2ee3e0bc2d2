import { readFileSync, statSync } from 'node:fs';
import { SyncError } from '../errors.ts';

/** Permission bits of the group and of others. */
const OTHERS = 0o077;

/**
 * The text of a file with a secret. Throws KEY_FILE_OPEN when others may read it; `unreadable` gives the error when it can't
 * be read at all.
 */
export function privateText(file: string, unreadable: (cause: unknown) => SyncError): string {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0)
      throw new SyncError('KEY_FILE_OPEN', file);
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw error instanceof SyncError ? error : unreadable(error);
  }
}
