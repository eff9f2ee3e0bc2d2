import type { Org } from './org.ts';
import { errorCodeOf } from './orgRefusal.ts';
import type { JobStatus } from './watchJob.ts';

/** A Bulk API 2.0 ingest job, as far as the job reads it (Bulk API 2.0 Developer Guide, Get Information About an Ingest Job). */
export interface JobInfo extends JobStatus {
  /** Includes failed records. */
  readonly numberRecordsProcessed: number;
  readonly numberRecordsFailed: number;
  readonly errorMessage?: string;
}

/** Error code for a job that doesn't exist. */
export const NO_JOB = 'NOT_FOUND';
/** Error code for a job whose state doesn't allow the request. */
export const WRONG_STATE = 'INVALIDJOBSTATE';

const pathOf = (org: Org, job: string): string => `${org.basePath}/jobs/ingest/${job}`;

/** Creates an update job, without a retry; returns its id. */
export async function createUpdateJob(org: Org, object: string): Promise<string> {
  const body = {
    object,
    operation: 'update',
    contentType: 'CSV',
    columnDelimiter: 'COMMA',
    lineEnding: 'LF',
  };
  const { id } = (await org.tryOnce('POST', `${org.basePath}/jobs/ingest`, body)) as { readonly id: string };
  return id;
}

/** Uploads the rows of a job, without a retry. */
export const uploadRows = (org: Org, job: string, file: string): Promise<void> =>
  org.sendFile(`${pathOf(org, job)}/batches`, file);

/** Has the org process what was uploaded. Does nothing when the job is already past that. */
export async function closeJob(org: Org, job: string): Promise<void> {
  await org
    .request('PATCH', pathOf(org, job), { state: 'UploadComplete' })
    .catch(ignoring(WRONG_STATE, NO_JOB));
}

/** Aborts a job, without a retry. Does nothing when it has ended or doesn't exist. */
export async function abortJob(org: Org, job: string): Promise<void> {
  await org.tryOnce('PATCH', pathOf(org, job), { state: 'Aborted' }).catch(ignoring(WRONG_STATE, NO_JOB));
}

/** Deletes a job that has ended. Does nothing when the org doesn't allow it: it removes ended jobs itself after seven days. */
export async function deleteJob(org: Org, job: string): Promise<void> {
  await org.request('DELETE', pathOf(org, job)).catch(ignoring(WRONG_STATE, NO_JOB));
}

/** The state of a job; NO_JOB when the org doesn't have it any more. */
export async function jobInfo(org: Org, job: string): Promise<JobInfo> {
  return (await org.request('GET', pathOf(org, job))) as JobInfo;
}

export type ResultKind = 'successfulResults' | 'failedResults' | 'unprocessedrecords';

export const resultPath = (org: Org, job: string, kind: ResultKind): string => `${pathOf(org, job)}/${kind}`;

function ignoring(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (!codes.includes(errorCodeOf(error))) throw error;
    return undefined;
  };
}
