import { createWriteStream, renameSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { errorCode } from '../../feed/errorCode.ts';
import { SyncError } from '../errors.ts';

/** What a copy is called until it is whole. */
export const PARTIAL = '.partial';

/**
 * Copies standard input to a file that only its owner can read, so that it can be read again. The file is there only
 * once it is whole. STDIN_CUT.
 */
export async function spoolStdin(file: string, signal: AbortSignal): Promise<void> {
  try {
    const partial = `${file}${PARTIAL}`;
    await pipeline(process.stdin, createWriteStream(partial, { mode: 0o600 }), { signal });
    renameSync(partial, file);
  } catch (error) {
    if (errorCode(error) === 'ENOSPC') throw error;
    throw new SyncError('STDIN_CUT', '', undefined, error);
  }
}
