import { join } from 'node:path';
import { FeedFault } from '../../feed/feedFault.ts';
import { SyncError } from '../errors.ts';
import type { Job, Run } from '../job.ts';
import { stageFeed } from '../stage/stageFeed.ts';
import { stageKeptEvents } from '../stage/keptEvents.ts';
import { endReading, indexSubjects } from '../stage/reading.ts';
import { tally } from '../stage/staging.ts';
import { supersedeOlder } from '../stage/supersede.ts';
import { mustStayBelow } from './thresholds.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Events kept since before this moment (ISO 8601 UTC) are given up. */
export const oldestKept = (job: Job): string =>
  new Date(job.now() - job.config.keepUnmatchedDays * DAY_MS).toISOString();

/**
 * read, check, stage: every line of the feed becomes a staged event or a reject; events kept from earlier runs join
 * them; older words are superseded. Gives the path of the rejects or null. FEED or TOO_MANY_REJECTS.
 */
export async function readAndStage(job: Job, run: Run): Promise<string | null> {
  const { staging, feed, folder } = run;
  job.progress.begin('read', 0);
  const reading = {
    staging,
    feed,
    rejectsFile: join(folder, 'rejects.ndjson'),
    now: job.now(),
    signal: job.signal,
    onLines: job.progress.advance,
  };
  const rejects = await stageFeed(reading).catch((error: unknown) => {
    throw error instanceof FeedFault ? new SyncError('FEED', error.message, error.next, error) : error;
  });
  const [read, rejected] = [Number(tally(staging, 'read')), Number(tally(staging, 'rejected'))];
  job.log.info({ runId: run.runId, read, rejected }, 'feed read');
  mustStayBelow('TOO_MANY_REJECTS', rejected, read, job.config.maxRejects, rejects);
  stageKeptEvents(staging, run.state, oldestKept(job));
  const steps = [indexSubjects, supersedeOlder, endReading];
  job.progress.begin('sort', steps.length);
  for (const step of steps) {
    step(staging);
    job.progress.advance(1);
  }
  return rejects;
}
