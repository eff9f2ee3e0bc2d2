import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../errors.ts';
import { chosenApis, type Chosen } from '../staging/chosen.ts';
import { countOutcomes, newestOf, type OutcomeCounts } from '../staging/counts.ts';
import type { Staging } from '../staging/staging.ts';
import { unknownValues, type UnknownCount } from '../staging/unknown.ts';
import { FAILURES_FILE, REJECTS_FILE } from '../state/runFiles.ts';
import type { StateStore } from '../state/store.ts';
import { quietZones, newestEvents, type NewestEvent } from '../state/newestEvents.ts';
import { writeFailures } from './failures.ts';

/** What a run reports at its end (docs/SYNC.md). `seconds` are wall time. */
export interface Report extends OutcomeCounts, Chosen {
  readonly runId: string;
  readonly apiCalls: number;
  readonly seconds: number;
  readonly peakRssMb: number;
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
  readonly begun: number;
  /** The clock, in milliseconds since 1970, and the hours for which a zone may be quiet. */
  readonly now: number;
  readonly maxQuietHours: number;
}

/** Makes the report of a run and writes its failures. Throws when the outcomes don't add up to the lines read. */
export function makeReport({
  runId,
  folder,
  staging,
  state,
  apiCalls,
  begun,
  now,
  maxQuietHours,
}: Reporting): Report {
  const counts = countOutcomes(staging);
  const failures = writeFailures(staging, state, join(folder, FAILURES_FILE));
  const rejects = join(folder, REJECTS_FILE);
  return {
    runId,
    ...counts,
    apiCalls,
    seconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
    peakRssMb: peakRssMb(),
    ...chosenApis(staging),
    unknown: unknownValues(staging),
    quiet: quietZones(
      newestEvents(state, now, (zone) => newestOf(staging, zone)),
      maxQuietHours,
    ),
    rejects: existsSync(rejects) ? rejects : null,
    failures,
  };
}

/** Exit code of a finished run: 1 when somebody has to look at rejects, failures or ambiguous events. */
export const exitOf = ({ rejected, failed, ambiguous }: Report): 0 | 1 =>
  rejected + failed + ambiguous > 0 ? EXIT.withFaults : EXIT.finished;

/** Peak resident memory of this process, in MiB. */
export function peakRssMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
