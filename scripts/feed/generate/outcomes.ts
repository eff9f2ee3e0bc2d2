/** How the events of a feed end in a run on the org that was made with it. */
export type Outcome =
  | 'changed'
  | 'unchanged'
  | 'late'
  | 'superseded'
  | 'duplicate'
  | 'foreign'
  | 'unmatched'
  | 'ambiguous'
  | 'rejected'
  | 'failed';

/** What the report of such a run says, beside its own circumstances. */
export interface Expected extends Readonly<Record<Outcome, number>> {
  readonly read: number;
  readonly retried: number;
  readonly rowsWritten: number;
  /** ISO 8601 UTC, or null when no line is good. */
  readonly newestEvent: string | null;
}

export interface Tally {
  readonly count: (outcome: Outcome) => void;
  readonly countRow: () => void;
  /** Tells when a good event was said, in milliseconds since 1970. */
  readonly at: (millis: number) => void;
  readonly total: () => Expected;
}

/** Counts what a run will say. */
export function openTally(): Tally {
  const counts: Record<Outcome, number> = {
    changed: 0,
    unchanged: 0,
    late: 0,
    superseded: 0,
    duplicate: 0,
    foreign: 0,
    unmatched: 0,
    ambiguous: 0,
    rejected: 0,
    failed: 0,
  };
  let rowsWritten = 0;
  let newest = -Infinity;
  return {
    count: (outcome) => {
      counts[outcome] += 1;
    },
    countRow: () => {
      rowsWritten += 1;
    },
    at: (millis) => {
      newest = Math.max(newest, millis);
    },
    total: () => ({
      read: Object.values(counts).reduce((sum, count) => sum + count, 0),
      ...counts,
      retried: 0,
      rowsWritten,
      newestEvent: newest === -Infinity ? null : new Date(newest).toISOString(),
    }),
  };
}
