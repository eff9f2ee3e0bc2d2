import { randomBytes } from 'node:crypto';
import { planningSettings } from '../config/settings.ts';
import { withThresholds, type Job } from '../job.ts';
import { markUnfinished } from '../org/runRecord.ts';
import type { Report } from '../report/report.ts';
import { removeOldReports } from '../state/cleanUp.ts';
import { belongTo } from '../state/ownOrg.ts';
import { privateFolder } from '../state/ownFolder.ts';
import { runFolder } from '../state/runFiles.ts';
import { feedFrom, mustBeFinished, saveRun, type FeedOptions, type RunEntry } from '../state/runs.ts';
import { runToEnd } from './runToEnd.ts';
import { readyOrg, type OpenOrg } from './openOrg.ts';
import { withState } from './stateFolder.ts';

/** A run's id: its start time and four random characters, so that two runs in the same second differ. */
function newRunId(now: number): string {
  const stamp = new Date(now).toISOString().replace(/[-:]/g, '').slice(0, 15);
  return `${stamp}Z-${randomBytes(2).toString('hex')}`;
}

/** `run`: processes a feed, from its first line to the report. */
export function runFeed(job: Job, stateDir: string, feed: FeedOptions, open: OpenOrg): Promise<Report> {
  return withState(stateDir, async (state) => {
    removeOldReports(stateDir, state, job.config.keepReportsDays, job.now());
    mustBeFinished(state, stateDir);
    const runId = newRunId(job.now());
    const started = new Date(job.now()).toISOString();
    const org = await readyOrg(
      open,
      job.config,
      'run',
      (organization) => {
        belongTo(state, stateDir, organization);
      },
      (own) => markUnfinished(own, { runId, started }, 'Refused', started),
    );
    const folder = runFolder(stateDir, runId);
    privateFolder(folder);
    const entry: RunEntry = {
      runId,
      started,
      finished: null,
      phase: 'reading',
      feed: feedFrom(feed, folder),
      settings: { settings: planningSettings(job.config), thresholds: job.thresholds },
      report: null,
    };
    saveRun(state, entry);
    return runToEnd(withThresholds(job), state, org, folder, entry);
  });
}
