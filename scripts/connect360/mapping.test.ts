import { configFile } from '../sync/config/config.ts';
import { mappedFields, mappingNotes, mappingProblems } from './mapping.ts';
import type { OrgField, OrgObjects } from './orgFacts.ts';

const rolesOf = (roles: object = {}) =>
  configFile.parse({ contact: { since: '2026-09-01T00:00:00Z' }, roles }).roles;

const field = (name: string, type = 'string', more: Partial<OrgField> = {}): OrgField => ({
  name,
  type,
  calculated: false,
  updateable: true,
  nillable: true,
  permissionable: true,
  ...more,
});
const fields = (...all: readonly OrgField[]) => new Map(all.map((each) => [each.name.toLowerCase(), each]));

const ACCOUNT = [
  field('Customer_Number__c'),
  field('IsPersonAccount', 'boolean', { permissionable: false }),
  field('PersonEmail', 'email'),
  field('PersonMobilePhone', 'phone'),
  field('Phone', 'phone'),
  field('PersonMailingStreet', 'textarea'),
  field('PersonMailingPostalCode'),
  field('PersonMailingCity'),
  field('PersonMailingCountry'),
];
const POLICY = [
  field('Name', 'string', { permissionable: false }),
  field('NameInsuredId', 'reference'),
  field('Brand__c', 'picklist'),
  field('IsActive', 'boolean', { permissionable: false }),
];

function org(account: readonly OrgField[] = [], policy: readonly OrgField[] = []): OrgObjects {
  return { Account: fields(...ACCOUNT, ...account), InsurancePolicy: fields(...POLICY, ...policy) };
}

test('an org that has what the configuration maps has no problem', () => {
  expect(mappingProblems(rolesOf(), org())).toStrictEqual([]);
});

test.each<[what: string, account: OrgField, roles: object, problem: RegExp]>([
  [
    'is not there',
    field('X__c'),
    { customerNumber: 'No__c' },
    /^roles.customerNumber: there is no field Account.No__c/,
  ],
  [
    'is of another type',
    field('No__c', 'double'),
    { customerNumber: 'No__c' },
    /Account.No__c is of type double/,
  ],
  [
    'is a formula that would be written',
    field('Mail__c', 'string', { calculated: true, updateable: false }),
    { business: { email: 'Mail__c' } },
    /^roles.business.email: Account.Mail__c is a formula/,
  ],
  [
    'can not be written',
    field('Mail__c', 'email', { updateable: false }),
    { person: { email: 'Mail__c' } },
    /^roles.person.email: Account.Mail__c can not be written/,
  ],
])('a field that %s is told with what to do', (_, account, roles, problem) => {
  expect(mappingProblems(rolesOf(roles), org([account]))).toEqual([expect.stringMatching(problem)]);
});

test('a formula may be read: a key or a brand', () => {
  const brand = field('Label__c', 'string', { calculated: true, updateable: false });
  expect(mappingProblems(rolesOf({ policyBrand: 'Label__c' }), org([], [brand]))).toStrictEqual([]);
});

test('an org without policies is told so alone', () => {
  expect(mappingProblems(rolesOf(), { ...org(), InsurancePolicy: null })).toEqual([
    expect.stringContaining('Financial Services Cloud'),
  ]);
});

test('gives read access to keys and brand, edit access to what the job writes', () => {
  const roles = rolesOf({ customerNumber: 'Client_No__c', business: { email: 'Office_Mail__c' } });
  const objects = org([field('Client_No__c'), field('Office_Mail__c', 'email')]);
  expect(mappedFields(roles, objects, new Set())).toEqual(
    expect.arrayContaining([
      { field: 'Account.Client_No__c', editable: false },
      { field: 'Account.Office_Mail__c', editable: true },
      { field: 'InsurancePolicy.Brand__c', editable: false },
      { field: 'InsurancePolicy.NameInsuredId', editable: false },
    ]),
  );
});

test('leaves out what takes no field permission and what the shipped permission set gives', () => {
  const objects = org([field('Key__c', 'string', { permissionable: false })]);
  const shipped = new Set([
    'Account.Phone',
    'Contact.Email',
    'Contact.MobilePhone',
    'Contact.MailingAddress',
  ]);
  expect(mappedFields(rolesOf({ customerNumber: 'Key__c' }), objects, shipped)).toEqual([
    { field: 'InsurancePolicy.Brand__c', editable: false },
    { field: 'InsurancePolicy.NameInsuredId', editable: false },
  ]);
});

test('the permission of a person’s field stands on the contact, that of an address part on the address', () => {
  const objects = org([
    field('Mail_2__pc', 'email'),
    field('BillingCity'),
    field('PersonOtherStreet', 'textarea'),
  ]);
  const roles = rolesOf({
    person: { email: 'Mail_2__pc', street: 'PersonOtherStreet' },
    business: { city: 'BillingCity' },
  });
  expect(mappedFields(roles, objects, new Set()).map((each) => each.field)).toEqual([
    'Account.BillingAddress',
    'Account.Customer_Number__c',
    'Contact.Mail_2__c',
    'Contact.OtherAddress',
    'InsurancePolicy.Brand__c',
    'InsurancePolicy.NameInsuredId',
  ]);
});

test('a required field is told when the job would have to clear it, and gets no permission', () => {
  const objects = org([
    field('Mail__pc', 'email', { nillable: false }),
    field('Office__c', 'email', { nillable: false, permissionable: false }),
    field('No__c', 'string', { nillable: false, permissionable: false }),
  ]);
  const roles = rolesOf({
    customerNumber: 'No__c',
    person: { email: 'Mail__pc' },
    business: { email: 'Office__c' },
  });
  expect(mappingProblems(roles, objects)).toStrictEqual([]);
  expect(mappingNotes(roles, objects)).toEqual([
    expect.stringMatching(/^roles.person.email: Account.Mail__pc is required/),
    expect.stringMatching(/^roles.business.email: Account.Office__c is required/),
  ]);
  expect(mappedFields(roles, objects, new Set()).map((each) => each.field)).toEqual([
    'InsurancePolicy.Brand__c',
    'InsurancePolicy.NameInsuredId',
  ]);
});
