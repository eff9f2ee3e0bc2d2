import type { Zone } from '../../feed/contract.ts';
import { toMillis, type Instant } from '../../feed/instant.ts';
import { countRows } from '../state/sqlite.ts';
import { OUTCOMES, PLANNED, type Outcome } from './outcomes.ts';
import { ROW } from './rows.ts';
import type { Staging } from './staging.ts';
import { linesOf } from './tally.ts';

export type Counts = Readonly<Record<Outcome, number>>;

/** What became of the lines of a feed, and beside them of what was kept from earlier runs. */
export interface OutcomeCounts extends Counts {
  /** Lines of this feed that aren't blank: the sum of the outcomes. */
  readonly read: number;
  /** Events kept from earlier runs that were tried again; in no outcome. */
  readonly retried: number;
  /** Account and InsurancePolicy rows that the org confirmed. */
  readonly rowsWritten: number;
  /** ISO 8601 UTC. */
  readonly newestEvent: string | null;
}

/**
 * Counts what became of every line and proves that none is missing: throws when the outcomes don't add up to the lines
 * read, or when an event has none.
 */
export function countOutcomes(staging: Staging): OutcomeCounts {
  const rows = staging
    .prepare(
      `SELECT coalesce(outcome, 'none') AS outcome, count(*) AS count FROM event
       WHERE origin <> 'kept' GROUP BY outcome`,
    )
    .all();
  const found = new Map(rows.map((row) => [row.outcome as string, row.count as number]));
  const { read, rejected } = linesOf(staging);
  const staged = [...found.values()].reduce((sum, count) => sum + count, 0);
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, found.get(outcome) ?? 0])) as Record<
    Outcome,
    number
  >;
  counts.changed += found.get(PLANNED) ?? 0;
  counts.rejected = rejected;
  counts.duplicate = read - rejected - staged;
  const sum = OUTCOMES.reduce((total, outcome) => total + counts[outcome], 0);
  if (sum !== read || found.has('none'))
    throw new Error(`the outcomes don't add up: ${read} lines read, ${sum} accounted for`);
  return {
    ...counts,
    read,
    retried: countRows(staging, "FROM event WHERE origin = 'kept' AND outcome <> 'superseded'"),
    rowsWritten: countWritten(staging),
    newestEvent: isoUtc(newestOf(staging)),
  };
}

function countWritten(staging: Staging): number {
  const row = staging
    .prepare(`SELECT coalesce(sum(written + (state = '${ROW.confirmed}')), 0) AS count FROM change`)
    .get();
  return row?.count as number;
}

/** How many events of this feed have no record. */
export const countUnmatched = (staging: Staging): number =>
  countRows(staging, "FROM event WHERE origin <> 'kept' AND outcome = 'unmatched'");

/** The time of the newest event of this feed, of one zone or of both. */
export function newestOf(staging: Staging, zone?: Zone): Instant | null {
  const row = staging
    .prepare("SELECT max(time) AS time FROM event WHERE origin <> 'kept' AND zone LIKE ?")
    .get(zone ?? '%');
  return (row?.time ?? null) as Instant | null;
}

function isoUtc(instant: Instant | null): string | null {
  return instant === null ? null : new Date(toMillis(instant)).toISOString();
}
