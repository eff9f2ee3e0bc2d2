import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../errors.ts';
import { chosenApis, type Chosen } from '../staging/chosen.ts';
import { countOutcomes, newestOf, type Counts, type OutcomeCounts } from '../staging/counts.ts';
import { countKeptAfter } from '../staging/keptAfter.ts';
import type { Staging } from '../staging/staging.ts';
import { rejectCodesOf, type RejectCodes } from '../staging/tally.ts';
import { unknownValues, type UnknownCount } from '../staging/unknown.ts';
import { FAILURES_FILE, REJECTS_FILE } from '../state/runFiles.ts';
import type { StateStore } from '../state/store.ts';
import { quietZones, newestEvents, type NewestEvent } from '../state/newestEvents.ts';
import { writeFailures } from './failures.ts';

/** What a run reports at its end (docs/SYNC.md). `seconds` are wall time. */
export interface Report extends OutcomeCounts, Chosen {
  readonly runId: string;
  /** 0, or 1 when somebody has to look at rejects, failures or ambiguous events. */
  readonly exitCode: 0 | 1;
  readonly apiCalls: number;
  /** Share of the org's API calls of a day that the run has used, from 0 to 1; null where the org doesn't say. */
  readonly apiShare: number | null;
  readonly seconds: number;
  readonly peakRssMb: number;
  /** Events without a record that are kept for later runs once this one has ended. */
  readonly kept: number;
  /** How many lines were rejected for each reason, the most frequent first. */
  readonly rejectCodes: RejectCodes;
  /** Brands and codes that the job doesn't know, each with the number of events that have it. */
  readonly unknown: readonly UnknownCount[];
  /** Zones that have been quiet for longer than `maxQuietHours`. */
  readonly quiet: readonly NewestEvent[];
  /** File with the rejected lines, without their content. */
  readonly rejects: string | null;
  /** File with the failed and ambiguous events and why, without their content. */
  readonly failures: string | null;
}

/** What a report is made of, besides what is staged. `begun`: `performance.now()` when the run started or was resumed. */
export interface Reporting {
  readonly runId: string;
  readonly folder: string;
  readonly staging: Staging;
  readonly state: StateStore;
  readonly apiCalls: number;
  /** The org's API calls of a day; Infinity where it doesn't say. */
  readonly callsADay: number;
  readonly begun: number;
  /** The clock, in milliseconds since 1970, and the hours for which a zone may be quiet. */
  readonly now: number;
  readonly maxQuietHours: number;
  /** Kept events from before this moment (ISO 8601 UTC) are dropped. */
  readonly oldestKept: string;
}

/** Makes the report of a run and writes its failures. Throws when the outcomes don't add up to the lines read. */
export function makeReport({
  runId,
  folder,
  staging,
  state,
  apiCalls,
  callsADay,
  begun,
  now,
  maxQuietHours,
  oldestKept,
}: Reporting): Report {
  const counts = countOutcomes(staging);
  const failures = writeFailures(staging, state, join(folder, FAILURES_FILE));
  const rejects = join(folder, REJECTS_FILE);
  return {
    runId,
    ...counts,
    exitCode: exitOf(counts),
    apiCalls,
    apiShare: shareOf(apiCalls, callsADay),
    seconds: secondsSince(begun),
    peakRssMb: peakRssMb(),
    ...chosenApis(staging),
    kept: countKeptAfter(staging, state, oldestKept),
    rejectCodes: rejectCodesOf(staging),
    unknown: unknownValues(staging),
    quiet: quietZones(
      newestEvents(state, now, (zone) => newestOf(staging, zone)),
      maxQuietHours,
    ),
    rejects: existsSync(rejects) ? rejects : null,
    failures,
  };
}

/** The exit code of a finished run with these outcomes. */
const exitOf = ({ rejected, failed, ambiguous }: Counts): 0 | 1 =>
  rejected + failed + ambiguous > 0 ? EXIT.withFaults : EXIT.finished;

/** Seconds since a moment of `performance.now()`. */
export const secondsSince = (begun: number): number =>
  Number(((performance.now() - begun) / 1000).toFixed(1));

/** The share of a day's calls; null where the org doesn't say how many those are. */
export const shareOf = (apiCalls: number, callsADay: number): number | null =>
  Number.isFinite(callsADay) && callsADay > 0 ? Number((apiCalls / callsADay).toFixed(6)) : null;

/** Peak resident memory of this process, in MiB. */
export function peakRssMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
