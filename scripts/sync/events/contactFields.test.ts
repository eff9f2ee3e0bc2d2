import { configFile } from '../config/config.ts';
import { contactFields } from './contactFields.ts';

const CHANGED = '2026-11-01T10:00:00Z';
const { roles, contact } = configFile.parse({ contact: { since: '2026-09-01T00:00:00Z' } });
const fieldsOf = (data: object, over: Partial<typeof contact> = {}) =>
  contactFields({ changedAt: CHANGED, ...data }, roles.person, { ...contact, ...over });

test('only what the zone keeps is written; null and blanks clear', () => {
  expect(fieldsOf({})).toStrictEqual({});
  expect(fieldsOf({ email: null, mobile: '  ', phone: ' 02 1 ' })).toEqual({
    PersonEmail: null,
    PersonMobilePhone: null,
    Phone: '02 1',
  });
});

test('an e-mail address is lower-cased as the org keeps it, no other text is', () => {
  expect(fieldsOf({ email: ' Jan.Peeters@Example.BE ', mobile: 'Tel 1', phone: 'Tel 2' })).toEqual({
    PersonEmail: 'jan.peeters@example.be',
    PersonMobilePhone: 'Tel 1',
    Phone: 'Tel 2',
  });
});

const address = {
  street: 'Rue Royale',
  houseNumber: '151',
  postalCode: '1210',
  city: 'Bruxelles',
  country: 'BE',
};

test('a street holds number and box; a country is a code or a word', () => {
  expect(fieldsOf({ address })).toEqual({
    PersonMailingStreet: 'Rue Royale 151',
    PersonMailingPostalCode: '1210',
    PersonMailingCity: 'Bruxelles',
    PersonMailingCountry: 'België',
  });
  const withBox = fieldsOf({ address: { ...address, box: '3' } }, { country: 'code' });
  expect(withBox).toMatchObject({ PersonMailingStreet: 'Rue Royale 151 bus 3', PersonMailingCountry: 'BE' });
  expect(fieldsOf({ address }, { countryLanguage: 'fr' })).toMatchObject({
    PersonMailingCountry: 'Belgique',
  });
});

test('what a street lacks leaves no gap', () => {
  const without = { ...address, houseNumber: ' ', box: '3' };
  expect(fieldsOf({ address: without })).toMatchObject({ PersonMailingStreet: 'Rue Royale bus 3' });
});

test('an address that the customer removed clears all of its fields', () => {
  expect(fieldsOf({ address: null })).toEqual({
    PersonMailingStreet: null,
    PersonMailingPostalCode: null,
    PersonMailingCity: null,
    PersonMailingCountry: null,
  });
});

test('a role that the configuration leaves out is not written', () => {
  expect(
    contactFields({ changedAt: CHANGED, email: 'a@example.com', phone: '1' }, { phone: 'Phone' }, contact),
  ).toEqual({ Phone: '1' });
});

test('beside a country code the state goes, with the address alone', () => {
  const codes = { ...roles.person, country: 'PersonMailingCountryCode' };
  const written = (data: object) =>
    contactFields({ changedAt: CHANGED, ...data }, codes, { ...contact, country: 'code' });
  const noState = { PersonMailingState: null, PersonMailingStateCode: null };
  expect(written({ address })).toMatchObject({ PersonMailingCountryCode: 'BE', ...noState });
  expect(written({ address: null })).toMatchObject({ PersonMailingCountryCode: null, ...noState });
  expect(written({ email: 'a@example.com' })).toEqual({ PersonEmail: 'a@example.com' });
});
