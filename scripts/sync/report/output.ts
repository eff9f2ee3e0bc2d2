import { errorCode } from '../../feed/errorCode.ts';
import type { Log } from './log.ts';

/**
 * Keeps the process alive when its output breaks (EPIPE, a full disk, a closed terminal): Node would end it for an unhandled
 * 'error' event, but the run must go on without a reader.
 */
export function outliveOutputs(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Prints a line on standard output. When that fails, it is logged instead. */
export async function printLine(text: string, log: Log): Promise<void> {
  const error = await new Promise<unknown>((resolve) => {
    process.stdout.write(`${text}\n`, resolve);
  });
  if (error) unsaid(log, 'standard output', error);
}

/** Does something after the end of a run, such as writing metrics. A failure is logged and changes nothing else. */
export async function reportAfterwards(
  log: Log,
  what: string,
  tell: () => void | Promise<void>,
): Promise<void> {
  try {
    await tell();
  } catch (error) {
    unsaid(log, what, error);
  }
}

function unsaid(log: Log, what: string, error: unknown): void {
  log.warn({ what, reason: errorCode(error) }, 'could not be written; the run has ended all the same');
}
