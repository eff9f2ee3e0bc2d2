import { EMPTY_POLICY } from '../../tests/kit/replayed.ts';
import { configFile, type Config } from '../config/config.ts';
import {
  checkboxes,
  comparedNames,
  customerPath,
  fieldsOfType,
  keyField,
  lookUpFields,
} from './lookUpFields.ts';

const config: Config = configFile.parse({ contact: { since: '2026-09-01T00:00:00Z', write: 'stamp' } });
const noBrand: Config = { ...config, roles: { ...config.roles, policyBrand: null } };

const POLICY = Object.keys(EMPTY_POLICY);

test('records are found by the customer number or the policy number', () => {
  expect(keyField('Account', config)).toBe('Customer_Number__c');
  expect(keyField('InsurancePolicy', config)).toBe('Name');
  expect(customerPath(config)).toBe('NameInsured.Customer_Number__c');
});

test('of an account its number, whether it is a person, and what events write', () => {
  expect(lookUpFields('Account', config)).toEqual([
    'Id',
    'Customer_Number__c',
    'IsPersonAccount',
    'CuZo_MyPV_Onboarded__c',
    'CuZo_MyPV_Onboarding_Date__c',
    'CuZo_MyPV_As_Of__c',
    'CuZo_MyVivium_Onboarded__c',
    'CuZo_MyVivium_Onboarding_Date__c',
    'CuZo_MyVivium_As_Of__c',
    'CuZo_Contact_Changed_On__c',
    'CuZo_Contact_As_Of__c',
    'CuZo_Contact_Zone__c',
  ]);
});

test('of a policy also what views are compared with, who changed it last and when, and its customer; the view itself is not read', () => {
  expect(lookUpFields('InsurancePolicy', config)).toEqual([
    'Id',
    'Name',
    'NameInsuredId',
    'Brand__c',
    'IsActive',
    ...POLICY,
    'PremiumAmount',
    'RenewalDate',
    'PremiumFrequency',
    'LastModifiedById',
    'SystemModstamp',
    'NameInsured.Customer_Number__c',
  ]);
});

test('what views are compared with decides about no event, and a brand only where the org keeps one', () => {
  const asked = ['Name', 'NameInsuredId', 'Brand__c', 'IsActive'];
  expect(comparedNames('InsurancePolicy', config)).toEqual([...asked, ...POLICY]);
  expect(comparedNames('InsurancePolicy', noBrand)).toEqual([
    ...asked.filter((name) => name !== 'Brand__c'),
    ...POLICY,
  ]);
});

test('fields by their type, as CSV has only text', () => {
  expect([...fieldsOfType('InsurancePolicy', config, 'double')]).toEqual(['CuZo_Differences__c']);
  expect([...fieldsOfType('InsurancePolicy', config, 'datetime')]).toEqual(['CuZo_As_Of__c']);
  expect([...checkboxes('InsurancePolicy', config)]).toEqual(['IsActive']);
  expect([...checkboxes('Account', config)]).toEqual([
    'CuZo_MyPV_Onboarded__c',
    'CuZo_MyVivium_Onboarded__c',
    'IsPersonAccount',
  ]);
});
