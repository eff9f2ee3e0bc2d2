import type { Org } from './org.ts';
import { errorCodeOf } from './orgRefusal.ts';
import type { Look } from './watchJob.ts';

/** A Bulk API 2.0 ingest job, as far as the job reads it (Bulk API 2.0 Developer Guide, Get Information About an Ingest Job). */
export interface JobInfo extends Look {
  /** Failed ones included. */
  readonly numberRecordsProcessed: number;
  readonly numberRecordsFailed: number;
  readonly errorMessage?: string;
}

/** What the org says of a job that isn't there. */
export const NO_JOB = 'NOT_FOUND';
/** What it says of a job that isn't in a state for what was asked. */
export const WRONG_STATE = 'INVALIDJOBSTATE';

const pathOf = (org: Org, job: string): string => `${org.basePath}/jobs/ingest/${job}`;

/** Makes an update job, once; gives its id. */
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

/** Uploads the rows of a job, once. */
export const uploadRows = (org: Org, job: string, file: string): Promise<void> =>
  org.sendFile(`${pathOf(org, job)}/batches`, file);

/** Has the org process what was uploaded; a job that is past that stays as it is. */
export async function closeJob(org: Org, job: string): Promise<void> {
  await org
    .request('PATCH', pathOf(org, job), { state: 'UploadComplete' })
    .catch(passOver(WRONG_STATE, NO_JOB));
}

/** Gives a job up, once; one that is over or gone stays as it is. */
export async function abortJob(org: Org, job: string): Promise<void> {
  await org.tryOnce('PATCH', pathOf(org, job), { state: 'Aborted' }).catch(passOver(WRONG_STATE, NO_JOB));
}

/** How far a job is; NO_JOB when the org has it no more. */
export async function jobInfo(org: Org, job: string): Promise<JobInfo> {
  return (await org.request('GET', pathOf(org, job))) as JobInfo;
}

export type ResultKind = 'successfulResults' | 'failedResults' | 'unprocessedrecords';

export const resultPath = (org: Org, job: string, kind: ResultKind): string => `${pathOf(org, job)}/${kind}`;

function passOver(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (!codes.includes(errorCodeOf(error))) throw error;
    return undefined;
  };
}
