import type { Config, ContactFields } from './config.ts';

/**
 * Code fields of addresses, which an org has when State and Country/Territory picklists are on: `PersonMailingCountryCode`. The
 * text field beside it has the same name without `Code` (Salesforce help, "Integration Values for State and
 * Country/Territory Picklists").
 */
const COUNTRY_CODE = 'CountryCode';

/** Whether the field is the country code of an address. */
export const isCountryCode = (field: string): boolean => field.endsWith(COUNTRY_CODE);

/**
 * The state of the address whose country code a configuration writes, as text and as code; none for other fields. A state may not
 * belong to the new country, and an org then refuses both ("State and Country/Territory Picklist Field-Syncing Logic"), so an
 * address is written with them cleared.
 */
export function stateFields({ country }: ContactFields): readonly string[] {
  if (country === undefined || !isCountryCode(country)) return [];
  return ['State', 'StateCode'].map((part) => `${country.slice(0, -COUNTRY_CODE.length)}${part}`);
}

/** The fields that a configuration writes countries to. */
export function countryFields({ roles, contact }: Config): readonly string[] {
  if (contact.write !== 'full') return [];
  return [roles.person.country, roles.business?.country].filter((field) => field !== undefined);
}
