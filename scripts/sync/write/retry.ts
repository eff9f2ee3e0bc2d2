import { setTimeout as sleep } from 'node:timers/promises';
import { SyncError } from '../errors.ts';

/**
 * Row errors that are worth another try: somebody else holds the lock, or the org was busy (Salesforce, General
 * Guidelines for Data Loads: lock errors fail the row, the sender tries again).
 */
const RETRYABLE: readonly string[] = [
  'UNABLE_TO_LOCK_ROW',
  'SERVER_UNAVAILABLE',
  'REQUEST_RUNNING_TOO_LONG',
  'QUERY_TIMEOUT',
  'NO_ANSWER',
];

export const isRetryable = (errorCode: string): boolean => RETRYABLE.includes(errorCode);

/** Rows of a request in a round of tries: fewer each round, one by one in the last. */
export function rowsInRound(round: number, rounds: number, first: number): number {
  return round >= rounds ? 1 : Math.max(1, Math.floor(first / 4 ** round));
}

/** Waits, shortened at random so that rows don't meet the same lock together again. STOPPED when the run has to stop. */
export async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await sleep(seconds * (0.75 + Math.random() / 4) * 1000, undefined, { signal }).catch(() => undefined);
  mustGoOn(signal);
}

/** STOPPED when somebody asked the run to stop. */
export function mustGoOn(signal: AbortSignal): void {
  if (signal.aborted) throw new SyncError('STOPPED', String(signal.reason));
}
