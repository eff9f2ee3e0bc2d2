import type { SaveResult } from '../org.ts';
import { deployTo, problems, textField, widgetFields } from '../metadata/deployFixture.ts';
import { only } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile();
beforeAll(() => {
  const exact =
    '<externalId>true</externalId><length>20</length><unique>true</unique><caseSensitive>true</caseSensitive>';
  const { messages } = deployTo(test_, widgetFields(textField('Exact__c', exact)), {
    CustomField: ['Widget__c.Exact__c'],
  });
  expect(problems(messages)).toStrictEqual([]);
});
beforeEach(() => {
  test_.org.reset({ data: true });
});

const error = (result: SaveResult) => only(result.errors);
const upsert = (record: Record<string, unknown>, externalIdField = 'Code__c'): SaveResult =>
  only(test_.save('upsert', 'Widget__c', [record], { externalIdField }));

test('creates, then finds without case', () => {
  const created = upsert({ Name: 'w', Code__c: 'K1' });
  expect(created).toMatchObject({ success: true, created: true });
  expect(upsert({ Code__c: 'k1', Weight__c: 2 })).toEqual({
    id: created.id,
    success: true,
    created: false,
    errors: [],
  });
  expect(only(test_.rows('SELECT Code__c, Weight__c FROM Widget__c'))).toEqual({
    Code__c: 'K1',
    Weight__c: 2,
  });
});

// jsforce/jsforce pull request 1713, test/connection-crud.test.ts: of five new records one fails, each says that it was created.
test('with allOrNone tells of each record whether it would have been new, of the failed one too', () => {
  upsert({ Name: 'w', Code__c: 'old' });
  const records = [
    { Name: 'a', Code__c: 'new1' },
    { Name: 'b', Code__c: 'new2', Account__c: 'INVALID' },
    { Name: 'c', Code__c: 'old' },
  ];
  const written = (allOrNone: boolean) =>
    test_
      .save('upsert', 'Widget__c', records, { externalIdField: 'Code__c', allOrNone })
      .map(({ success, created }) => ({ success, created }));
  expect(written(true)).toEqual([
    { success: false, created: true },
    { success: false, created: true },
    { success: false, created: false },
  ]);
  expect(written(false)).toEqual([
    { success: true, created: true },
    { success: false, created: false },
    { success: true, created: false },
  ]);
});

test('refuses a record without the key, several matches, and a field that is no key', () => {
  expect(error(upsert({ Name: 'w' }))).toMatchObject({
    statusCode: 'MISSING_ARGUMENT',
    message: 'Code__c not specified',
  });
  const ids = test_.insert('Widget__c', { Name: 'a', Serial__c: 's' }, { Name: 'b', Serial__c: 'S' });
  expect(error(upsert({ Serial__c: 's' }, 'Serial__c'))).toMatchObject({
    statusCode: 'DUPLICATE_EXTERNAL_ID',
    message: `Serial__c: more than one record found for external id field: [${ids.join(', ')}]`,
  });
  expect(test_.refusal(() => upsert({ Weight__c: 1 }, 'Weight__c'))).toMatchObject({
    status: 404,
    errorCode: 'NOT_FOUND',
  });
});

test('the same key twice in one request: both are refused', () => {
  const results = test_.save(
    'upsert',
    'Widget__c',
    [
      { Name: 'a', Code__c: 'D' },
      { Name: 'b', Code__c: 'd' },
    ],
    { externalIdField: 'Code__c' },
  );
  expect(results.map((result) => error(result))).toEqual([
    expect.objectContaining({
      statusCode: 'DUPLICATE_VALUE',
      message: 'Duplicate external id specified: D',
    }),
    expect.objectContaining({
      statusCode: 'DUPLICATE_VALUE',
      message: 'Duplicate external id specified: d',
    }),
  ]);
});

describe('by Id', () => {
  const byId = (record: object, options = {}): SaveResult =>
    only(test_.save('upsert', 'Widget__c', [{ Name: 'w', ...record }], options));

  test.each([{}, { Id: null }, { id: '' }])('%p is a new record', (key) => {
    const result = byId(key);
    expect(result).toMatchObject({ success: true, created: true });
    expect(test_.column('SELECT Id FROM Widget__c')).toEqual([result.id]);
    expect(byId({ ...key, Colur__c: 'Red' }, { allOrNone: true })).toMatchObject({
      success: false,
      created: true,
    });
  });

  test('a record that is there is changed', () => {
    const { id } = byId({});
    expect(byId({ Id: id, Name: 'x' }, { externalIdField: 'id' })).toEqual({
      id,
      success: true,
      created: false,
      errors: [],
    });
    expect(test_.column('SELECT Name FROM Widget__c')).toEqual(['x']);
  });

  test.each([
    ['a00Lo0000000zzz', 'INVALID_CROSS_REFERENCE_KEY'],
    ['001Lo0000000zzz', 'INVALID_CROSS_REFERENCE_KEY'],
    ['abc', 'MALFORMED_ID'],
  ])('%s is refused', (Id, statusCode) => {
    expect(byId({ Id })).toMatchObject({ success: false, errors: [{ statusCode }] });
  });
});

test.each([
  ['a case-insensitive key', 'Code__c', 'k', 1],
  ['a case-sensitive key', 'Exact__c', 'k', 2],
  ['a case-sensitive key', 'Exact__c', 'K', 1],
])('%s finds what it is equal to', (_name, field, key, count) => {
  upsert({ Name: 'w', [field]: 'K' }, field);
  upsert({ Name: 'w', [field]: key }, field);
  expect(test_.rows('SELECT Id FROM Widget__c')).toHaveLength(count);
});

test.each([
  ['json', '#N/A', undefined],
  ['csv', '#N/A', 'MISSING_ARGUMENT'],
  ['csv', '', 'MISSING_ARGUMENT'],
  ['json', null, 'MISSING_ARGUMENT'],
  [undefined, '#N/A', undefined],
  ['json', 'x'.repeat(21), 'STRING_TOO_LONG'],
] as const)('in %s the key %p', (format, key, statusCode) => {
  const options = { externalIdField: 'Code__c', ...(format && { format }) };
  const [result] = test_.save('upsert', 'Widget__c', [{ Name: 'w', Code__c: key }], options);
  expect(result?.errors[0]?.statusCode).toBe(statusCode);
});
