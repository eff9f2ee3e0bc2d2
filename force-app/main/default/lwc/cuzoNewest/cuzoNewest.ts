import NEWEST_MYPV from '@salesforce/schema/CuZo_Sync_Run__c.Newest_MyPV_Event__c';
import NEWEST_MYVIVIUM from '@salesforce/schema/CuZo_Sync_Run__c.Newest_MyVivium_Event__c';
import RUN from '@salesforce/schema/CuZo_Sync_Run__c';
import type { SchemaField } from '@salesforce/schema';
import { documentOf, queryOf, rows, rowsOf, rowValue } from 'c/cuzoQuery';
import { MYPV, MYVIVIUM, type Zone } from 'c/cuzoZones';

type Newest = SchemaField<'CuZo_Sync_Run__c', string | null>;

const NEWEST: ReadonlyMap<Zone, Newest> = new Map([
  [MYPV, NEWEST_MYPV],
  [MYVIVIUM, NEWEST_MYVIVIUM],
]);

/** The zones deliver every night: with half a day more, one night has failed. */
const STALE_AFTER_HOURS = 36;
const HOUR = 3_600_000;

/** Queries the newest event of each zone. It may come from an older run, when later ones had no data of that zone. */
export const NEWEST_QUERY = documentOf(
  queryOf(
    'CuzoFreshness',
    [...NEWEST].map(([zone, { fieldApiName }]) =>
      rowsOf(
        RUN,
        [{ objectApiName: 'CuZo_Sync_Run__c', fieldApiName }],
        `first: 1, orderBy: { ${fieldApiName}: { order: DESC, nulls: LAST } }`,
        zone.code,
      ),
    ),
  ),
);

/** ISO date-time of the zone's newest event in the result of that query; null when it isn't known. */
export function newestOf(data: unknown, zone: Zone): string | null {
  const [run] = rows(data, zone.code);
  const field = NEWEST.get(zone);
  return run === undefined || field === undefined ? null : (rowValue(run, field) ?? null);
}

/** Whether a zone with that newest event has delivered nothing for too long. */
export function isStale(newest: string): boolean {
  return Date.now() - Date.parse(newest) > STALE_AFTER_HOURS * HOUR;
}
