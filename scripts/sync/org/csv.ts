import { parse } from 'csv-parse';
import { pipeline, Readable } from 'node:stream';
import { TransientError } from './transientError.ts';
import type { Incoming } from './transfer.ts';

/** A row of CSV by column name; '' is null. */
export type CsvRow = Readonly<Record<string, string>>;

const BATCH = 500;

/**
 * Reads CSV as it arrives, a few hundred rows at a time, and returns the number of rows. Throws TransientError when it ends in the
 * middle of a row.
 */
export async function readCsv(body: Incoming, onRows: (rows: readonly CsvRow[]) => void): Promise<number> {
  const parser = parse({ columns: true, bom: true });
  pipeline(Readable.from(body), parser, () => {
    // The iteration throws the error too.
  });
  let count = 0;
  let batch: CsvRow[] = [];
  function give(): void {
    onRows(batch);
    count += batch.length;
    batch = [];
  }
  try {
    for await (const row of parser as AsyncIterable<CsvRow>) {
      batch.push(row);
      if (batch.length === BATCH) give();
    }
  } catch (error) {
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
      ? new TransientError('HTTP 200 but half a CSV')
      : error;
  }
  if (batch.length > 0) give();
  return count;
}
