import type { Report } from '../report/report.ts';
import { OUTCOMES } from '../staging/outcomes.ts';
import { unknownText } from '../staging/unknown.ts';
import { latestRuns, type RunEntry } from '../state/runs.ts';
import { countRows } from '../state/sqlite.ts';
import { withStateToRead } from './stateFolder.ts';

const RUNS_SHOWN = 10;

/** What `status` tells: the latest runs, newest first, and how many events are kept for later runs. */
export interface Status {
  readonly runs: readonly (Omit<RunEntry, 'report' | 'feed' | 'settings'> & {
    readonly report: Report | null;
  })[];
  readonly kept: number;
}

export function status(stateDir: string): Promise<Status> {
  return withStateToRead(stateDir, (state) => ({
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

/** The same for people: a line a run, and what became of its events below. */
export function statusText({ runs, kept }: Status): string {
  const lines = runs.flatMap(({ runId, started, finished, phase, report }) => [
    `${runId}  ${phase.padEnd(10)}  ${started} - ${finished ?? ''}`,
    ...(report ? outcomesText(report).map((line) => `  ${line}`) : []),
  ]);
  return [...(lines.length > 0 ? lines : ['No run yet.']), `${kept} events kept for later runs`].join('\n');
}

/** Outcomes that no event had aren't told. A report of an earlier version tells less. */
function outcomesText(report: Report): readonly string[] {
  const outcomes = OUTCOMES.filter((outcome) => report[outcome] > 0).map(
    (outcome) => `${outcome} ${report[outcome]}`,
  );
  const sum = outcomes.length === 0 ? '' : ` = ${outcomes.join(' + ')}`;
  const { unknown = [] } = report as Partial<Report>;
  return [`read ${report.read}${sum}`, ...unknown.map((one) => `unknown ${unknownText(one)}`)];
}
