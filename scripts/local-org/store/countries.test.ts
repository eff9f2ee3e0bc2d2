import { address, field } from '../schema/field.ts';
import { testObject } from '../testObject.ts';
import { type TestOrg, only, openTestOrg } from '../testOrg.ts';
import { settleCountries } from './countries.ts';
import type { Value } from './database.ts';
import type { OrgState } from './state.ts';

const ACCOUNT = testObject(
  'Account',
  ...address('Billing', 'Billing'),
  field('BillingStateCode', 'Billing State Code', 'string'),
  field('BillingCountryCode', 'Billing Country Code', 'string'),
  field('CountryCode', 'Country Code', 'string'),
  field('Own_Country', 'Own', 'string'),
  field('Own_CountryCode__c', 'Own', 'string'),
);

/** What becomes of a row when these of its values are written. */
function settled(
  before: Readonly<Record<string, Value>>,
  values: Readonly<Record<string, Value>>,
  enabled = true,
) {
  const row = { ...before, ...values };
  const written = Object.keys(values).flatMap((name) => ACCOUNT.fields.get(name.toLowerCase()) ?? []);
  const state = { features: { stateCountryPicklists: enabled } } as unknown as OrgState;
  return { errors: settleCountries(state, ACCOUNT, row, new Set(written)), row };
}

const country = (text: Value, code: Value) => ({ BillingCountry: text, BillingCountryCode: code });
const BELGIUM = country('Belgium', 'BE');
const FRANCE = country('France', 'FR');
const NONE = country(null, null);

// Salesforce help, "State and Country/Territory Picklist Field-Syncing Logic".
test.each([
  [{}, { BillingCountryCode: 'BE' }, BELGIUM],
  [{}, { BillingCountry: 'Belgium' }, BELGIUM],
  [{}, { BillingCountry: 'belgium' }, BELGIUM],
  [{}, BELGIUM, BELGIUM],
  [{}, country('Belgium', null), BELGIUM],
  [{}, country(null, 'BE'), BELGIUM],
  [{}, NONE, NONE],
  [BELGIUM, { BillingCountryCode: 'FR' }, FRANCE],
  [BELGIUM, { BillingCountry: 'France' }, FRANCE],
  [BELGIUM, FRANCE, FRANCE],
  [BELGIUM, country('France', null), FRANCE],
  [BELGIUM, country(null, 'FR'), FRANCE],
  [BELGIUM, { BillingCountry: null }, NONE],
  [BELGIUM, { BillingCountryCode: null }, NONE],
  [BELGIUM, NONE, NONE],
  [BELGIUM, { BillingCity: 'Gent' }, { ...BELGIUM, BillingCity: 'Gent' }],
  [country('Nowhere', null), { BillingCity: 'Gent' }, { ...country('Nowhere', null), BillingCity: 'Gent' }],
  [BELGIUM, { BillingState: null }, { ...BELGIUM, BillingState: null }],
  [BELGIUM, { BillingStateCode: null }, { ...BELGIUM, BillingStateCode: null }],
  // Only addresses have a country.
  [{}, { CountryCode: 'x' }, { CountryCode: 'x' }],
  [{}, { Own_CountryCode__c: 'x' }, { Own_CountryCode__c: 'x' }],
])('of %j, written %j, it is %j', (before, values, expected) => {
  expect(settled(before, values)).toEqual({ errors: [], row: expected });
});

const problem = (kind: string, list: string) =>
  `There's a problem with this ${kind}, even though it may appear correct. Please select a ${list}.: `;
const COUNTRY = problem('country', 'country/territory from the list of valid countries');
const STATE = problem('state', 'state/province from the list of valid states');

// The words: a REST answer for MailingCountry in a public repository's test, and Dynamics 365 Customer Insights, "Export to Salesforce".
test.each([
  [{ BillingCountry: 'België' }, 'BillingCountry', `${COUNTRY}Billing Country`],
  [{ BillingCountry: 'BE' }, 'BillingCountry', `${COUNTRY}Billing Country`],
  [{ BillingCountryCode: 'ZZ' }, 'BillingCountryCode', `${COUNTRY}Billing Country Code`],
  [{ BillingCountryCode: 'Belgium' }, 'BillingCountryCode', `${COUNTRY}Billing Country Code`],
  [country('Nowhere', null), 'BillingCountry', `${COUNTRY}Billing Country`],
  [country(null, 'ZZ'), 'BillingCountryCode', `${COUNTRY}Billing Country Code`],
  [country('France', 'BE'), 'BillingCountry', `${COUNTRY}Billing Country`],
  [country('Nowhere', 'BE'), 'BillingCountry', `${COUNTRY}Billing Country`],
  [{ BillingState: 'Ohio' }, 'BillingState', `${STATE}Billing State/Province`],
  [{ BillingStateCode: 'OH' }, 'BillingStateCode', `${STATE}Billing State Code`],
  [{ BillingState: null, BillingStateCode: 'OH' }, 'BillingStateCode', `${STATE}Billing State Code`],
])('%j is refused', (values, name, message) => {
  const { errors, row } = settled({}, values);
  expect(errors).toEqual([{ statusCode: 'FIELD_INTEGRITY_EXCEPTION', message, fields: [name] }]);
  expect(row).toEqual(values);
  expect(settled({}, values, false)).toEqual({ errors: [], row: values });
});

test('country and state are refused together', () => {
  const { errors } = settled({}, { BillingState: 'Ohio', BillingCountry: 'Nowhere' });
  expect(errors.flatMap(({ fields }) => fields)).toEqual(['BillingState', 'BillingCountry']);
});

describe('an org with State and Country picklists', () => {
  let test_: TestOrg;
  beforeAll(() => {
    test_ = openTestOrg(undefined, { stateCountryPicklists: true });
  });
  afterAll(() => {
    test_.org.close();
  });

  test('an address shows the codes', () => {
    const [id = ''] = test_.insert('Account', {
      LastName: 'P',
      PersonMailingCountryCode: 'FR',
      PersonMailingCity: 'Lille',
    });
    expect(only(test_.column(`SELECT PersonMailingAddress FROM Account WHERE Id = '${id}'`))).toEqual({
      city: 'Lille',
      country: 'France',
      countryCode: 'FR',
      geocodeAccuracy: null,
      latitude: null,
      longitude: null,
      postalCode: null,
      state: null,
      stateCode: null,
      street: null,
    });
    const state = { Id: id, PersonMailingState: 'Nord' };
    expect(only(only(test_.save('update', 'Account', [state])).errors).fields).toEqual([
      'PersonMailingState',
    ]);
  });

  test('describe tells of the codes, and an org without the picklists has none', () => {
    const fields = (org: TestOrg): readonly string[] =>
      (org.org.describe('Account', org.org.admin).fields as { name: string }[])
        .map(({ name }) => name)
        .filter((name) => /(Country|State)Code$/.test(name));
    expect(fields(test_)).toEqual([
      ...['Billing', 'Shipping'].flatMap((kind) => [`${kind}StateCode`, `${kind}CountryCode`]),
      ...['PersonOther', 'PersonMailing'].flatMap((kind) => [`${kind}StateCode`, `${kind}CountryCode`]),
    ]);
    const plain = openTestOrg();
    expect(fields(plain)).toStrictEqual([]);
    plain.org.close();
  });
});
