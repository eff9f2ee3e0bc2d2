import type { Batch } from '../staging/rows.ts';

/** What a request holds in a round of tries: fewer rows each round, those of one account in the last. */
export function batchOfRound(round: number, rounds: number, first: number): Batch {
  if (round >= rounds) return { count: first, oneAccount: true };
  return { count: Math.max(1, Math.floor(first / 4 ** round)) };
}
