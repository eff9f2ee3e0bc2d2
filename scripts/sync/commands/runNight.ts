import { SyncError } from '../errors.ts';
import type { Job } from '../job.ts';
import type { Report } from '../report/report.ts';
import type { FeedOptions } from '../state/runs.ts';
import type { OpenOrg } from './openOrg.ts';
import { resumeRun } from './resume.ts';
import { runFeed } from './run.ts';

/** A run's report; `resumed` is that of the stopped run which was finished before it. */
export interface NightReport extends Report {
  readonly resumed?: Report;
}

/** `run --resume-first`: finishes the run that was stopped, then takes the feed. */
export async function runNight(
  job: Job,
  stateDir: string,
  feed: FeedOptions,
  open: OpenOrg,
): Promise<NightReport> {
  const resumed = await resumeRun(job, stateDir, open).catch((error: unknown) => {
    if (!(error instanceof SyncError) || error.code !== 'STDIN_GONE') throw error;
    // What it had not read of its standard input can't be finished by anybody: tonight's feed need not wait for it.
    job.log.warn({ code: error.code }, error.message);
    return undefined;
  });
  const report = await runFeed(job, stateDir, feed, open);
  return resumed ? { ...report, resumed } : report;
}
