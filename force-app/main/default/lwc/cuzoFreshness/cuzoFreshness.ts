import asOf from '@salesforce/label/c.CuZo_Freshness';
import stale from '@salesforce/label/c.CuZo_Freshness_Stale';
import NEWEST_MYPV from '@salesforce/schema/CuZo_Sync_Run__c.Newest_MyPV_Event__c';
import NEWEST_MYVIVIUM from '@salesforce/schema/CuZo_Sync_Run__c.Newest_MyVivium_Event__c';
import RUN from '@salesforce/schema/CuZo_Sync_Run__c';
import type { SchemaField } from '@salesforce/schema';
import { fill, momentText } from 'c/cuzoFormat';
import { documentOf, queryOf, rows, rowsOf, rowValue } from 'c/cuzoQuery';
import { MYPV, MYVIVIUM, ZONES, type Zone } from 'c/cuzoZones';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { api, LightningElement, wire } from 'lwc';

type Newest = SchemaField<'CuZo_Sync_Run__c', string | null>;

const NEWEST: ReadonlyMap<Zone, Newest> = new Map([
  [MYPV, NEWEST_MYPV],
  [MYVIVIUM, NEWEST_MYVIVIUM],
]);

/** The zones' data comes in every night; half a day on top of that is one night that went wrong. */
const STALE_AFTER_HOURS = 36;
const HOUR = 3_600_000;

// The newest event of a zone may be of an older run: later ones may have brought nothing of it.
const newestRun = (zone: Zone, { fieldApiName }: Newest): string =>
  rowsOf(
    RUN,
    [{ objectApiName: 'CuZo_Sync_Run__c', fieldApiName }],
    `first: 1, orderBy: { ${fieldApiName}: { order: DESC, nulls: LAST } }`,
    zone.code,
  );

const QUERY = queryOf(
  'CuzoFreshness',
  [...NEWEST].map(([zone, field]) => newestRun(zone, field)),
);

/** A line about one zone. */
interface Line {
  readonly key: string;
  readonly words: string;
  readonly isStale: boolean;
}

/** Says per zone of when its newest data is. Says nothing of what it can't know: the pills do with what is there. */
export default class CuzoFreshness extends LightningElement {
  /** Codes of the zones to speak of. */
  @api zones: readonly string[] = [];

  @wire(graphql, { query: '$query' })
  answer: GraphqlResult | undefined;

  query = documentOf(QUERY);

  get lines(): readonly Line[] {
    return ZONES.filter(({ code }) => this.zones.includes(code)).flatMap((zone) => {
      const newest = this.newestOf(zone);
      return newest === null ? [] : [line(zone, newest)];
    });
  }

  private newestOf(zone: Zone): string | null {
    const [run] = rows(this.answer?.data, zone.code);
    const field = NEWEST.get(zone);
    return run === undefined || field === undefined ? null : (rowValue(run, field) ?? null);
  }
}

function line(zone: Zone, newest: string): Line {
  const isStale = Date.now() - Date.parse(newest) > STALE_AFTER_HOURS * HOUR;
  return { key: zone.code, isStale, words: fill(isStale ? stale : asOf, zone.name, momentText(newest)) };
}
