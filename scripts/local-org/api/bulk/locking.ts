import type { Locks, Org } from '../../org.ts';

/** Rows in a batch of Bulk API 2.0. "A new batch for every 10,000 records": Bulk API 2.0 Developer Guide, Limits. */
export const BATCH_ROWS = 10_000;

/** Batches of a job that run in parallel. In an org that depends on its load; here the number is fixed. */
const PARALLEL_BATCHES = 5;

/**
 * Locking as in an org: batches run in parallel, and while 200 rows of a batch are processed, these rows and their masters
 * are locked.
 */
export interface Locking {
  /** Resolves when the locks on 200 rows of a batch may end. */
  readonly held: () => Promise<unknown>;
  /** Rows in a batch; 10,000 by default. */
  readonly batchRows?: number;
}

/** How a job's rows are processed in rounds: in each round every running batch does its next chunk. */
export interface Rounds {
  /** Rows that are processed together: those of all batches that run in parallel. */
  readonly rows: number;
  readonly batchRows: number;
  /** Locks for the next chunk; undefined when locking is off. */
  readonly locks: () => Locks | undefined;
  /** Resolves at the end of a round. */
  readonly over: () => Promise<unknown>;
}

/** The rounds of a job with locking; without it, one chunk after the other. */
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
