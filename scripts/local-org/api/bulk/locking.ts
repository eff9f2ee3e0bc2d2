import type { Locks, Org } from '../../org.ts';

/** Rows of a batch of Bulk API 2.0. "A new batch for every 10,000 records": Bulk API 2.0 Developer Guide, Limits. */
export const BATCH_ROWS = 10_000;

/** Batches of a job that are worked on at once. An org decides by its load; here it is always as many. */
const PARALLEL_BATCHES = 5;

/**
 * Locks as an org has them: while 200 rows of a batch are under way, they keep their rows and the masters of their rows
 * locked, and batches run in parallel.
 */
export interface Locking {
  /** Resolves when 200 rows of a batch are no longer under way. */
  readonly held: () => Promise<unknown>;
  /** Rows of a batch; 10,000 unless said. */
  readonly batchRows?: number;
}

/** How the rows of a job are put into rounds: in each round every batch that is under way does its next chunk. */
export interface Rounds {
  /** Rows that are worked on together: those of all batches that are under way at once. */
  readonly rows: number;
  readonly batchRows: number;
  /** Locks for the next chunk; undefined where locking is off. */
  readonly locks: () => Locks | undefined;
  /** Resolves at the end of a round. */
  readonly over: () => Promise<unknown>;
}

/** The rounds of a job of an org with locking; without it one chunk after the other. */
export function roundsOf(
  org: Org,
  locking: Locking | undefined,
  chunk: number,
  breathe: () => Promise<unknown>,
): Rounds {
  if (locking === undefined) return { rows: chunk, batchRows: chunk, locks: () => undefined, over: breathe };
  const batchRows = locking.batchRows ?? BATCH_ROWS;
  return {
    rows: batchRows * PARALLEL_BATCHES,
    batchRows,
    locks: () => org.openLocks(),
    over: locking.held,
  };
}
