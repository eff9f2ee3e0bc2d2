import { type Caller, OrgError } from '../../org.ts';
import { type CsvFormat, invalidValue } from './csv.ts';

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** What ingest and query jobs have in common. */
export interface Job {
  readonly id: string;
  readonly kind: 'ingest' | 'query';
  readonly operation: string;
  /** Object name; set for a query job once the query has run. */
  object: string;
  readonly format: CsvFormat;
  readonly caller: Caller;
  readonly version: string;
  readonly createdAt: string;
  /** Folder of the job's files. */
  readonly folder: string;
  state: JobState;
  changedAt: string;
  processed: number;
  failed: number;
  /** Processing time in milliseconds. */
  took: number;
  errorMessage?: string;
  readonly externalIdFieldName?: string;
  /** Whether there was a second upload, which makes the job fail. */
  uploadedTwice?: boolean;
  readonly query?: string;
}

/** Whether the job has ended. */
export const isOver = ({ state }: Job): boolean =>
  state === 'JobComplete' || state === 'Failed' || state === 'Aborted';

/** Names of job states in error messages: only `Completed` is known from an org, the others are formed like it. */
const STATE_WORDS: Readonly<Record<JobState, string>> = {
  Open: 'Open',
  UploadComplete: 'Closed',
  InProgress: 'Closed',
  JobComplete: 'Completed',
  Failed: 'Failed',
  Aborted: 'Aborted',
};

/**
 * The error for a state that the job can't change to: "Closing already Completed Job not allowed"
 * (StevenMMortimer/salesforcer, a comment on closing jobs of Bulk 2.0), "Aborting already Completed Job not allowed"
 * (restforce/restforce issue 905).
 */
export function refusedState({ state }: Job, wanted: unknown): OrgError {
  if (wanted !== 'Aborted' && wanted !== 'UploadComplete') return invalidValue(wanted, 'state');
  const doing = wanted === 'Aborted' ? 'Aborting' : 'Closing';
  return new OrgError(400, 'INVALIDJOBSTATE', `${doing} already ${STATE_WORDS[state]} Job not allowed`);
}

export function changeState(job: Job, state: JobState): void {
  job.state = state;
  job.changedAt = now();
}

/** Times of jobs have an offset and no Z: 2026-11-22T10:00:00.000+0000. */
export const now = (): string => new Date().toISOString().replace('Z', '+0000');

/** JobInfo, as create, update, get and list return it (Bulk API 2.0 Developer Guide, Get Information About a Job). */
export function jobInfo(job: Job, full: boolean): Record<string, unknown> {
  const root = `services/data/v${job.version}/jobs/${job.kind}/${job.id}`;
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.caller.userId,
    createdDate: job.createdAt,
    systemModstamp: job.changedAt,
    state: job.state,
    ...(job.externalIdFieldName === undefined ? {} : { externalIdFieldName: job.externalIdFieldName }),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.version),
    ...(job.kind === 'ingest' && job.state === 'Open' ? { contentUrl: `${root}/batches` } : {}),
    lineEnding: job.format.lineEnding,
    columnDelimiter: job.format.columnDelimiter,
    ...(full
      ? {
          jobType: job.kind === 'ingest' ? 'V2Ingest' : 'V2Query',
          numberRecordsProcessed: job.processed,
          ...(job.kind === 'ingest' ? { numberRecordsFailed: job.failed } : {}),
          retries: 0,
          totalProcessingTime: job.took,
          ...(job.kind === 'ingest' ? { apiActiveProcessingTime: job.took, apexProcessingTime: 0 } : {}),
          ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
        }
      : {}),
  };
}
