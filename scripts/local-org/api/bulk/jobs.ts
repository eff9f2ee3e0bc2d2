import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OrgError } from '../../org.ts';
import { recordId } from '../recordId.ts';
import { type Job, isOver, now } from './job.ts';
import type { OrgTimes } from '../local/orgTimes.ts';
import type { Locking } from './locking.ts';

/** The Bulk jobs of the running server. */
export interface Jobs {
  readonly create: (
    job: Omit<Job, 'id' | 'createdAt' | 'changedAt' | 'folder' | 'processed' | 'failed' | 'took'>,
  ) => Job;
  /** Throws NOT_FOUND when there is no such job. */
  readonly find: (id: string, kind: Job['kind']) => Job;
  readonly list: (kind: Job['kind']) => readonly Job[];
  /** Removes the job and its files. */
  readonly remove: (job: Job) => void;
  /** Milliseconds that a job stays in UploadComplete. */
  readonly delayMs: number;
  readonly locking: Locking | undefined;
  /** How long rows take. */
  readonly times: OrgTimes;
  /** Stops all jobs at their next step. */
  readonly close: () => void;
  readonly closed: () => boolean;
}

const NEWEST = 1_000;

export function createJobs(folder: string, delayMs: number, times: OrgTimes, locking?: Locking): Jobs {
  const all = new Map<string, Job>();
  let count = 0;
  let closed = false;
  return {
    create: (job) => {
      count += 1;
      const id = recordId('750', count);
      const own = join(folder, id);
      mkdirSync(own, { recursive: true });
      const createdAt = now();
      const created: Job = {
        ...job,
        id,
        folder: own,
        createdAt,
        changedAt: createdAt,
        processed: 0,
        failed: 0,
        took: 0,
      };
      all.set(id.slice(0, 15), created);
      return created;
    },
    find: (id, kind) => {
      const job = all.get(id.slice(0, 15));
      if (job?.kind === kind) return job;
      throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
    },
    list: (kind) => [...all.values()].filter((job) => job.kind === kind).slice(-NEWEST),
    remove: (job) => {
      if (!isOver(job) && job.state !== 'UploadComplete' && job.state !== 'Open') {
        throw new OrgError(400, 'INVALIDJOBSTATE', `Deleting a job is not allowed in state ${job.state}.`);
      }
      if (!isOver(job)) job.state = 'Aborted';
      all.delete(job.id.slice(0, 15));
      rmSync(job.folder, { recursive: true, force: true });
    },
    delayMs,
    locking,
    times,
    close: () => {
      closed = true;
    },
    closed: () => closed,
  };
}
