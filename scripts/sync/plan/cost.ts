import type { Target } from '../check/checkedEvent.ts';
import type { Config } from '../config/config.ts';
import type { Staging } from '../stage/staging.ts';
import { TARGETS } from './plan.ts';
import { callsOf, callsToWrite, type Load, type Loads, type Way, type Ways } from './ways.ts';

/** Quotes, commas and the id of a row in CSV, roughly. */
const BYTES_AROUND_ROW = 60;

/** What a run would write: rows of each object, how often each field, the way they travel, and the API calls that takes. */
export interface PlannedWork {
  readonly apiCalls: number;
  readonly objects: Readonly<Record<Target, PlannedObject>>;
}

interface PlannedObject {
  readonly rows: number;
  readonly fields: Readonly<Record<string, number>>;
  readonly way: Way;
  readonly apiCalls: number;
}

/** Counts the rows that wait to be written. */
export function plannedLoads(staging: Staging): Loads {
  function loadOf(object: Target): Load {
    const totals = staging
      .prepare(
        `SELECT count(*) AS rows, coalesce(sum(octet_length(patch)), 0) + coalesce(sum(octet_length(document)), 0) AS bytes
         FROM change LEFT JOIN view ON n = view_event WHERE object = ? AND state IN ('planned', 'sent', 'single', 'locked')`,
      )
      .get(object);
    const rows = totals?.rows as number;
    return { rows, bytes: (totals?.bytes as number) + rows * BYTES_AROUND_ROW };
  }
  return { Account: loadOf('Account'), InsurancePolicy: loadOf('InsurancePolicy') };
}

/** Rows of all objects. */
export const rowsOf = (loads: Loads): number => TARGETS.reduce((sum, target) => sum + loads[target].rows, 0);

/** Tells what a run would write, down to the fields. */
export function plannedWork(staging: Staging, loads: Loads, ways: Ways, config: Config): PlannedWork {
  const objectOf = (object: Target): PlannedObject => ({
    rows: loads[object].rows,
    fields: fieldCounts(staging, object, config),
    way: ways[object],
    apiCalls: callsOf(ways[object], loads[object], config),
  });
  return {
    apiCalls: callsToWrite(loads, ways, config),
    objects: { Account: objectOf('Account'), InsurancePolicy: objectOf('InsurancePolicy') },
  };
}

function fieldCounts(staging: Staging, object: Target, config: Config): Readonly<Record<string, number>> {
  const fields = staging
    .prepare(
      `SELECT key, count(*) AS count FROM change, json_each(patch) WHERE object = ? GROUP BY key
       UNION ALL SELECT ?, count(*) FROM change WHERE object = ? AND view_event IS NOT NULL ORDER BY 1`,
    )
    .all(object, config.roles.view, object);
  const counts = new Map<string, number>();
  for (const { key, count } of fields as unknown as readonly { key: string; count: number }[])
    if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
  return Object.fromEntries(counts);
}
