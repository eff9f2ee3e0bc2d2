import { errorCode } from '../../feed/errorCode.ts';
import type { Log } from './log.ts';

/**
 * Keeps the process alive when nobody reads what it says: an output that breaks (EPIPE, a full disk, a closed terminal)
 * tells so by an event that would end it, and what a run has done doesn't depend on who hears of it.
 */
export function outliveOutputs(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Says a line on standard output. One that can't be said is told in the log instead. */
export async function say(text: string, log: Log): Promise<void> {
  const error = await new Promise<unknown>((resolve) => {
    process.stdout.write(`${text}\n`, resolve);
  });
  if (error) unsaid(log, 'standard output', error);
}

/** Does what tells of a run that has ended; what fails is told in the log and changes nothing else. */
export function tellAfterwards(log: Log, what: string, tell: () => void): void {
  try {
    tell();
  } catch (error) {
    unsaid(log, what, error);
  }
}

function unsaid(log: Log, what: string, error: unknown): void {
  log.warn({ what, reason: errorCode(error) }, 'could not be written; the run has ended all the same');
}
