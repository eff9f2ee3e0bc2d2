import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type Caller, type Org, OrgError } from '../../org.ts';
import type { Api } from '../api.ts';
import { type Handler, type Resource, objectBody, ok } from '../resource.ts';
import { createDescribes } from '../describe/describe.ts';
import { csvFormat, invalidValue } from './csv.ts';
import { type Job, changeState, isOver, jobInfo, refusedState } from './job.ts';
import { type QueryRows, rowsFile, runQuery } from './queryJob.ts';

const rows = new WeakMap<Job, QueryRows>();

async function run(job: Job, { org, jobs }: Api): Promise<void> {
  const stopped = (): boolean => jobs.closed() || job.state === 'Aborted';
  const { bulkQueue, bulkQueryRow } = jobs.times;
  if (bulkQueue > 0) await delay(bulkQueue, undefined, { ref: false });
  if (stopped()) return;
  const start = Date.now();
  changeState(job, 'InProgress');
  rows.set(job, await runQuery(job, org, stopped));
  if (bulkQueryRow > 0) await delay(job.processed * bulkQueryRow, undefined, { ref: false });
  job.took = Date.now() - start;
  if (!stopped()) changeState(job, 'JobComplete');
}

/** A selected column: of the object itself, or a parent with the columns that are selected of it. */
interface Column {
  readonly columnName: string;
  readonly joinColumns: readonly Column[];
}

/** Whether a compound address is among the columns, of the object or of a parent at any distance. */
function selectsAddress(
  columns: readonly Column[],
  objectName: string,
  describes: ReturnType<typeof createDescribes>,
): boolean {
  const { fields } = describes.of(objectName);
  return columns.some(({ columnName, joinColumns }) => {
    if (joinColumns.length === 0)
      return fields.some(({ name, type }) => name === columnName && type === 'address');
    const parent = fields.find(({ relationshipName }) => relationshipName === columnName)?.referenceTo[0];
    return parent !== undefined && selectsAddress(joinColumns, parent, describes);
  });
}

/** Keywords that Bulk queries don't support and that the result's columns don't reveal. */
const UNSUPPORTED = /\bOFFSET\b|\bTYPEOF\b/i;

/**
 * Refuses an invalid query, and one that Bulk doesn't support: aggregates, child queries, OFFSET, TYPEOF. Returns its
 * object.
 */
function checkQuery(query: string, caller: Caller, org: Org): string {
  const { entityName, groupBy, columnMetadata } = org.queryColumns(query, caller);
  const aggregate = (columnMetadata as readonly { readonly aggregate: boolean }[]).some(
    (column) => column.aggregate,
  );
  if (groupBy === true || aggregate || UNSUPPORTED.test(query.replace(/'(?:\\.|[^'\\])*'/g, "''"))) {
    throw new OrgError(
      400,
      'FUNCTIONALITY_NOT_ENABLED',
      'Aggregate Relationships, GROUP BY, OFFSET and TYPEOF are not supported in Bulk Query',
    );
  }
  // xjsender/haoide issue 137, jsforce/jsforce issue 380
  if (
    selectsAddress(columnMetadata as readonly Column[], entityName as string, createDescribes(org, caller))
  ) {
    throw new OrgError(
      400,
      'FUNCTIONALITY_NOT_ENABLED',
      'Selecting compound data not supported in Bulk Query',
    );
  }
  return entityName as string;
}

const create: Handler = ({ body: value, caller, version }, api) => {
  const body = objectBody(value);
  const { query, operation } = body;
  if (typeof query !== 'string') throw new OrgError(400, 'INVALIDJOB', 'The query is missing.');
  if (operation !== 'query' && operation !== 'queryAll') throw invalidValue(operation, 'operation');
  const object = checkQuery(query, caller, api.org);
  const job = api.jobs.create({
    kind: 'query',
    operation,
    object,
    format: csvFormat(body),
    caller,
    version,
    state: 'UploadComplete',
    query,
  });
  run(job, api).catch((error: unknown) => {
    // Somebody has aborted it meanwhile, and perhaps deleted it with its files.
    if (isOver(job)) return;
    job.errorMessage =
      error instanceof OrgError
        ? `InvalidBatch : ${error.message}`
        : 'InternalServerError : the job ended unexpectedly';
    changeState(job, 'Failed');
    if (!(error instanceof OrgError)) api.onFailure(error as Error);
  });
  return ok(jobInfo(job, false));
};

const results: Handler = ({ param, query }, { jobs }) => {
  const job = jobs.find(param('id'), 'query');
  const result = rows.get(job);
  if (job.state !== 'JobComplete' || !result) {
    throw new OrgError(400, 'INVALIDJOBSTATE', `Results are not available for a job in state ${job.state}.`);
  }
  const total = result.offsets.length - 1;
  const locator = query.get('locator');
  const from = locator === null ? 0 : Number(Buffer.from(locator, 'base64').toString('utf8'));
  if (!Number.isInteger(from) || from < 0 || from > total)
    throw new OrgError(400, 'INVALID_QUERY_LOCATOR', 'Invalid locator.');
  const to = Math.min(total, from + Math.max(1, Number(query.get('maxRecords') ?? total)));
  const start = result.offsets[from] ?? 0;
  const end = result.offsets[to] ?? 0;
  const parts = async function* (): AsyncGenerator<string | Buffer> {
    yield result.header;
    if (end > start) yield* createReadStream(rowsFile(job), { start, end: end - 1 }) as AsyncIterable<Buffer>;
  };
  return ok(Readable.from(parts()), {
    'content-type': 'text/csv',
    'sforce-numberofrecords': String(to - from),
    'sforce-locator': to < total ? Buffer.from(String(to)).toString('base64') : 'null',
  });
};

const abort: Handler = ({ param, body }, { jobs }) => {
  const job = jobs.find(param('id'), 'query');
  const { state } = objectBody(body);
  if (state !== 'Aborted') throw invalidValue(state, 'state');
  if (isOver(job)) throw refusedState(job, state);
  changeState(job, 'Aborted');
  return ok(jobInfo(job, false));
};

/** Bulk API 2.0 query (Bulk API 2.0 and Bulk API Developer Guide). */
export const BULK_QUERY_RESOURCES: readonly Resource[] = [
  {
    path: '/jobs/query',
    handlers: {
      GET: (_, { jobs }) =>
        ok({
          done: true,
          nextRecordsUrl: null,
          records: jobs.list('query').map((job) => jobInfo(job, false)),
        }),
      POST: create,
    },
  },
  {
    path: '/jobs/query/:id',
    handlers: {
      GET: ({ param }, { jobs }) => ok(jobInfo(jobs.find(param('id'), 'query'), true)),
      PATCH: abort,
      DELETE: ({ param }, { jobs }) => {
        jobs.remove(jobs.find(param('id'), 'query'));
        return { status: 204 };
      },
    },
  },
  { path: '/jobs/query/:id/results', handlers: { GET: results } },
];
