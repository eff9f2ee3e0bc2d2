import { metadata, packageZip } from '../metadata/fixture.ts';
import type { JsonRecord, RecordError } from '../org.ts';
import { only } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const picklist = (name: string, type: string, rest: string): string =>
  `<fields><fullName>${name}</fullName><label>${name}</label><type>${type}</type>${rest}
     <valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
       <value><fullName>Light</fullName><default>false</default><label>Light</label></value>
       <value><fullName>Dark</fullName><default>false</default><label>Dark</label></value>
       <value><fullName>Old</fullName><default>false</default><isActive>false</isActive><label>Old</label></value>
     </valueSetDefinition></valueSet></fields>`;

const rule = (name: string, formula: string, more = '', active = true): string =>
  `<validationRules><fullName>${name}</fullName><active>${active}</active>
     <errorConditionFormula>${formula}</errorConditionFormula>${more}<errorMessage>${name}.</errorMessage></validationRules>`;

const WIDGET = metadata(
  'CustomObject',
  `${picklist('Shade__c', 'Picklist', '')}${picklist('Shades__c', 'MultiselectPicklist', '<visibleLines>4</visibleLines>')}
   <fields><fullName>Cased__c</fullName><caseSensitive>true</caseSensitive><externalId>true</externalId><label>Cased</label><length>20</length><type>Text</type><unique>true</unique></fields>
   <recordTypes><fullName>Bright</fullName><active>true</active><label>Bright</label>
     <picklistValues><picklist>Shade__c</picklist><values><fullName>Light</fullName><default>false</default></values></picklistValues></recordTypes>
   <recordTypes><fullName>Any</fullName><active>true</active><label>Any</label></recordTypes>
   ${rule('Heavy', 'Weight__c &gt; 5', '<errorDisplayField>Weight__c</errorDisplayField>')}
   ${rule('Dear', 'Price__c &gt; 5')}
   ${rule('Idle', 'Weight__c &gt; 1', '', false)}
   ${rule('Odd', 'DATEVALUE(IF(Serial__c = "odd", "odd", "2026-01-01")) &gt; DATE(2100, 1, 1)')}`,
);

const test_ = orgForFile(undefined, {
  duplicateRules: [{ object: 'Widget__c', fields: ['Serial__c'], action: 'alert' }],
});
beforeAll(() => {
  const types = {
    CustomField: ['Shade__c', 'Shades__c', 'Cased__c'].map((name) => `Widget__c.${name}`),
    RecordType: ['Widget__c.Bright', 'Widget__c.Any'],
    ValidationRule: ['Heavy', 'Dear', 'Idle', 'Odd'].map((name) => `Widget__c.${name}`),
  };
  const { messages } = test_.org.deploy(
    packageZip({ 'objects/Widget__c.object': WIDGET }, types),
    {},
    test_.org.admin,
  );
  expect(messages.flatMap(({ problem }) => problem ?? [])).toStrictEqual([]);
});
beforeEach(() => {
  test_.org.reset({ data: true });
});

const errors = (operation: 'insert' | 'update', object: string, record: JsonRecord): readonly RecordError[] =>
  only(test_.save(operation, object, [record])).errors;
const inserted = (record: JsonRecord) => errors('insert', 'Widget__c', { Name: 'w', ...record });
const idOf = (object: string, where: string): string =>
  String(only(test_.column(`SELECT Id FROM ${object} WHERE ${where}`)));

test('the fields that are missing are named together', () => {
  expect(
    errors('insert', 'User', { Username: 'a@example.com' }).map(({ statusCode, message }) => [
      statusCode,
      message,
    ]),
  ).toEqual([
    [
      'REQUIRED_FIELD_MISSING',
      'Required fields are missing: [LastName, Email, Alias, TimeZoneSidKey, LocaleSidKey, EmailEncodingKey, ProfileId, LanguageLocaleKey]',
    ],
  ]);
});

describe('of an account', () => {
  const insert = (record: JsonRecord) => errors('insert', 'Account', record).map(({ fields }) => fields);
  test('a firm needs its name, a person a last name', () => {
    const RecordTypeId = idOf('RecordType', "DeveloperName = 'PersonAccount'");
    expect(insert({})).toEqual([['Name']]);
    expect(insert({ Name: 'Firm' })).toStrictEqual([]);
    expect(insert({ RecordTypeId })).toEqual([['LastName']]);
    expect(insert({ RecordTypeId, FirstName: 'F' })).toEqual([['LastName']]);
    expect(insert({ RecordTypeId, LastName: 'L' })).toStrictEqual([]);
    const [Id] = test_.insert('Account', { LastName: 'Last' });
    expect(errors('update', 'Account', { Id, OwnerId: null }).map(({ fields }) => fields)).toEqual([
      ['OwnerId'],
    ]);
    expect(errors('update', 'Account', { Id, LastName: null }).map(({ fields }) => fields)).toEqual([
      ['LastName'],
    ]);
  });

  // SOAP API Developer Guide, StatusCode.
  test('none is above itself', () => {
    const [top, middle, low, other] = test_.insert(
      'Account',
      { Name: 'a' },
      { Name: 'b' },
      { Name: 'c' },
      { Name: 'd' },
    );
    const under = (Id: unknown, ParentId: unknown) => errors('update', 'Account', { Id, ParentId });
    const circular = [
      {
        statusCode: 'CIRCULAR_DEPENDENCY',
        message: 'attempt to violate hierarchy constraints',
        fields: ['ParentId'],
      },
    ];
    expect(under(middle, top)).toStrictEqual([]);
    expect(under(low, middle)).toStrictEqual([]);
    expect(under(top, top)).toEqual(circular);
    expect(under(top, middle)).toEqual(circular);
    expect(under(top, low)).toEqual(circular);
    expect(errors('update', 'Account', { Id: top, Name: 'e', ParentId: low })).toEqual(circular);
    expect(under(top, other)).toStrictEqual([]);
    expect(under(middle, null)).toStrictEqual([]);
    expect(under(other, low)).toStrictEqual([]);
  });
});

const bad = (field: string, value: string) => ({
  statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
  message: `${field}: bad value for restricted picklist field: ${value}`,
  fields: [field],
});

test.each<[string | null, JsonRecord, RecordError[]]>([
  [null, { Shade__c: 'Dark' }, []],
  [null, { Shade__c: 'dark' }, [bad('Shade__c', 'dark')]],
  [null, { Shade__c: 'Light;Dark' }, [bad('Shade__c', 'Light;Dark')]],
  [null, { Shade__c: 'Old' }, [bad('Shade__c', 'Old')]],
  [null, { Shade__c: null }, []],
  [null, { Size__c: 'of an open list' }, []],
  [null, { Shades__c: 'Light;Dark' }, []],
  [null, { Shades__c: 'Light;Pink;Old' }, [bad('Shades__c', 'Pink')]],
  [null, { Shades__c: 'Pink', Shade__c: 'Pink' }, [bad('Shades__c', 'Pink'), bad('Shade__c', 'Pink')]],
  ['Bright', { Shade__c: 'Light' }, []],
  ['Bright', { Shade__c: 'Dark' }, [bad('Shade__c', 'Dark')]],
  ['Bright', { Shades__c: 'Dark' }, []],
  ['Any', { Shade__c: 'Dark' }, []],
  ['Any', { Shade__c: 'Old' }, [bad('Shade__c', 'Old')]],
])('with the record type %s, %j', (type, record, expected) => {
  const RecordTypeId =
    type === null ? null : idOf('RecordType', `DeveloperName = '${type}' AND SobjectType = 'Widget__c'`);
  expect(inserted({ RecordTypeId, ...record })).toEqual(expected);
});

test('a value that is there already is not looked at again', () => {
  const Any = idOf('RecordType', "DeveloperName = 'Any' AND SobjectType = 'Widget__c'");
  const Bright = idOf('RecordType', "DeveloperName = 'Bright' AND SobjectType = 'Widget__c'");
  const [Id] = test_.insert('Widget__c', { Name: 'w', RecordTypeId: Any, Shade__c: 'Dark' });
  expect(errors('update', 'Widget__c', { Id, RecordTypeId: Bright })).toStrictEqual([]);
});

test('a reference is the id of a record that is there, of an object that the field refers to', () => {
  const [account = '', gone = ''] = test_.insert('Account', { Name: 'a' }, { Name: 'b' });
  const [contact = ''] = test_.insert('Contact', { LastName: 'c' });
  test_.save('delete', 'Account', [{ Id: gone }]);
  const noRecord = [
    {
      statusCode: 'INVALID_CROSS_REFERENCE_KEY',
      message: 'invalid cross reference id',
      fields: ['Account__c'],
    },
  ];
  expect(inserted({ Account__c: account })).toStrictEqual([]);
  expect(inserted({ Account__c: null })).toStrictEqual([]);
  expect(inserted({ Account__c: gone })).toEqual(noRecord);
  expect(inserted({ Account__c: '001Lo0000000zzz' })).toEqual(noRecord);
  expect(inserted({ Account__c: contact })).toEqual([
    {
      statusCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: `Account: id value of incorrect type: ${contact}`,
      fields: ['Account__c'],
    },
  ]);
});

test('a value of a unique field is there once, by the case that the field tells apart', () => {
  const [id = ''] = test_.insert('Widget__c', {
    Name: 'w',
    Code__c: 'Key',
    Cased__c: 'Key',
    Notes__c: 'Key',
  });
  const taken = (field: string) => [
    {
      statusCode: 'DUPLICATE_VALUE',
      message: `duplicate value found: ${field} duplicates value on record with id: ${id.slice(0, 15)}`,
      fields: [],
    },
  ];
  expect(inserted({ Code__c: 'KEY' })).toEqual(taken('Code__c'));
  expect(inserted({ Cased__c: 'Key' })).toEqual(taken('Cased__c'));
  expect(inserted({ Cased__c: 'KEY', Notes__c: 'Key' })).toStrictEqual([]);
  expect(inserted({ Code__c: null, Cased__c: null })).toStrictEqual([]);
  expect(inserted({ Code__c: null, Cased__c: null })).toStrictEqual([]);
  expect(errors('update', 'Widget__c', { Id: id, Code__c: 'key' })).toStrictEqual([]);
});

test.each([
  ['PermissionSetAssignment', 'PermissionSetId', 'PermissionSet', "Name = 'Reader'"],
  ['PermissionSetLicenseAssign', 'PermissionSetLicenseId', 'PermissionSetLicense', ''],
])('%s: a user has it once', (object, field, target, where) => {
  const [what] = test_.column(`SELECT Id FROM ${target} ${where === '' ? '' : `WHERE ${where}`} ORDER BY Id`);
  const { userId } = test_.user('System Administrator');
  const { userId: other } = test_.user('System Administrator');
  const assign = (AssigneeId: string) => errors('insert', object, { AssigneeId, [field]: what });
  expect(assign(userId)).toStrictEqual([]);
  const id = idOf(object, `AssigneeId = '${userId}' AND ${field} = '${String(what)}'`);
  expect(assign(userId)).toEqual([
    {
      statusCode: 'DUPLICATE_VALUE',
      message: `duplicate value found: ${field}, AssigneeId duplicates value on record with id: ${id.slice(0, 15)}`,
      fields: [],
    },
  ]);
  expect(assign(other)).toStrictEqual([]);
  expect(errors('update', object, { Id: id })).toStrictEqual([]);
  test_.save('delete', object, [{ Id: id }]);
  expect(assign(userId)).toStrictEqual([]);
});

// Salesforce help, "Deactivate Users": an administrator does it for others.
test('nobody deactivates themselves, others can be', () => {
  const { admin } = test_.org;
  const { userId } = test_.user('System Administrator');
  const own = (record: JsonRecord) => errors('update', 'User', { Id: admin.userId, ...record });
  expect(own({ IsActive: false })).toEqual([
    {
      statusCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: 'You can not deactivate your own user',
      fields: ['IsActive'],
    },
  ]);
  expect(own({ Title: 'x', IsActive: true })).toStrictEqual([]);
  expect(errors('update', 'User', { Id: userId, IsActive: false })).toStrictEqual([]);
  expect(test_.org.isActive(userId)).toBe(false);
  expect(test_.org.isActive(admin.userId)).toBe(true);
});

const broken = (message: string, ...fields: readonly string[]) => ({
  statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  message,
  fields,
});

test.each<[JsonRecord, unknown[]]>([
  [{ Weight__c: 6 }, [broken('Heavy.', 'Weight__c')]],
  [{ Price__c: 6 }, [broken('Dear.')]],
  [{ Weight__c: 6, Price__c: 6 }, [broken('Dear.'), broken('Heavy.', 'Weight__c')]],
  [{ Weight__c: 5 }, []],
  [
    { Serial__c: 'odd' },
    [broken("The validation rule Odd could not be evaluated: Invalid Value 'odd' for 'DATEVALUE()'.")],
  ],
])('the rules that are active and apply to %j refuse it', (record, expected) => {
  const found = inserted(record);
  expect([...found].sort((one, other) => (one.message < other.message ? -1 : 1))).toEqual(expected);
});

test('of the kinds of errors the first one is told', () => {
  test_.insert('Widget__c', { Name: 'w', Code__c: 'Key', Serial__c: 'S' });
  const all: JsonRecord = {
    Serial__c: 'S',
    Weight__c: 6,
    Code__c: 'Key',
    Shade__c: 'Pink',
    Account__c: '001Lo0000000zzz',
  };
  const told = Object.keys(all).map((_, index) => {
    const upTo = Object.fromEntries(Object.entries(all).slice(0, index + 1));
    return inserted(upTo).map(({ statusCode }) => statusCode);
  });
  expect(told).toEqual([
    ['DUPLICATES_DETECTED'],
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION'],
    ['DUPLICATE_VALUE'],
    ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    ['INVALID_CROSS_REFERENCE_KEY'],
  ]);
  expect(
    errors('insert', 'Account', { ParentId: '001Lo0000000zzz' }).map(({ statusCode }) => statusCode),
  ).toEqual(['REQUIRED_FIELD_MISSING']);
});

test('an assignment that is changed is not assigned twice', () => {
  const { userId } = test_.user('Standard User', 'Reader');
  const Id = idOf('PermissionSetAssignment', `AssigneeId = '${userId}' AND PermissionSet.Name = 'Reader'`);
  expect(errors('update', 'PermissionSetAssignment', { Id })).toStrictEqual([]);
});
