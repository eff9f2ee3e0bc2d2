import type { Report } from '../report/report.ts';
import { OUTCOMES } from '../staging/outcomes.ts';
import { unknownText } from '../staging/unknown.ts';
import { latestRuns, type RunEntry } from '../state/runs.ts';
import { countRows } from '../state/sqlite.ts';
import { quietText, quietZones, newestEvents, type NewestEvent } from '../state/newestEvents.ts';
import { withStateToRead } from './stateFolder.ts';

const RUNS_SHOWN = 10;

/** What `status` reports: the latest runs, newest first, and how many events are kept for later runs. */
export interface Status {
  readonly runs: readonly (Omit<RunEntry, 'report' | 'feed' | 'settings'> & {
    readonly report: Report | null;
  })[];
  readonly kept: number;
  /** When each zone has spoken last, and which have been quiet for too long. */
  readonly zones: readonly NewestEvent[];
  readonly quiet: readonly NewestEvent[];
}

/** `now`: milliseconds since 1970. */
export function status(stateDir: string, now: number, maxQuietHours: number): Promise<Status> {
  return withStateToRead(stateDir, (state) => ({
    zones: newestEvents(state, now),
    quiet: quietZones(newestEvents(state, now), maxQuietHours),
    runs: latestRuns(state, RUNS_SHOWN).map(({ runId, started, finished, phase, report }) => ({
      runId,
      started,
      finished,
      phase,
      report: report === null ? null : (JSON.parse(report) as Report),
    })),
    kept: countRows(state.db, 'FROM unmatched'),
  }));
}

/** The status for people: a line per run, with its outcomes below. */
export function statusText({ runs, kept, zones, quiet }: Status): string {
  const isQuiet = (event: NewestEvent): boolean => quiet.some(({ zone }) => zone === event.zone);
  const zoneLines = zones.map((event) =>
    isQuiet(event)
      ? quietText(event)
      : `${event.zone}: newest event ${event.newestEvent}, ${event.hours} hours ago`,
  );
  const lines = runs.flatMap(({ runId, started, finished, phase, report }) => [
    `${runId}  ${phase.padEnd(10)}  ${started} - ${finished ?? ''}`,
    ...(report ? outcomesText(report).map((line) => `  ${line}`) : []),
  ]);
  return [
    ...(lines.length > 0 ? lines : ['No run yet.']),
    `${kept} events kept for later runs`,
    ...zoneLines,
  ].join('\n');
}

/** Outcomes with a count of zero are left out. A report of an earlier version may lack some counts. */
function outcomesText(report: Report): readonly string[] {
  const outcomes = OUTCOMES.filter((outcome) => report[outcome] > 0).map(
    (outcome) => `${outcome} ${report[outcome]}`,
  );
  const sum = outcomes.length === 0 ? '' : ` = ${outcomes.join(' + ')}`;
  const { unknown = [] } = report as Partial<Report>;
  return [`read ${report.read}${sum}`, ...unknown.map((one) => `unknown ${unknownText(one)}`)];
}
