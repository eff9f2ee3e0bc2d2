import { type TestOrg, only, openTestOrg } from '../testOrg.ts';

let test_: TestOrg;
beforeEach(() => {
  test_ = openTestOrg();
});
afterEach(() => {
  test_.org.close();
});

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
  expect(test_.rows('SELECT Id FROM InsurancePolicy')).toEqual([]);
});
