import { parse } from 'csv-parse';
import { pipeline, Readable } from 'node:stream';
import { NotNow } from '../../org/transport.ts';
import type { Incoming } from '../../org/transfer.ts';

/** A row of a job's results: our own record id, and the org's word on it ('' in results without errors). */
export interface ResultRow {
  readonly id: string;
  readonly error: string;
}

const BATCH = 500;

/**
 * Reads the results of a Bulk job as they come, some hundred rows at a time; gives their number. NotNow when they end in
 * the middle of a row.
 */
export async function readResults(
  body: Incoming,
  onRows: (rows: readonly ResultRow[]) => void,
): Promise<number> {
  const parser = parse({ columns: true, bom: true });
  pipeline(Readable.from(body), parser, () => {
    // What went wrong is thrown to whoever iterates.
  });
  let count = 0;
  let batch: ResultRow[] = [];
  const give = (): void => {
    onRows(batch);
    count += batch.length;
    batch = [];
  };
  try {
    for await (const row of parser as AsyncIterable<Readonly<Record<string, string>>>) {
      batch.push({ id: row.Id ?? '', error: row.sf__Error ?? '' });
      if (batch.length === BATCH) give();
    }
  } catch (error) {
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
      ? new NotNow(200, 'but half a CSV')
      : error;
  }
  if (batch.length > 0) give();
  return count;
}

const ERROR = /^([A-Z_]+):(.*):[^:]*--$/s;

/** `CODE:message:fields --` of a failed row (Bulk API 2.0 Developer Guide, Get Failed Record Results). */
export function errorOf(text: string): { readonly errorCode: string; readonly message: string } {
  const [, errorCode, message] = ERROR.exec(text) ?? [];
  if (errorCode !== undefined && message !== undefined) return { errorCode, message };
  return { errorCode: 'UNKNOWN_EXCEPTION', message: 'the org gave a reason that can not be read' };
}
