import asOf from '@salesforce/label/c.CuZo_Freshness';
import stale from '@salesforce/label/c.CuZo_Freshness_Stale';
import { fill, momentText } from 'c/cuzoFormat';
import { isStale, newestOf, NEWEST_QUERY } from 'c/cuzoNewest';
import { ZONES, type Zone } from 'c/cuzoZones';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { api, LightningElement, wire } from 'lwc';

/** A line about one zone. */
interface Line {
  readonly key: string;
  readonly words: string;
  readonly isStale: boolean;
}

/** Shows for each zone how recent its newest data is, and nothing when that isn't known: the pills are useful without it. */
export default class CuzoFreshness extends LightningElement {
  /** Codes of the zones to show. */
  @api zones: readonly string[] = [];

  @wire(graphql, { query: '$query' })
  answer: GraphqlResult | undefined;

  query = NEWEST_QUERY;

  get lines(): readonly Line[] {
    return ZONES.filter(({ code }) => this.zones.includes(code)).flatMap((zone) => {
      const newest = newestOf(this.answer?.data, zone);
      return newest === null ? [] : [line(zone, newest)];
    });
  }
}

function line(zone: Zone, newest: string): Line {
  const label = isStale(newest) ? stale : asOf;
  return { key: zone.code, isStale: isStale(newest), words: fill(label, zone.name, momentText(newest)) };
}
