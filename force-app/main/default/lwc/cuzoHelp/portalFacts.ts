import checkedOn from '@salesforce/label/c.CuZo_Help_Checked';
import neverChecked from '@salesforce/label/c.CuZo_Help_Never_Checked';
import notCheckedSince from '@salesforce/label/c.CuZo_Help_Not_Checked_Since';
import wayCode from '@salesforce/label/c.CuZo_Help_Way_activation_code';
import wayEid from '@salesforce/label/c.CuZo_Help_Way_eid';
import wayItsme from '@salesforce/label/c.CuZo_Help_Way_itsme';
import CHECKED_ON from '@salesforce/schema/CuZo_Portal__c.Checked_On__c';
import CODE from '@salesforce/schema/CuZo_Portal__c.Code__c';
import EMAIL from '@salesforce/schema/CuZo_Portal__c.Support_Email__c';
import HOURS from '@salesforce/schema/CuZo_Portal__c.Opening_Hours__c';
import LOGIN from '@salesforce/schema/CuZo_Portal__c.Login_Methods__c';
import NEWS_DE from '@salesforce/schema/CuZo_Portal__c.News_de__c';
import NEWS_EN from '@salesforce/schema/CuZo_Portal__c.News_en__c';
import NEWS_FR from '@salesforce/schema/CuZo_Portal__c.News_fr__c';
import NEWS_NL from '@salesforce/schema/CuZo_Portal__c.News_nl__c';
import NEWS_ON from '@salesforce/schema/CuZo_Portal__c.News_On__c';
import PHONE from '@salesforce/schema/CuZo_Portal__c.Support_Phone__c';
import PORTAL from '@salesforce/schema/CuZo_Portal__c';
import { AGENT_LANGUAGE, dayText, fill, LANGUAGES } from 'c/cuzoFormat';
import { rows, rowsOf, rowValue } from 'c/cuzoQuery';
import type { Zone } from 'c/cuzoZones';

const NEWS = { nl: NEWS_NL, fr: NEWS_FR, de: NEWS_DE, en: NEWS_EN };

/** Larger than the number of zones, so that none is cut off. */
const LIMIT = 10;
const DAY = 86_400_000;
const NEWS_DAYS = 60;
/** Facts change with the releases of a zone: older ones are shown with a warning. */
const TRUSTED_DAYS = 365;

/** The part of a query for the portal records, which admins maintain. */
export const PORTAL_FACTS = rowsOf(
  PORTAL,
  [CODE, EMAIL, PHONE, HOURS, LOGIN, CHECKED_ON, NEWS_ON, ...Object.values(NEWS)],
  `first: ${LIMIT}`,
  'facts',
);

/** What an admin has entered about a zone, ready to show. */
export interface PortalFacts {
  /** Ways to log in, and what each needs. */
  readonly ways: readonly string[];
  readonly usesCodes: boolean;
  readonly email: string;
  readonly phone: string;
  readonly hours: string;
  /** When these facts were checked, in words. */
  readonly age: string;
  /** News of the last 60 days. `day` is in the agent's format. */
  readonly news: { readonly day: string; readonly text: string } | null;
}

const WAYS: ReadonlyMap<string, string> = new Map([
  ['itsme', wayItsme],
  ['eid', wayEid],
  ['activation-code', wayCode],
]);

/** null without access, or when the zone has no record. `now` in milliseconds. */
export function portalFacts(data: unknown, zone: Zone, now: number): PortalFacts | null {
  const portal = rows(data, 'facts').find((row) => rowValue(row, CODE) === zone.code);
  if (portal === undefined) return null;
  const methods = (rowValue(portal, LOGIN) ?? '').split(';').filter((method) => method !== '');
  const newsOn = rowValue(portal, NEWS_ON) ?? null;
  const news = [AGENT_LANGUAGE, ...LANGUAGES].map((language) => rowValue(portal, NEWS[language]) ?? '');
  const text = news.find((one) => one.trim() !== '');
  return {
    // A way without a label is shown as its code.
    ways: methods.map((method) => WAYS.get(method) ?? method),
    usesCodes: methods.includes('activation-code'),
    email: rowValue(portal, EMAIL) ?? '',
    phone: rowValue(portal, PHONE) ?? '',
    hours: rowValue(portal, HOURS) ?? '',
    age: ageWords(rowValue(portal, CHECKED_ON) ?? null, now),
    news:
      newsOn !== null && text !== undefined && isWithin(newsOn, NEWS_DAYS, now)
        ? { day: dayText(newsOn), text }
        : null,
  };
}

function ageWords(checked: string | null, now: number): string {
  if (checked === null) return neverChecked;
  const isTrusted = now - Date.parse(checked) < TRUSTED_DAYS * DAY;
  return fill(isTrusted ? checkedOn : notCheckedSince, dayText(checked));
}

/** A future day isn't within: an admin may enter news in advance. */
function isWithin(day: string, days: number, now: number): boolean {
  const age = now - Date.parse(day);
  return age >= 0 && age < days * DAY;
}
