import { randomBytes } from 'node:crypto';
import { EXIT } from '../errors.ts';
import { planningSettings } from '../config/settings.ts';
import { withThresholds, type Job } from '../job.ts';
import { markUnfinished } from '../org/runRecord.ts';
import type { Report } from '../report/report.ts';
import { removeOldReports } from '../state/cleanUp.ts';
import { recordedAs } from '../state/liveHours.ts';
import { belongTo } from '../state/ownOrg.ts';
import { privateFolder } from '../state/ownFolder.ts';
import { runFolder } from '../state/runFiles.ts';
import {
  feedFrom,
  mustBeFinished,
  saveRun,
  type FeedOptions,
  type RunEntry,
  type RunFeed,
} from '../state/runs.ts';
import { runToEnd } from './runToEnd.ts';
import { readyOrg, type OpenOrg } from './openOrg.ts';
import { withState } from './stateFolder.ts';

/** A run's id: its start time and four random characters, so that two runs in the same second differ. */
function newRunId(now: number): string {
  const stamp = new Date(now).toISOString().replace(/[-:]/g, '').slice(0, 15);
  return `${stamp}Z-${randomBytes(2).toString('hex')}`;
}

/** Where a new run takes its events from. */
export interface Supply {
  /** The feed of a run with this id and this folder; called once the org is ready. */
  readonly feed: (runId: string, folder: string) => RunFeed;
  /** Whether the feed is the inbox. */
  readonly isLive: boolean;
  /** Seconds to wait for the state folder. */
  readonly patience?: number;
}

/** `run`: processes a feed, from its first line to the report. */
export const runFeed = (job: Job, stateDir: string, feed: FeedOptions, open: OpenOrg): Promise<Report> =>
  startRun(job, stateDir, { feed: (_runId, folder) => feedFrom(feed, folder), isLive: false }, open);

/** Begins a run and takes it to its report. */
export function startRun(job: Job, stateDir: string, supply: Supply, open: OpenOrg): Promise<Report> {
  return withState(
    stateDir,
    async (state) => {
      removeOldReports(stateDir, state, job.config.keepReportsDays, job.now());
      mustBeFinished(state, stateDir);
      const runId = newRunId(job.now());
      const started = new Date(job.now()).toISOString();
      const recorded = recordedAs({ runId, started, feed: { live: supply.isLive } });
      const org = await readyOrg(
        open,
        job.config,
        supply.isLive ? 'listen' : 'run',
        (organization) => {
          belongTo(state, stateDir, organization);
        },
        (own) => markUnfinished(own, recorded, 'Refused', started, { Exit_Code__c: EXIT.refused }),
      );
      const folder = runFolder(stateDir, runId);
      privateFolder(folder);
      const entry: RunEntry = {
        runId,
        started,
        finished: null,
        phase: 'reading',
        feed: supply.feed(runId, folder),
        settings: { settings: planningSettings(job.config), thresholds: job.thresholds },
        report: null,
      };
      saveRun(state, entry);
      return runToEnd(withThresholds(job), state, org, folder, entry);
    },
    supply.patience,
  );
}
