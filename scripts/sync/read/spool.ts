import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { errorCode } from '../../feed/errorCode.ts';
import { SyncError } from '../errors.ts';

/** Copies standard input to a file that only its owner can read, so that it can be read again. STDIN_CUT. */
export async function spoolStdin(file: string, signal: AbortSignal): Promise<void> {
  try {
    await pipeline(process.stdin, createWriteStream(file, { mode: 0o600 }), { signal });
  } catch (error) {
    if (errorCode(error) === 'ENOSPC') throw error;
    throw new SyncError('STDIN_CUT', '', undefined, error);
  }
}
