import { openDatabase } from './database.ts';
import { newId, nextNumber, normalId, recordId, withChecksum } from './recordIds.ts';

test.each([
  // The record id of the REST API developer guide's examples.
  ['001D000000INjVe', '001D000000INjVeIAL'],
  ['012000000000000', '012000000000000AAA'],
  ['AZaz0AZaz0AZaz0', 'AZaz0AZaz0AZaz0DDD'],
  ['AAAAAZZZZZMMMMM', 'AAAAAZZZZZMMMMM555'],
])('the checksum of %s tells the capitals', (id15, id18) => {
  expect(withChecksum(id15)).toBe(id18);
});

test.each([
  ['001D000000INjVe', '001D000000INjVeIAL'],
  ['001D000000INjVeIAL', '001D000000INjVeIAL'],
  ['001D000000INjVeial', '001D000000INjVeIAL'],
  ['001D000000INjVeIAM', undefined],
  ['001', undefined],
  ['001D000000INjV', undefined],
  ['001D000000INjVeI', undefined],
  ['001D000000INjVeIALx', undefined],
  ['x001D000000INjVeIAL', undefined],
  ['x001D000000INjVe', undefined],
  ['-01D000000INjVeIAL', undefined],
  ['001D000000INjV-', undefined],
  ['001D000000INjVeIA-', undefined],
])('%s is the id %p', (id, expected) => {
  expect(normalId(id)).toBe(expected);
});

test('ids go up and start with the prefix', () => {
  const ids = [1, 61, 62, 1_000_000].map((n) => recordId('a00', n));
  expect(ids.map((id) => id.slice(0, 15))).toEqual([
    'a00Lo0000000001',
    'a00Lo000000000z',
    'a00Lo0000000010',
    'a00Lo0000004C92',
  ]);
  expect(ids[2]).toBe('a00Lo0000000010IAA');
});

test('each sequence counts from 1, and a transaction that fails gives its numbers back', () => {
  const database = openDatabase(undefined);
  expect([nextNumber(database, 'a'), nextNumber(database, 'a'), nextNumber(database, 'b')]).toEqual([
    1, 2, 1,
  ]);
  expect(() =>
    database.atomically(() => {
      nextNumber(database, 'b');
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(nextNumber(database, 'b')).toBe(2);
  expect([newId(database, '001'), newId(database, '001')]).toEqual([recordId('001', 1), recordId('001', 2)]);
  database.close();
});
