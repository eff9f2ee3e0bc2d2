import type { Config } from '../config/config.ts';
import { SyncError } from '../errors.ts';
import type { Target } from '../events/event.ts';
import { ROWS_PER_PAGE } from '../org/bulkQuery.ts';
import type { Org } from '../org/org.ts';
import { OrgRefusal } from '../org/orgRefusal.ts';
import { countRecords, QUERIES_PER_CALL } from '../org/query.ts';
import { bulkFinder, type BulkReading } from './bulkFinder.ts';
import type { LookUpApi } from '../staging/chosen.ts';
import type { Finder } from './finder.ts';
import { keyField } from './lookUpFields.ts';
import { queryFinder } from './queryFinder.ts';

/** API calls of a Bulk query apart from its pages: count, create, and a usual number of status checks. */
const CALLS_PER_BULK_QUERY = 2 + 5;

const callsByQueries = (subjects: number, { keysPerQuery }: Config): number =>
  Math.ceil(subjects / (keysPerQuery * QUERIES_PER_CALL));

/**
 * Chooses the way of looking up that takes fewer API calls for so many subjects. Falls back to queries when the org fails
 * the Bulk job.
 */
export async function openFinder(
  target: Target,
  subjects: number,
  reading: Omit<BulkReading, 'records'> & { readonly onBegin: (records: number) => void },
): Promise<{ readonly lookUp: LookUpApi; readonly find: Finder }> {
  const { org, config, labels } = reading;
  const calls = callsByQueries(subjects, config);
  const records = calls > CALLS_PER_BULK_QUERY ? await recordsWithKey(target, org, config) : Infinity;
  if (calls <= CALLS_PER_BULK_QUERY + Math.ceil(records / ROWS_PER_PAGE))
    return { lookUp: 'Queries', find: queryFinder(target, org, config, labels) };
  reading.onBegin(records);
  try {
    return { lookUp: 'Bulk query', find: await bulkFinder(target, { ...reading, records }) };
  } catch (error) {
    const isRefused =
      error instanceof OrgRefusal || (error instanceof SyncError && error.code === 'JOB_FAILED');
    if (!isRefused) throw error;
    return { lookUp: 'Queries', find: queryFinder(target, org, config, labels) };
  }
}

/** Infinity when the org times out while counting. */
const recordsWithKey = (target: Target, org: Org, config: Config): Promise<number> =>
  countRecords(org, `SELECT COUNT() FROM ${target} WHERE ${keyField(target, config)} != null`).catch(
    (error: unknown) => {
      if (error instanceof OrgRefusal) return Infinity;
      throw error;
    },
  );
