import { createReadStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe, setTimeout as delay } from 'node:timers/promises';
import { parse } from 'csv-parse';
import {
  type JsonRecord,
  type LockFault,
  type Locks,
  type Org,
  type SaveRequest,
  type SaveResult,
  OrgError,
} from '../../org.ts';
import { type ObjectDescribe, createDescribes, fieldOf, referenceOf } from '../describe/describe.ts';
import { type CsvFormat, csvProblem } from './csv.ts';
import { type CsvRow, openResults } from './ingestResults.ts';
import type { Job } from './job.ts';
import { type Locking, roundsOf } from './locking.ts';

/** Rows that Salesforce processes at a time, with triggers and locks. */
const CHUNK = 200;

export const uploadFile = (job: Job): string => join(job.folder, 'upload.csv');

/** The job fails as a whole; the message becomes its errorMessage. */
class JobFailure extends Error {}

async function checkLineEnding(file: string, format: CsvFormat): Promise<void> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const end = buffer.subarray(0, bytesRead).indexOf('\n');
    const crlf = end > 0 && buffer[end - 1] === 13;
    if (end < 0 || crlf === (format.newline === '\r\n')) return;
    throw new JobFailure(
      `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${format.lineEnding}`,
    );
  } finally {
    await handle.close();
  }
}

function checkHeader(header: CsvRow, object: ObjectDescribe, job: Job): void {
  function known(name: string): boolean {
    const [first = '', second, more] = name.split('.');
    if (second === undefined) return fieldOf(object, first) !== undefined;
    return more === undefined && referenceOf(object, first) !== undefined;
  }
  const unknown = header.find((name) => !known(name));
  if (unknown !== undefined) throw new JobFailure(`InvalidBatch : Field name not found : ${unknown}`);
  const key = job.operation === 'upsert' ? job.externalIdFieldName : 'Id';
  // An upsert by Id without an Id column inserts: its records have no id.
  const needsKey = job.operation !== 'insert' && !(job.operation === 'upsert' && key === 'Id');
  if (needsKey && key !== undefined && !header.some((name) => name.toLowerCase() === key.toLowerCase())) {
    throw new JobFailure(`InvalidBatch : Field name not found : ${key}`);
  }
}

/** A row as a record. An insert, or an upsert by another key, ignores the empty Id column that some clients add. */
function recordOf(row: CsvRow, header: CsvRow, { operation }: Job): JsonRecord {
  const record: Record<string, string> = {};
  header.forEach((name, index) => {
    record[name] = row[index] ?? '';
  });
  if (operation !== 'upsert' && operation !== 'insert') return record;
  const id = header.find((name) => name.toLowerCase() === 'id');
  if (id === undefined || record[id] !== '') return record;
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== id));
}

/** What running a job needs. */
export interface IngestRun {
  readonly org: Org;
  /** The lock fault of the request that started the job. */
  readonly lockFault: LockFault | undefined;
  readonly locking: Locking | undefined;
  /** Milliseconds that a row takes. */
  readonly rowMs: number;
  /** Called between two chunks; rows left when it returns true are unprocessed. */
  readonly stopped: () => boolean;
}

function saveRows(
  rows: readonly CsvRow[],
  header: CsvRow,
  job: Job,
  { org, lockFault }: IngestRun,
  locks: Locks | undefined,
): readonly SaveResult[] {
  const request: SaveRequest = {
    operation: job.operation as SaveRequest['operation'],
    object: job.object,
    records: rows.map((row) => recordOf(row, header, job)),
    format: 'csv',
    ...(job.externalIdFieldName === undefined ? {} : { externalIdField: job.externalIdFieldName }),
    ...(locks === undefined ? {} : { locks }),
  };
  return org.save(request, { ...job.caller, lockFault });
}

/** Runs an uploaded job and writes its result files. Returns the job's errorMessage when the job failed as a whole. */
export async function runIngest(job: Job, run: IngestRun): Promise<string | undefined> {
  const { org, stopped } = run;
  const { format } = job;
  const results = openResults(job);
  const chunkMs = CHUNK * run.rowMs;
  const pace = (): Promise<unknown> => (chunkMs > 0 ? delay(chunkMs, undefined, { ref: false }) : breathe());
  const rounds = roundsOf(org, run.locking, CHUNK, pace);
  let header: CsvRow | undefined;

  /** Processes the rows of one or more batches: in each round every batch does its next chunk. */
  async function work(rows: readonly CsvRow[], columns: CsvRow): Promise<void> {
    for (let from = 0; from < rounds.batchRows; from += CHUNK) {
      const held: (Locks | undefined)[] = [];
      for (let batch = 0; batch < rows.length; batch += rounds.batchRows) {
        const chunk = rows.slice(batch + from, batch + Math.min(from + CHUNK, rounds.batchRows));
        if (chunk.length === 0) continue;
        if (stopped()) {
          results.unprocessed(chunk);
          continue;
        }
        const locks = rounds.locks();
        held.push(locks);
        results.saved(chunk, saveRows(chunk, columns, job, run, locks));
      }
      if (held.length === 0) continue;
      try {
        await rounds.over();
      } finally {
        for (const locks of held) locks?.release();
      }
      await results.drained();
    }
  }

  try {
    if (!existsSync(uploadFile(job))) throw new JobFailure('InvalidBatch : No data was uploaded');
    await checkLineEnding(uploadFile(job), format);
    const described = createDescribes(org, job.caller).of(job.object);
    const reader = createReadStream(uploadFile(job)).pipe(
      parse({
        delimiter: format.delimiter,
        recordDelimiter: format.newline,
        bom: true,
        skipEmptyLines: true,
      }),
    );
    let rows: CsvRow[] = [];
    for await (const row of reader as AsyncIterable<string[]>) {
      if (header === undefined) {
        header = row;
        results.header(header);
        checkHeader(header, described, job);
        continue;
      }
      rows.push(row);
      if (rows.length < rounds.rows) continue;
      await work(rows, header);
      rows = [];
    }
    if (header !== undefined) await work(rows, header);
    return undefined;
  } catch (error) {
    if (error instanceof JobFailure) return error.message;
    if (error instanceof OrgError) return `InvalidBatch : ${error.message}`;
    const problem = csvProblem(error);
    if (problem !== undefined) return `InvalidBatch : ${problem}`;
    throw error;
  } finally {
    await results.close();
  }
}
