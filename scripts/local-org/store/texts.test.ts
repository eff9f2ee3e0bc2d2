import { only } from '../testOrg.ts';
import { orgForEachTest } from '../orgForTests.ts';

const test_ = orgForEachTest(() => new Date('2026-10-25T10:00:00Z'));

const codesOf = (...records: readonly Record<string, unknown>[]): readonly (string | undefined)[] =>
  test_.save('insert', 'Widget__c', records).map(({ errors }) => errors[0]?.statusCode);

test('a unique field is unique whatever the case, of accented letters too', () => {
  expect(codesOf({ Code__c: 'É1' }, { Code__c: 'é1' }, { Code__c: 'e1' })).toEqual([
    undefined,
    'DUPLICATE_VALUE',
    undefined,
  ]);
  const [result] = test_.save('upsert', 'Widget__c', [{ Code__c: 'é1', Weight__c: 3 }], {
    externalIdField: 'Code__c',
  });
  expect(result).toMatchObject({ success: true, created: false });
});

test('any number of records have no value in a unique field', () => {
  expect(codesOf({ Code__c: null }, { Code__c: '' }, { Code__c: '  ' })).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('text loses the spaces around it, and text of spaces is none', () => {
  test_.insert('Widget__c', { Name: 'w', Serial__c: '   ', Notes__c: '  a  b ' });
  expect(test_.rows('SELECT Serial__c, Notes__c FROM Widget__c')).toEqual([
    { Serial__c: null, Notes__c: 'a  b' },
  ]);
});

test('a character beyond the basic plane takes two of the length', () => {
  expect(codesOf({ Serial__c: '😀'.repeat(10) }, { Serial__c: '😀'.repeat(11) })).toEqual([
    undefined,
    'STRING_TOO_LONG',
  ]);
});

test('a record of a custom object without a name is called by its id', () => {
  const [id = ''] = test_.insert('Widget__c', { Code__c: 'c' });
  expect(only(test_.rows('SELECT Name FROM Widget__c')).Name).toBe(id.slice(0, 15));
});

test('a date-time with an offset is kept in UTC and found by the day of the user, also where the clock changes', () => {
  test_.insert(
    'Widget__c',
    { Name: 'before', Seen__c: '2026-10-24T23:59:59+02:00' },
    { Name: 'first', Seen__c: '2026-10-25T00:00:00+02:00' },
    { Name: 'last', Seen__c: '2026-10-25T23:59:59+0100' },
    { Name: 'after', Seen__c: '2026-10-25T23:00:00Z' },
  );
  expect(test_.column('SELECT Name FROM Widget__c WHERE Seen__c = TODAY')).toEqual(['first', 'last']);
  expect(test_.column("SELECT Seen__c FROM Widget__c WHERE Name = 'first'")).toEqual([
    '2026-10-24T22:00:00.000+0000',
  ]);
});

// https://github.com/singer-io/tap-salesforce/pull/21: null characters come out of an org as they went in.
test('a null character stays where it is', () => {
  test_.insert('Widget__c', { Name: 'before\u0000after' });
  expect(test_.column("SELECT Name FROM Widget__c WHERE Name LIKE 'before%'")).toEqual(['before\u0000after']);
});
