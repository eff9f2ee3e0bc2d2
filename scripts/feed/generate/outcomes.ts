import { OUTCOMES, type Outcome } from '../outcome.ts';

/** What the report of such a run contains, apart from times, paths and API calls. */
export interface Expected extends Readonly<Record<Outcome, number>> {
  readonly read: number;
  readonly retried: number;
  readonly rowsWritten: number;
  /** ISO 8601 UTC, or null when no line is valid. */
  readonly newestEvent: string | null;
}

export interface Tally {
  readonly count: (outcome: Outcome) => void;
  readonly countRow: () => void;
  /** Takes the time of a valid event into account, in milliseconds since 1970. */
  readonly at: (millis: number) => void;
  readonly total: () => Expected;
}

/** Counts what a run of the feed has to report. */
export function openTally(): Tally {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
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
