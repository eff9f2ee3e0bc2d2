import { metadata, packageZip } from '../metadata/fixture.ts';
import type { Caller, JsonRecord, RecordError, SaveRequest } from '../org.ts';
import { only } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const permission = (field: string, editable: boolean): string =>
  `<fieldPermissions><editable>${editable}</editable><field>Widget__c.${field}</field><readable>true</readable></fieldPermissions>`;
const object = (name: string): string =>
  `<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${name}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
/** Reads code and account, writes weight and account. */
const set = (account: string): string =>
  metadata(
    'PermissionSet',
    `<label>Clerk</label><hasActivationRequired>false</hasActivationRequired>${permission('Code__c', false)}${account}${permission('Weight__c', true)}${object('Account')}${object('Widget__c')}`,
  );

const FIELDS = metadata(
  'CustomObject',
  `<fields><fullName>Twin__c</fullName><externalId>true</externalId><label>Twin</label><length>20</length><type>Text</type></fields>
   <fields><fullName>Cased__c</fullName><caseSensitive>true</caseSensitive><externalId>true</externalId><label>Cased</label><length>20</length><type>Text</type><unique>true</unique></fields>
   <fields><fullName>Rank__c</fullName><externalId>true</externalId><label>Rank</label><precision>4</precision><scale>0</scale><type>Number</type></fields>`,
);

const test_ = orgForFile(undefined, { sharing: { account: 'Private' } });
let users: Readonly<Record<'blind' | 'reading' | 'writing', Caller>>;
beforeAll(() => {
  const names = ['Twin__c', 'Cased__c', 'Rank__c'].map((name) => `Account.${name}`);
  const { messages } = test_.org.deploy(
    packageZip(
      {
        'objects/Account.object': FIELDS,
        'permissionsets/Blind.permissionset': set(''),
        'permissionsets/Reading.permissionset': set(permission('Account__c', false)),
        'permissionsets/Writing.permissionset': set(permission('Account__c', true)),
      },
      { CustomField: names, PermissionSet: ['Blind', 'Reading', 'Writing'] },
    ),
    {},
    test_.org.admin,
  );
  expect(messages.flatMap(({ problem }) => problem ?? [])).toStrictEqual([]);
  const user = (name: string): Caller => test_.user('Minimum Access - Salesforce', name);
  users = { blind: user('Blind'), reading: user('Reading'), writing: user('Writing') };
});

type Format = 'csv' | 'json';

const errors = (record: JsonRecord, format: Format = 'json', caller?: Caller): readonly RecordError[] =>
  only(test_.save('insert', 'Widget__c', [{ Name: 'w', ...record }], { format }, caller)).errors;

const unknown = (name: string) => ({
  statusCode: 'INVALID_FIELD',
  message: `No such column '${name}' on sobject of type Widget__c`,
  fields: [],
});
const closed = (...names: readonly string[]) => ({
  statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
  message: `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
  fields: names,
});

test.each<[JsonRecord, RecordError[]]>([
  [{ weight__C: 1 }, []],
  [{ attributes: { type: 'Widget__c' }, Weight__c: 1 }, []],
  [{ ATTRIBUTES: { type: 'Widget__c' } }, []],
  [{ Colur__c: 1 }, [unknown('Colur__c')]],
  [{ Colur__c: 1, Wieght__c: 1 }, [unknown('Colur__c'), unknown('Wieght__c')]],
  [{ Double_Weight__c: 1, CreatedDate: '2026-01-01T00:00:00Z' }, [closed('Double_Weight__c', 'CreatedDate')]],
  [{ Double_Weight__c: 1, Colur__c: 1 }, [unknown('Colur__c'), closed('Double_Weight__c')]],
  [{ Id: null }, []],
  [{ Id: '' }, []],
  [
    { Id: 'a00Lo0000000001' },
    [
      {
        statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
        message: 'cannot specify Id in an insert call',
        fields: ['Id'],
      },
    ],
  ],
  [
    { Mail__c: 'x' },
    [{ statusCode: 'INVALID_EMAIL_ADDRESS', message: 'Mail: invalid email address: x', fields: ['Mail__c'] }],
  ],
])('of %j the record says %j', (record, expected) => {
  expect(errors(record)).toEqual(expected);
});

test('names are looked up anew for each request, and for new records and changes', () => {
  const [widget = ''] = test_.insert('Widget__c', { Name: 'w' });
  const [gadget = ''] = test_.insert('Gadget__c', { Widget__c: widget });
  expect(only(test_.save('insert', 'Gadget__c', [{ Widget__c: widget, Count__c: 1 }])).errors).toStrictEqual(
    [],
  );
  expect(only(test_.save('update', 'Gadget__c', [{ Id: gadget, Count__c: 1 }])).errors).toStrictEqual([]);
  expect(only(test_.save('update', 'Gadget__c', [{ Id: gadget, Widget__c: widget }])).errors).toEqual([
    closed('Widget__c'),
  ]);
  const two = test_.save('insert', 'Widget__c', [
    { Name: 'a', Weight__c: 1 },
    { Name: 'b', Weight__c: 2, No__c: 1 },
  ]);
  expect(two.map(({ errors: of }) => of)).toEqual([[], [unknown('No__c')]]);
});

test('a key says which record it is, and is no value to write', () => {
  const [Id] = test_.save('insert', 'Widget__c', [{ Name: 'w' }], {}, users.writing).map(({ id }) => id);
  test_.save('update', 'Widget__c', [{ Id, Code__c: 'mine' }]);
  const write = (operation: 'update' | 'upsert', record: JsonRecord, options: Partial<SaveRequest> = {}) =>
    only(test_.save(operation, 'Widget__c', [record], options, users.writing)).errors;
  const byCode = { externalIdField: 'Code__c' };
  expect(write('upsert', { code__C: 'MINE', Weight__c: 1 }, byCode)).toStrictEqual([]);
  expect(write('update', { ID: Id, Weight__c: 2 })).toStrictEqual([]);
  expect(write('update', { Id, Code__c: 'other' })).toEqual([closed('Code__c')]);
  expect(write('upsert', { Id, Code__c: 'other' })).toEqual([closed('Code__c')]);
  expect(only(test_.rows("SELECT Code__c, Weight__c FROM Widget__c WHERE Code__c = 'mine'"))).toEqual({
    Code__c: 'mine',
    Weight__c: 2,
  });
});

test('in CSV an empty cell says nothing, and a column that is wrong is counted from 0', () => {
  expect(errors({ Weight__c: '', Double_Weight__c: '', Seen__c: '#N/A' }, 'csv')).toStrictEqual([]);
  expect(errors({ Weight__c: '1', Seen__c: 'x' }, 'csv')).toEqual([
    {
      statusCode: 'INVALID_FIELD',
      message:
        "Failed to deserialize field at col 2. Due to, 'x' is not a valid value for the type xsd:dateTime",
      fields: ['Seen__c'],
    },
  ]);
  expect(errors({ Mail__c: 'x' }, 'csv').map(({ message }) => message)).toEqual([
    'Mail: invalid email address: x',
  ]);
  expect(errors({ Double_Weight__c: '' })).toEqual([closed('Double_Weight__c')]);
});

test.each([
  'Colur__c',
  'Account__r.Colur__c',
  'Account__r.Name',
  'Colur__r.Number__c',
  'Name.Number__c',
  'Account__r',
])('the column %s of a CSV file fails the batch', (column) => {
  expect(test_.refusal(() => errors({ [column]: 'x' }, 'csv'))).toEqual({
    status: 400,
    errorCode: 'InvalidBatch',
    message: `Field name not found : ${column}`,
  });
});

describe('a parent by its external id', () => {
  let acme: string;
  let twins: readonly string[];
  beforeAll(() => {
    const inserted = test_.insert(
      'Account',
      { Name: 'Acme', Number__c: 'A1', Cased__c: 'Key', Rank__c: 1 },
      { Name: 'Twin', Twin__c: 'T' },
      { Name: 'Twin', Twin__c: 't' },
    );
    [acme = ''] = inserted;
    twins = inserted.slice(1);
  });

  /** The account of a new widget, by name. */
  function parent(record: JsonRecord, format: Format, caller?: Caller): unknown {
    const { id, errors: of } = only(
      test_.save('insert', 'Widget__c', [{ Name: 'w', ...record }], { format }, caller),
    );
    expect(of).toStrictEqual([]);
    return only(test_.column(`SELECT Account__c FROM Widget__c WHERE Id = '${String(id)}'`));
  }

  test.each<[Format, () => JsonRecord]>([
    ['json', () => ({ Account__r: { Number__c: 'A1' } })],
    ['json', () => ({ account__R: { number__C: 'a1' } })],
    ['json', () => ({ Account__r: { attributes: { type: 'Account' }, Number__c: 'a1' } })],
    ['json', () => ({ Account__r: { Attributes: { type: 'Account' }, Rank__c: 1 } })],
    ['json', () => ({ Account__r: { Id: acme } })],
    ['json', () => ({ Account__r: { Cased__c: 'Key' } })],
    ['csv', () => ({ 'Account__r.Number__c': 'a1' })],
    ['csv', () => ({ 'account__R.number__C': 'A1' })],
    ['csv', () => ({ 'Account__r.Rank__c': '1' })],
  ])('in %s is found %#', (format, record) => {
    expect(parent(record(), format)).toBe(acme);
  });

  test.each<[Format, JsonRecord]>([
    ['json', { Account__r: { Number__c: null } }],
    ['csv', { 'Account__r.Number__c': '#N/A' }],
    ['csv', { 'Account__r.Number__c': '' }],
  ])('in %s is none where the key is blank: %j', (format, record) => {
    expect(parent(record, format)).toBeNull();
  });

  const none = (value: string, field: string) => ({
    statusCode: 'INVALID_FIELD',
    message: `Foreign key external ID: ${value} not found for field ${field} in entity Account`,
    fields: [],
  });

  test.each<[JsonRecord, () => RecordError[]]>([
    [{ Account__r: { Number__c: 'A9' } }, () => [none('A9', 'Number__c')]],
    [{ Account__r: { Cased__c: 'KEY' } }, () => [none('KEY', 'Cased__c')]],
    [
      { Account__r: { Twin__c: 't' } },
      () => [
        {
          statusCode: 'DUPLICATE_EXTERNAL_ID',
          message: `Account__c: more than one record found for external id field: [${twins.join(', ')}]`,
          fields: ['Account__c'],
        },
      ],
    ],
    [
      { Account__r: { Number__c: 'x'.repeat(21) } },
      () => [
        {
          statusCode: 'STRING_TOO_LONG',
          message: `Number: data value too large: ${'x'.repeat(21)} (max length=20)`,
          fields: ['Number__c'],
        },
      ],
    ],
    [{ Account__r: { Name: 'Acme' } }, () => [unknown('Account__r')]],
    [{ Account__r: { No__c: 'Acme' } }, () => [unknown('Account__r')]],
    [{ Account__r: null }, () => [unknown('Account__r')]],
    [{ Account__r: { attributes: { type: 'Account' } } }, () => [unknown('Account__r')]],
    [{ No__r: { Number__c: 'A1' } }, () => [unknown('No__r')]],
    [{ CreatedBy: { Username: 'x' } }, () => [closed('CreatedById')]],
  ])('of %j the record says why', (record, expected) => {
    expect(errors(record)).toEqual(expected());
  });

  test('is found where the user sees the field and the record, and may write the field', () => {
    const by = (caller: Caller) => errors({ Account__r: { Id: acme } }, 'json', caller);
    expect(by(users.blind)).toEqual([unknown('Account__r')]);
    expect(by(users.reading)).toEqual([closed('Account__c')]);
    expect(by(users.writing)).toEqual([none(acme, 'Id')]);
    expect(errors({ Code__c: 'c', Weight__c: 1 }, 'json', users.writing)).toEqual([closed('Code__c')]);
    expect(errors({ Price__c: 1 }, 'json', users.writing)).toEqual([unknown('Price__c')]);
    const [own = ''] = test_
      .save('insert', 'Account', [{ Name: 'Own' }], {}, users.writing)
      .map(({ id }) => id ?? '');
    expect(errors({ Account__r: { Id: own } }, 'json', users.writing)).toStrictEqual([]);
  });
});
