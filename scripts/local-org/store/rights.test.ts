import { deployTo, problems } from '../metadata/deployFixture.ts';
import { metadata, packageZip } from '../metadata/fixture.ts';
import type { Caller, JsonRecord } from '../org.ts';
import { field } from '../schema/field.ts';
import { type TestOrg, only, openTestOrg } from '../testOrg.ts';
import { emptyOrgForEachTest } from '../orgForTests.ts';
import { securityName } from './rights.ts';

const MINIMUM = 'Minimum Access - Salesforce';
const test_ = emptyOrgForEachTest();

const widgets = (): readonly string[] => test_.insert('Widget__c', { Name: 'w', Code__c: 'c', Weight__c: 1 });

test('a field that the user may not read is no column, neither to query nor to write nor to describe', () => {
  widgets();
  const user = test_.user(MINIMUM, 'Reader');
  expect(test_.rows('SELECT Code__c, Weight__c FROM Widget__c', user)).toEqual([
    { Code__c: 'c', Weight__c: 1 },
  ]);
  expect(test_.refusal(() => test_.rows('SELECT Price__c FROM Widget__c', user)).message).toContain(
    "No such column 'Price__c' on entity 'Widget__c'",
  );
  expect(
    only(only(test_.save('insert', 'Widget__c', [{ Name: 'x', Price__c: 1 }], {}, user)).errors).statusCode,
  ).toBe('INVALID_FIELD');
  const fields = test_.org.describe('Widget__c', user).fields as { name: string }[];
  expect(fields.map((field) => field.name)).toEqual(
    expect.arrayContaining(['Id', 'Name', 'Code__c', 'Weight__c']),
  );
  expect(fields.map((field) => field.name)).not.toContain('Price__c');
});

test('View Setup comes with a profile or with a permission set', () => {
  const label = '<label>Looker</label><hasActivationRequired>false</hasActivationRequired>';
  const set = `${label}<userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions>`;
  const files = { 'permissionsets/Looker.permissionset': metadata('PermissionSet', set) };
  const { org } = test_;
  expect(org.deploy(packageZip(files, { PermissionSet: ['Looker'] }), {}, org.admin).success).toBe(true);
  const may = (profile: string, ...sets: readonly string[]): boolean =>
    org.mayViewSetup(test_.user(profile, ...sets));
  expect([may(MINIMUM), may(MINIMUM, 'Reader'), may(MINIMUM, 'Looker'), may('Standard User')]).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(org.mayViewSetup(org.admin)).toBe(true);
});

test('a field that the user may only read is closed to writing', () => {
  const user = test_.user(MINIMUM, 'Reader');
  expect(
    only(only(test_.save('insert', 'Widget__c', [{ Name: 'x', Code__c: 'c' }], {}, user)).errors),
  ).toMatchObject({
    statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    fields: ['Code__c'],
  });
  expect(only(test_.save('insert', 'Widget__c', [{ Name: 'x', Weight__c: 2 }], {}, user)).success).toBe(true);
});

test('custom permissions come with the permission set and go with its assignment', () => {
  const user = test_.user(MINIMUM, 'Reader');
  expect([...test_.org.customPermissions(user)]).toEqual(['Polish']);
  const { Id } = only(
    test_.rows(`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${user.userId}'`),
  );
  test_.save('delete', 'PermissionSetAssignment', [{ Id }]);
  expect([...test_.org.customPermissions(user)]).toStrictEqual([]);
});

test('a standard user has the standard objects and their fields, not the custom ones', () => {
  test_.insert('Account', { LastName: 'P', PersonEmail: 'a@b.be', Number__c: 'n' });
  const user = test_.user('Standard User');
  expect(test_.rows('SELECT Name, PersonEmail FROM Account', user)).toEqual([
    { Name: 'P', PersonEmail: 'a@b.be' },
  ]);
  expect(test_.refusal(() => test_.rows('SELECT Number__c FROM Account', user)).errorCode).toBe(
    'INVALID_FIELD',
  );
});

describe('rights on a private object', () => {
  const RIGHTS = [
    'allowRead',
    'allowCreate',
    'allowEdit',
    'allowDelete',
    'viewAllRecords',
    'modifyAllRecords',
  ];
  const TEXT = '<fullName>Text__c</fullName><label>Text</label><length>10</length><type>Text</type>';
  const SECRET = metadata(
    'CustomObject',
    '<label>Secret</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Secrets</pluralLabel><sharingModel>Private</sharingModel><deploymentStatus>Deployed</deploymentStatus>',
  );
  /** Permission sets by the rights that they give; the first and the last are read before and after the others. */
  const SETS: Readonly<Record<string, readonly string[]>> = {
    A_Read: ['allowRead'],
    Blank: [],
    Creator: ['allowRead', 'allowCreate'],
    Editor: ['allowRead', 'allowEdit'],
    Eraser: ['allowRead', 'allowEdit', 'allowDelete'],
    Keeper: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords', 'modifyAllRecords'],
    Watcher: ['allowRead', 'viewAllRecords'],
    Z_Read: ['allowRead'],
  };
  const permissions = (object: string, granted: readonly string[]): string =>
    `<objectPermissions>${RIGHTS.map((right) => `<${right}>${granted.includes(right)}</${right}>`).join('')}<object>${object}</object></objectPermissions>`;
  const setOf = (name: string, body: string): readonly [string, string] => [
    `permissionsets/${name}.permissionset`,
    metadata(
      'PermissionSet',
      `<label>${name}</label><hasActivationRequired>false</hasActivationRequired>${body}`,
    ),
  ];

  let org: TestOrg;
  beforeAll(() => {
    org = openTestOrg(undefined, { sharing: { account: 'Private' } });
    const files = {
      'objects/Secret__c.object': SECRET,
      'objects/User.object': metadata('CustomObject', `<fields>${TEXT}</fields>`),
      ...Object.fromEntries(
        Object.entries(SETS).map(([name, rights]) => setOf(name, permissions('Secret__c', rights))),
      ),
      ...Object.fromEntries([setOf('Accounts', permissions('Account', ['allowRead', 'viewAllRecords']))]),
      ...Object.fromEntries([
        setOf('Only', '<userPermissions><enabled>true</enabled><name>ApiUserOnly</name></userPermissions>'),
      ]),
    };
    const types = {
      CustomObject: ['Secret__c'],
      CustomField: ['User.Text__c'],
      PermissionSet: [...Object.keys(SETS), 'Accounts', 'Only'],
    };
    expect(problems(deployTo(org, files, types).messages)).toStrictEqual([]);
  });
  afterAll(() => {
    org.org.close();
  });

  const saves = (
    user: Caller,
    ...[operation, object, record]: readonly ['delete' | 'insert' | 'update', string, object]
  ) => only(org.save(operation, object, [record as JsonRecord], {}, user)).success;

  /** What a user may do with secrets that are theirs, with those of others, and with the shares of either. */
  function abilities(user: Caller): readonly string[] {
    const owned = (OwnerId: string) => only(org.insert('Secret__c', { Name: 's', OwnerId }));
    const { admin } = org.org;
    const [own, theirs] = [owned(user.userId), owned(admin.userId)];
    const share = (ParentId: string) => ({ ParentId, UserOrGroupId: admin.userId, AccessLevel: 'Read' });
    const given = only(org.insert('Secret__Share', share(own)));
    const other = only(
      org.insert('Secret__Share', { ...share(theirs), UserOrGroupId: org.user('Standard User').userId }),
    );
    const sees = (object: string, Id: string) =>
      org.rows(`SELECT Id FROM ${object} WHERE Id = '${Id}'`, user).length > 0;
    const able = {
      create: saves(user, 'insert', 'Secret__c', { Name: 'new' }),
      see: sees('Secret__c', theirs),
      seeShare: sees('Secret__Share', other),
      edit: saves(user, 'update', 'Secret__c', { Id: own, Name: 'x' }),
      editTheirs: saves(user, 'update', 'Secret__c', { Id: theirs, Name: 'x' }),
      editShare: saves(user, 'update', 'Secret__Share', { Id: given, AccessLevel: 'Edit' }),
      unshare: saves(user, 'delete', 'Secret__Share', { Id: given }),
      share: saves(user, 'insert', 'Secret__Share', share(own)),
      shareTheirs: saves(user, 'insert', 'Secret__Share', share(theirs)),
      delete: saves(user, 'delete', 'Secret__c', { Id: own }),
      deleteTheirs: saves(user, 'delete', 'Secret__c', { Id: theirs }),
    };
    return Object.entries(able).flatMap(([name, is]) => (is ? [name] : []));
  }

  const EDIT = ['edit', 'editShare', 'unshare', 'share'];
  const ALL_OF_THEIRS = [
    'see',
    'seeShare',
    'edit',
    'editTheirs',
    'editShare',
    'unshare',
    'share',
    'shareTheirs',
    'delete',
    'deleteTheirs',
  ];

  test.each([
    ['A_Read', []],
    ['Creator', ['create']],
    ['Editor', EDIT],
    ['Eraser', [...EDIT, 'delete']],
    ['Watcher', ['see', 'seeShare']],
    ['Keeper', ALL_OF_THEIRS],
  ])('of the set %s, alone and beside others', (name, expected) => {
    expect(abilities(org.user(MINIMUM, name))).toEqual(expected);
    if (name !== 'A_Read') expect(abilities(org.user(MINIMUM, 'A_Read', name, 'Z_Read'))).toEqual(expected);
  });

  test.each(['Secret__c', 'Account'])('on %s are none without a set that reads it', (object) => {
    const user = org.user(MINIMUM, 'Blank');
    expect(org.refusal(() => org.rows(`SELECT Id FROM ${object}`, user)).errorCode).toBe('INVALID_TYPE');
  });

  test('of an administrator', () => {
    expect(abilities(org.user('System Administrator'))).toEqual(['create', ...ALL_OF_THEIRS]);
  });

  test('end with the assignment', () => {
    const user = org.user(MINIMUM, 'Keeper', 'A_Read');
    const [assignment] = org.column(
      `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${user.userId}' AND PermissionSet.Name = 'Keeper'`,
    );
    org.save('delete', 'PermissionSetAssignment', [{ Id: assignment }]);
    expect(abilities(user)).toStrictEqual([]);
  });

  test('a standard user sees the accounts of others with View All alone', () => {
    org.insert('Account', { Name: 'a' });
    const seen = (...sets: readonly string[]) =>
      org.column('SELECT Name FROM Account', org.user('Standard User', ...sets));
    expect(seen()).toStrictEqual([]);
    expect(seen('Accounts')).toEqual(['a']);
    const user = org.user('Standard User', 'Accounts');
    expect(saves(user, 'insert', 'Account', { Name: 'b' })).toBe(true);
  });

  test('come from roles below, not from those above or beside', () => {
    const [top = ''] = org.insert('UserRole', { Name: 'Top' });
    const [middle = ''] = org.insert('UserRole', { Name: 'Middle', ParentRoleId: top });
    const [low = ''] = org.insert('UserRole', { Name: 'Low', ParentRoleId: middle });
    const users = [top, middle, low, low].map((UserRoleId) => {
      const user = org.user(MINIMUM, 'A_Read');
      org.save('update', 'User', [{ Id: user.userId, UserRoleId }]);
      return user;
    });
    const names = ['1', '2', '3', '4'];
    for (const [at, Name] of names.entries()) org.insert('Secret__c', { Name, OwnerId: users[at]?.userId });
    expect(
      users.map((user) => org.column('SELECT Name FROM Secret__c ORDER BY Name', user).join('')),
    ).toEqual(['1234', '234', '3', '4']);
  });

  // User has field-level security too: SalesforceLabs/OrgCheck issue 569. The local org has it of custom fields.
  test('the fields of set-up objects are open, but for custom ones', () => {
    const user = org.user(MINIMUM);
    expect(org.rows("SELECT Alias FROM User WHERE Alias = 'none'", user)).toStrictEqual([]);
    expect(org.refusal(() => org.rows('SELECT Text__c FROM User', user)).errorCode).toBe('INVALID_FIELD');
    expect(org.rows("SELECT Text__c FROM User WHERE Alias = 'none'")).toStrictEqual([]);
  });

  test('API Only User comes with a profile or a set', () => {
    const only_ = (...of: Parameters<TestOrg['user']>) => org.org.isApiOnly(org.user(...of));
    expect([
      only_('Minimum Access - API Only Integrations'),
      only_('Standard User'),
      only_('Standard User', 'Only'),
    ]).toEqual([true, false, true]);
  });
});

// Salesforce help, "Considerations for Using Person Accounts": field-level security of contact fields.
test.each([
  ['Account', { name: 'Phone' }, 'account.phone'],
  ['Account', { name: 'BillingCity', compoundFieldName: 'BillingAddress' }, 'account.billingaddress'],
  ['Contact', { name: 'LastName', compoundFieldName: 'Name' }, 'contact.lastname'],
  ['Account', { name: 'LastName', compoundFieldName: 'Name', personOf: 'LastName' }, 'contact.lastname'],
  ['Account', { name: 'PersonEmail', personOf: 'Email' }, 'contact.email'],
  ['Account', { name: 'Code__pc', personOf: 'Code__c' }, 'contact.code__c'],
  ['Account', { name: 'PersonMailingAddress', personOf: 'MailingAddress' }, 'contact.mailingaddress'],
  [
    'Account',
    { name: 'PersonMailingCity', compoundFieldName: 'PersonMailingAddress', personOf: 'MailingCity' },
    'contact.mailingaddress',
  ],
])('the permission for a field of %s: %p', (object, { name, ...options }, expected) => {
  expect(securityName({ name: object }, field(name, name, 'string', options))).toBe(expected);
});
