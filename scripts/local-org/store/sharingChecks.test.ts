import { deployTo, problems } from '../metadata/deployFixture.ts';
import { metadata } from '../metadata/fixture.ts';
import type { Caller, JsonRecord, RecordError } from '../org.ts';
import { only } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const parent = (name: string, type: string, more = ''): string =>
  `<fields><fullName>${name}</fullName><label>${name}</label><referenceTo>Place__c</referenceTo><relationshipLabel>R</relationshipLabel><relationshipName>${name.replace('__c', 's')}</relationshipName>${more}<type>${type}</type></fields>`;
const customObject = (sharing: string, fields: string): string =>
  metadata(
    'CustomObject',
    `${fields}<label>Thing</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Things</pluralLabel><sharingModel>${sharing}</sharingModel><deploymentStatus>Deployed</deploymentStatus>`,
  );
const MASTER = (name: string, readIsEnough: boolean): string =>
  parent(
    name,
    'MasterDetail',
    `<relationshipOrder>0</relationshipOrder><writeRequiresMasterRead>${readIsEnough}</writeRequiresMasterRead>`,
  );

const FILES = {
  'objects/Place__c.object': customObject('Private', ''),
  'objects/Visit__c.object': customObject('ReadWrite', parent('At__c', 'Lookup')),
  'objects/Room__c.object': customObject('ControlledByParent', MASTER('Of__c', false)),
  'objects/Remark__c.object': customObject('ControlledByParent', MASTER('About__c', true)),
};
const OBJECTS = ['Place__c', 'Visit__c', 'Room__c', 'Remark__c'];
const PERMISSIONS = OBJECTS.map(
  (object) =>
    `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`,
);
const SET = `<label>All</label><hasActivationRequired>false</hasActivationRequired>
  <fieldPermissions><editable>true</editable><field>Visit__c.At__c</field><readable>true</readable></fieldPermissions>${PERMISSIONS.join('')}`;

const test_ = orgForFile();
let owner: Caller;
let other: Caller;
beforeAll(() => {
  const files = { ...FILES, 'permissionsets/All.permissionset': metadata('PermissionSet', SET) };
  expect(
    problems(deployTo(test_, files, { CustomObject: OBJECTS, PermissionSet: ['All'] }).messages),
  ).toStrictEqual([]);
  [owner, other] = [test_.user('Standard User', 'All'), test_.user('Standard User', 'All')];
});

const errorsOf = (
  operation: 'insert' | 'update',
  object: string,
  record: JsonRecord,
  who: Caller,
): readonly RecordError[] => only(test_.save(operation, object, [record], {}, who)).errors;

/** A place of `owner`, shared with `other`. */
function place(level: 'Edit' | 'Read' | null): string {
  const ParentId = only(test_.insert('Place__c', { Name: 'p', OwnerId: owner.userId }));
  if (level !== null)
    test_.insert('Place__Share', { ParentId, UserOrGroupId: other.userId, AccessLevel: level });
  return ParentId;
}

const refusalOf = (field: string): RecordError => ({
  statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  message: 'insufficient access rights on cross-reference id',
  fields: [field],
});

// Salesforce help, "Master-Detail Relationship Fields": Sharing Setting.
test.each<readonly [string, string, 'Edit' | 'Read' | null, boolean]>([
  ['Visit__c', 'At__c', null, false],
  ['Visit__c', 'At__c', 'Read', true],
  ['Room__c', 'Of__c', null, false],
  ['Room__c', 'Of__c', 'Read', false],
  ['Room__c', 'Of__c', 'Edit', true],
  ['Remark__c', 'About__c', null, false],
  ['Remark__c', 'About__c', 'Read', true],
])('%s refers by %s to a record that is shared as %p: %p', (object, field, level, may) => {
  const record = { [field]: place(level) };
  expect(errorsOf('insert', object, record, other)).toEqual(may ? [] : [refusalOf(field)]);
  expect(errorsOf('insert', object, record, owner)).toStrictEqual([]);
});

test('only what is written and changes is asked about', () => {
  const [hidden, shown] = [place(null), place('Read')];
  const [Id] = test_.insert('Visit__c', { At__c: hidden });
  const change = (record: JsonRecord) => errorsOf('update', 'Visit__c', { Id, ...record }, other);
  expect(change({ Name: 'x' })).toStrictEqual([]);
  expect(change({ Name: 'x', At__c: hidden })).toStrictEqual([]);
  expect(change({ At__c: place(null) })).toEqual([refusalOf('At__c')]);
  expect(change({ At__c: shown })).toStrictEqual([]);
  expect(change({ At__c: null })).toStrictEqual([]);
});

test('a share asks for all of its record', () => {
  const ParentId = place('Edit');
  const share = { ParentId, UserOrGroupId: test_.org.admin.userId, AccessLevel: 'Read' };
  expect(errorsOf('insert', 'Place__Share', share, other)).toEqual([refusalOf('ParentId')]);
  expect(errorsOf('insert', 'Place__Share', share, owner)).toStrictEqual([]);
});

test('a record is given away by who has all of it, and then has no manual shares', () => {
  const [given, kept] = [place('Edit'), place('Edit')];
  const shared = (ParentId: string) =>
    test_.column(`SELECT AccessLevel FROM Place__Share WHERE ParentId = '${ParentId}'`);
  const give = (who: Caller) =>
    errorsOf('update', 'Place__c', { Id: given, OwnerId: test_.org.admin.userId }, who);
  expect(give(other)).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }]);
  expect(
    errorsOf('update', 'Place__c', { Id: given, Name: 'x', OwnerId: owner.userId }, other),
  ).toStrictEqual([]);
  expect(shared(given)).toEqual(['Edit']);
  const [account] = test_.insert('Account', { Name: 'a' });
  test_.save('update', 'Account', [{ Id: account, OwnerId: owner.userId }]);
  expect(shared(given)).toEqual(['Edit']);
  expect(give(owner)).toStrictEqual([]);
  expect(shared(given)).toStrictEqual([]);
  expect(shared(kept)).toEqual(['Edit']);
});

test('a new record may be somebody else’s at once', () => {
  expect(errorsOf('insert', 'Place__c', { OwnerId: owner.userId }, other)).toStrictEqual([]);
});
