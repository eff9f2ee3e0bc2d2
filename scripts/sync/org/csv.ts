import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
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
    throw error instanceof CsvError ? new TransientError('HTTP 200 but half a CSV') : error;
  }
  if (batch.length > 0) give();
  return count;
}

/** A row of CSV as it came, and its cells in the order of the columns; '' is null. */
export interface CsvLine {
  readonly text: string;
  readonly cells: readonly string[];
}

/** Takes rows as they arrive, some hundreds at a time. */
export type TakeLines = (lines: readonly CsvLine[], columns: readonly string[]) => void;

/**
 * Reads CSV as it arrives without making an object of each row, and returns the number of rows. Salesforce quotes every value; such
 * a row is cut at its quotes, in a quarter of the time that a parser takes. Whatever looks otherwise is for the parser.
 * Throws TransientError as readCsv does.
 */
export async function readCsvLines(body: Incoming, take: TakeLines): Promise<number> {
  const text = new TextDecoder();
  let [rest, count] = ['', 0];
  let columns: readonly string[] | undefined;
  function takeAll(isEnd: boolean): void {
    const lines: CsvLine[] = [];
    const { rows, left } = splitRows(rest, columns?.length, isEnd);
    rest = left;
    for (const row of rows) {
      const cells = row.cells ?? (columns ? cellsOf(row.text, columns.length) : parsedCells(row.text));
      if (columns) lines.push({ text: row.text, cells });
      else columns = cells;
    }
    if (lines.length > 0) take(lines, columns ?? []);
    count += lines.length;
  }
  for await (const chunk of body) {
    rest += text.decode(chunk, { stream: true });
    takeAll(false);
  }
  rest += text.decode();
  takeAll(true);
  return count;
}

interface SplitRow {
  readonly text: string;
  /** Undefined where the parser has to tell. */
  readonly cells?: readonly string[];
}

/** Cuts text into rows; what follows the last whole row is left, unless the text has come to its end. */
function splitRows(
  text: string,
  columns: number | undefined,
  isEnd: boolean,
): { readonly rows: readonly SplitRow[]; readonly left: string } {
  const rows: SplitRow[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    const row = text.slice(start, end);
    const cells = columns === undefined ? undefined : plainCells(row, columns);
    if (!cells && quotesIn(row) % 2 === 1) continue;
    if (row !== '') rows.push({ text: row, ...(cells ? { cells } : {}) });
    start = end + 1;
  }
  const left = text.slice(start);
  if (!isEnd || left === '') return { rows, left };
  return { rows: [...rows, { text: left }], left: '' };
}

/** The cells of a row in which every value is in quotes and none holds a quote; undefined for any other row. */
function plainCells(row: string, columns: number): readonly string[] | undefined {
  if (!row.startsWith('"') || !row.endsWith('"')) return undefined;
  const cells = row.slice(1, -1).split('","');
  return cells.length === columns && cells.every((cell) => !cell.includes('"')) ? cells : undefined;
}

function quotesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

/** The cells of a row. Throws TransientError when it has others than so many. */
export const cellsOf = (row: string, columns: number): readonly string[] =>
  plainCells(row, columns) ?? parsedCells(row, columns);

/** The cells of one row, told by the parser. */
function parsedCells(row: string, columns?: number): readonly string[] {
  try {
    const [cells = []] = parseAtOnce(row, { bom: true });
    if (columns === undefined || cells.length === columns) return cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  throw new TransientError('HTTP 200 but half a CSV');
}
