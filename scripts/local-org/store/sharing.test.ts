import { deployTo, problems } from '../metadata/deployFixture.ts';
import { metadata } from '../metadata/fixture.ts';
import type { Caller, JsonRecord } from '../org.ts';
import { only, openTestOrg } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const customObject = (sharing: string, fields = '', name = '<type>Text</type>'): string =>
  metadata(
    'CustomObject',
    `${fields}<label>Thing</label><nameField><label>Name</label>${name}</nameField><pluralLabel>Things</pluralLabel><sharingModel>${sharing}</sharingModel><deploymentStatus>Deployed</deploymentStatus>`,
  );
const master = (relationship: string, readIsEnough: boolean, to = 'Private__c'): string =>
  `<fields><fullName>Master__c</fullName><label>Master</label><referenceTo>${to}</referenceTo><relationshipLabel>R</relationshipLabel><relationshipName>${relationship}</relationshipName><relationshipOrder>0</relationshipOrder><type>MasterDetail</type><writeRequiresMasterRead>${readIsEnough}</writeRequiresMasterRead></fields>`;

const OBJECTS = ['Private__c', 'Read__c', 'ReadWrite__c', 'Strict__c', 'Lenient__c', 'Open__c'];
const ALL_RIGHTS = ['allowCreate', 'allowDelete', 'allowEdit', 'allowRead']
  .map((right) => `<${right}>true</${right}>`)
  .join('');
const PERMISSIONS = OBJECTS.map(
  (object) =>
    `<objectPermissions>${ALL_RIGHTS}<modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`,
);

const WATCH = `<label>Watch</label><hasActivationRequired>false</hasActivationRequired><objectPermissions>${ALL_RIGHTS}<modifyAllRecords>false</modifyAllRecords><object>Private__c</object><viewAllRecords>true</viewAllRecords></objectPermissions>`;

const test_ = orgForFile(undefined, { sharing: { account: 'Private', contact: 'ControlledByParent' } });
/** Who stands how to the records of `owner`: above, beside, and above who is beside. */
let users: Readonly<Record<'above' | 'aboveBeside' | 'beside' | 'owner', Caller>>;

beforeAll(() => {
  const files = {
    'objects/Private__c.object': customObject('Private'),
    'objects/Read__c.object': customObject('Read'),
    'objects/ReadWrite__c.object': customObject('ReadWrite'),
    'objects/Strict__c.object': customObject('ControlledByParent', master('Stricts', false)),
    'objects/Lenient__c.object': customObject('ControlledByParent', master('Lenients', true)),
    'objects/Open__c.object': customObject('ControlledByParent', master('Opens', false, 'ReadWrite__c')),
    'permissionsets/Watch.permissionset': metadata('PermissionSet', WATCH),
    'permissionsets/All.permissionset': metadata(
      'PermissionSet',
      `<label>All</label><hasActivationRequired>false</hasActivationRequired>${PERMISSIONS.join('')}`,
    ),
  };
  expect(
    problems(deployTo(test_, files, { CustomObject: OBJECTS, PermissionSet: ['All', 'Watch'] }).messages),
  ).toStrictEqual([]);
  function userOf(UserRoleId: string): Caller {
    const user = test_.user('Standard User', 'All');
    test_.save('update', 'User', [{ Id: user.userId, UserRoleId }]);
    return user;
  }
  const role = (Name: string, ParentRoleId: string | null): string =>
    only(test_.insert('UserRole', { Name, ParentRoleId }));
  const [top, otherTop] = [role('Top', null), role('Other top', null)];
  users = {
    above: userOf(top),
    owner: userOf(role('Owner', role('Between', top))),
    beside: userOf(role('Beside', otherTop)),
    aboveBeside: userOf(otherTop),
  };
});

/** Inserts a record as `owner`. */
function owned(object: string, record: JsonRecord = {}): string {
  const { id, errors } = only(test_.save('insert', object, [record], {}, users.owner));
  if (id === null) throw new Error(JSON.stringify(errors));
  return id;
}
function share(object: string, record: JsonRecord): void {
  test_.insert(object, { UserOrGroupId: users.beside.userId, ...record });
}

/** What somebody may do with a record; it may be gone then. */
function abilities(object: string, Id: string, who: Caller): string {
  const saves = (operation: 'delete' | 'update') =>
    only(test_.save(operation, object, [{ Id }], {}, who)).success;
  const able = {
    read: test_.rows(`SELECT Id FROM ${object} WHERE Id = '${Id}'`, who).length > 0,
    edit: saves('update'),
    delete: saves('delete'),
  };
  return Object.entries(able)
    .flatMap(([name, is]) => (is ? [name] : []))
    .join(' ');
}

const ALL = 'read edit delete';

// Salesforce help, "Organization-Wide Sharing Defaults", "User Role Hierarchy" and, of shares, "Record-Level Security".
test.each<readonly [string, 'Edit' | 'Read' | null, string]>([
  ['Private__c', null, ''],
  ['Private__c', 'Read', 'read'],
  ['Private__c', 'Edit', 'read edit'],
  ['Read__c', null, 'read'],
  ['Read__c', 'Read', 'read'],
  ['Read__c', 'Edit', 'read edit'],
  ['ReadWrite__c', null, 'read edit'],
])('a record of %s, shared as %p', (object, level, expected) => {
  function make(): string {
    const id = owned(object, { Name: 'w' });
    const shares = object.replace('__c', '__Share');
    if (level !== null) share(shares, { ParentId: id, AccessLevel: level });
    // What another one is shared as doesn't count.
    const other = owned(object, { Name: 'other' });
    if (object !== 'ReadWrite__c') share(shares, { ParentId: other, AccessLevel: 'Edit' });
    return id;
  }
  const { above, aboveBeside, beside, owner } = users;
  expect([owner, above, beside, aboveBeside].map((who) => abilities(object, make(), who))).toEqual([
    ALL,
    ALL,
    expected,
    expected,
  ]);
});

// Salesforce help, "Master-Detail Relationship Fields", Sharing Setting: "Read Only" asks for read access to the master to write the details,
// "Read/Write" for write access.
test.each<readonly [string, 'Edit' | 'Read' | null, string]>([
  ['Strict__c', null, ''],
  ['Strict__c', 'Read', 'read'],
  ['Strict__c', 'Edit', ALL],
  ['Lenient__c', null, ''],
  ['Lenient__c', 'Read', ALL],
  ['Lenient__c', 'Edit', ALL],
])('a detail in %s of a master shared as %p', (object, level, expected) => {
  function make(): string {
    const parent = owned('Private__c');
    if (level !== null) share('Private__Share', { ParentId: parent, AccessLevel: level });
    return owned(object, { Master__c: parent });
  }
  const { above, beside, owner } = users;
  expect([owner, above, beside].map((who) => abilities(object, make(), who))).toEqual([ALL, ALL, expected]);
});

// Salesforce help, "Organization-Wide Sharing Defaults": contacts controlled by parent follow the account, a contact without one is private.
test.each<readonly [string, 'Edit' | 'Read' | null, string]>([
  ['with a private account', null, ''],
  ['with an account', 'Read', 'read'],
  ['with an account', 'Edit', ALL],
])('a contact %s shared as %p', (_name, level, expected) => {
  function make(): string {
    const AccountId = owned('Account', { Name: 'a' });
    if (level !== null) share('AccountShare', { AccountId, AccountAccessLevel: level });
    return owned('Contact', { LastName: 'c', AccountId });
  }
  const { above, beside, owner } = users;
  expect([owner, above, beside].map((who) => abilities('Contact', make(), who))).toEqual([
    ALL,
    ALL,
    expected,
  ]);
});

test('a contact without account is its owner’s', () => {
  const { above, beside, owner } = users;
  expect(
    [owner, above, beside].map((who) => abilities('Contact', owned('Contact', { LastName: 'c' }), who)),
  ).toEqual([ALL, ALL, '']);
});

test('a contact of an account of somebody else is not its owner’s', () => {
  const [AccountId] = test_.insert('Account', { Name: 'of the administrator' });
  const make = (): string =>
    only(test_.insert('Contact', { LastName: 'c', AccountId, OwnerId: users.owner.userId }));
  expect(abilities('Contact', make(), users.owner)).toBe('');
});

test('shares are seen by who sees the record, and changed by who has all of it', () => {
  function make(): string {
    const ParentId = owned('Private__c');
    share('Private__Share', { ParentId, AccessLevel: 'Edit' });
    return only(
      test_.insert('Private__Share', { ParentId, UserOrGroupId: users.owner.userId, AccessLevel: 'Read' }),
    );
  }
  const { above, beside, owner } = users;
  expect([owner, above, beside].map((who) => abilities('Private__Share', make(), who))).toEqual([
    ALL,
    ALL,
    'read',
  ]);
});

test('a share that is taken back gives nothing', () => {
  const ParentId = owned('Private__c');
  share('Private__Share', { ParentId, AccessLevel: 'Read' });
  const seen = () => test_.column(`SELECT Id FROM Private__c WHERE Id = '${ParentId}'`, users.beside);
  expect(seen()).toEqual([ParentId]);
  const [Id] = test_.column(`SELECT Id FROM Private__Share WHERE ParentId = '${ParentId}'`);
  test_.save('delete', 'Private__Share', [{ Id }]);
  expect(seen()).toStrictEqual([]);
});

test('View All shows what is not shared, and no more', () => {
  const watcher = test_.user('Minimum Access - Salesforce', 'Watch');
  expect(abilities('Private__c', owned('Private__c'), watcher)).toBe('read');
});

test('what belongs to an open record is open', () => {
  expect(abilities('Open__c', owned('Open__c', { Master__c: owned('ReadWrite__c') }), users.beside)).toBe(
    ALL,
  );
  const open = openTestOrg(undefined, { sharing: { account: 'ReadWrite', contact: 'ControlledByParent' } });
  const [AccountId] = open.insert('Account', { Name: 'a' });
  const [Id] = open.insert('Contact', { LastName: 'c', AccountId });
  const user = open.user('Standard User');
  expect(open.column('SELECT Name FROM Contact', user)).toEqual(['c']);
  expect(only(open.save('delete', 'Contact', [{ Id }], {}, user)).success).toBe(true);
  open.org.close();
});
