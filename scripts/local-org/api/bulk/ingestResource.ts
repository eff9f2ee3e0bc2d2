import { createReadStream, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { OrgError } from '../../org.ts';
import type { Api } from '../api.ts';
import type { Parts } from '../metadata/deployRequest.ts';
import type { Handler, Resource, ResourceRequest } from '../resource.ts';
import { objectBody, ok } from '../resource.ts';
import { csvFormat } from './csv.ts';
import type { ResultKind } from './ingest.ts';
import { resultFile, runIngest, uploadFile } from './ingest.ts';
import type { Job } from './job.ts';
import { changeState, isOver, jobInfo } from './job.ts';

const OPERATIONS = ['insert', 'update', 'upsert', 'delete', 'hardDelete'];

/** A CSV body: the server's parser put it into a file of its own. */
export interface CsvUpload {
  readonly csvFile: string;
}

const isUpload = (body: unknown): body is CsvUpload =>
  typeof body === 'object' && body !== null && 'csvFile' in body;

const invalidJob = (message: string): OrgError => new OrgError(400, 'INVALIDJOB', message);

type JobBody = Readonly<Record<string, unknown>>;

const createJob = (body: JobBody, { caller, version }: ResourceRequest, { org, jobs }: Api): Job => {
  const { operation, externalIdFieldName } = body;
  if (typeof operation !== 'string' || !OPERATIONS.includes(operation)) {
    throw invalidJob(`Unable to parse Job: operation must be one of ${OPERATIONS.join(', ')}`);
  }
  if (operation === 'hardDelete') {
    throw new OrgError(
      400,
      'FEATURENOTENABLED',
      'hardDelete operation requires special user profile permission, please contact your system administrator',
    );
  }
  if (body.contentType !== undefined && body.contentType !== 'CSV')
    throw invalidJob('ContentType must be CSV');
  if (operation === 'upsert' && typeof externalIdFieldName !== 'string') {
    throw invalidJob(
      'External ID was blank for upsert operation. An External ID must be specified for upsert.',
    );
  }
  const described = org.describe(typeof body.object === 'string' ? body.object : '', caller);
  return jobs.create({
    kind: 'ingest',
    operation,
    object: String(described.name),
    format: csvFormat(body),
    caller,
    version,
    state: 'Open',
    ...(typeof externalIdFieldName === 'string' ? { externalIdFieldName } : {}),
  });
};

/** Characters of data that a multipart request may carry (Bulk API 2.0 Developer Guide, Upload Job Data). */
const LONGEST_CONTENT = 100_000;

const jobPart = (parts: Parts): JobBody => {
  try {
    return objectBody(JSON.parse(Buffer.from(parts.get('job') ?? []).toString('utf8')));
  } catch {
    throw invalidJob('The multipart request has no part named job with the JSON of a job.');
  }
};

/** A job and its data in one request: it starts at once. */
const createWithData = (parts: Parts, request: ResourceRequest, api: Api): Job => {
  const content = Buffer.from(parts.get('content') ?? []).toString('utf8');
  if (content === '') throw invalidJob('The multipart request has no part named content with data.');
  if (content.length > LONGEST_CONTENT) {
    throw invalidJob(`The data of a multipart request has at most ${LONGEST_CONTENT} characters.`);
  }
  const job = createJob(jobPart(parts), request, api);
  writeFileSync(uploadFile(job), content);
  start(job, request.lock, api);
  return job;
};

const create: Handler = (request, api) => {
  const { body } = request;
  const job =
    body instanceof Map
      ? createWithData(body as Parts, request, api)
      : createJob(objectBody(body), request, api);
  return ok(jobInfo(job, false));
};

const upload: Handler = ({ param, body }, { jobs }) => {
  if (!isUpload(body)) throw new OrgError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Content-type must be text/csv.');
  try {
    store(jobs.find(param('id'), 'ingest'), body);
  } finally {
    rmSync(body.csvFile, { force: true });
  }
  return { status: 201 };
};

const store = (job: Job, { csvFile }: CsvUpload): void => {
  if (job.state !== 'Open') {
    throw new OrgError(
      400,
      'INVALIDJOBSTATE',
      `Uploading data is not allowed for a job in state ${job.state}.`,
    );
  }
  if (existsSync(uploadFile(job))) {
    throw new OrgError(400, 'INVALIDBATCH', 'Data has been uploaded to the job already.');
  }
  renameSync(csvFile, uploadFile(job));
};

const process = async (job: Job, lock: ResourceRequest['lock'], { org, jobs }: Api): Promise<void> => {
  await delay(jobs.delayMs);
  const stopped = (): boolean => jobs.closed() || job.state === 'Aborted';
  if (stopped()) return;
  const start = Date.now();
  changeState(job, 'InProgress');
  const problem = await runIngest(job, org, lock, stopped);
  job.took = Date.now() - start;
  if (problem !== undefined) job.errorMessage = problem;
  if (!stopped()) changeState(job, problem === undefined ? 'JobComplete' : 'Failed');
};

const start = (job: Job, lock: ResourceRequest['lock'], api: Api): void => {
  changeState(job, 'UploadComplete');
  process(job, lock, api).catch((error: unknown) => {
    job.errorMessage = 'InternalServerError : the job ended unexpectedly';
    changeState(job, 'Failed');
    api.onFailure(error as Error);
  });
};

const changeIngest: Handler = ({ param, body, lock }, api) => {
  const job = api.jobs.find(param('id'), 'ingest');
  const { state } = objectBody(body);
  if (state === 'Aborted' && !isOver(job)) {
    changeState(job, 'Aborted');
  } else if (state === 'UploadComplete' && job.state === 'Open') {
    start(job, lock, api);
  } else {
    // https://github.com/restforce/restforce/issues/905
    if (state === 'Aborted' && job.state === 'JobComplete') {
      throw new OrgError(400, 'INVALIDJOBSTATE', 'Aborting already Completed Job not allowed');
    }
    throw new OrgError(
      400,
      'INVALIDJOBSTATE',
      `Changing a job from state ${job.state} to ${String(state)} is not allowed.`,
    );
  }
  return ok(jobInfo(job, false));
};

const results =
  (kind: ResultKind): Handler =>
  ({ param }, { jobs }) => {
    const job = jobs.find(param('id'), 'ingest');
    if (!isOver(job)) {
      throw new OrgError(
        400,
        'INVALIDJOBSTATE',
        `Results are not available for a job in state ${job.state}.`,
      );
    }
    const headers = { 'content-type': 'text/csv' };
    const file = resultFile(job, kind);
    if (existsSync(file)) return ok(createReadStream(file), headers);
    const unprocessed = kind === 'unprocessedrecords' && existsSync(uploadFile(job));
    return ok(unprocessed ? createReadStream(uploadFile(job)) : '', headers);
  };

/** Bulk API 2.0 ingest (Bulk API 2.0 and Bulk API Developer Guide). */
export const ingestResources: readonly Resource[] = [
  {
    path: '/jobs/ingest',
    handlers: {
      GET: (_, { jobs }) =>
        ok({
          done: true,
          nextRecordsUrl: null,
          records: jobs.list('ingest').map((job) => jobInfo(job, false)),
        }),
      POST: create,
    },
  },
  {
    path: '/jobs/ingest/:id',
    handlers: {
      GET: ({ param }, { jobs }) => ok(jobInfo(jobs.find(param('id'), 'ingest'), true)),
      PATCH: changeIngest,
      DELETE: ({ param }, { jobs }) => {
        jobs.remove(jobs.find(param('id'), 'ingest'));
        return { status: 204 };
      },
    },
  },
  { path: '/jobs/ingest/:id/batches', handlers: { PUT: upload } },
  { path: '/jobs/ingest/:id/successfulResults', handlers: { GET: results('successfulResults') } },
  { path: '/jobs/ingest/:id/failedResults', handlers: { GET: results('failedResults') } },
  { path: '/jobs/ingest/:id/unprocessed[rR]ecords', handlers: { GET: results('unprocessedrecords') } },
];
