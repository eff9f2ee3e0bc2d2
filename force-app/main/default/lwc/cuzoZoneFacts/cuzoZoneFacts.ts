import agentCan from '@salesforce/label/c.CuZo_Tab_Agent_Can';
import business from '@salesforce/label/c.CuZo_Tab_Business';
import checkedOn from '@salesforce/label/c.CuZo_Tab_Checked_On';
import customerCan from '@salesforce/label/c.CuZo_Tab_Customer_Can';
import customerCould from '@salesforce/label/c.CuZo_Tab_Customer_Could';
import support from '@salesforce/label/c.CuZo_Tab_Support';
import CHECKED_ON from '@salesforce/schema/CuZo_Portal__c.Checked_On__c';
import CODE from '@salesforce/schema/CuZo_Portal__c.Code__c';
import EMAIL from '@salesforce/schema/CuZo_Portal__c.Support_Email__c';
import PHONE from '@salesforce/schema/CuZo_Portal__c.Support_Phone__c';
import PORTAL from '@salesforce/schema/CuZo_Portal__c';
import { dayText, fill } from 'c/cuzoFormat';
import { documentOf, rows, rowsQuery, rowValue, type Row } from 'c/cuzoQuery';
import { ZONES, type Zone } from 'c/cuzoZones';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { api, LightningElement, wire } from 'lwc';

/** The customer that the facts are for. `isRegistered` is null when the zones haven't reported it. */
export interface FactsCustomer {
  readonly isRegistered: boolean | null;
  readonly isDeceased: boolean;
  readonly isBusiness: boolean;
}

/** Larger than the number of zones, so that none is cut off. */
const LIMIT = 10;
const QUERY = rowsQuery(PORTAL, [CODE, EMAIL, PHONE, CHECKED_ON], LIMIT);

/**
 * What customer and agent can do about a policy that isn't shown (FAQ 3.2, 4.2), whom to ask, and when an admin last checked
 * these facts. Without access to the portal records it shows the first part only.
 */
export default class CuzoZoneFacts extends LightningElement {
  /** Codes of the zones to show. */
  @api zones: readonly string[] = [];
  /** Decides which advice is of use to this customer. */
  @api customer: FactsCustomer | null = null;

  @wire(graphql, { query: '$query' })
  answer: GraphqlResult | undefined;

  query = documentOf(QUERY);

  get lines(): readonly string[] {
    const portals = this.portals;
    const days = portals.map(([, row]) => rowValue(row, CHECKED_ON)).filter((day) => typeof day === 'string');
    // The age of two zones' facts is that of the older ones.
    const [oldest] = days.sort();
    return [
      ...customerLines(this.customer),
      agentCan,
      ...portals.flatMap(supportLine),
      ...(oldest === undefined ? [] : [fill(checkedOn, dayText(oldest))]),
    ];
  }

  private get portals(): readonly (readonly [Zone, Row])[] {
    const found = rows(this.answer?.data, PORTAL);
    return ZONES.filter(({ code }) => this.zones.includes(code)).flatMap((zone) => {
      const row = found.find((portal) => rowValue(portal, CODE) === zone.code);
      return row === undefined ? [] : [[zone, row] as const];
    });
  }
}

function supportLine([zone, portal]: readonly [Zone, Row]): readonly string[] {
  const ways = [rowValue(portal, EMAIL), rowValue(portal, PHONE)].filter((way) => (way ?? '') !== '');
  return ways.length === 0 ? [] : [fill(support, zone.name, ways.join(', '))];
}

/** The page with the explanation is inside the zone, so customers who can't log in don't find it. */
function customerLines(customer: FactsCustomer | null): readonly string[] {
  if (customer?.isDeceased === true) return [];
  return [
    customer?.isRegistered === false ? customerCould : customerCan,
    ...(customer?.isBusiness === true ? [business] : []),
  ];
}
