import { configFile } from '../sync/config/config.ts';
import { mappedFields } from './syncMap.ts';

const rolesOf = (roles: object) =>
  configFile.parse({ contact: { since: '2026-09-01T00:00:00Z' }, roles }).roles;

test('gives read access to keys and brand, edit access to what the job writes', () => {
  const roles = rolesOf({ customerNumber: 'Client_No__c', business: { email: 'Office_Mail__c' } });
  expect(mappedFields(roles, new Set())).toEqual(
    expect.arrayContaining([
      { field: 'Account.Client_No__c', editable: false },
      { field: 'Account.Office_Mail__c', editable: true },
      { field: 'InsurancePolicy.Brand__c', editable: false },
    ]),
  );
});

test('leaves out standard fields and what the shipped permission set gives', () => {
  const fields = mappedFields(rolesOf({}), new Set(['Account.Customer_Number__c'])).map(({ field }) => field);
  expect(fields).not.toContain('Account.Customer_Number__c');
  expect(fields).not.toContain('Account.PersonEmail');
  expect(fields).toContain('InsurancePolicy.Brand__c');
});
