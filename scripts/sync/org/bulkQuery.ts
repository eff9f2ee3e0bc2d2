import { SyncError } from '../errors.ts';
import { NO_JOB, WRONG_STATE } from './bulkJob.ts';
import { readCsvLines, type TakeLines } from './csv.ts';
import { keptReason } from './keptError.ts';
import { TransientError } from './transientError.ts';
import type { Org } from './org.ts';
import { errorCodeOf } from './orgRefusal.ts';
import type { Incoming } from './transfer.ts';
import { watchJob, type JobStatus, type Watching } from './watchJob.ts';

/** Rows in one page of results. */
export const ROWS_PER_PAGE = 100_000;

interface QueryJob extends JobStatus {
  readonly errorMessage?: string;
}

const jobsOf = (org: Org): string => `${org.basePath}/jobs/query`;

/** Creates a job for a query, which begins by itself; returns its id. */
export async function createQueryJob(org: Org, soql: string): Promise<string> {
  const job = await org.request('POST', jobsOf(org), { operation: 'query', query: soql });
  return (job as { readonly id: string }).id;
}

/** Aborts a query job, unless it has ended. */
export async function abortQueryJob(org: Org, job: string): Promise<void> {
  await org.request('PATCH', `${jobsOf(org)}/${job}`, { state: 'Aborted' }).catch(ignoreEnded);
}

/** Deletes a query job that has ended. */
export async function deleteQueryJob(org: Org, job: string): Promise<void> {
  await org.request('DELETE', `${jobsOf(org)}/${job}`).catch(ignoreEnded);
}

function ignoreEnded(error: unknown): undefined {
  if (![WRONG_STATE, NO_JOB].includes(errorCodeOf(error))) throw error;
  return undefined;
}

/** Takes the rows of a Bulk query. */
export interface BulkRows {
  readonly take: TakeLines;
  /** A page is read from its start, perhaps again: whatever was taken since the last whole page doesn't count. */
  readonly beginPage: () => void;
  readonly endPage: () => void;
}

/**
 * Runs a query as a Bulk API 2.0 job and gives its rows as they arrive. A page whose answer was cut off is read again from its
 * start. Throws JOB_FAILED when the org fails the job.
 */
export async function bulkQuery(
  org: Org,
  soql: string,
  watching: Omit<Watching, 'job'>,
  rows: BulkRows,
): Promise<void> {
  const jobs = jobsOf(org);
  const id = await createQueryJob(org, soql);
  const over = await watchJob(
    { ...watching, job: id },
    async () => (await org.request('GET', `${jobs}/${id}`)) as QueryJob,
  );
  if (over.state !== 'JobComplete')
    throw new SyncError(
      'JOB_FAILED',
      `${id}: ${over.state}, ${keptReason(over.errorMessage, org.onOrgMessage).code}`,
    );
  let locator = '';
  do {
    const page = locator === '' ? '' : `&locator=${encodeURIComponent(locator)}`;
    const path = `${jobs}/${id}/results?maxRecords=${ROWS_PER_PAGE}${page}`;
    locator = await org.receive(path, (body, headers) => {
      rows.beginPage();
      return readPage(body, headers, rows.take);
    });
    rows.endPage();
  } while (locator !== '');
}

/** Reads a page and returns the locator of the next one, '' after the last. Throws TransientError when the page is cut off. */
async function readPage(body: Incoming, headers: Headers, take: TakeLines): Promise<string> {
  const expected = headers.get('sforce-numberofrecords');
  const count = await readCsvLines(body, take);
  if (expected !== null && Number(expected) !== count) throw new TransientError('HTTP 200 but half a page');
  const locator = headers.get('sforce-locator') ?? '';
  return locator === 'null' ? '' : locator;
}
