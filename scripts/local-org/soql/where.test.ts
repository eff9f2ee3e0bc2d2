import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile(() => new Date('2026-11-22T10:00:00Z'));

beforeAll(() => {
  const [acme = '', beta = ''] = test_.insert('Account', { Name: 'Acme' }, { Name: 'Beta' });
  const [red = ''] = test_.insert(
    'Widget__c',
    {
      Name: 'r',
      Colour__c: 'Red',
      Size__c: 'S',
      Tags__c: 'a;b',
      Weight__c: 1,
      Account__c: acme,
      Seen__c: '2025-03-01T10:00:00Z',
    },
    {
      Name: 'b',
      Colour__c: 'Blue',
      Size__c: 'M',
      Tags__c: 'b',
      Weight__c: 2,
      Account__c: beta,
      Seen__c: '2026-03-01T10:00:00Z',
    },
    { Name: 'n' },
  );
  test_.insert('Gadget__c', { Widget__c: red, Count__c: 2 });
});

const names = (where: string): string =>
  test_.column(`SELECT Name FROM Widget__c WHERE ${where} ORDER BY Name`).join('');

describe('WHERE', () => {
  test.each([
    ["Name = 'r'", 'r'],
    ['Weight__c < 2', 'r'],
    ['Weight__c <= 1', 'r'],
    ['Weight__c > 1', 'b'],
    ['Weight__c >= 2', 'b'],
    ["Name LIKE '\\%' OR Name LIKE '\\_'", ''],
    ['Id IN (SELECT Widget__c FROM Gadget__c)', 'r'],
    ["NOT Name = 'r'", 'bn'],
    ["Name LIKE 'R'", 'r'],
    ["NOT Name LIKE 'R'", 'bn'],
    ["Name IN ('r', 'n')", 'nr'],
    ["NOT Name IN ('r', 'n')", 'b'],
    ["Name NOT IN ('r', 'n')", 'b'],
    ["NOT Name NOT IN ('r', 'n')", 'nr'],
    ["Tags__c INCLUDES ('b')", 'br'],
    ["NOT Tags__c INCLUDES ('a')", 'bn'],
    ["Tags__c EXCLUDES ('a')", 'bn'],
    ["NOT Tags__c EXCLUDES ('a')", 'r'],
    ['Weight__c IN (1, 2.0)', 'br'],
    ['Weight__c IN (1, null)', 'nr'],
    ["toLabel(Colour__c) = 'red LABEL'", 'r'],
    ["TOLABEL(Colour__c) != 'Red label'", 'bn'],
    ["NOT toLabel(Colour__c) = 'Red label'", 'bn'],
    ["toLabel(Colour__c) IN ('Red label', 'Blue label')", 'br'],
    ["toLabel(Colour__c) NOT IN ('Red label', 'Blue label')", 'n'],
    ["NOT toLabel(Colour__c) NOT IN ('Red label')", 'r'],
    ["toLabel(Colour__c) = 'Red'", ''],
    ['CALENDAR_YEAR(Seen__c) = 2026', 'b'],
    ['NOT CALENDAR_YEAR(Seen__c) = 2026', 'nr'],
    ['CALENDAR_MONTH(Seen__c) IN (3)', 'br'],
    ["Account__c IN (SELECT Id FROM Account WHERE Name = 'Acme')", 'r'],
    ["Account__c NOT IN (SELECT Id FROM Account WHERE Name = 'Acme')", 'bn'],
    ["Weight__c > 0 AND Account__c IN (SELECT Id FROM Account WHERE Name = 'Acme') AND Size__c = 'S'", 'r'],
    ["(Weight__c = 1 OR Size__c = 'M') AND Colour__c != 'Blue'", 'r'],
    ["NOT (Weight__c = 1 OR Size__c = 'M')", 'n'],
    ["NOT (Weight__c = 1 AND Size__c = 'M')", 'bnr'],
  ])('%s', (where, expected) => {
    expect(names(where)).toBe(expected);
  });
});

describe('HAVING', () => {
  test.each([
    ["Name = 'r'", ['r']],
    ['COUNT(Id) > 1', []],
    ["SUM(Weight__c) > 1 AND Name != 'x'", ['b']],
    ['CALENDAR_YEAR(Seen__c) = 2025', ['r']],
  ])('%s', (having, expected) => {
    expect(
      test_.column(`SELECT Name FROM Widget__c GROUP BY Name, CALENDAR_YEAR(Seen__c) HAVING ${having}`),
    ).toEqual(expected);
  });
});

describe('is refused', () => {
  test.each([
    ['Name LIKE 5', 'MALFORMED_QUERY', 'The LIKE operator takes a string'],
    ['Name LIKE null', 'MALFORMED_QUERY', 'The LIKE operator takes a string'],
    ['COUNT(Id) > 1', 'MALFORMED_QUERY', 'Grouped or aggregate functions are not allowed in a WHERE clause'],
    ["Notes__c = 'x'", 'INVALID_FIELD', "field 'Notes__c' can not be filtered in a query call"],
    ["toLabel(Colour__c) LIKE 'R%'", 'MALFORMED_QUERY', 'toLabel() with LIKE is not supported by this org'],
    ["toLabel(Colour__c) > 'R'", 'MALFORMED_QUERY', 'toLabel() with > is not supported by this org'],
    ["toLabel(FORMAT(Weight__c)) = 'R'", 'MALFORMED_QUERY', 'toLabel() with = is not supported by this org'],
    [
      'Name IN (SELECT Id FROM Account)',
      'MALFORMED_QUERY',
      "The left operand 'Name' of a semi-join must be an id or a reference field",
    ],
  ])('WHERE %s', (where, errorCode, message) => {
    const refusal = test_.refusal(() => names(where));
    expect(refusal).toMatchObject({ status: 400, errorCode });
    expect(refusal.message.endsWith(message)).toBe(true);
  });

  test.each([
    ["Colour__c = 'Red'", 'Colour__c'],
    ['CALENDAR_YEAR(CreatedDate) = 2026', 'CALENDAR_YEAR(CreatedDate)'],
  ])('HAVING %s of what is not grouped', (having, written) => {
    const refusal = test_.refusal(() =>
      test_.rows(`SELECT Name FROM Widget__c GROUP BY Name HAVING ${having}`),
    );
    expect(refusal).toMatchObject({ status: 400, errorCode: 'MALFORMED_QUERY' });
    expect(refusal.message.endsWith(`Field must be grouped or aggregated: ${written}`)).toBe(true);
  });
});
