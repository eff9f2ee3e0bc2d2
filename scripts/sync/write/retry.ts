import type { RowResult } from '../org/update.ts';
import type { Batch } from '../staging/rows.ts';

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

export const isRetryable = ({ errorCode, isLock }: RowResult): boolean =>
  isLock || RETRYABLE.includes(errorCode);

/** What a request holds in a round of tries: fewer rows each round, those of one account in the last. */
export function batchOfRound(round: number, rounds: number, first: number): Batch {
  if (round >= rounds) return { count: first, oneAccount: true };
  return { count: Math.max(1, Math.floor(first / 4 ** round)) };
}
