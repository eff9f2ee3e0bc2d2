import type { Caller, JsonRecord, SaveRequest, SaveResult } from '../org.ts';
import { only, openTestOrg } from '../testOrg.ts';
import { emptyOrgForEachTest } from '../orgForTests.ts';

const test_ = emptyOrgForEachTest();

const widget = (record: Record<string, unknown>): SaveResult =>
  only(test_.save('insert', 'Widget__c', [{ Name: 'w', ...record }]));
const error = (result: SaveResult) => only(result.errors);

// https://help.salesforce.com/s/articleView?id=000384876
test('an id that is there twice is refused twice', () => {
  const [Id = ''] = test_.insert('Account', { Name: 'a' });
  expect(
    test_
      .save('update', 'Account', [
        { Id, Name: 'b' },
        { Id: Id.slice(0, 15), Name: 'c' },
      ])
      .map((each) => error(each).message),
  ).toEqual([`Duplicate id specified: ${Id}`, `Duplicate id specified: ${Id.slice(0, 15)}`]);
});

describe('a request', () => {
  const NOT_FOUND = { status: 404, errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' };

  test('is refused of an object that is not there for the user', () => {
    const user = test_.user('Minimum Access - API Only Integrations');
    expect(test_.refusal(() => test_.save('insert', 'Nope__c', []))).toEqual(NOT_FOUND);
    expect(test_.refusal(() => test_.save('insert', 'Widget__c', [], {}, user))).toEqual(NOT_FOUND);
    const [set] = test_.column("SELECT Id FROM PermissionSet WHERE Name = 'Reader'");
    test_.insert('PermissionSetAssignment', { AssigneeId: user.userId, PermissionSetId: set });
    expect(test_.save('insert', 'Widget__c', [], {}, user)).toStrictEqual([]);
  });

  test('that can not be read writes nothing', () => {
    expect(
      test_.refusal(() => test_.save('insert', 'Widget__c', [{ Name: 'a' }, { Weight__c: {} }])).errorCode,
    ).toBe('JSON_PARSER_ERROR');
    expect(test_.rows('SELECT Id FROM Widget__c')).toStrictEqual([]);
  });

  test('counts the rows that are written', () => {
    test_.save('insert', 'Account', [{}]);
    expect(test_.org.rowsWritten).toEqual({});
    test_.save('insert', 'Account', [{ Name: 'a' }, {}, { Name: 'b' }]);
    test_.save('insert', 'account', [{ Name: 'c' }]);
    expect(test_.org.rowsWritten).toEqual({ Account: 3 });
  });
});

describe('a record', () => {
  test('refuses text that is too long', () => {
    expect(error(widget({ Code__c: 'x'.repeat(21) }))).toEqual({
      statusCode: 'STRING_TOO_LONG',
      message: `Code: data value too large: ${'x'.repeat(21)} (max length=20)`,
      fields: ['Code__c'],
    });
  });

  test('keeps the values of a restricted picklist, and any of an open one', () => {
    expect(error(widget({ Colour__c: 'Pink' }))).toEqual({
      statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      message: 'Colour: bad value for restricted picklist field: Pink',
      fields: ['Colour__c'],
    });
    expect(error(widget({ Tags__c: 'a;z' })).statusCode).toBe('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    expect(widget({ Size__c: 'XXL' }).success).toBe(true);
  });

  test('keeps a unique field unique whatever the case', () => {
    const [id = ''] = test_.insert('Widget__c', { Name: 'one', Code__c: 'AbC' });
    expect(error(widget({ Code__c: 'aBc' }))).toMatchObject({
      statusCode: 'DUPLICATE_VALUE',
      message: `duplicate value found: Code__c duplicates value on record with id: ${id.slice(0, 15)}`,
    });
  });

  test('checks references: form of the id, object, existence', () => {
    const [contact = ''] = test_.insert('Contact', { LastName: 'C' });
    expect(error(widget({ Account__c: 'abc' }))).toMatchObject({
      statusCode: 'MALFORMED_ID',
      message: 'Account: id value of incorrect type: abc',
    });
    expect(error(widget({ Account__c: contact })).statusCode).toBe('FIELD_INTEGRITY_EXCEPTION');
    expect(error(widget({ Account__c: '001Lo0000000zzzIAA' })).statusCode).toMatch(
      /MALFORMED_ID|INVALID_CROSS_REFERENCE_KEY/,
    );
    expect(error(widget({ Account__c: '001Lo0000000zzz' }))).toMatchObject({
      statusCode: 'INVALID_CROSS_REFERENCE_KEY',
      fields: ['Account__c'],
    });
  });

  test('runs validation rules and points at their field', () => {
    expect(error(widget({ Sold__c: true }))).toEqual({
      statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'A sold widget has a day.',
      fields: ['Sold_On__c'],
    });
    expect(widget({ Sold__c: true, Sold_On__c: '2026-01-01' }).success).toBe(true);
  });
});

describe('an operation', () => {
  const result = (operation: SaveRequest['operation'], record: JsonRecord, options = {}): SaveResult =>
    only(test_.save(operation, 'Widget__c', [record], options));
  const widgets = () => test_.rows('SELECT Name, Code__c FROM Widget__c ORDER BY Name');

  test('inserts, updates, upserts and deletes', () => {
    const { id } = result('insert', { Name: 'a' });
    const done = { id, success: true, created: false, errors: [] };
    expect(result('update', { Id: id, Name: 'b', Code__c: 'K' })).toEqual(done);
    expect(widgets()).toEqual([{ Name: 'b', Code__c: 'K' }]);
    expect(result('upsert', { Id: id, Name: 'c' })).toEqual(done);
    expect(result('upsert', { Code__c: 'k', Name: 'd' }, { externalIdField: 'Code__c' })).toEqual(done);
    expect(widgets()).toEqual([{ Name: 'd', Code__c: 'K' }]);
    expect(result('upsert', { Id: null, Name: 'e' })).toMatchObject({ success: true, created: true });
    expect(result('delete', { Id: id })).toEqual(done);
    expect(result('delete', { Id: id })).toMatchObject({ id, success: false, created: false });
    expect(widgets()).toEqual([{ Name: 'e', Code__c: null }]);
  });

  test.each<readonly [SaveRequest['operation'], JsonRecord, string, string]>([
    [
      'insert',
      { Id: 'a00Lo0000000zzz' },
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'cannot specify Id in an insert call',
    ],
    ['update', { Id: 'abc' }, 'MALFORMED_ID', 'malformed id abc'],
    ['upsert', { Id: 'abc' }, 'MALFORMED_ID', 'malformed id abc'],
    ['delete', { Id: 'abc' }, 'MALFORMED_ID', 'malformed id abc'],
    ['delete', {}, 'MALFORMED_ID', 'malformed id '],
  ])('%s of %p is refused', (operation, record, statusCode, message) => {
    expect(result(operation, record)).toEqual({
      id: null,
      success: false,
      created: false,
      errors: [{ statusCode, message, fields: ['Id'] }],
    });
  });

  test('makes no new record of an update without Id', () => {
    expect(error(result('update', { Name: 'a' })).statusCode).toBe('MISSING_ARGUMENT');
    expect(widgets()).toStrictEqual([]);
  });

  test('sets the master of a detail once', () => {
    const [one, other] = test_.insert('Widget__c', { Name: 'a' }, { Name: 'b' });
    const [Id] = test_.insert('Gadget__c', { Widget__c: one });
    expect(error(only(test_.save('update', 'Gadget__c', [{ Id, Widget__c: other }])))).toMatchObject({
      statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      fields: ['Widget__c'],
    });
  });

  test('is refused for the keys of an upsert that are there twice', () => {
    const records = [{ Code__c: 'D' }, { Code__c: 'd' }, { Code__c: 'e' }];
    expect(
      test_
        .save('upsert', 'Widget__c', records, { externalIdField: 'Code__c' })
        .map(({ success }) => success),
    ).toEqual([false, false, true]);
  });

  test('leaves a field alone that is empty in a CSV', () => {
    const { id } = result('insert', { Name: 'a', Code__c: 'K' });
    result('update', { Id: id, Code__c: '' }, { format: 'csv' });
    expect(widgets()).toEqual([{ Name: 'a', Code__c: 'K' }]);
    result('update', { Id: id, Code__c: '' });
    expect(widgets()).toEqual([{ Name: 'a', Code__c: null }]);
  });

  test('saves duplicates that a rule alerts about when the caller allows it', () => {
    const ruled = openTestOrg(undefined, {
      duplicateRules: [{ object: 'Account', fields: ['Phone'], action: 'alert' }],
    });
    const save = (caller: Caller) =>
      only(ruled.save('insert', 'Account', [{ Name: 'a', Phone: '1' }], {}, caller)).success;
    const { admin } = ruled.org;
    expect([save(admin), save(admin), save({ ...admin, allowDuplicates: true })]).toEqual([
      true,
      false,
      true,
    ]);
    ruled.org.close();
  });

  test('of all or none keeps all when all are saved', () => {
    const records = [{ Name: 'a' }, { Name: 'b' }];
    const results = test_.save('insert', 'Widget__c', records, { allOrNone: true });
    expect(results.map(({ success }) => success)).toEqual([true, true]);
    expect(widgets()).toHaveLength(2);
  });
});

describe('parents by external id', () => {
  beforeEach(() => {
    test_.insert('Account', { Name: 'Acme', Number__c: 'A1' });
  });

  test.each([
    ['JSON', { Account__r: { Number__c: 'a1' } }, 'json'],
    ['CSV', { 'Account__r.Number__c': 'A1' }, 'csv'],
  ] as const)('are found in %s', (_name, record, format) => {
    expect(only(test_.save('insert', 'Widget__c', [{ Name: 'w', ...record }], { format })).success).toBe(
      true,
    );
    expect(only(test_.rows('SELECT Account__r.Name FROM Widget__c')).Account__r).toMatchObject({
      Name: 'Acme',
    });
  });

  test('say so when there is none', () => {
    expect(error(widget({ Account__r: { Number__c: 'A9' } }))).toMatchObject({
      statusCode: 'INVALID_FIELD',
      message: 'Foreign key external ID: A9 not found for field Number__c in entity Account',
    });
  });
});

describe('all or none', () => {
  test('one failure takes the others back', () => {
    const results = test_.save('insert', 'Account', [{ Name: 'a' }, {}, { Name: 'c' }], { allOrNone: true });
    expect(results.map((result) => error(result).statusCode)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'REQUIRED_FIELD_MISSING',
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    ]);
    expect(results.every((result) => result.id === null)).toBe(true);
    expect(
      test_.org.query('SELECT COUNT() FROM Account', test_.org.admin, { version: '66.0' }).totalSize,
    ).toBe(0);
  });

  test('without it the good ones stay', () => {
    expect(test_.save('insert', 'Account', [{ Name: 'a' }, {}]).map((result) => result.success)).toEqual([
      true,
      false,
    ]);
    expect(test_.org.rowsWritten).toMatchObject({ Account: 1 });
  });

  test('atomically undoes what was saved inside when it throws', () => {
    expect(() =>
      test_.org.atomically(() => {
        test_.insert('Account', { Name: 'a' });
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(test_.rows('SELECT Id FROM Account')).toStrictEqual([]);
  });
});
