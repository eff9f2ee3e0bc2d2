import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import type { JsonRecord, Org } from '../../org.ts';
import { csvLine } from './csv.ts';
import type { Job } from './job.ts';

export const rowsFile = (job: Job): string => join(job.folder, 'rows.csv');

/** The result of a query job: the offset of each row in the file, then the offset of the end. */
export interface QueryRows {
  readonly header: string;
  readonly offsets: readonly number[];
}

interface Column {
  readonly columnName: string;
  readonly joinColumns?: readonly Column[];
}

/** Column names as the query has them, with full paths of parents: `Name`, `Owner.Name`. */
const columnNames = (columns: readonly Column[], prefix = ''): readonly string[] =>
  columns.flatMap(({ columnName, joinColumns }) =>
    joinColumns && joinColumns.length > 0
      ? columnNames(joinColumns, `${prefix}${columnName}.`)
      : [`${prefix}${columnName}`],
  );

const valueAt = (record: JsonRecord, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) => (value as Record<string, unknown> | null | undefined)?.[name] ?? null,
      record,
    );

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string'
    ? value.replace(/^(\d{4}-\d\d-\d\dT[\d:.]+)\+0000$/, '$1Z')
    : JSON.stringify(value);
}

/** Runs a query job into its file, page by page. */
export async function runQuery(job: Job, org: Org, stopped: () => boolean): Promise<QueryRows> {
  const { caller, version, format } = job;
  const soql = job.query ?? '';
  const metadata = org.queryColumns(soql, caller);
  const columns = columnNames(metadata.columnMetadata as readonly Column[]);
  const out = createWriteStream(rowsFile(job));
  // Listens from the start: a job that is deleted while it runs takes the file's folder along.
  const written = finished(out);
  written.catch(() => undefined);
  const offsets = [0];
  let end = 0;
  let page = org.query(soql, caller, { version, all: job.operation === 'queryAll' });
  while (!stopped()) {
    let lines = '';
    for (const record of page.records) {
      const line = csvLine(
        columns.map((column) => text(valueAt(record, column))),
        format,
      );
      end += Buffer.byteLength(line);
      offsets.push(end);
      lines += line;
    }
    out.write(lines);
    job.processed += page.records.length;
    if (page.next === undefined) break;
    await breathe();
    page = org.queryMore(page.next, caller, { version });
  }
  out.end();
  await written;
  return { header: csvLine(columns, format), offsets };
}
