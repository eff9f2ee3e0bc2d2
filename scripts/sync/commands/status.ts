import { latestRuns, type RunEntry } from '../state/runs.ts';
import { countRows } from '../state/sqlite.ts';
import { withStateToRead } from './stateFolder.ts';

const RUNS_SHOWN = 10;

/** What `status` tells: the latest runs, newest first, and how many events are kept for later runs. */
export interface Status {
  readonly runs: readonly (Omit<RunEntry, 'report' | 'feed' | 'settings'> & { readonly report: unknown })[];
  readonly kept: number;
}

export function status(stateDir: string): Promise<Status> {
  return withStateToRead(stateDir, (state) => ({
    runs: latestRuns(state, RUNS_SHOWN).map(({ runId, started, finished, phase, report }) => ({
      runId,
      started,
      finished,
      phase,
      report: report === null ? null : (JSON.parse(report) as unknown),
    })),
    kept: countRows(state.db, 'FROM unmatched'),
  }));
}

/** The same for people, a line a run. */
export function statusText({ runs, kept }: Status): string {
  const lines = runs.map(
    ({ runId, started, finished, phase }) => `${runId}  ${phase.padEnd(9)}  ${started} - ${finished ?? ''}`,
  );
  return [...(lines.length > 0 ? lines : ['No run yet.']), `${kept} events kept for later runs`].join('\n');
}
