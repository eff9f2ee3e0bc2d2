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
