import { existsSync } from 'node:fs';
import { SyncError } from '../errors.ts';
import type { Job } from '../job.ts';
import type { Report } from '../report/report.ts';
import { belongTo } from '../state/ownOrg.ts';
import { removeStaged, runFolder } from '../state/runFiles.ts';
import { setPhase, unfinishedRun } from '../state/runs.ts';
import { goThrough } from './goThrough.ts';
import { readyOrg, type OpenOrg } from './openOrg.ts';
import { withState } from './stateFolder.ts';

/** `resume`: goes on with the run that was stopped. Undefined when there is none. */
export function resumeRun(job: Job, stateDir: string, open: OpenOrg): Promise<Report | undefined> {
  return withState(stateDir, async (state) => {
    const entry = unfinishedRun(state);
    if (!entry) return undefined;
    const folder = runFolder(stateDir, entry.runId);
    if (entry.phase === 'reading' && entry.feed.spooled && !existsSync(entry.feed.path)) {
      setPhase(state, entry.runId, 'discarded');
      removeStaged(folder);
      throw new SyncError('STDIN_GONE', entry.runId);
    }
    const org = await readyOrg(open, job.config, 'resume', (organization) => {
      belongTo(state, stateDir, organization);
    });
    return goThrough(job, state, org, folder, entry);
  });
}
