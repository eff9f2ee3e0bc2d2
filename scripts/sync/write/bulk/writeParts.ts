import { existsSync, rmSync } from 'node:fs';
import type { Target } from '../../events/event.ts';
import {
  abortJob,
  closeJob,
  createUpdateJob,
  jobInfo,
  NO_JOB,
  uploadRows,
  WRONG_STATE,
  type JobInfo,
} from '../../org/bulkJob.ts';
import { errorCodeOf } from '../../org/orgRefusal.ts';
import { watchJob } from '../../org/watchJob.ts';
import { mustGoOn } from '../../signals.ts';
import { fieldsToWrite } from '../../staging/partRows.ts';
import { moveSent, notePart, START, unsettledParts, type Part, type Place } from '../../staging/parts.ts';
import { ROW, type PartFrom } from '../../staging/rows.ts';
import { partFile } from '../../state/runFiles.ts';
import { inTransaction } from '../../state/sqlite.ts';
import type { Writing } from '../writing.ts';
import { makePart } from './makePart.ts';
import { takePartAnswers } from './takePartAnswers.ts';

/**
 * Writes the rows of a target in a given state by Bulk API 2.0: split into parts, one job after the other, because two jobs
 * at once would lock each other's accounts. While the org processes one part, the next one is made and uploaded.
 */
export async function writeParts(writing: Writing, target: Target, from: PartFrom): Promise<void> {
  const { staging, folder, config } = writing;
  const fields = fieldsToWrite(staging, target, from);
  const making = { staging, folder, target, from, fields, maxBytes: config.bulkPartBytes };
  async function next(after: Place): Promise<Part | undefined> {
    mustGoOn(writing.signal);
    const part = makePart(making, after);
    return part && uploadInNewJob(writing, part);
  }
  let part = await next(START);
  while (part) {
    await close(writing, part);
    part = await bothSettled(next(part.last), finish(writing, part));
  }
}

/** Continues with the parts of a stopped run. */
export async function finishParts(writing: Writing, target: Target): Promise<void> {
  for (const left of unsettledParts(writing.staging, target)) {
    if (left.state !== 'uploaded' && !existsSync(partFile(writing.folder, left.n))) {
      await abort(writing, left);
      giveUp(writing, left, ROW.planned);
      continue;
    }
    const part = left.state === 'uploaded' ? left : await uploadInNewJob(writing, left);
    await close(writing, part);
    await finish(writing, part);
  }
}

/**
 * Aborts the jobs of a stopped run, because their rows are to be planned again. Rows that the org had processed keep their
 * results.
 */
export async function abortParts(writing: Writing, target: Target): Promise<void> {
  for (const part of unsettledParts(writing.staging, target)) {
    await abort(writing, part);
    if (part.state === 'uploaded') await finish(writing, part);
    else giveUp(writing, part, ROW.planned);
  }
}

/** Aborts the job of a part, where it has one. */
async function abort({ org }: Writing, { job }: Part): Promise<void> {
  if (job !== null) await org.retrying(() => abortJob(org, job));
}

/**
 * The value of the first promise, once both have settled; throws when either failed. An early return would leave the other
 * one running.
 */
async function bothSettled<T>(first: Promise<T>, second: Promise<void>): Promise<T> {
  const [one, other] = await Promise.allSettled([first, second]);
  if (other.status === 'rejected') throw other.reason;
  if (one.status === 'rejected') throw one.reason;
  return one.value;
}

/**
 * Creates a job for the part and uploads its rows. After a failed try nobody knows what the job holds: it is aborted and the
 * next try creates a new one, so that no row is in two jobs that are processed.
 */
async function uploadInNewJob({ staging, folder, org, log }: Writing, part: Part): Promise<Part> {
  let { job } = part;
  await org.retrying(async () => {
    if (job !== null) await abortJob(org, job);
    job = await createUpdateJob(org, part.target);
    notePart(staging, part, 'open', job);
    await uploadRows(org, job, partFile(folder, part.n));
  });
  notePart(staging, part, 'uploaded', job);
  rmSync(partFile(folder, part.n));
  log.info({ object: part.target, job, rows: part.rows }, 'Bulk job uploaded');
  return { ...part, job, state: 'uploaded' };
}

const close = ({ org }: Writing, { job }: Part): Promise<void> => closeJob(org, job ?? '');

/** Waits until the org has processed a part and reads its results. A part whose job the org has lost is sent again. */
async function finish(writing: Writing, part: Part): Promise<void> {
  try {
    await takePartAnswers(writing, part, await waitForEnd(writing, part));
  } catch (error) {
    if (![NO_JOB, WRONG_STATE].includes(errorCodeOf(error))) throw error;
    giveUp(writing, part, ROW.again);
  }
}

function giveUp({ staging, log }: Writing, part: Part, state: PartFrom): void {
  log.warn({ object: part.target, job: part.job, rows: part.rows }, 'a Bulk job is lost, its rows go again');
  inTransaction(staging, () => {
    moveSent(staging, part, state);
    notePart(staging, part, 'settled', part.job);
  });
}

/** Waits until a job has ended. */
function waitForEnd({ org, config, signal, onRows }: Writing, { rows, job }: Part): Promise<JobInfo> {
  const id = job ?? '';
  return watchJob({ job: id, rows, waits: config.waits, signal, onRows }, () => jobInfo(org, id));
}
