import { join } from 'node:path';
import { EXIT, SyncError } from '../errors.ts';
import type { Job, Run } from '../job.ts';
import type { Org } from '../org/org.ts';
import { markUnfinished, type RunFields } from '../org/runRecord.ts';
import { callsSoFar, runPipeline } from '../pipeline.ts';
import { reportAfterwards } from '../report/output.ts';
import type { Report } from '../report/report.ts';
import { countsSoFar } from '../staging/counts.ts';
import { unfinishedRunFields } from '../settle/runFields.ts';
import { erasuresIn } from '../staging/erasedCustomers.ts';
import { openStaging } from '../staging/staging.ts';
import { noteCalls } from '../staging/tally.ts';
import { dropErased, settleInbox } from '../state/inbox.ts';
import { recordedAs } from '../state/liveHours.ts';
import { removeStaged, stateDirOf, STAGING_FILE } from '../state/runFiles.ts';
import { mayHaveWritten, setPhase, type RunEntry } from '../state/runs.ts';
import type { StateStore } from '../state/store.ts';

/**
 * Runs the pipeline, from the start or from where the run was stopped. A run that is refused before it may have written
 * anything is discarded; one that is stopped later stays for `resume`.
 */
export async function runToEnd(
  job: Job,
  state: StateStore,
  org: Org,
  folder: string,
  { runId, started, feed, phase }: RunEntry,
): Promise<Report> {
  const staging = openStaging(join(folder, STAGING_FILE));
  const run: Run = { runId, started, folder, feed, staging, state, org };
  const isoNow = (): string => new Date(job.now()).toISOString();
  const recorded = recordedAs(run);
  const stateDir = stateDirOf(folder);
  job.onRun?.({ runId });
  const begun = performance.now();
  function known(error: unknown): RunFields {
    const exitCode = error instanceof SyncError ? error.exit : EXIT.stopped;
    try {
      return unfinishedRunFields(run, { exitCode, isLive: feed.live === true, begun });
    } catch {
      // What ended the run may be its staging database.
      return { Exit_Code__c: exitCode };
    }
  }
  function end(): void {
    staging.close();
    removeStaged(folder);
    if (feed.live === true) settleInbox(stateDir, state);
  }
  try {
    const report = await runPipeline(job, run, phase);
    await reportAfterwards(job.log, folder, () => {
      dropErased(stateDir, erasuresIn(staging));
      end();
    });
    return report;
  } catch (error) {
    noteCounts(job, run);
    const isRefused = error instanceof SyncError && (error.exit === 2 || error.code === 'STDIN_CUT');
    if (isRefused && !mayHaveWritten(state, runId)) {
      const fields = known(error);
      setPhase(state, runId, 'discarded');
      end();
      await markUnfinished(org, recorded, 'Refused', isoNow(), fields);
      throw error;
    }
    await markUnfinished(org, recorded, 'Stopped', isoNow(), known(error));
    noteCalls(staging, callsSoFar(run));
    throw error;
  } finally {
    job.progress.end();
    if (staging.isOpen) staging.close();
  }
}

/** Best effort: a disk that can't be read keeps nobody from hearing why the run ended. */
function noteCounts({ onRun }: Job, { runId, staging }: Run): void {
  if (!onRun) return;
  try {
    onRun({ runId, counts: countsSoFar(staging) });
  } catch {
    onRun({ runId });
  }
}
