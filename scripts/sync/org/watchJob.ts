import type { Config } from '../config/config.ts';
import { SyncError } from '../errors.ts';
import { pause } from '../signals.ts';
import { pollWait } from './pollWait.ts';

/** The status of a Bulk job, ingest or query. */
export interface JobStatus {
  readonly state: 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';
  /** Missing for some jobs that are still queued. */
  readonly numberRecordsProcessed?: number;
}

export interface Watching {
  readonly job: string;
  /** Rows that the job will process, as far as that is known. */
  readonly rows: number;
  readonly waits: Pick<Config['waits'], 'poll' | 'stuck'>;
  readonly signal: AbortSignal;
  readonly onRows: (count: number) => void;
}

const OVER: readonly JobStatus['state'][] = ['JobComplete', 'Failed', 'Aborted'];

/** The clock, in milliseconds, and a wait of some seconds. */
const TIME = { now: () => performance.now(), pause };

/**
 * Polls a job until it has ended. Throws JOB_STUCK when there is no progress for too long, STOPPED when the run has to stop.
 */
export async function watchJob<T extends JobStatus>(
  watching: Watching,
  look: () => Promise<T>,
  time: typeof TIME = TIME,
): Promise<T> {
  const { job, rows, waits, signal, onRows } = watching;
  let [moved, done, before] = [time.now(), 0, ''];
  // When the org began with the rows: nothing is known of the time in its queue but the looks before and after.
  let [lastLook, began] = [moved, moved];
  for (let looks = 0; ; looks += 1) {
    const seconds = (time.now() - began) / 1000;
    await time.pause(pollWait(waits.poll, looks, { rows, done, seconds }), signal);
    const found = await look();
    const processed = found.numberRecordsProcessed ?? 0;
    const now = `${found.state} ${processed}`;
    const at = time.now();
    if (now !== before) moved = at;
    if (done === 0) began = (lastLook + at) / 2;
    lastLook = at;
    before = now;
    onRows(processed - done);
    done = processed;
    if (OVER.includes(found.state)) return found;
    if (at - moved > waits.stuck * 1000) throw new SyncError('JOB_STUCK', `${job} (${found.state})`);
  }
}
