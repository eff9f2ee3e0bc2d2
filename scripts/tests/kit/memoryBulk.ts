import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import type { Target } from '../../sync/events/event.ts';
import { NO_JOB, WRONG_STATE, type JobInfo } from '../../sync/org/bulkJob.ts';
import { OrgRefusal } from '../../sync/org/orgRefusal.ts';
import type { Incoming } from '../../sync/org/transfer.ts';

export interface MemoryJob {
  readonly id: string;
  readonly object: Target;
  state: JobInfo['state'];
  errorMessage: string;
  /** The rows of its upload, by column. */
  rows: readonly Readonly<Record<string, string>>[];
  /** The error of each row that was processed, by id; '' when it was saved. */
  readonly errors: Map<string, string>;
}

/** Bulk API 2.0 jobs in memory: updates only, processed as soon as a job is closed. */
export interface MemoryBulk {
  readonly jobs: Map<string, MemoryJob>;
  /** Called when a job has got its upload; may throw. */
  onUpload: (job: MemoryJob) => void;
  /** Called before a job is processed. One that it ends is not processed. */
  onClose: (job: MemoryJob) => void;
  /** Changes the lines of a result after its header. */
  resultsOf: (kind: string, lines: readonly string[]) => readonly string[];
}

/** Saves rows as sObject Collections does. */
export type SaveRows = (
  rows: readonly Readonly<Record<string, unknown>>[],
) => readonly { readonly success: boolean; readonly errors?: readonly { readonly statusCode: string }[] }[];

const JOBS = '/jobs/ingest';

export const memoryBulk = (): MemoryBulk => ({
  jobs: new Map(),
  onUpload: () => undefined,
  onClose: () => undefined,
  resultsOf: (_kind, lines) => lines,
});

/** Answers a request about jobs; undefined when it is about something else. */
export function answerBulk(bulk: MemoryBulk, save: SaveRows, request: string, body: unknown): unknown {
  const [method = '', path = ''] = request.split(' ');
  if (!path.startsWith(JOBS)) return undefined;
  if (method === 'POST') {
    const id = `750-${bulk.jobs.size + 1}`;
    const { object } = body as { readonly object: Target };
    bulk.jobs.set(id, { id, object, state: 'Open', errorMessage: '', rows: [], errors: new Map() });
    return { id };
  }
  const job = jobOf(bulk, path);
  if (method === 'GET') return infoOf(job);
  if (job.state !== 'Open') throw new OrgRefusal(WRONG_STATE);
  job.state = (body as { readonly state: JobInfo['state'] }).state;
  if (job.state === 'UploadComplete') process(bulk, save, job);
  return infoOf(job);
}

export function upload(bulk: MemoryBulk, path: string, file: string): void {
  const job = jobOf(bulk, path);
  job.rows = parse(readFileSync(file), { columns: true });
  bulk.onUpload(job);
}

const HEADERS = new Map([
  ['failedResults', 'sf__Id,sf__Error,Id'],
  ['successfulResults', 'sf__Id,sf__Created,Id'],
  ['unprocessedrecords', 'Id'],
]);

/** The CSV of a job's results. */
export async function* results(bulk: MemoryBulk, path: string): Incoming {
  const job = jobOf(bulk, path);
  const kind = path.split('/').at(-1) ?? '';
  const lines = job.rows.flatMap(({ Id: id = '' }) => {
    const error = job.errors.get(id);
    if (kind === 'failedResults') return error ? [`"${id}","${error}:refused:--","${id}"`] : [];
    if (kind === 'successfulResults') return error === '' ? [`"${id}","false","${id}"`] : [];
    return error === undefined ? [`"${id}"`] : [];
  });
  const header = HEADERS.get(kind);
  if (header === undefined) throw new Error(`no results of the kind ${kind}`);
  const text = [header, ...bulk.resultsOf(kind, lines)].join('\n');
  yield Buffer.from(`${text}\n`);
  await Promise.resolve();
}

function jobOf({ jobs }: MemoryBulk, path: string): MemoryJob {
  const job = jobs.get(path.slice(path.indexOf(JOBS) + JOBS.length + 1).split('/', 1)[0] ?? '');
  if (!job) throw new OrgRefusal(NO_JOB);
  return job;
}

function infoOf({ state, errorMessage, errors }: MemoryJob): JobInfo {
  const numberRecordsFailed = [...errors.values()].filter((error) => error !== '').length;
  return { state, errorMessage, numberRecordsProcessed: errors.size, numberRecordsFailed };
}

/** Checkboxes come as words, null as `#N/A`. */
function valueOf(cell: string): unknown {
  if (cell === '#N/A') return null;
  return cell === 'true' || cell === 'false' ? cell === 'true' : cell;
}

function process(bulk: MemoryBulk, save: SaveRows, job: MemoryJob): void {
  bulk.onClose(job);
  if (job.state !== 'UploadComplete') return;
  const rows = job.rows.map(({ Id: id, ...cells }) => {
    const given = Object.entries(cells).filter(([, cell]) => cell !== '');
    const fields = given.map(([name, cell]) => [name, valueOf(cell)] as const);
    return { attributes: { type: job.object }, id, ...Object.fromEntries(fields) };
  });
  for (const [index, saved] of save(rows).entries())
    job.errors.set(String(rows[index]?.id), saved.success ? '' : (saved.errors?.[0]?.statusCode ?? ''));
  job.state = 'JobComplete';
}
