import type { Config } from '../config/config.ts';
import { countryFields, isCountryCode } from '../config/countryFields.ts';
import type { CountryCodes } from '../events/eventRule.ts';
import { describe, type ObjectDescribe } from './describe.ts';
import type { Org } from './org.ts';

const PICKLISTS = 'State and Country/Territory picklists';

/** The country codes that the org takes, of each code field that the configuration writes. Asks the org only when there is one. */
export async function countryCodes(org: Org, config: Config): Promise<CountryCodes> {
  const names = countryFields(config).filter(isCountryCode);
  if (names.length === 0) return new Map();
  const account = await describe(org, 'Account');
  const found = (account?.fields ?? []).filter(({ name }) => names.includes(name));
  return new Map(
    found.map(({ name, picklistValues = [] }) => [
      name,
      new Set(picklistValues.filter(({ active }) => active).map(({ value }) => value)),
    ]),
  );
}

/**
 * What is wrong with the fields for countries, a sentence each. With the picklists on, an org takes an ISO code in the code field and
 * in the text field only its own names of countries, in whatever language they are.
 */
export function countryProblems(account: ObjectDescribe, config: Config): readonly string[] {
  const names = new Set(account.fields.map(({ name }) => name));
  const { country } = config.contact;
  return countryFields(config).flatMap((field) => {
    const told = (problem: string): readonly string[] => [`Account.${field}: ${problem}`];
    if (!isCountryCode(field))
      return names.has(`${field}Code`)
        ? told(`${PICKLISTS} are on: name ${field}Code instead and set contact.country to code`)
        : [];
    if (!names.has(field))
      return told(`${PICKLISTS} are off, or the user can not see it; when they are off, name the text field`);
    return country === 'code' ? [] : told('takes codes: set contact.country to code');
  });
}
