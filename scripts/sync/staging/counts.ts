import type { Zone } from '../../feed/contract.ts';
import { toMillis, type Instant } from '../../feed/instant.ts';
import { countRows } from '../state/sqlite.ts';
import { OUTCOMES, PLANNED, type Outcome } from './outcomes.ts';
import { ROW } from './rows.ts';
import type { Staging } from './staging.ts';
import { linesOf } from './tally.ts';

export type Counts = Readonly<Record<Outcome, number>>;

/** The outcomes of a feed's lines, and besides them the counts of events kept from earlier runs. */
export interface OutcomeCounts extends Counts {
  /** Non-blank lines of this feed: the sum of the outcomes. */
  readonly read: number;
  /** Events kept from earlier runs that were tried again. Not part of any outcome. */
  readonly retried: number;
  /** Account and InsurancePolicy rows that the org confirmed. */
  readonly rowsWritten: number;
  /** ISO 8601 UTC. */
  readonly newestEvent: string | null;
}

/** What is known of a run that has not come to its end. */
export interface CountsSoFar extends Partial<Counts> {
  readonly read: number;
  readonly rowsWritten: number;
}

/** The outcomes that events have so far, whatever phase the run has reached. */
export function countsSoFar(staging: Staging): CountsSoFar {
  const rows = staging
    .prepare(`SELECT outcome, count(*) AS count FROM event WHERE origin <> 'kept' GROUP BY outcome`)
    .all();
  const found = new Map(rows.map((row) => [row.outcome as string | null, row.count as number]));
  const settled = OUTCOMES.flatMap((outcome) => {
    const count = found.get(outcome);
    return count === undefined ? [] : [[outcome, count] as const];
  });
  const { read, rejected } = linesOf(staging);
  return { ...Object.fromEntries(settled), rejected, read, rowsWritten: countWritten(staging) };
}

/**
 * Counts the outcomes and checks that no line is missing: throws when they don't add up to the lines read, or when an event
 * has no outcome.
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

/** Account and InsurancePolicy rows that the org has confirmed so far. */
export function countWritten(staging: Staging): number {
  const row = staging
    .prepare(`SELECT coalesce(sum(written + (state = '${ROW.confirmed}')), 0) AS count FROM change`)
    .get();
  return row?.count as number;
}

/** Events of this feed that have no record. */
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
