import { metadata, packageZip } from '../metadata/fixture.ts';
import { only } from '../testOrg.ts';
import { emptyOrgForEachTest } from '../orgForTests.ts';

const MINIMUM = 'Minimum Access - Salesforce';
const test_ = emptyOrgForEachTest();

const widgets = (): readonly string[] => test_.insert('Widget__c', { Name: 'w', Code__c: 'c', Weight__c: 1 });

test('an object that the user may not read does not exist for them', () => {
  const user = test_.user(MINIMUM);
  expect(test_.refusal(() => test_.rows('SELECT Id FROM Widget__c', user))).toMatchObject({
    status: 400,
    errorCode: 'INVALID_TYPE',
  });
  expect(test_.refusal(() => test_.org.describe('Widget__c', user))).toMatchObject({
    status: 404,
    errorCode: 'NOT_FOUND',
  });
  expect(test_.org.describeGlobal(user).map((each) => each.name)).not.toContain('Widget__c');
});

test('with public read-only sharing users change what they own, and UserRecordAccess says so', () => {
  const [theirs = ''] = widgets();
  const user = test_.user(MINIMUM, 'Reader');
  const own = only(test_.save('insert', 'Widget__c', [{ Name: 'own' }], {}, user)).id ?? '';
  const update = (Id: string) => only(test_.save('update', 'Widget__c', [{ Id, Weight__c: 3 }], {}, user));
  expect(only(update(theirs).errors)).toMatchObject({
    statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
    message: 'insufficient access rights on object id',
  });
  expect(update(own).success).toBe(true);
  const soql = `SELECT RecordId, HasEditAccess, HasReadAccess FROM UserRecordAccess WHERE UserId = '${user.userId}' AND RecordId IN ('${theirs}', '${own.slice(0, 15)}')`;
  expect(test_.rows(soql)).toEqual([
    { RecordId: theirs, HasEditAccess: false, HasReadAccess: true },
    { RecordId: own, HasEditAccess: true, HasReadAccess: true },
  ]);
});

/** A permission set for widgets with View All, or Modify All. */
function deployKeeper(name: string, right: 'modifyAllRecords' | 'viewAllRecords'): void {
  const all = right === 'modifyAllRecords';
  const rights = { allowCreate: false, allowDelete: all, allowEdit: true, allowRead: true };
  const flags = { ...rights, modifyAllRecords: all, viewAllRecords: true };
  const elements = Object.entries(flags).map(([flag, value]) => `<${flag}>${value}</${flag}>`);
  const body = `<label>${name}</label><hasActivationRequired>false</hasActivationRequired>
    <fieldPermissions><editable>true</editable><field>Widget__c.Weight__c</field><readable>true</readable></fieldPermissions>
    <objectPermissions>${elements.join('')}<object>Widget__c</object></objectPermissions>`;
  const files = { [`permissionsets/${name}.permissionset`]: metadata('PermissionSet', body) };
  const { messages } = test_.org.deploy(packageZip(files, { PermissionSet: [name] }), {}, test_.org.admin);
  expect(messages.filter(({ problem }) => problem !== undefined)).toStrictEqual([]);
}

test('Modify All goes over read-only sharing, View All and the rights of another object do not', () => {
  const [theirs = ''] = widgets();
  deployKeeper('Keeper', 'modifyAllRecords');
  deployKeeper('Watcher', 'viewAllRecords');
  const write = (operation: 'delete' | 'update', user: { userId: string }) =>
    only(test_.save(operation, 'Widget__c', [{ Id: theirs, Weight__c: 3 }], {}, user)).success;
  expect(write('update', test_.user(MINIMUM, 'Watcher'))).toBe(false);
  expect(write('delete', test_.user(MINIMUM, 'Watcher', 'Reader'))).toBe(false);
  const keeper = test_.user(MINIMUM, 'Keeper');
  expect(write('update', keeper)).toBe(true);
  expect(write('delete', keeper)).toBe(true);
});

test('delete needs its own right', () => {
  const user = test_.user(MINIMUM, 'Reader');
  const own = only(test_.save('insert', 'Widget__c', [{ Name: 'own' }], {}, user)).id;
  expect(only(only(test_.save('delete', 'Widget__c', [{ Id: own }], {}, user)).errors).statusCode).toBe(
    'INSUFFICIENT_ACCESS_OR_READONLY',
  );
});

test('an assignment cannot be made twice, and set-up rows are for administrators', () => {
  const user = test_.user(MINIMUM, 'Reader');
  const { PermissionSetId } = only(
    test_.rows(`SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = '${user.userId}'`),
  );
  const again = [{ PermissionSetId, AssigneeId: user.userId }];
  expect(only(only(test_.save('insert', 'PermissionSetAssignment', again)).errors).statusCode).toBe(
    'DUPLICATE_VALUE',
  );
  expect(only(only(test_.save('insert', 'PermissionSetAssignment', again, {}, user)).errors).statusCode).toBe(
    // forcedotcom/salesforcedx-vscode, apex debugger tests: 'entity type cannot be inserted: Apex Debugger Session'.
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  );
  expect(test_.refusal(() => test_.org.deploy(new Uint8Array(), {}, user))).toMatchObject({
    status: 403,
    errorCode: 'INSUFFICIENT_ACCESS',
  });
});
