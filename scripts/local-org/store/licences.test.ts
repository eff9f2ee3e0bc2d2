import { metadata } from '../metadata/fixture.ts';
import { deployTo } from '../metadata/deployFixture.ts';
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
  expect(license(user)).toEqual([]);
  expect(assign(user, 'Books')).toEqual([]);
  expect(test_.rows('SELECT Id FROM Account', user)).toEqual([]);
  // Of another licence nothing is asked.
  expect(assign(test_.user('Minimum Access - Salesforce'), 'Books')).toEqual([]);
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
  expect(remove('PermissionSetAssignment')).toEqual([]);
  expect(remove('PermissionSetLicenseAssign')).toEqual([]);
});

test('a profile of a licence that the sets of the user go beyond is refused', () => {
  deploySet('Books', set('Account'));
  const user = test_.user('Minimum Access - Salesforce', 'Books');
  const move = () =>
    only(test_.save('update', 'User', [{ Id: user.userId, ProfileId: idOf('Profile', INTEGRATION) }])).errors;
  expect(move()).toEqual([REFUSED]);
  license(user);
  expect(move()).toEqual([]);
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

test('profiles have a licence, and users are API Only by profile or by permission set', () => {
  expect(
    test_.rows('SELECT Name, UserLicense.Name, PermissionsApiUserOnly FROM Profile ORDER BY Name'),
  ).toMatchObject([
    { Name: INTEGRATION, UserLicense: { Name: 'Salesforce Integration' }, PermissionsApiUserOnly: true },
    {
      Name: 'Minimum Access - Salesforce',
      UserLicense: { Name: 'Salesforce' },
      PermissionsApiUserOnly: false,
    },
    { Name: 'Standard User' },
    { Name: 'System Administrator' },
  ]);
  const only_ = '<userPermissions><enabled>true</enabled><name>ApiUserOnly</name></userPermissions>';
  const label = '<label>Only</label><hasActivationRequired>false</hasActivationRequired>';
  expect(deploySet('Only', `${label}${only_}`).success).toBe(true);
  const isApiOnly = (profile: string, ...sets: readonly string[]) =>
    test_.org.isApiOnly(test_.user(profile, ...sets));
  expect([isApiOnly(INTEGRATION), isApiOnly('Standard User'), isApiOnly('Standard User', 'Only')]).toEqual([
    true,
    false,
    true,
  ]);
});

describe('a permission set with a licence of its own', () => {
  // Object Reference, "PermissionSetAssignment", User Licenses: "its UserLicenseId and the Profile UserLicenseId must match".
  test('of a user licence goes to users of that licence alone', () => {
    expect(deploySet('Books', licensedSet('Salesforce', 'Account')).success).toBe(true);
    const user = test_.user(INTEGRATION);
    license(user);
    expect(assign(user, 'Books')).toMatchObject([
      {
        statusCode: 'FIELD_INTEGRITY_EXCEPTION',
        message: "The permission set's license Salesforce isn't the user's: Salesforce Integration",
      },
    ]);
    const agent = test_.user('Minimum Access - Salesforce');
    expect(assign(agent, 'Books')).toEqual([]);
    const move = only(
      test_.save('update', 'User', [{ Id: agent.userId, ProfileId: idOf('Profile', INTEGRATION) }]),
    );
    expect(move.errors).toMatchObject([{ statusCode: 'FIELD_INTEGRITY_EXCEPTION' }]);
    const [row] = test_.rows("SELECT LicenseId FROM PermissionSet WHERE Name = 'Books'");
    expect(row).toMatchObject({ LicenseId: idOf('UserLicense', 'Salesforce') });
  });

  // Salesforce help, "Create a Permission Set Associated with a Permission Set License": "any user assigned to the permission set is
  // auto-assigned the permission set license".
  test('of a permission set licence gives its users the licence', () => {
    expect(deploySet('Books', licensedSet('Salesforce API Integration', 'Account')).success).toBe(true);
    const user = test_.user(INTEGRATION);
    expect(assign(user, 'Books')).toEqual([]);
    expect(
      test_.rows('SELECT AssigneeId, PermissionSetLicense.DeveloperName FROM PermissionSetLicenseAssign'),
    ).toMatchObject([
      { AssigneeId: user.userId, PermissionSetLicense: { DeveloperName: 'SalesforceAPIIntegrationPsl' } },
    ]);
    deploySet('Others', licensedSet('SalesforceAPIIntegrationPsl', 'Account'));
    expect(assign(user, 'Others')).toEqual([]);
    expect(test_.rows('SELECT Id FROM PermissionSetLicenseAssign')).toHaveLength(1);
  });

  test('is refused with a licence that the org does not have', () => {
    const { success, messages } = deploySet('Books', licensedSet('Salesforce Platform'));
    expect(success).toBe(false);
    expect(messages).toContainEqual(
      expect.objectContaining({
        fullName: 'Books',
        problem: 'In field: license - no License named Salesforce Platform found',
      }),
    );
  });

  // Object Reference, "PermissionSet", User Licenses: "The user license controls the permissions that are available in a permission set."
  test('is refused with permissions that its user licence does not have', () => {
    const { messages } = deploySet('Books', licensedSet('Salesforce Integration', 'Widget__c', 'Account'));
    // The words as of a profile: forcedotcom/devops-center-feedback issue 290.
    expect(messages).toContainEqual(
      expect.objectContaining({ problem: "The user license doesn't allow the permission: Read Accounts" }),
    );
    expect(deploySet('Books', licensedSet('Salesforce Integration', 'Widget__c')).success).toBe(true);
  });

  test('does not change to a licence that its users do not have', () => {
    deploySet('Books', set('Widget__c'));
    test_.user(INTEGRATION, 'Books');
    const { messages } = deploySet('Books', licensedSet('Salesforce', 'Widget__c'));
    expect(messages).toContainEqual(
      expect.objectContaining({
        problem:
          "Can't save permission set Set of accounts, which is assigned to a user with user license Salesforce Integration. The permission set's license Salesforce isn't the user's: Salesforce Integration",
      }),
    );
  });
});

// Salesforce help, "Give Integration Users API Only Access": five such licences come with the org. The words: stackoverflow.com question
// 12602648 and "License Limit Exceeded - Customer Community" in error handlers on github.com.
test('there are five licences of integration users; a deactivated user gives theirs back', () => {
  const users = Array.from({ length: 5 }, () => test_.user(INTEGRATION));
  const [sixth] = test_.rows(
    'SELECT Email, Alias, TimeZoneSidKey, LocaleSidKey, EmailEncodingKey, LanguageLocaleKey FROM User LIMIT 1',
  );
  const insert = () =>
    only(
      test_.save('insert', 'User', [
        {
          ...sixth,
          attributes: undefined,
          LastName: 'Sixth',
          Username: 'sixth@example.com',
          ProfileId: idOf('Profile', INTEGRATION),
        },
      ]),
    ).errors;
  const refused = {
    statusCode: 'LICENSE_LIMIT_EXCEEDED',
    message: 'License Limit Exceeded - Salesforce Integration',
  };
  expect(insert()).toMatchObject([refused]);
  const agent = test_.user('Standard User');
  const moved = { Id: agent.userId, ProfileId: idOf('Profile', INTEGRATION) };
  expect(only(test_.save('update', 'User', [moved])).errors).toMatchObject([refused]);
  const first = { Id: users[0]?.userId };
  expect(only(test_.save('update', 'User', [{ ...first, IsActive: false }])).errors).toEqual([]);
  expect(insert()).toEqual([]);
  expect(only(test_.save('update', 'User', [{ ...first, IsActive: true }])).errors).toMatchObject([refused]);
  expect(only(test_.save('update', 'User', [{ Id: users[1]?.userId, LastName: 'Renamed' }])).errors).toEqual(
    [],
  );
});
