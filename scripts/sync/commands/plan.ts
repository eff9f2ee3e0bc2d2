import { EXIT, SyncError } from '../errors.ts';
import { withThresholds, type Job, type Run } from '../job.ts';
import { planPipeline } from '../pipeline.ts';
import { plannedValues } from '../report/plannedValues.ts';
import type { PlanReport } from '../report/plannedWork.ts';
import { temporaryStaging } from '../staging/staging.ts';
import { makePlanFolder, removePlanLeftovers } from '../state/cleanUp.ts';
import { mustBeOf } from '../state/ownOrg.ts';
import { removeStaged } from '../state/runFiles.ts';
import { feedToReadOnce, mustBeFinished, type FeedOptions } from '../state/runs.ts';
import { readyOrg, type OpenOrg } from './openOrg.ts';
import { withStateToRead } from './stateFolder.ts';

/** A stopped plan leaves nothing to resume. */
const AGAIN = 'Start again with `npm run -s sync -- plan`';

/** `plan`: everything but writing. Neither the org nor the state folder changes; rejects go to a temporary folder. */
export function planFeed(
  job: Job,
  stateDir: string,
  feed: FeedOptions,
  withValues: boolean,
  open: OpenOrg,
): Promise<PlanReport> {
  return withStateToRead(stateDir, async (state) => {
    mustBeFinished(state, stateDir);
    removePlanLeftovers();
    const org = await readyOrg(open, job.config, 'plan', (organization) => {
      mustBeOf(state, stateDir, organization);
    });
    const folder = makePlanFolder();
    const staging = temporaryStaging();
    const started = new Date(job.now()).toISOString();
    const source = feedToReadOnce(feed);
    const run: Run = { runId: 'plan', started, folder, feed: source, staging, state, org };
    try {
      const { report, planned } = await planPipeline(withThresholds(job), run);
      const values = withValues ? await plannedValues(staging, org, job.config.rowsPerRequest) : undefined;
      return { ...report, planned, ...(values ? { values } : {}) };
    } catch (error) {
      throw error instanceof SyncError && error.exit === EXIT.stopped ? error.with(AGAIN) : error;
    } finally {
      job.progress.end();
      staging.close();
      removeStaged(folder);
    }
  });
}
