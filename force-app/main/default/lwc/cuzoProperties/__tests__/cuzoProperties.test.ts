import ACCOUNT from '@salesforce/schema/Account';
import { namedField, namedZones, propertyNotice } from 'c/cuzoProperties';

test.each([
  ['Language__c', 'Language__c'],
  [' ns__Language__c ', 'ns__Language__c'],
])('%j names the field %s', (name, fieldApiName) => {
  expect(namedField(ACCOUNT, name)).toEqual({ objectApiName: 'Account', fieldApiName });
  expect(propertyNotice({ fields: { 'Language field': name } })).toBeNull();
});

test.each([undefined, '', '  '])('%j names no field, which is fine', (name) => {
  expect(namedField(ACCOUNT, name)).toBeNull();
  expect(propertyNotice({ fields: { 'Language field': name } })).toBeNull();
});

test.each(['Owner.Name', 'Name { value } } }', '1st__c', 'Taal klant'])('%j can be no field', (name) => {
  expect(namedField(ACCOUNT, name)).toBeNull();
  expect(propertyNotice({ fields: { 'Language field': name } })).toEqual({
    kind: 'warning',
    message: `De instelling Language field van dit component is ongeldig: ${name}. Meld dit aan uw beheerder.`,
  });
});

test.each([
  [undefined, ['MYPV', 'MYVIVIUM']],
  ['BOTH', ['MYPV', 'MYVIVIUM']],
  ['MYVIVIUM', ['MYVIVIUM']],
])('the zones of %j', (code, zones) => {
  expect(namedZones(code).map((zone) => zone.code)).toEqual(zones);
  expect(propertyNotice({ zones: { Zone: code } })).toBeNull();
});

test('an unknown zone is reported and gives both', () => {
  expect(namedZones('MYBANK')).toHaveLength(2);
  expect(propertyNotice({ zones: { Zone: 'MYBANK' } })?.message).toContain('Zone');
});
