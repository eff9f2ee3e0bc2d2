import { createReadStream, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Caller, type LockFault, type Org, OrgError } from '../../org.ts';
import type { Api } from '../api.ts';
import { type ObjectDescribe, createDescribes, fieldOf } from '../describe/describe.ts';
import type { Parts } from '../metadata/deployRequest.ts';
import type { ResourceRequest } from '../request.ts';
import { type Handler, type Resource, objectBody, ok } from '../resource.ts';
import { csvFormat, invalidValue } from './csv.ts';
import { runIngest, uploadFile } from './ingest.ts';
import { type ResultKind, resultFile } from './ingestResults.ts';
import { type Job, changeState, isOver, jobInfo, refusedState } from './job.ts';
import { BATCH_ROWS } from './locking.ts';

const OPERATIONS = ['insert', 'update', 'upsert', 'delete', 'hardDelete'];

/** A CSV body, which the server's parser has written to a file. */
export interface CsvUpload {
  readonly csvFile: string;
}

const isUpload = (body: unknown): body is CsvUpload =>
  typeof body === 'object' && body !== null && 'csvFile' in body;

const invalidJob = (message: string): OrgError => new OrgError(400, 'INVALIDJOB', message);

type JobBody = Readonly<Record<string, unknown>>;

/**
 * The object of a job. Error: "InvalidJob : Unable to find object: blah" (forcedotcom/sf-fx-runtime-java, tests of
 * sdk.bulk).
 */
function describedObject(name: unknown, caller: Caller, org: Org): ObjectDescribe {
  const object = typeof name === 'string' ? name : '';
  try {
    return createDescribes(org, caller).of(object);
  } catch (error) {
    if (error instanceof OrgError && error.status === 404)
      throw invalidJob(`InvalidJob : Unable to find object: ${object}`);
    throw error;
  }
}

/**
 * The external id field of an upsert job. Messages: dh-papi-sdk 1.1.2 on PyPI (README, Troubleshooting), and the account of
 * upserts that `invalidValue` names.
 */
function checkedKey(given: unknown, object: ObjectDescribe): string {
  if (given === undefined || given === null) {
    throw invalidJob(
      `InvalidJob : External ID was blank for ${object.name}. An External ID must be specified for upsert.`,
    );
  }
  const name = typeof given === 'string' ? given : JSON.stringify(given);
  const field = fieldOf(object, name);
  if (field !== undefined && (field.externalId || field.idLookup)) return field.name;
  throw invalidJob(
    `InvalidJob : Field name provided, ${name} does not match an External ID for ${object.name}`,
  );
}

function createJob(body: JobBody, { caller, version }: ResourceRequest, { org, jobs }: Api): Job {
  const { operation } = body;
  if (typeof operation !== 'string' || !OPERATIONS.includes(operation))
    throw invalidValue(operation, 'operation');
  if (operation === 'hardDelete') {
    throw new OrgError(
      400,
      'FEATURENOTENABLED',
      'hardDelete operation requires special user profile permission, please contact your system administrator',
    );
  }
  if (body.contentType !== undefined && body.contentType !== 'CSV')
    throw invalidValue(body.contentType, 'contentType');
  const object = describedObject(body.object, caller, org);
  return jobs.create({
    kind: 'ingest',
    operation,
    object: object.name,
    format: csvFormat(body),
    // Bulk jobs have no header for duplicate rules: simple-salesforce/simple-salesforce issue 628.
    caller: { ...caller, allowDuplicates: false, lockFault: undefined },
    version,
    state: 'Open',
    ...(operation === 'upsert' ? { externalIdFieldName: checkedKey(body.externalIdFieldName, object) } : {}),
  });
}

/** Longest data of a multipart request (Bulk API 2.0 Developer Guide, Upload Job Data). */
const LONGEST_CONTENT = 100_000;

function jobPart(parts: Parts): JobBody {
  try {
    return objectBody(JSON.parse(Buffer.from(parts.get('job') ?? []).toString('utf8')));
  } catch {
    throw invalidJob('The multipart request has no part named job with the JSON of a job.');
  }
}

/** A job and its data in one request; it starts at once. */
function createWithData(parts: Parts, request: ResourceRequest, api: Api): Job {
  const content = Buffer.from(parts.get('content') ?? []).toString('utf8');
  if (content === '') throw invalidJob('The multipart request has no part named content with data.');
  if (content.length > LONGEST_CONTENT) {
    throw invalidJob(`The data of a multipart request has at most ${LONGEST_CONTENT} characters.`);
  }
  const job = createJob(jobPart(parts), request, api);
  writeFileSync(uploadFile(job), content);
  start(job, request.caller.lockFault, api);
  return job;
}

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

function store(job: Job, { csvFile }: CsvUpload): void {
  if (job.state !== 'Open') {
    throw new OrgError(
      400,
      'INVALIDJOBSTATE',
      `Uploading data is not allowed for a job in state ${job.state}.`,
    );
  }
  if (existsSync(uploadFile(job))) job.uploadedTwice = true;
  else renameSync(csvFile, uploadFile(job));
}

/**
 * A job takes one upload; the error for a second one comes when the job is closed.
 * https://life-improver.com/salesforce/salesforce-providing-multiple-batches-to-the-bulk-api-2-0/ (from Stack Exchange).
 */
function checkUpload(job: Job): void {
  if (job.uploadedTwice !== true) return;
  throw invalidJob(
    `Found multipe contents for job: <${job.id.slice(0, 15)}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
  );
}

async function process(job: Job, lockFault: LockFault | undefined, { org, jobs, usage }: Api): Promise<void> {
  // The timer must not keep a closed server alive.
  await delay(jobs.delayMs, undefined, { ref: false });
  const stopped = (): boolean => jobs.closed() || job.state === 'Aborted';
  if (stopped()) return;
  const start = Date.now();
  changeState(job, 'InProgress');
  const { locking, times } = jobs;
  const problem = await runIngest(job, { org, lockFault, locking, rowMs: times.bulkRow, stopped });
  job.took = Date.now() - start;
  usage.countBatches(Math.ceil(job.processed / BATCH_ROWS));
  if (problem !== undefined) job.errorMessage = problem;
  if (!stopped()) changeState(job, problem === undefined ? 'JobComplete' : 'Failed');
}

function start(job: Job, lockFault: LockFault | undefined, api: Api): void {
  changeState(job, 'UploadComplete');
  process(job, lockFault, api).catch((error: unknown) => {
    job.errorMessage = 'InternalServerError : the job ended unexpectedly';
    changeState(job, 'Failed');
    api.onFailure(error as Error);
  });
}

const changeIngest: Handler = ({ param, body, caller }, api) => {
  const job = api.jobs.find(param('id'), 'ingest');
  const { state } = objectBody(body);
  if (state === 'Aborted' && !isOver(job)) {
    changeState(job, 'Aborted');
  } else if (state === 'UploadComplete' && job.state === 'Open') {
    checkUpload(job);
    start(job, caller.lockFault, api);
  } else throw refusedState(job, state);
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
export const INGEST_RESOURCES: readonly Resource[] = [
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
