import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { parse } from 'csv-parse';
import type { JsonRecord, Org, RecordError, SaveRequest, SaveResult } from '../../org.ts';
import { OrgError } from '../../org.ts';
import type { ObjectDescribe } from '../describe/describe.ts';
import { createDescribes, fieldOf, referenceOf } from '../describe/describe.ts';
import type { CsvFormat } from './csv.ts';
import { csvLine } from './csv.ts';
import type { Job } from './job.ts';

/** Rows that Salesforce processes at once, triggers and locks included. */
const CHUNK = 200;

export const uploadFile = (job: Job): string => join(job.folder, 'upload.csv');
export type ResultKind = 'successfulResults' | 'failedResults' | 'unprocessedrecords';
export const resultFile = (job: Job, kind: ResultKind): string => join(job.folder, `${kind}.csv`);

/** A job that fails as a whole; the message is the job's errorMessage. */
class JobFailure extends Error {}

const checkLineEnding = async (file: string, format: CsvFormat): Promise<void> => {
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
};

const checkHeader = (header: readonly string[], object: ObjectDescribe, job: Job): void => {
  const known = (name: string): boolean => {
    const [first = '', second, more] = name.split('.');
    if (second === undefined) return fieldOf(object, first) !== undefined;
    return more === undefined && referenceOf(object, first) !== undefined;
  };
  const unknown = header.find((name) => !known(name));
  if (unknown !== undefined) throw new JobFailure(`InvalidBatch : Field name not found : ${unknown}`);
  const key = job.operation === 'upsert' ? job.externalIdFieldName : 'Id';
  const needsKey = job.operation !== 'insert';
  if (needsKey && key !== undefined && !header.some((name) => name.toLowerCase() === key.toLowerCase())) {
    throw new JobFailure(`InvalidBatch : Field name not found : ${key}`);
  }
};

const errorText = ({ statusCode, message, fields }: RecordError): string =>
  `${statusCode}:${message}:${fields.length > 0 ? `${fields.join(',')} ` : ''}--`;

/** A row as a record. An upsert by another key ignores the empty Id column that some clients add. */
const recordOf = (row: readonly string[], header: readonly string[], { operation }: Job): JsonRecord =>
  Object.fromEntries(
    header.flatMap((name, index) => {
      const value = row[index] ?? '';
      return (operation === 'upsert' || operation === 'insert') && value === '' && name.toLowerCase() === 'id'
        ? []
        : [[name, value]];
    }),
  );

type Lock = { readonly object: string; readonly share: number } | undefined;

const saveRows = (
  rows: readonly (readonly string[])[],
  header: readonly string[],
  job: Job,
  org: Org,
  lock: Lock,
): readonly SaveResult[] => {
  const request: SaveRequest = {
    operation: job.operation as SaveRequest['operation'],
    object: job.object,
    records: rows.map((row) => recordOf(row, header, job)),
    format: 'csv',
    ...(job.externalIdFieldName === undefined ? {} : { externalIdField: job.externalIdFieldName }),
  };
  if (lock) org.lockFault(lock);
  try {
    return org.save(request, job.caller);
  } finally {
    if (lock) org.lockFault(null);
  }
};

/**
 * Runs an uploaded job: 200 rows at a time, results into the job's files. Gives the job's errorMessage when the job as a
 * whole failed. `stopped` is asked between two chunks; what is left then is unprocessed.
 */
export const runIngest = async (
  job: Job,
  org: Org,
  lock: Lock,
  stopped: () => boolean,
): Promise<string | undefined> => {
  const { format } = job;
  const success = createWriteStream(resultFile(job, 'successfulResults'));
  const failure = createWriteStream(resultFile(job, 'failedResults'));
  const rest = createWriteStream(resultFile(job, 'unprocessedrecords'));
  let header: readonly string[] | undefined;
  let problem: string | undefined;
  let chunk: (readonly string[])[] = [];

  const flush = (): void => {
    if (!header || chunk.length === 0) return;
    const results = saveRows(chunk, header, job, org, lock);
    let good = '';
    let bad = '';
    results.forEach((result, index) => {
      const row = chunk[index] ?? [];
      if (result.success) good += csvLine([result.id ?? '', String(result.created), ...row], format);
      else {
        job.failed += 1;
        bad += csvLine([result.id ?? '', result.errors.map(errorText).join(';'), ...row], format);
      }
    });
    job.processed += results.length;
    success.write(good);
    failure.write(bad);
    chunk = [];
  };

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
    for await (const row of reader as AsyncIterable<string[]>) {
      if (header === undefined) {
        header = row;
        success.write(csvLine(['sf__Id', 'sf__Created', ...row], format));
        failure.write(csvLine(['sf__Id', 'sf__Error', ...row], format));
        rest.write(csvLine(row, format));
        checkHeader(row, described, job);
        continue;
      }
      if (stopped()) {
        rest.write(csvLine(row, format));
        continue;
      }
      chunk.push(row);
      if (chunk.length < CHUNK) continue;
      flush();
      await breathe();
    }
    if (!stopped()) flush();
  } catch (error) {
    if (!(error instanceof JobFailure) && !(error instanceof OrgError) && !isCsvError(error)) throw error;
    problem = error instanceof JobFailure ? error.message : `InvalidBatch : ${error.message}`;
  } finally {
    for (const stream of [success, failure, rest]) {
      stream.end();
      await finished(stream);
    }
  }
  return problem;
};

const isCsvError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
