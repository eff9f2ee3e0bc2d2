import { healthOf, measured } from '../report/measures.ts';
import type { Report } from '../report/report.ts';
import { OUTCOMES } from '../staging/outcomes.ts';
import { unknownText } from '../staging/unknown.ts';
import type { LastEnding } from '../state/lastEnding.ts';
import { latestRuns, type RunEntry } from '../state/runs.ts';
import { quietText, quietZones, type NewestEvent } from '../state/newestEvents.ts';
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
  /** How `run` or `resume` ended last; null before the first one has. */
  readonly ending: LastEnding | null;
  /** The numbers of `--metrics-file`, by the same names. */
  readonly metrics: ReturnType<typeof measured>;
}

/** `now`: milliseconds since 1970. */
export function status(stateDir: string, now: number, maxQuietHours: number): Promise<Status> {
  return withStateToRead(stateDir, (state) => {
    const health = healthOf(state, stateDir, now);
    return {
      zones: health.zones,
      quiet: quietZones(health.zones, maxQuietHours),
      runs: latestRuns(state, RUNS_SHOWN).map(({ runId, started, finished, phase, report }) => ({
        runId,
        started,
        finished,
        phase,
        report: report === null ? null : (JSON.parse(report) as Report),
      })),
      kept: health.kept ?? 0,
      ending: health.ending ?? null,
      metrics: measured(health),
    };
  });
}

/** The status for people: a line per run, with its outcomes below. */
export function statusText({ runs, kept, zones, quiet, ending }: Omit<Status, 'metrics'>): string {
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
    ...(ending === null ? [] : [endingText(ending)]),
    ...zoneLines,
  ].join('\n');
}

const endingText = ({ exitCode, errorCode, at }: LastEnding): string =>
  `The last run or resume ended with ${exitCode}${errorCode === null ? '' : `, ${errorCode}`}, ${at}`;

/** Outcomes with a count of zero are left out. A report of an earlier version may lack some counts. */
function outcomesText(report: Report): readonly string[] {
  const outcomes = OUTCOMES.filter((outcome) => report[outcome] > 0).map(
    (outcome) => `${outcome} ${report[outcome]}`,
  );
  const sum = outcomes.length === 0 ? '' : ` = ${outcomes.join(' + ')}`;
  const { unknown = [] } = report as Partial<Report>;
  return [`read ${report.read}${sum}`, ...unknown.map((one) => `unknown ${unknownText(one)}`)];
}
