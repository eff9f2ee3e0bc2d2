import { metadata } from '../metadata/fixture.ts';
import { deployTo, problems } from '../metadata/deployFixture.ts';
import type { Caller, RecordError } from '../org.ts';
import { only } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const AT = '2026-11-22T10:00:00.000+0000';
let now = new Date(AT);

const lookupTo = (name: string, to: string, constraint: string): string =>
  `<fields><fullName>${name}</fullName><deleteConstraint>${constraint}</deleteConstraint><label>${name}</label><referenceTo>${to}</referenceTo><relationshipLabel>${name}</relationshipLabel><relationshipName>${name.replace('__c', '')}</relationshipName><type>Lookup</type></fields>`;

/** A part refers to what may not go before it, to what takes it along and to what leaves it. */
const PART = metadata(
  'CustomObject',
  `${lookupTo('Holds__c', 'Widget__c', 'Restrict')}${lookupTo('Follows__c', 'Widget__c', 'Cascade')}${lookupTo('Names__c', 'Widget__c', 'SetNull')}
   <label>Part</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Parts</pluralLabel><sharingModel>ReadWrite</sharingModel><deploymentStatus>Deployed</deploymentStatus>`,
);

const test_ = orgForFile(() => now);
beforeAll(() => {
  expect(
    problems(deployTo(test_, { 'objects/Part__c.object': PART }, { CustomObject: ['Part__c'] }).messages),
  ).toStrictEqual([]);
});
beforeEach(() => {
  test_.org.reset({ data: true });
  now = new Date(AT);
});

const insert = (object: string, record: Readonly<Record<string, unknown>>): string =>
  only(test_.insert(object, record));
const remove = (object: string, Id: unknown, caller: Caller = test_.org.admin): readonly RecordError[] =>
  only(test_.save('delete', object, [{ Id }], {}, caller)).errors;
const names = (object: string): readonly unknown[] =>
  test_.column(`SELECT Name FROM ${object} ORDER BY Name`);
const everything = (soql: string) =>
  test_.org.query(soql, test_.org.admin, { version: '66.0', all: true }).records;

describe('Delete Constraint of a lookup', () => {
  // Salesforce help, "Lookup Relationships": clear the value, don't allow deletion, delete this record also.
  test.each([
    ['Names__c', [], ['part']],
    ['Follows__c', [], []],
    ['Holds__c', ['DELETE_FAILED'], ['part']],
  ])('of %s', (field, refusals, left) => {
    const widget = insert('Widget__c', { Name: 'wheel' });
    insert('Part__c', { Name: 'part', [field]: widget });
    expect(remove('Widget__c', widget).map(({ statusCode }) => statusCode)).toEqual(refusals);
    expect(names('Part__c')).toEqual(left);
    expect(names('Widget__c')).toEqual(refusals.length === 0 ? [] : ['wheel']);
  });

  test('a refusal names the record and what refers to it, until that is gone', () => {
    const widget = insert('Widget__c', { Name: 'wheel' });
    insert('Widget__c', { Name: 'other' });
    const parts = test_.insert('Part__c', { Holds__c: widget }, { Holds__c: widget });
    insert('Part__c', { Name: 'free' });
    expect(remove('Widget__c', widget)).toEqual([
      {
        statusCode: 'DELETE_FAILED',
        message: `Your attempt to delete wheel could not be completed because it is associated with the following parts.: ${parts.join(', ')}`,
        fields: [],
      },
    ]);
    for (const part of parts) expect(remove('Part__c', part)).toStrictEqual([]);
    expect(remove('Widget__c', widget)).toStrictEqual([]);
  });
});

test('details of details go along, by whom and when; a lookup that is cleared moves the modstamp alone', () => {
  const account = insert('Account', { Name: 'Acme' });
  const widget = insert('Widget__c', { Name: 'w', Account__c: account });
  const part = insert('Part__c', { Name: 'p', Follows__c: widget });
  insert('Gadget__c', { Widget__c: widget });
  const insured = insert('InsurancePolicy', { Name: 'P', NameInsuredId: account });
  const successor = insert('InsurancePolicy', {
    Name: 'Q',
    NameInsuredId: insert('Account', { Name: 'B' }),
    PriorPolicyId: insured,
  });
  now = new Date('2026-11-22T11:00:00Z');
  const later = '2026-11-22T11:00:00.000+0000';
  const deleter = test_.user('System Administrator');
  expect(remove('Account', account, deleter)).toStrictEqual([]);
  expect(names('InsurancePolicy')).toEqual(['Q']);
  const stamps = 'LastModifiedDate, LastModifiedById, SystemModstamp';
  const byDeleter = { LastModifiedDate: later, LastModifiedById: deleter.userId, SystemModstamp: later };
  const byNobody = { LastModifiedDate: AT, LastModifiedById: test_.org.admin.userId, SystemModstamp: later };
  expect(everything(`SELECT ${stamps} FROM InsurancePolicy WHERE Id = '${insured}'`)).toMatchObject([
    byDeleter,
  ]);
  expect(
    everything(`SELECT PriorPolicyId, ${stamps} FROM InsurancePolicy WHERE Id = '${successor}'`),
  ).toMatchObject([{ PriorPolicyId: null, ...byNobody }]);
  expect(everything(`SELECT Account__c, ${stamps} FROM Widget__c`)).toMatchObject([
    { Account__c: null, ...byNobody },
  ]);
  expect(remove('Widget__c', widget)).toStrictEqual([]);
  expect(everything(`SELECT IsDeleted FROM Part__c WHERE Id = '${part}'`)).toMatchObject([
    { IsDeleted: true },
  ]);
  expect(everything('SELECT IsDeleted FROM Gadget__c')).toMatchObject([{ IsDeleted: true }]);
});

test('a person takes its contact along', () => {
  const account = insert('Account', { LastName: 'P' });
  insert('Contact', { LastName: 'alone' });
  expect(remove('Account', account)).toStrictEqual([]);
  expect(names('Contact')).toEqual(['alone']);
  expect(everything('SELECT PersonContactId FROM Account')).toEqual([
    expect.objectContaining({ PersonContactId: expect.stringMatching(/^003/) as unknown }),
  ]);
});

test('a role goes, the users stay', () => {
  const users = names('User');
  expect(remove('UserRole', insert('UserRole', { Name: 'r' }))).toStrictEqual([]);
  expect(names('User')).toEqual(users);
});

describe('refuses', () => {
  const NO_ACCESS = ['INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'];
  test.each<readonly [string, string, () => string, readonly string[]]>([
    ['no id', 'Widget__c', () => '', ['MALFORMED_ID', 'malformed id ']],
    ['what is no id', 'Widget__c', () => 'abc', ['MALFORMED_ID', 'malformed id abc']],
    [
      'a record that is not there',
      'Widget__c',
      () => 'a00Lo0000000zzz',
      ['INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'],
    ],
    ['a user', 'User', () => test_.org.admin.userId, NO_ACCESS],
  ])('%s', (_name, object, id, [statusCode, message]) => {
    expect(remove(object, id())).toMatchObject([{ statusCode, message }]);
  });

  test('what is deleted, and tells the id', () => {
    const widget = insert('Widget__c', { Name: 'w' });
    expect(test_.save('delete', 'Widget__c', [{ id: widget.slice(0, 15) }])).toEqual([
      { id: widget, success: true, created: false, errors: [] },
    ]);
    expect(test_.save('delete', 'Widget__c', [{ Id: widget }])).toMatchObject([
      { id: widget, success: false, errors: [{ statusCode: 'ENTITY_IS_DELETED' }] },
    ]);
  });

  test('who may not delete, or does not own the record', () => {
    const reader = test_.user('Minimum Access - API Only Integrations', 'Reader');
    const own = only(test_.save('insert', 'Widget__c', [{ Name: 'w' }], {}, reader)).id;
    const user = test_.user('Standard User');
    const account = insert('Account', { Name: 'of the administrator' });
    expect(remove('Widget__c', own, reader)).toMatchObject([{ message: NO_ACCESS[1] }]);
    expect(remove('Account', account, user)).toMatchObject([{ message: NO_ACCESS[1] }]);
    expect(remove('Widget__c', own)).toStrictEqual([]);
    expect(remove('Account', account)).toStrictEqual([]);
  });

  test('a record whose lock a running batch holds', () => {
    const widget = insert('Widget__c', { Name: 'w' });
    const locks = test_.org.openLocks();
    test_.save('update', 'Widget__c', [{ Id: widget, Name: 'x' }], { locks });
    expect(remove('Widget__c', widget)).toMatchObject([{ statusCode: 'UNABLE_TO_LOCK_ROW' }]);
    locks.release();
    expect(remove('Widget__c', widget)).toStrictEqual([]);
  });
});

test('a permission set licence stays as long as a set of the user needs it', () => {
  const set = `<label>Books</label><hasActivationRequired>false</hasActivationRequired><objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Account</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
  deployTo(
    test_,
    { 'permissionsets/Books.permissionset': metadata('PermissionSet', set) },
    { PermissionSet: ['Books'] },
  );
  const AssigneeId = test_.user('Minimum Access - API Only Integrations').userId;
  const idOf = (object: string, where: string) =>
    only(test_.column(`SELECT Id FROM ${object} WHERE ${where}`));
  const licence = insert('PermissionSetLicenseAssign', {
    AssigneeId,
    PermissionSetLicenseId: idOf('PermissionSetLicense', "DeveloperName = 'SalesforceAPIIntegrationPsl'"),
  });
  const assignment = insert('PermissionSetAssignment', {
    AssigneeId,
    PermissionSetId: idOf('PermissionSet', "Name = 'Books'"),
  });
  expect(remove('PermissionSetLicenseAssign', licence)).toMatchObject([
    { statusCode: 'FIELD_INTEGRITY_EXCEPTION' },
  ]);
  expect(remove('PermissionSetAssignment', assignment)).toStrictEqual([]);
  expect(remove('PermissionSetLicenseAssign', licence)).toStrictEqual([]);
});
