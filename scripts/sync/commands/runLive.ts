import { resolve } from 'node:path';
import { SyncError } from '../errors.ts';
import type { Job } from '../job.ts';
import type { Report } from '../report/report.ts';
import { claimEvents, inboxFile, settleInbox, type Inbox } from '../state/inbox.ts';
import { setPhase, unfinishedRun } from '../state/runs.ts';
import type { OpenOrg } from './openOrg.ts';
import { resumeRun } from './resume.ts';
import { startRun } from './run.ts';
import { withState, withStateToRead } from './stateFolder.ts';

/** Events of one small run: few enough that it takes seconds. */
const MOST_EVENTS = 5000;

/** A small run doesn't wait for the state folder: its events do. */
const AT_ONCE = 0;

/**
 * A small run: brings the events in that have waited longest, or goes on with a small run that was stopped. Throws
 * UNFINISHED when another run than a small one was stopped, STATE_LOCKED while one is going on. Whatever it throws, no event
 * is lost: what isn't settled waits.
 */
export async function runLive(
  job: Job,
  stateDir: string,
  inbox: Inbox,
  open: OpenOrg,
): Promise<Report | undefined> {
  function feed(runId: string) {
    claimEvents(inbox, runId, MOST_EVENTS);
    return { path: inboxFile(resolve(stateDir)), spooled: false, live: true };
  }
  try {
    return await startRun(job, stateDir, { feed, isLive: true, patience: AT_ONCE }, open);
  } catch (error) {
    if (isError(error, 'STAGED_GONE')) await giveUp(stateDir, error);
    if (!isError(error, 'UNFINISHED')) throw error;
    const isOurs = await withStateToRead(stateDir, (state) => unfinishedRun(state)?.feed.live === true);
    if (!isOurs) throw error;
    return goOn(job, stateDir, open);
  }
}

/** A small run that was stopped takes the configuration of now: nobody would be there to put the old one back. */
async function goOn(job: Job, stateDir: string, open: OpenOrg): Promise<Report | undefined> {
  try {
    return await resumeRun(job, stateDir, open, false, AT_ONCE);
  } catch (error) {
    if (!isError(error, 'CONFIG_CHANGED')) throw error;
    return resumeRun(job, stateDir, open, true, AT_ONCE);
  }
}

/** Ends a small run whose staged data is gone: its events wait again. Throws the error when the run isn't a small one. */
function giveUp(stateDir: string, error: unknown): Promise<void> {
  return withState(
    stateDir,
    (state) => {
      const entry = unfinishedRun(state);
      if (entry?.feed.live !== true) throw error;
      setPhase(state, entry.runId, 'discarded');
      settleInbox(stateDir, state);
      return Promise.resolve();
    },
    AT_ONCE,
  );
}

const isError = (error: unknown, code: SyncError['code']): error is SyncError =>
  error instanceof SyncError && error.code === code;
