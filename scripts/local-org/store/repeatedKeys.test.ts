import { type FieldOptions, field as fieldOf } from '../schema/field.ts';
import type { FieldType } from '../schema/model.ts';
import { keyValue, repeatedKey, repeatedKeys } from './repeatedKeys.ts';

const key = (type: FieldType, options: FieldOptions = {}) => fieldOf('Key__c', 'Key', type, options);

test.each([
  [{ Key__c: 'a' }, 'a'],
  [{ Name: 'n', key__C: 'a' }, 'a'],
  [{ key__c: 'a', Key__c: 'b' }, 'b'],
  [{ Key: 'a' }, undefined],
])('the key of %j is %j', (record, expected) => {
  expect(keyValue(record, 'Key__c')).toBe(expected);
});

const CASED = key('string', { caseSensitive: true });

test.each([
  [key('string'), ['a', 'b', 'A '], [0, 2]],
  [key('string'), ['a', 'a', 'a', 'b', 'b'], [0, 1, 2, 3, 4]],
  [CASED, ['a', 'A', ' a'], [0, 2]],
  [key('string'), [null, null, undefined, undefined, true, true], []],
  [key('string'), ['', '', '  ', ' '], []],
  [key('double'), [5, '5', 6], [0, 1]],
  [key('double'), [5, 5], [0, 1]],
  [key('id'), ['001D000000INjVe', '001D000000INjVeIAL'], [0, 1]],
  [key('id'), ['001D000000INjVe', '001D000000INjve'], []],
  [key('id'), ['bad', 'bad', 'BAD'], [0, 1]],
])('of the keys %#, those that are there twice', (field, values, expected) => {
  const records = values.map((value) => ({ Key__c: value }));
  const repeated = repeatedKeys(records, field);
  expect(records.flatMap((record, index) => (repeated.has(record) ? [index] : []))).toEqual(expected);
});

// Bulk API 2.0 developer guide: 200 records at a time.
test.each([
  [0, 199, 2],
  [0, 200, 0],
  [199, 200, 0],
  [200, 399, 2],
  [200, 400, 0],
])('record %i and record %i of one key: %i of them are refused', (one, other, count) => {
  const records = Array.from({ length: 450 }, (_, n) => ({
    Key__c: n === one || n === other ? 'same' : `k${n}`,
  }));
  expect(repeatedKeys(records, key('string')).size).toBe(count);
});

test.each([
  [key('string'), 'a', 'Duplicate external id specified: a', ['Key__c']],
  [key('double'), 5, 'Duplicate external id specified: 5', ['Key__c']],
  [key('id'), '0013000000auCyTAAU', 'Duplicate id specified: 0013000000auCyTAAU', []],
])('%#: the error names the key', (field, value, message, fields) => {
  expect(repeatedKey({ Key__c: value }, field)).toEqual({ statusCode: 'DUPLICATE_VALUE', message, fields });
});
