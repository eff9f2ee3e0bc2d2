import { problems } from '../metadata/deployFixture.ts';
import { only } from '../testOrg.ts';
import { licenceOrg, INTEGRATION, licensedSet, setOf } from './licenceOrg.ts';

/** The words at an assignment: github.com reports of "Read Accounts" of the Salesforce Integration licence, with the code in those of "Read Contact". */
const REFUSED = {
  statusCode: 'FIELD_INTEGRITY_EXCEPTION',
  message: "The user license doesn't allow the permission: Read Accounts",
  fields: [],
};

const { test_, deploySet, idOf, assign, license } = licenceOrg();

test('a set that reads standard objects waits for the permission set licence of an integration user', () => {
  expect(deploySet('Books', setOf('Widget__c', 'Account')).success).toBe(true);
  const user = test_.user(INTEGRATION, 'Reader');
  expect(assign(user, 'Books')).toEqual([REFUSED]);
  expect(license(user)).toStrictEqual([]);
  expect(assign(user, 'Books')).toStrictEqual([]);
  expect(test_.rows('SELECT Id FROM Account', user)).toStrictEqual([]);
  // Of another licence nothing is asked.
  expect(assign(test_.user('Minimum Access - Salesforce'), 'Books')).toStrictEqual([]);
});

test('the licence stays as long as a set needs it, and is had once', () => {
  deploySet('Books', setOf('Account'));
  const user = test_.user(INTEGRATION);
  license(user);
  expect(license(user)).toMatchObject([{ statusCode: 'DUPLICATE_VALUE' }]);
  assign(user, 'Books');
  const remove = (object: string) =>
    only(
      test_.save('delete', object, [
        { Id: only(test_.rows(`SELECT Id FROM ${object} WHERE AssigneeId = '${user.userId}'`)).Id },
      ]),
    ).errors;
  expect(remove('PermissionSetLicenseAssign')).toEqual([REFUSED]);
  expect(remove('PermissionSetAssignment')).toStrictEqual([]);
  expect(remove('PermissionSetLicenseAssign')).toStrictEqual([]);
});

test('a profile of a licence that the sets of the user go beyond is refused', () => {
  deploySet('Books', setOf('Account'));
  const user = test_.user('Minimum Access - Salesforce', 'Books');
  const move = () =>
    only(test_.save('update', 'User', [{ Id: user.userId, ProfileId: idOf('Profile', INTEGRATION) }])).errors;
  expect(move()).toEqual([REFUSED]);
  const [assignment] = test_.column('SELECT Id FROM PermissionSetAssignment');
  expect(
    only(test_.save('update', 'User', [{ Id: user.userId, ProfileId: idOf('Profile', 'Standard User') }]))
      .errors,
  ).toStrictEqual([]);
  license(user);
  expect(move()).toStrictEqual([]);
  const other = test_.user('Minimum Access - Salesforce', 'Books');
  const moved = { Id: other.userId, ProfileId: idOf('Profile', INTEGRATION) };
  test_.save('delete', 'PermissionSetAssignment', [{ Id: assignment }]);
  expect(only(test_.save('update', 'User', [moved])).errors).toEqual([REFUSED]);
  const [own] = test_.column('SELECT Id FROM PermissionSetAssignment');
  test_.save('delete', 'PermissionSetAssignment', [{ Id: own }]);
  expect(only(test_.save('update', 'User', [moved])).errors).toStrictEqual([]);
});

test('only the licence of who needs it stays', () => {
  deploySet('Books', setOf('Account'));
  const user = test_.user('Minimum Access - Salesforce', 'Books');
  license(user);
  const [Id] = test_.column('SELECT Id FROM PermissionSetLicenseAssign');
  expect(only(test_.save('delete', 'PermissionSetLicenseAssign', [{ Id }])).errors).toStrictEqual([]);
});

test('a set of the permission set licence may read what the licence allows', () => {
  deploySet('Books', licensedSet('Salesforce API Integration', 'Account'));
  expect(assign(test_.user(INTEGRATION), 'Books')).toStrictEqual([]);
});

test.each<readonly [string, readonly string[], string | undefined]>([
  ['custom objects', ['Widget__c'], undefined],
  ['the first standard object', ['Widget__c', 'Contact', 'Account'], 'Read Contacts'],
  ['no rights', [], undefined],
])('%s are named', (_name, objects, permission) => {
  // Without rights an object stands for nothing.
  const none = setOf('Account')
    .replace('<allowRead>true', '<allowRead>false')
    .replace(/^.*?(?=<objectP)/s, '');
  const body = setOf(...objects) + (objects.includes('Account') ? '' : none);
  expect(problems(deploySet('Books', body).messages)).toStrictEqual([]);
  expect(assign(test_.user(INTEGRATION), 'Books').map(({ message }) => message)).toEqual(
    permission === undefined ? [] : [`The user license doesn't allow the permission: ${permission}`],
  );
});

test('a set that such a user has does not grow beyond the licence in a deploy', () => {
  deploySet('Books', setOf('Widget__c'));
  const user = test_.user(INTEGRATION, 'Books');
  const { success, messages } = deploySet('Books', setOf('Account'));
  expect(success).toBe(false);
  // https://help.salesforce.com/s/articleView?id=001233479
  expect(messages).toContainEqual(
    expect.objectContaining({
      fullName: 'Books',
      problem:
        "Can't save permission set Set of accounts, which is assigned to a user with user license Salesforce Integration. The user license doesn't allow the permission: Read Accounts",
    }),
  );
  license(user);
  expect(deploySet('Books', setOf('Account')).success).toBe(true);
});
