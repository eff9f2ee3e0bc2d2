import { SyncError } from '../errors.ts';
import { readCsv, type CsvRow } from './csv.ts';
import { keptReason } from './orgWords.ts';
import { NotNow } from './notNow.ts';
import type { Org } from './org.ts';
import type { Incoming } from './transfer.ts';
import { watchJob, type Look, type Watching } from './watchJob.ts';

/** Rows in one page of results. */
export const ROWS_PER_PAGE = 100_000;

interface QueryJob extends Look {
  readonly errorMessage?: string;
}

/**
 * Runs a query as a Bulk API 2.0 job and yields its rows, a few hundred at a time. A page whose answer was cut off is read
 * again from its start. Throws JOB_FAILED when the org fails the job.
 */
export async function bulkQuery(
  org: Org,
  soql: string,
  watching: Omit<Watching, 'job'>,
  onRows: (rows: readonly CsvRow[]) => void,
): Promise<void> {
  const jobs = `${org.basePath}/jobs/query`;
  const { id } = (await org.request('POST', jobs, { operation: 'query', query: soql })) as {
    readonly id: string;
  };
  const over = await watchJob(
    { ...watching, job: id },
    async () => (await org.request('GET', `${jobs}/${id}`)) as QueryJob,
  );
  if (over.state !== 'JobComplete')
    throw new SyncError(
      'JOB_FAILED',
      `${id}: ${over.state}, ${keptReason(over.errorMessage, org.onWords).code}`,
    );
  let locator = '';
  do {
    const page = locator === '' ? '' : `&locator=${encodeURIComponent(locator)}`;
    const path = `${jobs}/${id}/results?maxRecords=${ROWS_PER_PAGE}${page}`;
    locator = await org.receive(path, (body, headers) => readPage(body, headers, onRows));
  } while (locator !== '');
}

/** Reads a page and returns the locator of the next one, '' after the last. Throws NotNow when the page is cut off. */
async function readPage(
  body: Incoming,
  headers: Headers,
  onRows: (rows: readonly CsvRow[]) => void,
): Promise<string> {
  const expected = headers.get('sforce-numberofrecords');
  const count = await readCsv(body, onRows);
  if (expected !== null && Number(expected) !== count) throw new NotNow('HTTP 200 but half a page');
  const locator = headers.get('sforce-locator') ?? '';
  return locator === 'null' ? '' : locator;
}
