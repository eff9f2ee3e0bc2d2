import { createWriteStream, renameSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { isDiskFault, SyncError } from '../errors.ts';
import { PARTIAL } from '../state/runFiles.ts';

/**
 * Copies standard input to a file that only its owner can read, so that it can be read again. The file gets its name only
 * when it is complete. Throws STDIN_CUT.
 */
export async function spoolStdin(
  file: string,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<void> {
  try {
    const partial = `${file}${PARTIAL}`;
    const counted = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of source) {
        onBytes(chunk.length);
        yield chunk;
      }
    };
    await pipeline(process.stdin, counted, createWriteStream(partial, { mode: 0o600 }), { signal });
    renameSync(partial, file);
  } catch (error) {
    const next = isDiskFault(error) ? 'Free some space and feed it again with `run`' : undefined;
    throw new SyncError('STDIN_CUT', '', next, error);
  }
}
