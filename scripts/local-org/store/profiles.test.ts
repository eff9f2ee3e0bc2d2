import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile();

// Salesforce help, "Standard Profiles" and "Give Integration Users API Only Access".
test('an org has the profiles that matter to users of the API', () => {
  expect(
    test_
      .rows('SELECT Name, UserLicense.Name, PermissionsApiUserOnly FROM Profile ORDER BY Name')
      .map(({ Name, UserLicense, PermissionsApiUserOnly }) => [
        Name,
        (UserLicense as { Name: string } | null)?.Name,
        PermissionsApiUserOnly,
      ]),
  ).toEqual([
    ['Minimum Access - API Only Integrations', 'Salesforce Integration', true],
    ['Minimum Access - Salesforce', 'Salesforce', false],
    ['Standard User', 'Salesforce', false],
    ['System Administrator', 'Salesforce', false],
  ]);
});

test('an org has the licences of these profiles, and the one that integration users need for standard objects', () => {
  expect(test_.column('SELECT Name FROM UserLicense ORDER BY Name')).toEqual([
    'Salesforce',
    'Salesforce Integration',
  ]);
  expect(test_.rows('SELECT DeveloperName, MasterLabel FROM PermissionSetLicense')).toEqual([
    { DeveloperName: 'SalesforceAPIIntegrationPsl', MasterLabel: 'Salesforce API Integration' },
  ]);
});

test.each([
  ['System Administrator', true, false],
  ['Standard User', true, false],
  ['Minimum Access - Salesforce', false, false],
  ['Minimum Access - API Only Integrations', false, true],
])('a user of %s views set-up: %p, has only the API: %p', (profile, viewsSetup, apiOnly) => {
  const user = test_.user(profile);
  expect([test_.org.mayViewSetup(user), test_.org.isApiOnly(user)]).toEqual([viewsSetup, apiOnly]);
});
