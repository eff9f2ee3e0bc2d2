import { SyncError } from '../errors.ts';
import type { Config } from '../config/config.ts';
import type { Org } from '../org/org.ts';
import { remainingCalls } from '../org/limits.ts';
import type { Staging } from '../stage/staging.ts';
import { TARGETS } from './plan.ts';

/** Calls for the record of the run, at its begin and its end. */
const RUN_RECORD_CALLS = 2;

/** What a run would write: rows and rows per field of each object, and the API calls that takes. */
export interface PlannedWork {
  readonly apiCalls: number;
  readonly objects: Readonly<
    Record<string, { readonly rows: number; readonly fields: Readonly<Record<string, number>> }>
  >;
}

/** Counts the rows that are planned. */
export function plannedWork(staging: Staging, config: Config): PlannedWork {
  const objects = Object.fromEntries(TARGETS.map((object) => [object, plannedRows(staging, object, config)]));
  const requests = Object.values(objects).reduce(
    (sum, one) => sum + Math.ceil(one.rows / config.rowsPerRequest),
    0,
  );
  return { apiCalls: requests + RUN_RECORD_CALLS, objects };
}

/** Rows of all objects. */
export const rowsOf = ({ objects }: PlannedWork): number =>
  Object.values(objects).reduce((sum, { rows }) => sum + rows, 0);

function plannedRows(staging: Staging, object: string, config: Config): PlannedWork['objects'][string] {
  const rows = staging.prepare('SELECT count(*) AS count FROM change WHERE object = ?').get(object);
  const fields = staging
    .prepare(
      `SELECT key, count(*) AS count FROM change, json_each(patch) WHERE object = ? GROUP BY key
       UNION ALL SELECT ?, count(*) FROM change WHERE object = ? AND view_event IS NOT NULL ORDER BY 1`,
    )
    .all(object, config.roles.view, object);
  const counts = new Map<string, number>();
  for (const { key, count } of fields as unknown as readonly { key: string; count: number }[])
    if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
  return { rows: rows?.count as number, fields: Object.fromEntries(counts) };
}

/** API_BUDGET when writing would take more than its share of the calls that the org still allows today. */
export async function mustFitBudget(org: Org, work: PlannedWork, config: Config): Promise<void> {
  const remaining = await remainingCalls(org);
  if (remaining === undefined || work.apiCalls <= remaining * config.apiShare) return;
  const share = `${config.apiShare * 100} % of the ${remaining} that the org still allows today`;
  throw new SyncError('API_BUDGET', `${work.apiCalls}, allowed are ${share}`);
}
