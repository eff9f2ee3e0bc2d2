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

/** The zones' data comes in every night; half a day on top of that is one night that went wrong. */
const STALE_AFTER_HOURS = 36;
const HOUR = 3_600_000;

/** Asks for the newest event of each zone. It may be of an older run: later ones may have brought nothing of the zone. */
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

/** ISO date-time of the newest event of a zone in an answer to that query; null when it isn't known. */
export function newestOf(data: unknown, zone: Zone): string | null {
  const [run] = rows(data, zone.code);
  const field = NEWEST.get(zone);
  return run === undefined || field === undefined ? null : (rowValue(run, field) ?? null);
}

/** Whether a zone whose newest event is of that moment has been silent for too long. */
export function isStale(newest: string): boolean {
  return Date.now() - Date.parse(newest) > STALE_AFTER_HOURS * HOUR;
}
