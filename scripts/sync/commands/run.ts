import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SyncError } from '../errors.ts';
import type { Job, Run } from '../job.ts';
import type { Org } from '../org/org.ts';
import { markStopped, saveRunRecord } from '../org/runRecord.ts';
import { matchAndPlan } from '../plan/matchAndPlan.ts';
import { remainingLimits } from '../org/limits.ts';
import { plannedLoads, rowsOf } from '../plan/cost.ts';
import { fittingWays, waysLeft } from '../plan/ways.ts';
import { oldestKept, readAndStage } from '../read/readAndStage.ts';
import { spoolStdin } from '../read/spool.ts';
import { failureCodes, writeFailures } from '../report/failures.ts';
import { logged } from '../report/stages.ts';
import { account, peakRssMb, type Report } from '../report/report.ts';
import { chosen, noteWays } from '../report/ways.ts';
import { finishedRunFields } from '../settle/runFields.ts';
import { settle } from '../settle/settle.ts';
import { openStaging, setTally, tally } from '../stage/staging.ts';
import { privateFolder } from '../state/privateFiles.ts';
import { saveRun, setPhase, unfinishedRun, type Phase, type RunEntry } from '../state/runs.ts';
import type { StateStore } from '../state/store.ts';
import { writeAll } from '../write/write.ts';
import { readyOrg } from './ready.ts';
import { removeStaged, runFolder, SPOOL_FILE, STAGING_FILE, withState } from './stateFolder.ts';

/** A run's id: its start, and four characters against two in the same second. */
function newRunId(now: number): string {
  const stamp = new Date(now).toISOString().replace(/[-:]/g, '').slice(0, 15);
  return `${stamp}Z-${randomBytes(2).toString('hex')}`;
}

export function mustBeFinished(state: StateStore): void {
  const open = unfinishedRun(state);
  if (open) throw new SyncError('UNFINISHED', open.runId);
}

/** `run`: a feed, from its first line to the report. `feed` is a file, a folder or `-`. */
export function runFeed(job: Job, stateDir: string, feed: string, open: () => Promise<Org>): Promise<Report> {
  return withState(stateDir, async (state) => {
    mustBeFinished(state);
    const org = await readyOrg(open, job.config, 'run');
    const runId = newRunId(job.now());
    const folder = runFolder(stateDir, runId);
    privateFolder(folder);
    const source =
      feed === '-'
        ? { path: join(folder, SPOOL_FILE), spooled: true }
        : { path: resolve(feed), spooled: false };
    const entry: RunEntry = {
      runId,
      started: new Date(job.now()).toISOString(),
      finished: null,
      phase: 'reading',
      feed: source,
      report: null,
    };
    saveRun(state, entry);
    return goThrough(job, state, org, folder, entry);
  });
}

/** `resume`: goes on with the run that was stopped. Undefined when there is none. */
export function resumeRun(job: Job, stateDir: string, open: () => Promise<Org>): Promise<Report | undefined> {
  return withState(stateDir, async (state) => {
    const entry = unfinishedRun(state);
    if (!entry) return undefined;
    const folder = runFolder(stateDir, entry.runId);
    if (entry.phase === 'reading' && entry.feed.spooled && !existsSync(entry.feed.path)) {
      setPhase(state, entry.runId, 'discarded');
      removeStaged(folder);
      throw new SyncError('STDIN_GONE', entry.runId);
    }
    const org = await readyOrg(open, job.config, 'resume');
    return goThrough(job, state, org, folder, entry);
  });
}

async function goThrough(
  job: Job,
  state: StateStore,
  org: Org,
  folder: string,
  { runId, started, feed, phase }: RunEntry,
): Promise<Report> {
  const staging = openStaging(join(folder, STAGING_FILE));
  const run: Run = { runId, started, folder, feed, staging, state, org };
  try {
    return await pipeline(job, run, phase);
  } catch (error) {
    if (error instanceof SyncError && (error.exit === 2 || error.code === 'STDIN_CUT')) {
      setPhase(state, runId, 'discarded');
      staging.close();
      removeStaged(folder);
      throw error;
    }
    await markStopped(org, runId, started);
    setTally(staging, 'apiCalls', callsSoFar(run));
    throw error;
  } finally {
    job.progress.end();
    if (staging.isOpen) staging.close();
  }
}

/** API calls of this run, those before it was stopped included. */
const callsSoFar = ({ staging, org }: Run): number =>
  Number(tally(staging, 'apiCalls') ?? 0) + org.apiCalls();

/** read -> check -> stage -> match -> plan -> write -> settle, from the phase that a stopped run had come to. */
async function pipeline(job: Job, run: Run, reached: Phase): Promise<Report> {
  const { runId, state, staging, org, started } = run;
  const begun = performance.now();

  if (reached === 'reading') {
    if (run.feed.spooled && !existsSync(run.feed.path)) await spoolStdin(run.feed.path, job);
    await logged(job.log, 'read', org, () => readAndStage(job, run));
    setPhase(state, runId, 'planning');
  }

  if (reached !== 'writing') await logged(job.log, 'match', org, () => matchAndPlan(job, run));
  const loads = plannedLoads(staging);
  const limits = await remainingLimits(org);
  const ways =
    reached === 'writing' ? waysLeft(loads, limits, job.config) : fittingWays(loads, limits, job.config);
  noteWays(staging, loads, ways);
  setPhase(state, runId, 'writing');

  await saveRunRecord(org, runId, { Status__c: 'Running', Started__c: started });
  job.progress.begin('write', rowsOf(loads));
  const { config, log, signal, progress } = job;
  const { folder } = run;
  const onRows = progress.advance;
  await logged(log, 'write', org, () =>
    writeAll({ staging, state, org, config, log, folder, ways, signal, onRows }),
  );

  const counts = account(staging);
  const failures = writeFailures(staging, state, join(run.folder, 'failures.ndjson'));
  const rejectsFile = join(run.folder, 'rejects.ndjson');
  const report: Report = {
    runId,
    ...counts,
    apiCalls: callsSoFar(run) + 1,
    seconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
    peakRssMb: peakRssMb(),
    ...chosen(staging),
    rejects: existsSync(rejectsFile) ? rejectsFile : null,
    failures,
  };
  const finished = new Date(job.now()).toISOString();
  await saveRunRecord(org, runId, finishedRunFields(staging, report, started, finished));
  await logged(log, 'settle', org, () => {
    settle(staging, state, report, { finished, oldest: oldestKept(job) });
  });
  job.log.info({ ...report, failureCodes: failureCodes(staging) }, 'run finished');
  staging.close();
  removeStaged(run.folder);
  return report;
}
