import { existsSync } from 'node:fs';
import { SyncError } from '../errors.ts';
import type { Job } from '../job.ts';
import type { Report } from '../report/report.ts';
import { removeOldReports } from '../state/cleanUp.ts';
import { belongTo } from '../state/ownOrg.ts';
import { privateFolder } from '../state/ownFolder.ts';
import { removeStaged, runFolder } from '../state/runFiles.ts';
import { mustBeStaged, setPhase, unfinishedRun, type RunEntry } from '../state/runs.ts';
import { goThrough } from './goThrough.ts';
import { readyOrg, type OpenOrg } from './openOrg.ts';
import { withState } from './stateFolder.ts';

/** `resume`: goes on with the run that was stopped. Undefined when there is none. */
export function resumeRun(job: Job, stateDir: string, open: OpenOrg): Promise<Report | undefined> {
  return withState(stateDir, async (state) => {
    removeOldReports(stateDir, state, job.config.keepReportsDays, job.now());
    const entry = unfinishedRun(state);
    if (!entry) return undefined;
    const folder = runFolder(stateDir, entry.runId);
    if (entry.phase === 'reading' && entry.feed.spooled && !existsSync(entry.feed.path)) {
      setPhase(state, entry.runId, 'discarded');
      removeStaged(folder);
      throw new SyncError('STDIN_GONE', entry.runId);
    }
    mustBeStaged(entry, stateDir);
    mustHaveFeed(entry);
    privateFolder(folder);
    const org = await readyOrg(open, job.config, 'resume', (organization) => {
      belongTo(state, stateDir, organization);
    });
    return goThrough(job, state, org, folder, entry);
  });
}

/** FEED when the feed that is to be read again isn't there; the run stays. */
function mustHaveFeed({ phase, feed }: RunEntry): void {
  if (phase !== 'reading' || existsSync(feed.path)) return;
  throw new SyncError(
    'FEED',
    `${feed.path} doesn't exist any more, and the stopped run had not read it to its end`,
    'Put it back and continue with `npm run -s sync -- resume`, or give the run up with `resume --discard`',
  );
}
