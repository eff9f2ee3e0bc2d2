import { metadata, packageZip } from '../metadata/fixture.ts';
import { field } from '../schema/field.ts';
import { orgForFile } from '../orgForTests.ts';
import { ignoresCase, joinedBy, sortKey } from './comparisons.ts';

const EXACT = metadata(
  'CustomObject',
  '<fields><fullName>Exact__c</fullName><externalId>true</externalId><label>Exact</label><length>20</length><type>Text</type><unique>true</unique><caseSensitive>true</caseSensitive></fields>',
);

const test_ = orgForFile(() => new Date('2026-11-22T10:00:00Z'));

beforeAll(() => {
  test_.org.deploy(
    packageZip({ 'objects/Widget__c.object': EXACT }, { CustomField: ['Widget__c.Exact__c'] }),
    {},
    test_.org.admin,
  );
  const seen = (day: string) => `2026-11-${day}T12:00:00Z`;
  test_.insert(
    'Widget__c',
    {
      Code__c: '1',
      Name: 'Apple',
      Exact__c: 'É',
      Sold_On__c: '2026-11-20',
      Seen__c: seen('20'),
      Tags__c: 'a',
    },
    {
      Code__c: '2',
      Name: 'banana',
      Exact__c: 'b',
      Sold_On__c: '2026-11-21',
      Seen__c: seen('21'),
      Tags__c: 'a;b',
    },
    {
      Code__c: '3',
      Name: 'Élan',
      Exact__c: 'B',
      Sold_On__c: '2026-11-22',
      Seen__c: seen('22'),
      Tags__c: 'b;c',
    },
    {
      Code__c: '4',
      Name: 'zebra',
      Sold__c: true,
      Sold_On__c: '2026-11-23',
      Seen__c: seen('23'),
      Tags__c: 'c',
    },
    { Code__c: '5', Name: 'ÉLAN' },
  );
});

const codes = (where: string): string =>
  test_.column(`SELECT Code__c FROM Widget__c WHERE ${where} ORDER BY Code__c`).join('');

test.each([
  ["Name = 'APPLE'", '1'],
  ["Name != 'APPLE'", '2345'],
  ["NOT Name != 'APPLE'", '1'],
  ["Name = 'élan'", '35'],
  ["Name != 'élan'", '124'],
  ["NOT Name = 'élan'", '124'],
  ["Name IN ('apple', 'ÉLAN')", '135'],
  ["Name NOT IN ('apple', 'élan')", '24'],
  ["Name LIKE 'éL%'", '35'],
  ["NOT Name LIKE 'éL%'", '124'],
  ["Name LIKE '%A'", '24'],
  ["Exact__c = 'b'", '2'],
  ["Exact__c = 'B'", '3'],
  ["Exact__c = 'é'", ''],
  ["Exact__c IN ('B', 'é')", '3'],
  ["Exact__c = ''", '45'],
  // Texts are compared as they are sorted, without case and accents.
  ["Name < 'BANANA'", '1'],
  ["Name <= 'BANANA'", '12'],
  ["Name > 'banana'", '345'],
  ["Name > 'f'", '4'],
  ["NOT Name > 'f'", '1235'],
  ["Exact__c < 'b'", '3'],
  ["Mail__c > 'a'", ''],
  ["NOT Mail__c > 'a'", '12345'],
  ['Sold__c = true', '4'],
  ['Sold__c != null', '4'],
  ['Sold_On__c = null', '5'],
  ['Sold_On__c != null', '1234'],
  ['NOT Sold_On__c != null', '5'],
  ['NOT Sold_On__c = null', '1234'],
  ["Name = 'a' OR Name = 'b' OR Name = 'c' OR Name = 'zebra'", '4'],
  ["Name = 'a' OR Name = 'b' OR Name = 'apple' OR Name = 'd' OR Name = 'zebra'", '14'],
  [
    "Name != 'a' AND Name != 'b' AND Name != 'apple' AND Name != 'd' AND Name != 'zebra' AND Name != 'x'",
    '235',
  ],
])('%s', (where, expected) => {
  expect(codes(where)).toBe(expected);
});

/** Of a period, its first day counts for < and >=, its last for > and <=. */
test.each([
  ['= LAST_N_DAYS:1', '23'],
  ['!= LAST_N_DAYS:1', '145'],
  ['< LAST_N_DAYS:1', '1'],
  ['<= LAST_N_DAYS:1', '123'],
  ['> LAST_N_DAYS:1', '4'],
  ['>= LAST_N_DAYS:1', '234'],
  ['IN (TODAY, LAST_N_DAYS:1)', '23'],
  ['IN (TODAY, null)', '35'],
  ['NOT IN (TODAY, YESTERDAY)', '145'],
])('a day and a moment %s', (comparison, expected) => {
  expect(codes(`Sold_On__c ${comparison}`)).toBe(expected);
  expect(codes(`Seen__c ${comparison}`)).toBe(expected);
});

test.each([
  ['Sold_On__c IN (2026-11-20, TODAY)', '13'],
  ['NOT Sold_On__c = TODAY', '1245'],
  ['NOT Sold_On__c > TODAY', '1235'],
  ['NOT Sold_On__c != TODAY', '3'],
])('%s', (where, expected) => {
  expect(codes(where)).toBe(expected);
});

test.each([
  ["INCLUDES ('a')", '12'],
  ["INCLUDES ('A;b')", '2'],
  ["INCLUDES ('a;b', 'c')", '234'],
  ["EXCLUDES ('a')", '345'],
  ["EXCLUDES ('a', 'c')", '5'],
  ["= 'a;b'", '2'],
  ["IN ('a', 'c')", '14'],
  ["INCLUDES ('a;x')", ''],
])('several values %s', (comparison, expected) => {
  expect(codes(`Tags__c ${comparison}`)).toBe(expected);
});

test.each([
  ['Weight__c > null', "'null' can not be compared with the operator >"],
  ["Name < ''", "'null' can not be compared with the operator <"],
  ['Sold__c > false', "'>' operator is not valid for the field Sold__c"],
  ["Tags__c >= 'a'", "'>=' operator is not valid for the field Tags__c"],
  ["Tags__c LIKE 'a'", 'invalid operator on multipicklist field: Tags__c'],
  ["Weight__c LIKE '1'", 'invalid operator on double field: Weight__c'],
  ["Id LIKE 'a0%'", 'invalid operator on id field: Id'],
  ["Name INCLUDES ('a')", 'includes/excludes operator is not valid for the field Name'],
])('%s is refused', (where, message) => {
  expect(test_.refusal(() => codes(where))).toEqual({ status: 400, errorCode: 'MALFORMED_QUERY', message });
});

test('texts of any type compare without case, all else as it is', () => {
  const of = (type: Parameters<typeof field>[2]) => ignoresCase(field('X', 'X', type));
  const texts = [
    'email',
    'encryptedstring',
    'multipicklist',
    'phone',
    'picklist',
    'string',
    'textarea',
    'url',
  ] as const;
  expect(texts.filter((type) => !of(type))).toStrictEqual([]);
  expect(
    (['boolean', 'date', 'datetime', 'double', 'id', 'reference', 'time'] as const).filter(of),
  ).toStrictEqual([]);
  expect(ignoresCase(field('X', 'X', 'string', { caseSensitive: true }))).toBe(false);
});

test('many conditions are joined as a tree', () => {
  expect(joinedBy('OR', ['a', 'b', 'c', 'd'])).toBe('a OR b OR c OR d');
  expect(joinedBy('AND', ['a', 'b', 'c', 'd', 'e'])).toBe('(a AND b AND c) AND (d AND e)');
});

test('texts are sorted by their letters first, then with accents', () => {
  expect(sortKey('Élan')).toBe('elan\u0001élan');
});
