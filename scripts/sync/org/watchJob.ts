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

/**
 * Polls a job until it has ended. Throws JOB_STUCK when there is no progress for too long, STOPPED when the run has to stop.
 */
export async function watchJob<T extends JobStatus>(watching: Watching, look: () => Promise<T>): Promise<T> {
  const { job, rows, waits, signal, onRows } = watching;
  const began = performance.now();
  let [moved, done, before] = [began, 0, ''];
  for (let looks = 0; ; looks += 1) {
    const seconds = (performance.now() - began) / 1000;
    await pause(pollWait(waits.poll, looks, { rows, done, seconds }), signal);
    const found = await look();
    const processed = found.numberRecordsProcessed ?? 0;
    const now = `${found.state} ${processed}`;
    if (now !== before) moved = performance.now();
    before = now;
    onRows(processed - done);
    done = processed;
    if (OVER.includes(found.state)) return found;
    if (performance.now() - moved > waits.stuck * 1000)
      throw new SyncError('JOB_STUCK', `${job} (${found.state})`);
  }
}
