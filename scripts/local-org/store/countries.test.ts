import { type TestOrg, only, openTestOrg } from '../testOrg.ts';

let test_: TestOrg;
beforeAll(() => {
  test_ = openTestOrg(undefined, { stateCountryPicklists: true });
});
afterAll(() => {
  test_.org.close();
});

const written = (record: Readonly<Record<string, unknown>>) =>
  only(test_.save('insert', 'Account', [{ LastName: 'P', ...record }]));

function kept(record: Readonly<Record<string, unknown>>): unknown {
  const { id, errors } = written(record);
  expect(errors).toEqual([]);
  return only(
    test_.rows(`SELECT PersonMailingCountry, PersonMailingCountryCode FROM Account WHERE Id = '${id}'`),
  );
}

const BELGIUM = { PersonMailingCountry: 'Belgium', PersonMailingCountryCode: 'BE' };
const NONE = { PersonMailingCountry: null, PersonMailingCountryCode: null };

// Salesforce help, "State and Country/Territory Picklist Field-Syncing Logic".
test.each([
  [{ PersonMailingCountryCode: 'BE' }, BELGIUM],
  [{ PersonMailingCountry: 'Belgium' }, BELGIUM],
  [{ PersonMailingCountry: 'belgium' }, BELGIUM],
  [BELGIUM, BELGIUM],
  [{ PersonMailingCountry: 'Belgium', PersonMailingCountryCode: null }, BELGIUM],
  [{ PersonMailingCountry: null, PersonMailingCountryCode: 'BE' }, BELGIUM],
  [NONE, NONE],
  [{}, NONE],
])('of %j text and code follow each other', (record, expected) => {
  expect(kept(record)).toEqual(expected);
});

const PROBLEM =
  "There's a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.: ";

// The words: a REST answer for MailingCountry in a public repository's test, and Dynamics 365 Customer Insights, "Export to Salesforce".
test.each([
  [{ PersonMailingCountry: 'België' }, 'PersonMailingCountry'],
  [{ PersonMailingCountry: 'BE' }, 'PersonMailingCountry'],
  [{ PersonMailingCountryCode: 'ZZ' }, 'PersonMailingCountryCode'],
  [{ PersonMailingCountry: 'France', PersonMailingCountryCode: 'BE' }, 'PersonMailingCountry'],
])('%j is refused', (record, field) => {
  const error = only(written(record).errors);
  expect(error).toMatchObject({ statusCode: 'FIELD_INTEGRITY_EXCEPTION', fields: [field] });
  expect(error.message.startsWith(PROBLEM)).toBe(true);
});

test('a change moves both, a state is refused, and the address shows the codes', () => {
  const { id } = written({ ...BELGIUM, PersonMailingCity: 'Gent' });
  const update = (record: Readonly<Record<string, unknown>>) =>
    only(test_.save('update', 'Account', [{ Id: id, ...record }]));
  expect(only(update({ PersonMailingState: 'East Flanders' }).errors).fields).toEqual(['PersonMailingState']);
  expect(update({ PersonMailingCountryCode: 'FR' }).success).toBe(true);
  expect(only(test_.column(`SELECT PersonMailingAddress FROM Account WHERE Id = '${id}'`))).toEqual({
    city: 'Gent',
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
  expect(update({ PersonMailingCountry: null }).success).toBe(true);
  expect(test_.column(`SELECT PersonMailingCountryCode FROM Account WHERE Id = '${id}'`)).toEqual([null]);
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
  expect(fields(plain)).toEqual([]);
  plain.org.close();
});
