import type { Zone } from '../../feed/contract.ts';
import { OUTCOMES, type Outcome } from '../staging/outcomes.ts';
import { mostFirst, type RejectCodes } from '../staging/tally.ts';
import type { UnknownCount } from '../staging/unknown.ts';
import type { Report } from './report.ts';

/** The newest event of each zone: ISO 8601 UTC, null without any. */
export type NewestByZone = Readonly<Record<Zone, string | null>>;

/** The report of all small runs of an hour. */
export interface HourReport extends Report {
  readonly newest: NewestByZone;
}

/** Adds the report of a small run to that of its hour. */
export function withinHour(hour: HourReport | undefined, run: HourReport, key: string): HourReport {
  if (!hour) return { ...run, runId: key };
  const added = [...OUTCOMES, 'read', 'retried', 'rowsWritten', 'apiCalls'] as const;
  const sums = Object.fromEntries(added.map((name) => [name, hour[name] + run[name]])) as Record<
    Outcome | 'read' | 'retried' | 'rowsWritten' | 'apiCalls',
    number
  >;
  return {
    ...run,
    ...sums,
    exitCode: hour.exitCode === 0 ? run.exitCode : hour.exitCode,
    apiShare:
      hour.apiShare === null || run.apiShare === null ? run.apiShare : sumOf(hour.apiShare, run.apiShare),
    peakRssMb: Math.max(hour.peakRssMb, run.peakRssMb),
    rejectCodes: mostFirst(bothCounts(hour.rejectCodes, run.rejectCodes)),
    runId: key,
    seconds: Number((hour.seconds + run.seconds).toFixed(1)),
    newestEvent: later(hour.newestEvent, run.newestEvent),
    newest: {
      mypv: later(hour.newest.mypv, run.newest.mypv),
      myvivium: later(hour.newest.myvivium, run.newest.myvivium),
    },
    unknown: together([...hour.unknown, ...run.unknown]),
    rejects: run.rejects ?? hour.rejects,
    failures: run.failures ?? hour.failures,
  };
}

/** The sum of two shares, with as many digits as a share has. */
const sumOf = (one: number, other: number): number => Number((one + other).toFixed(6));

function bothCounts(one: RejectCodes, other: RejectCodes): readonly (readonly [string, number])[] {
  const codes = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...codes].map((code) => [code, (one[code] ?? 0) + (other[code] ?? 0)]);
}

/** ISO 8601 UTC texts of the same form sort by time. */
const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

function together(counts: readonly UnknownCount[]): readonly UnknownCount[] {
  const byValue = Map.groupBy(counts, ({ what, value }) => `${what} ${value}`);
  return [...byValue.values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, count: rest.reduce((sum, { count }) => sum + count, first.count) }] : [],
  );
}
