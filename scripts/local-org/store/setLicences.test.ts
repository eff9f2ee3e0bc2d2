import type { JsonRecord } from '../org.ts';
import { only } from '../testOrg.ts';
import { licenceOrg, INTEGRATION, licensedSet, setOf } from './licenceOrg.ts';

const { test_, deploySet, idOf, assign, license } = licenceOrg();

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
    expect(assign(agent, 'Books')).toStrictEqual([]);
    const move = (profile: string) =>
      only(test_.save('update', 'User', [{ Id: agent.userId, ProfileId: idOf('Profile', profile) }])).errors;
    expect(move(INTEGRATION)).toMatchObject([
      {
        statusCode: 'FIELD_INTEGRITY_EXCEPTION',
        message: "The permission set's license Salesforce isn't the user's: Salesforce Integration",
      },
    ]);
    expect(move('Standard User')).toStrictEqual([]);
    const [assignment] = test_.column(
      `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${agent.userId}'`,
    );
    test_.save('delete', 'PermissionSetAssignment', [{ Id: assignment }]);
    expect(move(INTEGRATION)).toStrictEqual([]);
    const [row] = test_.rows("SELECT LicenseId FROM PermissionSet WHERE Name = 'Books'");
    expect(row).toMatchObject({ LicenseId: idOf('UserLicense', 'Salesforce') });
  });

  // Salesforce help, "Create a Permission Set Associated with a Permission Set License": "any user assigned to the permission set is
  // auto-assigned the permission set license".
  test('of a permission set licence gives its users the licence', () => {
    expect(deploySet('Books', licensedSet('Salesforce API Integration', 'Account')).success).toBe(true);
    const user = test_.user(INTEGRATION);
    expect(assign(user, 'Books')).toStrictEqual([]);
    expect(
      test_.rows('SELECT AssigneeId, PermissionSetLicense.DeveloperName FROM PermissionSetLicenseAssign'),
    ).toMatchObject([
      { AssigneeId: user.userId, PermissionSetLicense: { DeveloperName: 'SalesforceAPIIntegrationPsl' } },
    ]);
    const STAMPS = 'CreatedDate, CreatedById, LastModifiedDate, LastModifiedById, SystemModstamp';
    const stamps = (object: string) =>
      test_.rows(`SELECT ${STAMPS} FROM ${object} WHERE AssigneeId = '${user.userId}'`);
    expect(stamps('PermissionSetLicenseAssign')).toEqual(stamps('PermissionSetAssignment'));
    deploySet('Others', licensedSet('SalesforceAPIIntegrationPsl', 'Account'));
    deploySet('Plain', setOf('Widget__c'));
    expect([...assign(user, 'Others'), ...assign(user, 'Plain')]).toStrictEqual([]);
    expect(test_.rows('SELECT Id FROM PermissionSetLicenseAssign')).toHaveLength(1);
    const other = test_.user(INTEGRATION);
    expect([...assign(other, 'Plain')]).toStrictEqual([]);
    expect(test_.rows('SELECT Id FROM PermissionSetLicenseAssign')).toHaveLength(1);
    expect([...assign(other, 'Others')]).toStrictEqual([]);
    expect(test_.rows('SELECT Id FROM PermissionSetLicenseAssign')).toHaveLength(2);
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
    deploySet('Books', setOf('Widget__c'));
    test_.user(INTEGRATION, 'Books');
    test_.user('Standard User', 'Books');
    const { messages } = deploySet('Books', licensedSet('Salesforce', 'Widget__c'));
    expect(messages).toContainEqual(
      expect.objectContaining({
        problem:
          "Can't save permission set Set of accounts, which is assigned to a user with user license Salesforce Integration. The permission set's license Salesforce isn't the user's: Salesforce Integration",
      }),
    );
    const other = deploySet('Books', licensedSet('Salesforce Integration', 'Widget__c')).messages;
    expect(other).toContainEqual(
      expect.objectContaining({
        problem: expect.stringContaining("isn't the user's: Salesforce") as unknown,
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
  const insert = (record: JsonRecord = {}) =>
    only(
      test_.save('insert', 'User', [
        {
          ...sixth,
          attributes: undefined,
          LastName: 'Sixth',
          Username: 'sixth@example.com',
          ProfileId: idOf('Profile', INTEGRATION),
          ...record,
        },
      ]),
    ).errors;
  const refused = {
    statusCode: 'LICENSE_LIMIT_EXCEEDED',
    message: 'License Limit Exceeded - Salesforce Integration',
  };
  expect(insert()).toMatchObject([refused]);
  expect(insert({ IsActive: false, Username: 'inactive@example.com' })).toStrictEqual([]);
  const agent = test_.user('Standard User');
  const moved = { Id: agent.userId, ProfileId: idOf('Profile', INTEGRATION) };
  expect(only(test_.save('update', 'User', [moved])).errors).toMatchObject([refused]);
  const first = { Id: users[0]?.userId };
  expect(only(test_.save('update', 'User', [{ ...first, IsActive: false }])).errors).toStrictEqual([]);
  expect(insert()).toStrictEqual([]);
  expect(only(test_.save('update', 'User', [{ ...first, IsActive: true }])).errors).toMatchObject([refused]);
  expect(
    only(test_.save('update', 'User', [{ Id: users[1]?.userId, LastName: 'Renamed' }])).errors,
  ).toStrictEqual([]);
});
