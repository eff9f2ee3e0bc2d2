import { QUICK } from '../../tests/kit/memoryOrg.ts';
import type { Config } from '../config/config.ts';
import { countryCodes, countryProblems } from './countries.ts';
import { startFakeOrg, type FakeOrg } from './fakeOrg.ts';

let fake: FakeOrg;
beforeAll(async () => {
  fake = await startFakeOrg();
});
afterAll(() => fake.end());

const config = (country: string, contact: Partial<Config['contact']> = {}): Config => ({
  ...QUICK,
  contact: { ...QUICK.contact, ...contact },
  roles: { ...QUICK.roles, person: { ...QUICK.roles.person, country } },
});
const CODE = config('PersonMailingCountryCode', { country: 'code' });
const account = (...names: readonly string[]) => ({
  updateable: true,
  createable: true,
  fields: names.map((name) => ({
    name,
    type: 'string',
    length: 80,
    updateable: true,
    relationshipName: null,
  })),
});
const ON = account('PersonMailingCountry', 'PersonMailingCountryCode');
const OFF = account('PersonMailingCountry');

test('the codes of an org are the active values of its picklist', async () => {
  fake.become(() => ({
    body: {
      fields: [
        {
          name: 'PersonMailingCountryCode',
          picklistValues: [
            { value: 'BE', active: true },
            { value: 'AQ', active: false },
          ],
        },
      ],
    },
  }));
  const org = await fake.open();
  expect(await countryCodes(org, CODE)).toEqual(new Map([['PersonMailingCountryCode', new Set(['BE'])]]));
  expect(await countryCodes(org, QUICK)).toEqual(new Map());
  expect(await countryCodes(org, config('PersonMailingCountryCode', { write: 'stamp' }))).toEqual(new Map());
  expect(fake.asked).toHaveLength(1);
});

test.each([
  ['text where the picklists are on', ON, QUICK, /are on: name PersonMailingCountryCode instead/],
  [
    'a code in the text field where they are on',
    ON,
    config('PersonMailingCountry', { country: 'code' }),
    /are on/,
  ],
  ['the code field where they are off', OFF, CODE, /are off/],
  ['text for the code field', ON, config('PersonMailingCountryCode'), /set contact\.country to code/],
])('%s is refused before anything is written', (_what, org, given, sentence) => {
  expect(countryProblems(org, given)).toEqual([expect.stringMatching(sentence)]);
});

test.each([
  ['text where the picklists are off', OFF, QUICK],
  ['codes where they are on', ON, CODE],
  ['nothing of countries', ON, config('PersonMailingCountry', { write: 'stamp' })],
])('%s is fine', (_what, org, given) => {
  expect(countryProblems(org, given)).toStrictEqual([]);
});
