import { field } from '../schema/field.ts';
import { testDatabase, testObject } from '../testObject.ts';
import type { Value } from './database.ts';
import { idsByValue, insertRow, isAlive, rowById, updateRow } from './records.ts';

const WIDGET = testObject(
  'Widget__c',
  field('Code__c', 'Code', 'string'),
  field('Weight__c', 'Weight', 'double'),
);
const OTHER = testObject('Other__c', field('Code__c', 'Code', 'string'));
const database = testDatabase(WIDGET, OTHER);
afterAll(() => {
  database.close();
});

let count = 0;
/** The id of a new row with that value. */
function inserted(code: Value, deleted = 0): string {
  count += 1;
  const id = `id${String(count).padStart(4, '0')}`;
  insertRow(database, WIDGET, { Id: id, Code__c: code, IsDeleted: deleted });
  return id;
}

test('a row is inserted, updated, and read', () => {
  insertRow(database, WIDGET, { Id: 'one', Code__c: 'a', Weight__c: 1.5 });
  insertRow(database, WIDGET, { Id: 'two', Weight__c: 2 });
  insertRow(database, OTHER, { Id: 'one', Code__c: 'other' });
  updateRow(database, WIDGET, 'one', { Code__c: 'b', Weight__c: null });
  updateRow(database, WIDGET, 'two', { Code__c: 'c' });
  updateRow(database, OTHER, 'one', { Code__c: 'd' });
  expect(rowById(database, WIDGET, 'one')).toMatchObject({
    Id: 'one',
    Code__c: 'b',
    Weight__c: null,
    IsDeleted: 0,
  });
  expect(rowById(database, WIDGET, 'two')).toMatchObject({ Code__c: 'c', Weight__c: 2 });
  expect(rowById(database, OTHER, 'one')).toMatchObject({ Code__c: 'd' });
  expect(rowById(database, WIDGET, 'three')).toBeUndefined();
});

test('a row in the recycle bin is read, but not alive', () => {
  const [alive, deleted] = [inserted('alive'), inserted('deleted', 1)];
  expect([alive, deleted, 'none'].map((id) => isAlive(database, WIDGET, id))).toEqual([true, false, false]);
  expect(rowById(database, WIDGET, deleted)).toMatchObject({ Code__c: 'deleted' });
});

const CODES: readonly (readonly [string, number?])[] = [
  ['Key'],
  ['KEY'],
  ['key', 1],
  ['Éclair'],
  ['éclair'],
  ['ÉCLAIR', 1],
  ['key '],
];

test.each<[Value, boolean, number, string[]]>([
  ['key', false, 9, ['Key', 'KEY']],
  ['key', false, 1, ['Key']],
  ['KEY', true, 9, ['KEY']],
  ['key', true, 9, []],
  ['ÉCLAIR', false, 9, ['Éclair', 'éclair']],
  ['ÉCLAIR', false, 1, ['Éclair']],
  ['éclair', true, 9, ['éclair']],
  ['ÉCLAIR', true, 9, []],
  ['none', false, 9, []],
  [null, false, 9, []],
])('%j with case %p, at most %i', (value, caseSensitive, limit, expected) => {
  const ids = new Map(CODES.map(([code, deleted]) => [inserted(code, deleted), code]));
  const found = idsByValue(database, WIDGET, 'Code__c', value, { caseSensitive, limit });
  expect(found.map((id) => ids.get(id))).toEqual(expected);
  for (const id of ids.keys()) updateRow(database, WIDGET, id, { Code__c: null });
});

test('of each column and object the rows of its own', () => {
  insertRow(database, WIDGET, { Id: 'five', Weight__c: 5 });
  insertRow(database, OTHER, { Id: 'six', Code__c: 'six' });
  const options = { caseSensitive: false, limit: 9 };
  expect(idsByValue(database, WIDGET, 'Weight__c', 5, options)).toEqual(['five']);
  expect(idsByValue(database, WIDGET, 'Code__c', 'six', options)).toStrictEqual([]);
  expect(idsByValue(database, OTHER, 'Code__c', 'six', options)).toEqual(['six']);
});
