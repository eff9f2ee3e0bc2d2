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

/** A lock that a trigger or flow of the org ran into is told in the message of that one's failure. */
const LOCKED_INSIDE = 'UNABLE_TO_LOCK_ROW';

/** What the org said of one row: `errorCode` '' when it was saved. */
export interface Answer {
  readonly errorCode: string;
  readonly message: string;
}

export const isRetryable = ({ errorCode, message }: Answer): boolean =>
  RETRYABLE.includes(errorCode) || message.includes(LOCKED_INSIDE);

/** What a request holds in a round of tries: fewer rows each round, those of one account in the last. */
export function batchOfRound(round: number, rounds: number, first: number): Batch {
  if (round >= rounds) return { count: first, oneAccount: true };
  return { count: Math.max(1, Math.floor(first / 4 ** round)) };
}
