import type { Report } from '../report/report.ts';
import { OUTCOMES } from '../staging/outcomes.ts';
import { unknownText } from '../staging/unknown.ts';
import { latestRuns, type RunEntry } from '../state/runs.ts';
import { countRows } from '../state/sqlite.ts';
import { quietText, quietZones, zoneWords, type ZoneWord } from '../state/zoneWords.ts';
import { withStateToRead } from './stateFolder.ts';

const RUNS_SHOWN = 10;

/** What `status` reports: the latest runs, newest first, and how many events are kept for later runs. */
export interface Status {
  readonly runs: readonly (Omit<RunEntry, 'report' | 'feed' | 'settings'> & {
    readonly report: Report | null;
  })[];
  readonly kept: number;
  /** When each zone has spoken last, and which have been quiet for too long. */
  readonly zones: readonly ZoneWord[];
  readonly quiet: readonly ZoneWord[];
}

/** `now`: milliseconds since 1970. */
export function status(stateDir: string, now: number, maxQuietHours: number): Promise<Status> {
  return withStateToRead(stateDir, (state) => ({
    zones: zoneWords(state, now),
    quiet: quietZones(zoneWords(state, now), maxQuietHours),
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
  const isQuiet = (word: ZoneWord): boolean => quiet.some(({ zone }) => zone === word.zone);
  const words = zones.map((word) =>
    isQuiet(word)
      ? quietText(word)
      : `${word.zone}: newest event ${word.newestEvent}, ${word.hours} hours ago`,
  );
  const lines = runs.flatMap(({ runId, started, finished, phase, report }) => [
    `${runId}  ${phase.padEnd(10)}  ${started} - ${finished ?? ''}`,
    ...(report ? outcomesText(report).map((line) => `  ${line}`) : []),
  ]);
  return [
    ...(lines.length > 0 ? lines : ['No run yet.']),
    `${kept} events kept for later runs`,
    ...words,
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
