import type { Caller } from '../org.ts';
import { metadata, packageZip } from '../metadata/fixture.ts';
import { only, openTestOrg } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const KEEPER = (name: string, viewAll: boolean, modifyAll: boolean): string =>
  metadata(
    'PermissionSet',
    `<label>${name}</label><hasActivationRequired>false</hasActivationRequired>
     <fieldPermissions><editable>${modifyAll}</editable><field>Account.Phone</field><readable>true</readable></fieldPermissions>
     <objectPermissions><allowCreate>${modifyAll}</allowCreate><allowDelete>${modifyAll}</allowDelete><allowEdit>${modifyAll}</allowEdit><allowRead>true</allowRead>
       <modifyAllRecords>${modifyAll}</modifyAllRecords><object>Account</object><viewAllRecords>${viewAll}</viewAllRecords></objectPermissions>`,
  );

const WIDGETS = metadata(
  'PermissionSet',
  `<label>Widgets</label><hasActivationRequired>false</hasActivationRequired>
   <fieldPermissions><editable>true</editable><field>Widget__c.Account__c</field><readable>true</readable></fieldPermissions>
   <fieldPermissions><editable>true</editable><field>Account.Number__c</field><readable>true</readable></fieldPermissions>
   ${['Widget__c', 'Gadget__c']
     .map(
       (
         object,
       ) => `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead>
       <modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`,
     )
     .join('')}`,
);

const test_ = orgForFile(undefined, { sharing: { '*': 'Private', contact: 'ControlledByParent' } });
/** Users: an agent, a colleague with the same role, their manager, one with View All, one with Modify All. */
let users: Readonly<Record<'agent' | 'colleague' | 'keeper' | 'manager' | 'watcher', Caller>>;
let mine: string;
let shared: string;

beforeAll(() => {
  const files = {
    'permissionsets/Watcher.permissionset': KEEPER('Watcher', true, false),
    'permissionsets/Keeper.permissionset': KEEPER('Keeper', true, true),
    'permissionsets/Widgets.permissionset': WIDGETS,
  };
  const { messages } = test_.org.deploy(
    packageZip(files, { PermissionSet: ['Watcher', 'Keeper', 'Widgets'] }),
    {},
    test_.org.admin,
  );
  expect(messages.filter(({ problem }) => problem !== undefined)).toStrictEqual([]);
  const [top = ''] = test_.insert('UserRole', { Name: 'Manager' });
  const [middle = ''] = test_.insert('UserRole', { Name: 'Between', ParentRoleId: top });
  const [low = ''] = test_.insert('UserRole', { Name: 'Agent', ParentRoleId: middle });
  users = {
    agent: test_.user('Standard User', 'Widgets'),
    colleague: test_.user('Standard User', 'Widgets'),
    keeper: test_.user('Minimum Access - Salesforce', 'Keeper'),
    manager: test_.user('Standard User'),
    watcher: test_.user('Minimum Access - Salesforce', 'Watcher'),
  };
  const role = ({ userId }: Caller, UserRoleId: string) => ({ Id: userId, UserRoleId });
  test_.save('update', 'User', [
    role(users.agent, low),
    role(users.colleague, low),
    role(users.manager, top),
  ]);
  const own = (name: string) =>
    only(
      test_.save(
        'insert',
        'Account',
        [{ Name: name, Number__c: name, NumberOfEmployees: 5 }],
        {},
        users.agent,
      ),
    ).id ?? '';
  mine = own('mine');
  shared = own('shared');
});

const NAMES = 'SELECT Name FROM Account ORDER BY Name';
const change = (who: Caller, Id: string, values: object = { Phone: '1' }) =>
  only(test_.save('update', 'Account', [{ Id, ...values }], {}, who));
const share = (AccountAccessLevel: string, { userId }: Caller, by: Caller) =>
  only(
    test_.save(
      'insert',
      'AccountShare',
      [{ AccountId: shared, UserOrGroupId: userId, AccountAccessLevel }],
      {},
      by,
    ),
  );

test('a private record is seen by its owner, by who stands above, and by who sees all', () => {
  const seen = (who: Caller) => test_.column(NAMES, who);
  expect(seen(users.agent)).toEqual(['mine', 'shared']);
  expect(seen(users.colleague)).toStrictEqual([]);
  for (const who of ['manager', 'watcher', 'keeper'] as const)
    expect(seen(users[who])).toEqual(['mine', 'shared']);
  expect(seen(test_.org.admin)).toEqual(['mine', 'shared']);
});

test('whatever way is taken, what is not shared is not there', () => {
  const { colleague } = users;
  const read = { version: '66.0' };
  expect(test_.rows('SELECT COUNT(Id) n FROM Account', colleague)).toEqual([{ n: 0 }]);
  expect(test_.org.query('SELECT COUNT() FROM Account', colleague, read).totalSize).toBe(0);
  expect(
    test_.rows('SELECT Name, SUM(NumberOfEmployees) n FROM Account GROUP BY Name', colleague),
  ).toStrictEqual([]);
  expect(test_.refusal(() => test_.org.retrieve('Account', mine, colleague, read)).status).toBe(404);
  expect(
    test_.refusal(() => test_.org.retrieveByExternalId('Account', 'Number__c', 'mine', colleague, read))
      .status,
  ).toBe(404);
  expect(test_.rows('SELECT Id FROM Account ALL ROWS', colleague)).toStrictEqual([]);
});

test('a parent that is not shared is none, in SELECT, WHERE and semi-joins, and is not pointed to', () => {
  const { agent, colleague } = users;
  const [widget = ''] = test_.insert('Widget__c', { Name: 'w', Account__c: mine });
  const parents = 'SELECT Account__c, Account__r.Name FROM Widget__c';
  expect(test_.rows(parents, agent)).toMatchObject([{ Account__r: { Name: 'mine' } }]);
  expect(test_.rows(parents, colleague)).toEqual([{ Account__c: mine, Account__r: null }]);
  expect(test_.rows(`SELECT Id FROM Widget__c WHERE Account__r.Name = 'mine'`, colleague)).toStrictEqual([]);
  expect(
    test_.rows('SELECT Id FROM Widget__c WHERE Account__c IN (SELECT Id FROM Account)', colleague),
  ).toStrictEqual([]);
  const point = (who: Caller) =>
    only(test_.save('insert', 'Widget__c', [{ Name: 'x', Account__c: mine }], {}, who));
  expect(only(point(colleague).errors).statusCode).toBe('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
  expect(point(agent).success).toBe(true);
  const byKey = [{ Name: 'x', Account__r: { Number__c: 'mine' } }];
  expect(only(only(test_.save('insert', 'Widget__c', byKey, {}, colleague)).errors).message).toContain(
    'Foreign key external ID: mine not found',
  );
  expect(test_.rows('SELECT Id, (SELECT Id FROM Widgets__r) FROM Account', colleague)).toStrictEqual([]);
  test_.save('delete', 'Widget__c', [{ Id: widget }]);
});

test('who may not see a record changes nothing of it; who sees all only reads', () => {
  for (const who of ['colleague', 'watcher'] as const)
    expect(only(change(users[who], mine).errors).statusCode).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  for (const who of ['agent', 'keeper', 'manager'] as const)
    expect(change(users[who], mine).success).toBe(true);
});

test('a share gives what it says, to those above too, and no more', () => {
  const { agent, colleague } = users;
  expect(only(share('Read', colleague, colleague).errors).statusCode).toBe(
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  );
  const { id } = share('Read', colleague, agent);
  expect(test_.column(NAMES, colleague)).toEqual(['shared']);
  expect(change(colleague, shared).success).toBe(false);
  expect(test_.column('SELECT AccountAccessLevel FROM AccountShare', colleague)).toEqual(['Read']);
  const level = [{ Id: id, AccountAccessLevel: 'Edit' }];
  expect(only(test_.save('update', 'AccountShare', level, {}, colleague)).success).toBe(false);
  expect(only(test_.save('update', 'AccountShare', level, {}, agent)).success).toBe(true);
  expect(change(colleague, shared).success).toBe(true);
  expect(change(colleague, shared, { OwnerId: colleague.userId }).success).toBe(false);
  expect(only(test_.save('delete', 'Account', [{ Id: shared }], {}, colleague)).success).toBe(false);
});

test('UserRecordAccess says the same', () => {
  const levels = ({ userId }: Caller) =>
    test_
      .rows(
        `SELECT RecordId, MaxAccessLevel FROM UserRecordAccess WHERE UserId = '${userId}' AND RecordId IN ('${mine}', '${shared}')`,
      )
      .map((row) => row.MaxAccessLevel);
  expect(levels(users.agent)).toEqual(['All', 'All']);
  expect(levels(users.manager)).toEqual(['All', 'All']);
  expect(levels(users.colleague)).toEqual(['None', 'Edit']);
  expect(levels(users.watcher)).toEqual(['Read', 'Read']);
});

test('contacts follow their account, those without one their owner', () => {
  const { agent, colleague } = users;
  const contacts = (who: Caller) => test_.column('SELECT LastName FROM Contact ORDER BY LastName', who);
  test_.save(
    'insert',
    'Contact',
    [{ LastName: 'of mine', AccountId: mine }, { LastName: 'alone' }],
    {},
    agent,
  );
  expect(contacts(agent)).toEqual(['alone', 'of mine']);
  expect(contacts(colleague)).toStrictEqual([]);
  expect(contacts(users.manager)).toEqual(['alone', 'of mine']);
});

test('a record that is given away takes no shares along', () => {
  const { agent, colleague, manager } = users;
  expect(change(agent, shared, { OwnerId: manager.userId }).success).toBe(true);
  expect(test_.column(NAMES, colleague)).toStrictEqual([]);
  expect(test_.column(NAMES, agent)).toEqual(['mine']);
});

test('with public read and write everybody edits, the owner deletes', () => {
  const open = openTestOrg();
  const [one, other] = [open.user('Standard User'), open.user('Standard User')];
  const { id } = only(open.save('insert', 'Account', [{ Name: 'a' }], {}, one));
  expect(only(open.save('update', 'Account', [{ Id: id, Phone: '1' }], {}, other)).success).toBe(true);
  expect(only(open.save('delete', 'Account', [{ Id: id }], {}, other)).success).toBe(false);
  expect(only(open.save('delete', 'Account', [{ Id: id }], {}, one)).success).toBe(true);
  open.org.close();
});

test('the sharing model of a standard object can be deployed', () => {
  const open = openTestOrg();
  const object = metadata('CustomObject', '<sharingModel>Private</sharingModel>');
  const deployed = open.org.deploy(
    packageZip({ 'objects/Account.object': object }, { CustomObject: ['Account'] }),
    {},
    open.org.admin,
  );
  expect(deployed.messages.filter(({ problem }) => problem !== undefined)).toStrictEqual([]);
  open.insert('Account', { Name: 'a' });
  expect(open.column('SELECT Name FROM Account', open.user('Standard User'))).toStrictEqual([]);
  open.org.close();
});
