import CODE from '@salesforce/schema/CuZo_Portal__c.Code__c';
import PORTAL from '@salesforce/schema/CuZo_Portal__c';
import URL_DE from '@salesforce/schema/CuZo_Portal__c.Landing_URL_de__c';
import URL_EN from '@salesforce/schema/CuZo_Portal__c.Landing_URL_en__c';
import URL_FR from '@salesforce/schema/CuZo_Portal__c.Landing_URL_fr__c';
import URL_NL from '@salesforce/schema/CuZo_Portal__c.Landing_URL_nl__c';
import type { SchemaField } from '@salesforce/schema';
import { LANGUAGES, type Language } from 'c/cuzoFormat';
import { rows, rowsOf, rowValue, type Row } from 'c/cuzoQuery';
import { safeAddress, type Zone } from 'c/cuzoZones';

const ADDRESSES: Readonly<Record<Language, SchemaField<'CuZo_Portal__c', string | null>>> = {
  nl: URL_NL,
  fr: URL_FR,
  de: URL_DE,
  en: URL_EN,
};

/** Larger than the number of zones, so that none is cut off. */
const LIMIT = 10;

/** The part of a query for the addresses. */
export const PORTALS = rowsOf(PORTAL, [CODE, ...Object.values(ADDRESSES)], `first: ${LIMIT}`);

/** The page that an invitation leads to. */
export type Landing =
  | {
      readonly kind: 'address';
      readonly address: string;
      /** The languages of the zone's pages when the requested one is missing; else null. */
      readonly otherLanguages: readonly Language[] | null;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'no-access' };

/**
 * The zone's landing page in that language, or else in the first language that it has. An address that isn't on the zone's
 * own host is refused and not replaced, so that an admin notices it.
 */
export function landing(data: unknown, zone: Zone, language: Language): Landing {
  const portals = rows(data, PORTAL);
  if (portals.some((portal) => rowValue(portal, CODE) === undefined)) return { kind: 'no-access' };
  const portal = portals.find((row) => rowValue(row, CODE) === zone.code);
  if (portal === undefined) return { kind: 'missing' };
  const languages = LANGUAGES.filter((one) => addressIn(portal, one) !== '');
  const [first] = languages;
  if (first === undefined) return { kind: 'missing' };
  const isThere = languages.includes(language);
  const safe = safeAddress(addressIn(portal, isThere ? language : first), zone);
  return safe === null
    ? { kind: 'refused' }
    : { kind: 'address', address: safe, otherLanguages: isThere ? null : languages };
}

const addressIn = (portal: Row, language: Language): string => rowValue(portal, ADDRESSES[language]) ?? '';
