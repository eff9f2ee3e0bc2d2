import { metadata } from '../metadata/fixture.ts';
import { deployTo, problems } from '../metadata/deployFixture.ts';
import type { Caller, RecordError } from '../org.ts';
import { type TestOrg, only, openTestOrg } from '../testOrg.ts';

const INTEGRATION = 'Minimum Access - API Only Integrations';
/** The words at an assignment: github.com reports of "Read Accounts" of the Salesforce Integration licence, with the code in those of "Read Contact". */
const REFUSED = {
  statusCode: 'FIELD_INTEGRITY_EXCEPTION',
  message: "The user license doesn't allow the permission: Read Accounts",
  fields: [],
};

let test_: TestOrg;
beforeEach(() => {
  test_ = openTestOrg();
});
afterEach(() => {
  test_.org.close();
});

const set = (...objects: readonly string[]): string => licensedSet(null, ...objects);

const licensedSet = (licence: string | null, ...objects: readonly string[]): string =>
  `<label>Set of accounts</label><hasActivationRequired>false</hasActivationRequired>${licence === null ? '' : `<license>${licence}</license>`}${objects
    .map(
      (object) =>
        `<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`,
    )
    .join('')}`;

const deploySet = (name: string, body: string) =>
  deployTo(
    test_,
    { [`permissionsets/${name}.permissionset`]: metadata('PermissionSet', body) },
    { PermissionSet: [name] },
  );

function idOf(object: string, name: string, field = 'Name'): unknown {
  return only(test_.rows(`SELECT Id FROM ${object} WHERE ${field} = '${name}'`)).Id;
}

const errorsOf = (object: string, record: Readonly<Record<string, unknown>>): readonly RecordError[] =>
  only(test_.save('insert', object, [record])).errors;

const assign = ({ userId }: Caller, name: string): readonly RecordError[] =>
  errorsOf('PermissionSetAssignment', {
    AssigneeId: userId,
    PermissionSetId: idOf('PermissionSet', name),
  });

const license = ({ userId }: Caller): readonly RecordError[] =>
  errorsOf('PermissionSetLicenseAssign', {
    AssigneeId: userId,
    PermissionSetLicenseId: idOf('PermissionSetLicense', 'SalesforceAPIIntegrationPsl', 'DeveloperName'),
  });

test('a set that reads standard objects waits for the permission set licence of an integration user', () => {
  expect(deploySet('Books', set('Widget__c', 'Account')).success).toBe(true);
  const user = test_.user(INTEGRATION, 'Reader');
  expect(assign(user, 'Books')).toEqual([REFUSED]);
  expect(license(user)).toStrictEqual([]);
  expect(assign(user, 'Books')).toStrictEqual([]);
  expect(test_.rows('SELECT Id FROM Account', user)).toStrictEqual([]);
  // Of another licence nothing is asked.
  expect(assign(test_.user('Minimum Access - Salesforce'), 'Books')).toStrictEqual([]);
});

test('the licence stays as long as a set needs it, and is had once', () => {
  deploySet('Books', set('Account'));
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
  deploySet('Books', set('Account'));
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
  deploySet('Books', set('Account'));
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
  const none = set('Account')
    .replace('<allowRead>true', '<allowRead>false')
    .replace(/^.*?(?=<objectP)/s, '');
  const body = set(...objects) + (objects.includes('Account') ? '' : none);
  expect(problems(deploySet('Books', body).messages)).toStrictEqual([]);
  expect(assign(test_.user(INTEGRATION), 'Books').map(({ message }) => message)).toEqual(
    permission === undefined ? [] : [`The user license doesn't allow the permission: ${permission}`],
  );
});

test('a set that such a user has does not grow beyond the licence in a deploy', () => {
  deploySet('Books', set('Widget__c'));
  const user = test_.user(INTEGRATION, 'Books');
  const { success, messages } = deploySet('Books', set('Account'));
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
  expect(deploySet('Books', set('Account')).success).toBe(true);
});
