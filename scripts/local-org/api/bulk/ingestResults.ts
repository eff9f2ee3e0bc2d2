import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { RecordError, SaveResult } from '../../org.ts';
import { csvLine } from './csv.ts';
import type { Job } from './job.ts';

export type ResultKind = 'successfulResults' | 'failedResults' | 'unprocessedrecords';
export const resultFile = (job: Job, kind: ResultKind): string => join(job.folder, `${kind}.csv`);

/** The values of one line of a CSV. */
export type CsvRow = readonly string[];

/** The three result files of a running job. */
export interface IngestResults {
  readonly header: (columns: CsvRow) => void;
  /** Writes one result per row and counts them in the job. */
  readonly saved: (rows: readonly CsvRow[], results: readonly SaveResult[]) => void;
  readonly unprocessed: (rows: readonly CsvRow[]) => void;
  /** Resolves when the written results are no longer buffered in memory. */
  readonly drained: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const errorText = ({ statusCode, message, fields }: RecordError): string =>
  `${statusCode}:${message}:${fields.length > 0 ? `${fields.join(',')} ` : ''}--`;

/** Opens the result files of a job, with Salesforce's columns and every value quoted. */
export function openResults(job: Job): IngestResults {
  const { format } = job;
  const open = (kind: ResultKind): WriteStream => createWriteStream(resultFile(job, kind));
  const [success, failure, rest] = [
    open('successfulResults'),
    open('failedResults'),
    open('unprocessedrecords'),
  ];
  const streams = [success, failure, rest];
  return {
    header: (columns) => {
      success.write(csvLine(['sf__Id', 'sf__Created', ...columns], format));
      failure.write(csvLine(['sf__Id', 'sf__Error', ...columns], format));
      rest.write(csvLine(columns, format));
    },
    saved: (rows, results) => {
      let good = '';
      let bad = '';
      results.forEach((result, index) => {
        const row = rows[index] ?? [];
        if (result.success) good += csvLine([result.id ?? '', String(result.created), ...row], format);
        else {
          job.failed += 1;
          bad += csvLine([result.id ?? '', result.errors.map(errorText).join(';'), ...row], format);
        }
      });
      job.processed += results.length;
      success.write(good);
      failure.write(bad);
    },
    unprocessed: (rows) => {
      for (const row of rows) rest.write(csvLine(row, format));
    },
    drained: async () => {
      for (const stream of streams) if (stream.writableNeedDrain) await once(stream, 'drain');
    },
    close: async () => {
      for (const stream of streams) {
        stream.end();
        await finished(stream);
      }
    },
  };
}
