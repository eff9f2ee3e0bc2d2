import type { Batch } from '../staging/rows.ts';

/** The size of a request in a round of retries: fewer rows each round, and in the last one only rows of a single account. */
export function batchOfRound(round: number, rounds: number, first: number): Batch {
  if (round >= rounds) return { count: first, oneAccount: true };
  return { count: Math.max(1, Math.floor(first / 4 ** round)) };
}
