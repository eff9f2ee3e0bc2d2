import { OUTCOMES } from '../staging/outcomes.ts';
import { lastEnding, type LastEnding } from '../state/lastEnding.ts';
import { newestEvents, type NewestEvent } from '../state/newestEvents.ts';
import { lastFinished } from '../state/runs.ts';
import { countRows } from '../state/sqlite.ts';
import type { StateStore } from '../state/store.ts';
import type { Report } from './report.ts';

/** What a state folder knows of how the job is doing. */
export interface Health {
  /** The last run of a feed that finished; a report of an earlier version lacks some numbers. */
  readonly finished: { readonly report: Partial<Report>; readonly at: string } | undefined;
  readonly ending: LastEnding | undefined;
  /** Events without a record that are kept for later runs. */
  readonly kept: number | undefined;
  readonly zones: readonly NewestEvent[];
}

type Value = number | Readonly<Record<string, number>> | undefined;

/** A number that is watched: at `--metrics-file`, in `status --json`, and by config/monitoring. */
interface Measure {
  readonly help: string;
  /** The label that tells its numbers apart; without one there is one number. */
  readonly label?: string;
  readonly of: (health: Health) => Value;
}

const seconds = (iso: string | undefined): number | undefined =>
  iso === undefined ? undefined : Date.parse(iso) / 1000;

/** A number of the last finished run's report. */
const ofReport = (
  name: 'read' | 'retried' | 'rowsWritten' | 'apiCalls' | 'apiShare' | 'seconds' | 'peakRssMb',
  help: string,
): Measure => ({ help, of: ({ finished }) => finished?.report[name] ?? undefined });

/** All gauges, by name: each stays as it is until the next run ends. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  cuzo_sync_events: {
    help: 'Events of the last finished run by outcome',
    label: 'outcome',
    of: ({ finished }) =>
      finished && Object.fromEntries(OUTCOMES.map((outcome) => [outcome, finished.report[outcome] ?? 0])),
  },
  cuzo_sync_rejects: {
    help: 'Rejected lines of the last finished run by reason',
    label: 'code',
    of: ({ finished }) => finished?.report.rejectCodes,
  },
  cuzo_sync_read: ofReport('read', 'Lines of the last finished run'),
  cuzo_sync_retried: ofReport('retried', 'Kept events that the last finished run tried again'),
  cuzo_sync_rows_written: ofReport('rowsWritten', 'Account and InsurancePolicy rows that the org confirmed'),
  cuzo_sync_api_calls: ofReport('apiCalls', 'API calls of the last finished run'),
  cuzo_sync_api_share: ofReport('apiShare', "Share of the org's API calls of a day, 0 to 1"),
  cuzo_sync_seconds: ofReport('seconds', 'Wall time of the last finished run'),
  cuzo_sync_peak_rss_mb: ofReport('peakRssMb', 'Peak resident memory of the last finished run, MiB'),
  cuzo_sync_kept: { help: 'Events without a record that are kept for later runs', of: ({ kept }) => kept },
  cuzo_sync_newest_event_timestamp_seconds: {
    help: 'Time of the newest event of a zone',
    label: 'zone',
    of: ({ zones }) =>
      Object.fromEntries(zones.map(({ zone, newestEvent }) => [zone, Date.parse(newestEvent) / 1000])),
  },
  cuzo_sync_finished_timestamp_seconds: {
    help: 'When the last run that finished did so',
    of: ({ finished }) => seconds(finished?.at),
  },
  cuzo_sync_ended_timestamp_seconds: {
    help: 'When the last run or resume ended, in whatever way',
    of: ({ ending }) => seconds(ending?.at),
  },
  cuzo_sync_exit_code: {
    help: 'Exit code of the last run or resume',
    of: ({ ending }) => ending?.exitCode,
  },
  cuzo_sync_error: {
    help: 'Error code that ended the last run or resume',
    label: 'code',
    of: ({ ending }) =>
      ending?.errorCode === null || ending === undefined ? undefined : { [ending.errorCode]: 1 },
  },
};

/** Reads a state folder. `now`: milliseconds since 1970. */
export function healthOf(state: StateStore, stateDir: string, now: number): Health {
  const entry = lastFinished(state);
  return {
    finished:
      entry?.report == null
        ? undefined
        : { report: JSON.parse(entry.report) as Partial<Report>, at: entry.finished ?? entry.started },
    ending: lastEnding(stateDir),
    kept: countRows(state.db, 'FROM unmatched'),
    zones: newestEvents(state, now),
  };
}

/** The numbers by name, without those that nothing is known of. */
export function measured(health: Health): Readonly<Record<string, NonNullable<Value>>> {
  return Object.fromEntries(
    Object.entries(MEASURES).flatMap(([name, { of }]) => {
      const value = of(health);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
