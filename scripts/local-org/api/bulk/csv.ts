import { OrgError } from '../../org.ts';

export const DELIMITERS: Readonly<Record<string, string>> = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
};
export const LINE_ENDINGS: Readonly<Record<string, string>> = { LF: '\n', CRLF: '\r\n' };

/** The CSV format of a job, in the API's names: `COMMA` and `LF` by default. */
export interface CsvFormat {
  readonly columnDelimiter: string;
  readonly lineEnding: string;
  readonly delimiter: string;
  readonly newline: string;
}

function pick(
  table: Readonly<Record<string, string>>,
  name: unknown,
  preset: string,
  property: string,
): [string, string] {
  const key = name ?? preset;
  const value = typeof key === 'string' ? table[key] : undefined;
  if (value !== undefined) return [key as string, value];
  throw invalidValue(name, property);
}

/**
 * The error for an invalid value of a job property: "Invalid value: '' supplied for property: 'operation'", from a public
 * account of upserts with Bulk API 2.0 (API 47.0, object LObjectScore__c).
 */
export const invalidValue = (value: unknown, property: string): OrgError =>
  new OrgError(
    400,
    'API_ERROR',
    `Invalid value: '${typeof value === 'string' ? value : ''}' supplied for property: '${property}'`,
  );

/** The format that a job's body asks for. Throws API_ERROR for an unknown delimiter or line ending. */
export function csvFormat(body: Readonly<Record<string, unknown>>): CsvFormat {
  const [columnDelimiter, delimiter] = pick(DELIMITERS, body.columnDelimiter, 'COMMA', 'columnDelimiter');
  const [lineEnding, newline] = pick(LINE_ENDINGS, body.lineEnding, 'LF', 'lineEnding');
  return { columnDelimiter, lineEnding, delimiter, newline };
}

/**
 * Messages of Salesforce's own Bulk client about quotes (forcedotcom/wsc, com.sforce.async.CSVReader), by our parser's error
 * code.
 */
const QUOTING: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE: 'Not expecting more text after end quote',
  CSV_QUOTE_NOT_CLOSED: 'EOF reached before closing an opened quote',
  INVALID_OPENING_QUOTE: 'Found unescaped quote. A value with quote should be within a quote',
};

/** What is wrong with a CSV that couldn't be parsed; undefined when the error is about something else. */
export function csvProblem(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return QUOTING[error.code] ?? (error.code.startsWith('CSV_') ? error.message : undefined);
}

/** A line with every value quoted, as Salesforce writes results. */
export const csvLine = (values: readonly string[], { delimiter, newline }: CsvFormat): string =>
  values.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter) + newline;
