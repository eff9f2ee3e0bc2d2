import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { abortJob } from '../org/bulkJob.ts';
import { organizationOf } from '../org/organization.ts';
import { markUnfinished, type RunFields } from '../org/runRecord.ts';
import { stagedFields } from '../settle/runFields.ts';
import { openJobs } from '../staging/parts.ts';
import { settleInbox } from '../state/inbox.ts';
import { recordedAs } from '../state/liveHours.ts';
import { mustBeOf } from '../state/ownOrg.ts';
import { removeStaged, runFolder, STAGING_FILE } from '../state/runFiles.ts';
import { mayHaveWritten, setPhase, unfinishedRun, type RunEntry } from '../state/runs.ts';
import type { StateStore } from '../state/store.ts';
import type { OpenOrg } from './openOrg.ts';
import { withState } from './stateFolder.ts';

/**
 * `resume --discard`: gives the unfinished run up; gives its id, undefined when there is none. Its Bulk jobs are aborted
 * first, or they would write later what is old by then: without the org that can't be done. The run's record in the org says
 * so afterwards, where one try gets through. `now` is ISO 8601 UTC.
 */
export function discardRun(stateDir: string, open: OpenOrg, now: string): Promise<string | undefined> {
  return withState(stateDir, async (state) => {
    const entry = unfinishedRun(state);
    if (!entry) return undefined;
    const folder = runFolder(stateDir, entry.runId);
    const jobs = jobsOf(join(folder, STAGING_FILE));
    if (jobs.length > 0) {
      const org = await open();
      mustBeOf(state, stateDir, await organizationOf(org));
      for (const job of jobs) await org.retrying(() => abortJob(org, job));
    }
    const hasRecord = mayHaveWritten(state, entry.runId);
    const known = knownOf(join(folder, STAGING_FILE));
    setPhase(state, entry.runId, 'discarded');
    removeStaged(folder);
    // Events that were taken over HTTP wait again: nothing of them is given up.
    if (entry.feed.live === true) settleInbox(stateDir, state);
    else if (hasRecord) await tellOrg(open, state, stateDir, { entry, known }, now);
    return entry.runId;
  });
}

/** An org that can't be reached, or another one than the folder's, changes nothing. */
async function tellOrg(
  open: OpenOrg,
  state: StateStore,
  stateDir: string,
  { entry, known }: { readonly entry: RunEntry; readonly known: RunFields },
  now: string,
): Promise<void> {
  try {
    const org = await open(false);
    mustBeOf(state, stateDir, await organizationOf(org));
    await markUnfinished(org, recordedAs(entry), 'Discarded', now, known);
  } catch {
    // The record stays as it is: "Stopped".
  }
}

/** No jobs when the database is missing or damaged. A database of another version of the job is still read. */
const jobsOf = (file: string): readonly string[] => readStaged(file, openJobs) ?? [];

/** A run that was killed has told the org nothing of how far it came. */
const knownOf = (file: string): RunFields => readStaged(file, stagedFields) ?? {};

/** Undefined when the database is missing, damaged, or of a version that can't be asked. */
function readStaged<T>(file: string, read: (staging: DatabaseSync) => T): T | undefined {
  try {
    const staging = new DatabaseSync(file, { readOnly: true });
    try {
      return read(staging);
    } finally {
      staging.close();
    }
  } catch {
    return undefined;
  }
}

/** The result of `discard` for people. */
export const discardText = (runId: string | undefined): string =>
  runId === undefined
    ? 'There is no unfinished run.'
    : `The run ${runId} is given up. What it has written stays; feed the rest again with \`run\`.`;
