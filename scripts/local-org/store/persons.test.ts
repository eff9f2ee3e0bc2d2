import { deployTo, problems, textField } from '../metadata/deployFixture.ts';
import { metadata } from '../metadata/fixture.ts';
import type { JsonRecord } from '../org.ts';
import { only, openTestOrg } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile(() => now);
let now = new Date();
beforeAll(() => {
  const fields = `${textField('Code__c')}<fields><fullName>Twice__c</fullName><formula>Code__c &amp; Code__c</formula><label>Twice</label><type>Text</type></fields>`;
  const { messages } = deployTo(
    test_,
    {
      'objects/Contact.object': metadata('CustomObject', fields),
      'objects/Account.object': metadata('CustomObject', type('Firm')),
    },
    { CustomField: ['Contact.Code__c', 'Contact.Twice__c'], RecordType: ['Account.Firm'] },
  );
  expect(problems(messages)).toStrictEqual([]);
});
beforeEach(() => {
  test_.org.reset({ data: true });
  now = new Date('2026-11-22T10:00:00Z');
});

const type = (name: string): string =>
  `<recordTypes><fullName>${name}</fullName><active>true</active><label>${name}</label></recordTypes>`;
const typeId = (name: string): unknown =>
  only(test_.column(`SELECT Id FROM RecordType WHERE DeveloperName = '${name}'`));

const person = {
  FirstName: 'Test',
  LastName: 'Test',
  Salutation: 'Mr.',
  PersonEmail: 'A@B.be',
  PersonMailingCity: 'Gent',
  Phone: '1',
};

test('a person is one account and its contact half', () => {
  test_.insert('Account', person);
  const account = only(
    test_.rows(
      'SELECT Name, IsPersonAccount, PersonEmail, PersonContactId, RecordType.DeveloperName FROM Account',
    ),
  );
  expect(account).toMatchObject({
    Name: 'Test Test',
    IsPersonAccount: true,
    PersonEmail: 'a@b.be',
    RecordType: { DeveloperName: 'PersonAccount' },
  });
  expect(
    only(test_.rows('SELECT Id, Name, Email, MailingCity, Phone, IsPersonAccount FROM Contact')),
  ).toEqual({
    Id: account.PersonContactId,
    Name: 'Test Test',
    Email: 'a@b.be',
    MailingCity: 'Gent',
    Phone: '1',
    IsPersonAccount: true,
  });
});

test('a change of the account shows on the contact, and the contact itself is closed', () => {
  const [id = ''] = test_.insert('Account', person);
  test_.save('update', 'Account', [{ Id: id, LastName: 'New', PersonEmail: null }]);
  const contact = only(test_.rows('SELECT Id, Name, Email FROM Contact'));
  expect(contact).toMatchObject({ Name: 'Test New', Email: null });
  expect(
    only(only(test_.save('update', 'Contact', [{ Id: contact.Id, LastName: 'x' }])).errors).statusCode,
  ).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
  test_.save('update', 'Contact', [{ Id: contact.Id }]);
  expect(test_.column('SELECT Id FROM Contact')).toEqual([contact.Id]);
});

test('the name of a person is made of its parts and cannot be written', () => {
  const [id = ''] = test_.insert('Account', person);
  expect(only(only(test_.save('update', 'Account', [{ Id: id, Name: 'x' }])).errors)).toMatchObject({
    statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    fields: ['Name'],
  });
  expect(only(only(test_.save('update', 'Account', [{ Id: id, LastName: null }])).errors).message).toBe(
    'Required fields are missing: [LastName]',
  );
});

test('a business takes no field of a person', () => {
  const [id = ''] = test_.insert('Account', { Name: 'Acme' });
  expect(only(only(test_.save('update', 'Account', [{ Id: id, PersonEmail: 'a@b.be' }])).errors)).toEqual({
    statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    message: 'Account: bad field names on insert/update call: PersonEmail',
    fields: ['PersonEmail'],
  });
});

/** What an account of that becomes, or why it can't be. */
function madeOf(record: JsonRecord, operation: 'insert' | 'update' = 'insert'): unknown {
  const [result] = test_.save(operation, 'Account', [record]);
  const error = result?.errors[0];
  if (error !== undefined) return `${error.statusCode} ${error.fields.join()}`;
  const { IsPersonAccount, RecordType } = only(
    test_.rows(`SELECT IsPersonAccount, RecordType.DeveloperName FROM Account WHERE Id = '${result?.id}'`),
  );
  const named = RecordType as { DeveloperName: string } | null;
  return [IsPersonAccount, named?.DeveloperName];
}

const CLOSED = 'INVALID_FIELD_FOR_INSERT_UPDATE';

test.each<readonly [JsonRecord, string | undefined, unknown]>([
  [{ LastName: 'P' }, undefined, [true, 'PersonAccount']],
  [{ LastName: 'P' }, 'PersonAccount', [true, 'PersonAccount']],
  [{ LastName: 'P', PersonEmail: 'a@b.be' }, undefined, [true, 'PersonAccount']],
  [{ Name: 'F' }, undefined, [false, undefined]],
  [{ Name: 'F' }, 'Firm', [false, 'Firm']],
  [{ Name: 'F', PersonDoNotCall: false }, undefined, [false, undefined]],
  [{ Name: 'F', PersonDoNotCall: true }, undefined, `${CLOSED} PersonDoNotCall`],
  [{ Name: 'F', LastName: 'P' }, undefined, `${CLOSED} LastName`],
  [{ Name: 'F', FirstName: 'P', PersonEmail: 'a@b.be' }, 'Firm', `${CLOSED} FirstName,PersonEmail`],
  [{ LastName: 'P' }, 'Firm', `${CLOSED} LastName`],
  [{ Name: 'F', LastName: 'P' }, 'PersonAccount', `${CLOSED} Name`],
])('%p of the record type %s is %p', (record, name, expected) => {
  expect(madeOf(name === undefined ? record : { ...record, RecordTypeId: typeId(name) })).toEqual(expected);
});

test('a change makes no person of a business', () => {
  const [Id] = test_.insert('Account', { Name: 'F' });
  expect(madeOf({ Id, Name: null, LastName: 'P' }, 'update')).toBe(`${CLOSED} LastName`);
  expect(madeOf({ Id, Phone: '1' }, 'update')).toEqual([false, undefined]);
  expect(test_.column('SELECT PersonContactId FROM Account')).toEqual([null]);
  expect(test_.rows('SELECT Id FROM Contact')).toStrictEqual([]);
});

test('the contact has what the account has, who wrote it and when', () => {
  const STAMPS = 'CreatedDate, CreatedById, LastModifiedDate, LastModifiedById, SystemModstamp, OwnerId';
  const both = () =>
    ['Account', 'Contact'].map((object) =>
      only(test_.rows(`SELECT ${STAMPS}, Phone, Fax, Name FROM ${object}`)),
    );
  const [Id] = test_.insert('Account', { ...person, Fax: '2', Code__pc: 'x' });
  const own = 'SELECT AccountId, IsDeleted, Code__c, Twice__c FROM Contact';
  expect(test_.rows(own)).toEqual([{ AccountId: Id, IsDeleted: false, Code__c: 'x', Twice__c: 'xx' }]);
  expect(both()[1]).toEqual(both()[0]);
  now = new Date('2026-11-22T11:00:00Z');
  const other = test_.user('System Administrator');
  test_.save(
    'update',
    'Account',
    [{ Id, Phone: null, Fax: '3', OwnerId: other.userId, Code__pc: null }],
    {},
    other,
  );
  expect(both()[1]).toEqual(both()[0]);
  expect(both()[1]).toMatchObject({
    Phone: null,
    Fax: '3',
    OwnerId: other.userId,
    LastModifiedById: other.userId,
    SystemModstamp: '2026-11-22T11:00:00.000+0000',
  });
  expect(test_.rows(own)).toMatchObject([{ Code__c: null, Twice__c: null }]);
});

test('a contact of its own is no person', () => {
  const [Id] = test_.insert('Contact', { LastName: 'C' });
  test_.save('update', 'Contact', [{ Id, LastName: 'D' }]);
  expect(test_.rows('SELECT Name, IsPersonAccount FROM Contact')).toEqual([
    { Name: 'D', IsPersonAccount: false },
  ]);
  expect(test_.rows('SELECT Id FROM Account')).toStrictEqual([]);
});

test('a policy belongs to its account and is active by its status', () => {
  const [account = ''] = test_.insert('Account', person);
  const [policy = ''] = test_.insert('InsurancePolicy', {
    Name: 'P1',
    NameInsuredId: account,
    Status: 'In Force',
  });
  expect(test_.column('SELECT IsActive FROM InsurancePolicy')).toEqual([true]);
  test_.save('update', 'InsurancePolicy', [{ Id: policy, Status: 'Cancelled' }]);
  expect(test_.rows('SELECT IsActive, NameInsured.Name FROM InsurancePolicy')).toEqual([
    { IsActive: false, NameInsured: expect.objectContaining({ Name: 'Test Test' }) },
  ]);
  expect(
    only(only(test_.save('update', 'InsurancePolicy', [{ Id: policy, IsActive: true }])).errors).statusCode,
  ).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
  test_.save('delete', 'Account', [{ Id: account }]);
  expect(test_.rows('SELECT Id FROM InsurancePolicy')).toStrictEqual([]);
});

test('a person without a record type has the deployed one, when it is active', () => {
  const own = openTestOrg();
  function deployed(name: string, active: boolean): void {
    const text = type(name).replace('true', String(active));
    const file = { 'objects/PersonAccount.object': metadata('CustomObject', text) };
    expect(problems(deployTo(own, file, { RecordType: [`PersonAccount.${name}`] }).messages)).toStrictEqual(
      [],
    );
  }
  function made(): unknown {
    const [id = ''] = own.insert('Account', { LastName: 'P' });
    return only(own.rows(`SELECT RecordType.DeveloperName FROM Account WHERE Id = '${id}'`)).RecordType;
  }
  deployed('Retired', false);
  expect(made()).toMatchObject({ DeveloperName: 'PersonAccount' });
  deployed('Customer', true);
  expect(made()).toMatchObject({ DeveloperName: 'Customer' });
  own.org.close();
});
