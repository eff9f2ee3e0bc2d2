import type { Chosen } from './ways.ts';
import { toMillis, type Instant } from '../../feed/instant.ts';
import type { Zone } from '../../feed/contract.ts';
import { OUTCOMES, PLANNED, type Outcome } from '../stage/outcomes.ts';
import { tally, type Staging } from '../stage/staging.ts';

type Counts = Readonly<Record<Outcome, number>>;

/** What a run tells at its end (docs/SYNC.md). `seconds` are wall time, `newestEvent` ISO 8601 UTC. */
export interface Report extends Counts, Chosen {
  readonly runId: string;
  /** Lines of this feed that aren't blank: the sum of the outcomes. */
  readonly read: number;
  /** Events kept from earlier runs that were tried again; in no outcome. */
  readonly retried: number;
  /** Account and InsurancePolicy rows that the org confirmed. */
  readonly rowsWritten: number;
  readonly apiCalls: number;
  readonly seconds: number;
  readonly peakRssMb: number;
  readonly newestEvent: string | null;
  /** File with the rejected lines, without their contents. */
  readonly rejects: string | null;
  /** File with the failed and ambiguous events and why, without their contents. */
  readonly failures: string | null;
}

export type Accounted = Counts & Pick<Report, 'read' | 'retried' | 'rowsWritten' | 'newestEvent'>;

/**
 * Counts what became of every line and proves that none is missing: throws when the outcomes don't add up to the lines
 * read, or when an event has none.
 */
export function account(staging: Staging): Accounted {
  const rows = staging
    .prepare(
      `SELECT coalesce(outcome, 'none') AS outcome, count(*) AS count FROM event
       WHERE origin <> 'kept' GROUP BY outcome`,
    )
    .all();
  const found = new Map(rows.map((row) => [row.outcome as string, row.count as number]));
  const [read, rejected, accepted] = ['read', 'rejected', 'accepted'].map((name) =>
    Number(tally(staging, name) ?? 0),
  );
  const staged = [...found.values()].reduce((sum, count) => sum + count, 0);
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, found.get(outcome) ?? 0])) as Record<
    Outcome,
    number
  >;
  counts.changed += found.get(PLANNED) ?? 0;
  counts.rejected = rejected ?? 0;
  counts.duplicate = (accepted ?? 0) - staged;
  const sum = OUTCOMES.reduce((total, outcome) => total + counts[outcome], 0);
  if (sum !== read || found.has('none'))
    throw new Error(`the outcomes don't add up: ${String(read)} lines read, ${sum} accounted for`);
  return {
    ...counts,
    read,
    retried: countOf(
      staging,
      `SELECT count(*) AS count FROM event WHERE origin = 'kept' AND outcome <> 'superseded'`,
    ),
    rowsWritten: countOf(staging, "SELECT count(*) AS count FROM change WHERE state = 'confirmed'"),
    newestEvent: isoUtc(newestOf(staging)),
  };
}

/** The time of the newest event of this feed, of one zone or of both. */
export function newestOf(staging: Staging, zone?: Zone): Instant | null {
  const row = staging
    .prepare("SELECT max(time) AS time FROM event WHERE origin <> 'kept' AND zone LIKE ?")
    .get(zone ?? '%');
  return (row?.time ?? null) as Instant | null;
}

export function isoUtc(instant: Instant | null): string | null {
  return instant === null ? null : new Date(toMillis(instant)).toISOString();
}

function countOf(staging: Staging, sql: string): number {
  return staging.prepare(sql).get()?.count as number;
}

/** Peak resident memory of this process, in MiB. */
export function peakRssMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
