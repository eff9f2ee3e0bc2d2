import { type FieldOptions, field as fieldOf } from '../schema/field.ts';
import type { FieldType } from '../schema/model.ts';
import { type TestOrg, only, openTestOrg, refusalOf } from '../testOrg.ts';
import { type Format, coerce, toJson } from './values.ts';

const stored = (type: FieldType, value: unknown, format: Format = 'json', options: FieldOptions = {}) =>
  coerce(fieldOf('F__c', 'Label', type, options), value, format);

const SIZED: FieldOptions = { precision: 8, scale: 2 };

test.each<[FieldType, unknown, unknown, FieldOptions?]>([
  ['boolean', true, 1],
  ['boolean', false, 0],
  ['boolean', ' True ', 1],
  ['boolean', 'FALSE', 0],
  ['int', 5, 5],
  ['int', -2_147_483_647, -2_147_483_647],
  ['int', '2147483647', 2_147_483_647],
  ['double', ' 2.345 ', 2.35, SIZED],
  ['double', 1.005, 1.01, SIZED],
  ['double', -1.005, -1.01, SIZED],
  ['double', 0, 0, SIZED],
  ['double', '0.0000001', 0, SIZED],
  ['double', 0.000_000_6, 0.000_001, { precision: 8, scale: 6 }],
  ['double', 123_456_789_012_345.67, 123_456_789_012_345.67, { precision: 18, scale: 2 }],
  ['double', 999_999.99, 999_999.99, SIZED],
  ['double', -999_999.994, -999_999.99, SIZED],
  ['currency', '12', 12],
  ['percent', '+12.', 12],
  ['percent', '-.50', -0.5, { scale: 2 }],
  ['double', '1e2', 100],
  ['double', '1.5E+10', 15_000_000_000],
  ['double', '25e-1', 2.5, SIZED],
  ['date', ' 2026-02-28 ', '2026-02-28'],
  ['date', '2026-02-28T23:30:00-05:00', '2026-02-28'],
  ['datetime', '2026-01-01T01:30:15.999+01:00', '2026-01-01T00:30:15.000+0000'],
  ['datetime', ' 2026-01-01', '2026-01-01T00:00:00.000+0000'],
  ['time', '13:45', '13:45:00.000Z'],
  ['id', '001D000000INjVe', '001D000000INjVeIAL'],
  ['reference', '001D000000INjVeIAL', '001D000000INjVeIAL'],
  ['string', ' a  b ', 'a  b'],
  ['string', '  ', null],
  ['string', '#N/A', '#N/A'],
  ['string', 'abc', 'abc', { length: 3 }],
  ['encryptedstring', 'of any length', 'of any length'],
  ['multipicklist', 'a;b', 'a;b'],
  ['phone', '02 250 91 11', '02 250 91 11'],
  ['picklist', 'Red', 'Red'],
  ['textarea', 'a\nb', 'a\nb'],
  ['url', 'https://example.com', 'https://example.com'],
  ['email', ' Jan@Example.COM ', 'jan@example.com'],
  ['string', null, null],
  ['double', '', null],
  ['boolean', '', 0],
  ['boolean', undefined, 0],
  ['date', undefined, null],
])('%s keeps %j as %j', (type, value, expected, options = {}) => {
  expect(stored(type, value, 'json', options)).toEqual({ value: expected });
});

test.each<[FieldType, string, unknown]>([
  ['boolean', '1', 1],
  ['boolean', '0', 0],
  ['boolean', 'true', 1],
  ['boolean', '#N/A', 0],
  ['string', '#N/A', null],
  ['string', 'NULL', 'NULL'],
  ['double', '4', 4],
])('in CSV %s keeps %j as %j', (type, value, expected) => {
  expect(stored(type, value, 'csv')).toEqual({ value: expected });
});

// Names of JSON values: Jackson's JsonToken.
test.each<[FieldType, unknown, string]>([
  ['double', 'abc', 'VALUE_STRING value abc'],
  ['double', true, 'VALUE_TRUE value true'],
  ['double', [5], 'START_ARRAY value [5]'],
  ['double', 'x5', 'VALUE_STRING value x5'],
  ['double', '5x', 'VALUE_STRING value 5x'],
  ['double', '.', 'VALUE_STRING value .'],
  ['double', '5e', 'VALUE_STRING value 5e'],
  ['double', '5e2x', 'VALUE_STRING value 5e2x'],
  ['double', '--5', 'VALUE_STRING value --5'],
  ['double', '5,5', 'VALUE_STRING value 5,5'],
  ['int', 1.5, 'VALUE_NUMBER_FLOAT value 1.5'],
  ['boolean', 1, 'VALUE_NUMBER_INT value 1'],
  ['boolean', '1', 'VALUE_STRING value 1'],
  ['boolean', '0', 'VALUE_STRING value 0'],
  ['boolean', null, 'VALUE_NULL value null'],
  ['string', 5, 'VALUE_NUMBER_INT value 5'],
  ['string', false, 'VALUE_FALSE value false'],
  ['picklist', ['a'], 'START_ARRAY value ["a"]'],
  ['textarea', { a: 1 }, 'START_OBJECT value {"a":1}'],
  ['date', 20_260_228, 'VALUE_NUMBER_INT value 20260228'],
  ['date', '2026-02-30', 'VALUE_STRING value 2026-02-30'],
  ['date', '2026-02-28T', 'VALUE_STRING value 2026-02-28T'],
  ['datetime', 'yesterday', 'VALUE_STRING value yesterday'],
  ['time', '2026-02-28', 'VALUE_STRING value 2026-02-28'],
])('%s refuses %j in JSON, and with it the request', (type, value, what) => {
  expect(refusalOf(() => stored(type, value))).toEqual({
    status: 400,
    errorCode: 'JSON_PARSER_ERROR',
    message: `Cannot deserialize instance of ${type} from ${what} or request may be missing a required field at [line:1, column:1]`,
  });
});

test.each<[FieldType, string]>([
  ['boolean', 'boolean'],
  ['int', 'int'],
  ['double', 'double'],
  ['currency', 'double'],
  ['percent', 'double'],
  ['date', 'date'],
  ['datetime', 'dateTime'],
  ['time', 'time'],
])('in CSV the row with a wrong %s fails, of the type xsd:%s', (type, xsd) => {
  expect(stored(type, 'abc', 'csv')).toEqual({
    error: {
      statusCode: 'INVALID_FIELD',
      message: `'abc' is not a valid value for the type xsd:${xsd}`,
      fields: ['F__c'],
    },
    unread: true,
  });
});

test.each<[FieldType, unknown, string, string, FieldOptions?]>([
  [
    'int',
    2_147_483_648,
    'NUMBER_OUTSIDE_VALID_RANGE',
    'value outside of valid range on numeric field: 2147483648',
  ],
  [
    'int',
    -2_147_483_648.5e1,
    'NUMBER_OUTSIDE_VALID_RANGE',
    'value outside of valid range on numeric field: -21474836485',
  ],
  [
    'double',
    1_000_000,
    'NUMBER_OUTSIDE_VALID_RANGE',
    'value outside of valid range on numeric field: 1000000',
    SIZED,
  ],
  [
    'double',
    -1_000_000,
    'NUMBER_OUTSIDE_VALID_RANGE',
    'value outside of valid range on numeric field: -1000000',
    SIZED,
  ],
  [
    'double',
    999_999.999,
    'NUMBER_OUTSIDE_VALID_RANGE',
    'value outside of valid range on numeric field: 999999.999',
    SIZED,
  ],
  [
    'double',
    1e25,
    'NUMBER_OUTSIDE_VALID_RANGE',
    'value outside of valid range on numeric field: 1e+25',
    SIZED,
  ],
  ['id', '001D000000INjVeIAM', 'MALFORMED_ID', 'id value of incorrect type: 001D000000INjVeIAM'],
  ['reference', 5, 'MALFORMED_ID', 'id value of incorrect type: 5'],
  ['string', 'abcd', 'STRING_TOO_LONG', 'data value too large: abcd (max length=3)', { length: 3 }],
])('%s: %j is refused with %s', (type, value, statusCode, message, options = {}) => {
  expect(stored(type, value, 'json', options)).toEqual({
    error: { statusCode, message: `Label: ${message}`, fields: ['F__c'] },
  });
});

test.each([
  'nobody',
  'jan',
  'jan@example',
  '@example.com',
  'jan@.com',
  'jan@example.',
  'jan@example.c m',
  'j an@example.com',
  'jan@exa mple.com',
  'jan@example.com,piet@example.com',
  '<jan@example.com>',
  'jan@example.com>',
])('%s is no address of e-mail', (text) => {
  expect(stored('email', text)).toEqual({
    error: {
      statusCode: 'INVALID_EMAIL_ADDRESS',
      message: `Label: invalid email address: ${text}`,
      fields: ['F__c'],
    },
  });
});

test.each(['j@e.c', "jan.o'neil+tag@mail.example.com"])('%s is an address of e-mail', (text) => {
  expect(stored('email', text)).toEqual({ value: text });
});

test.each<[FieldType, unknown, unknown]>([
  ['boolean', 1, true],
  ['boolean', true, true],
  ['boolean', 0, false],
  ['boolean', null, false],
  ['boolean', undefined, false],
  ['double', 1, 1],
  ['string', 'a', 'a'],
  ['string', null, null],
  ['string', undefined, null],
])('in JSON %s shows %j as %j', (type, value, expected) => {
  expect(toJson(fieldOf('F__c', 'Label', type), value)).toBe(expected);
});

describe('of a request', () => {
  let test_: TestOrg;
  beforeAll(() => {
    test_ = openTestOrg();
  });
  afterAll(() => {
    test_.org.close();
  });

  test('in CSV the row fails, an empty cell says nothing and #N/A clears', () => {
    const [id = ''] = test_.insert('Widget__c', { Name: 'w', Code__c: 'c', Weight__c: 1, Size__c: 'S' });
    const csv = { format: 'csv' } as const;
    expect(only(only(test_.save('update', 'Widget__c', [{ Id: id, Weight__c: 'abc' }], csv)).errors)).toEqual(
      {
        statusCode: 'INVALID_FIELD',
        message:
          "Failed to deserialize field at col 1. Due to, 'abc' is not a valid value for the type xsd:double",
        fields: ['Weight__c'],
      },
    );
    test_.save('update', 'Widget__c', [{ Id: id, Code__c: '', Size__c: '#N/A', Weight__c: '4' }], csv);
    expect(only(test_.rows('SELECT Code__c, Size__c, Weight__c FROM Widget__c'))).toEqual({
      Code__c: 'c',
      Size__c: null,
      Weight__c: 4,
    });
  });
});
