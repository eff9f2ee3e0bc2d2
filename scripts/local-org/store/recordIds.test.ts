import { normalId, recordId, withChecksum } from './recordIds.ts';

test('the checksum tells the capitals: examples of Salesforce', () => {
  // The record id of the REST API developer guide's examples.
  expect(withChecksum('001D000000INjVe')).toBe('001D000000INjVeIAL');
  expect(withChecksum('012000000000000')).toBe('012000000000000AAA');
});

test('both forms are one id; another checksum or length is none', () => {
  expect(normalId('001D000000INjVe')).toBe('001D000000INjVeIAL');
  expect(normalId('001D000000INjVeIAL')).toBe('001D000000INjVeIAL');
  expect(normalId('001D000000INjVeIAM')).toBeUndefined();
  expect(normalId('001')).toBeUndefined();
});

test('ids go up and start with the prefix', () => {
  const ids = [1, 61, 62, 1_000_000].map((n) => recordId('a00', n));
  expect(ids.map((id) => id.slice(0, 15))).toEqual([...ids.map((id) => id.slice(0, 15))].sort());
  expect(ids[2]).toBe('a00Lo0000000010IAA');
});
