import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile();

beforeAll(() => {
  test_.insert(
    'Widget__c',
    { Name: 'a', Colour__c: 'Blue', Weight__c: 1, Seen__c: '2025-12-31T14:30:00Z', Sold_On__c: '2025-12-31' },
    { Name: 'b', Colour__c: 'Red', Weight__c: 2, Seen__c: '2026-03-01T00:30:00Z', Sold_On__c: '2026-03-01' },
    { Name: 'B', Colour__c: 'Red' },
  );
});

/** SOQL reference, "Date Functions". 31 December 2025 is a Wednesday, 1 March 2026 a Sunday. */
test.each([
  ['CALENDAR_MONTH', 12, 3],
  ['CALENDAR_QUARTER', 4, 1],
  ['CALENDAR_YEAR', 2025, 2026],
  ['DAY_IN_MONTH', 31, 1],
  ['DAY_IN_WEEK', 4, 1],
  ['DAY_IN_YEAR', 365, 60],
  ['DAY_ONLY', '2025-12-31', '2026-03-01'],
  ['FISCAL_MONTH', 12, 3],
  ['FISCAL_QUARTER', 4, 1],
  ['FISCAL_YEAR', 2025, 2026],
  ['HOUR_IN_DAY', 14, 0],
  ['WEEK_IN_MONTH', 5, 1],
  ['WEEK_IN_YEAR', 53, 9],
])('%s is %s and %s', (name, ...expected) => {
  const of = (field: string) =>
    test_.column(
      `SELECT ${name}(${field}) x FROM Widget__c WHERE ${field} != null GROUP BY ${name}(${field})`,
    );
  const sorted = expected.toSorted((one, other) => (one < other ? -1 : 1));
  const ascending = (field: string) =>
    of(field).toSorted((one, other) => (String(one) < String(other) ? -1 : 1));
  expect(new Set(of('Seen__c'))).toEqual(new Set(sorted));
  if (name === 'DAY_ONLY' || name === 'HOUR_IN_DAY') {
    const refusal = test_.refusal(() => ascending('Sold_On__c'));
    expect(refusal).toEqual({
      status: 400,
      errorCode: 'MALFORMED_QUERY',
      message: `field Sold_On__c of type date can not be used with the function ${name}`,
    });
  } else expect(new Set(of('Sold_On__c'))).toEqual(new Set(sorted));
});

test.each([
  ['COUNT(Weight__c)', 2],
  ['count(Id)', 3],
  ['COUNT(Colour__c)', 3],
  ['COUNT_DISTINCT(Colour__c)', 2],
  ['SUM(Weight__c)', 3],
  ['AVG(Weight__c)', 1.5],
  ['MIN(Weight__c)', 1],
  ['MAX(Weight__c)', 2],
  ['MAX(Seen__c)', '2026-03-01T00:30:00.000+0000'],
  // By the position in the picklist.
  ['MIN(Colour__c)', 'Red'],
  ['MAX(Colour__c)', 'Blue'],
])('%s is %s', (aggregate, expected) => {
  expect(test_.column(`SELECT ${aggregate} x FROM Widget__c`)).toEqual([expected]);
});

test('the columns of functions have their types', () => {
  const columns = [
    'DAY_ONLY(Seen__c)',
    'HOUR_IN_DAY(Seen__c)',
    'COUNT(Id)',
    'COUNT_DISTINCT(Id)',
    'AVG(Weight__c)',
    'MAX(Sold_On__c)',
  ];
  const { columnMetadata } = test_.org.queryColumns(
    `SELECT ${columns.join(', ')} FROM Widget__c GROUP BY DAY_ONLY(Seen__c), HOUR_IN_DAY(Seen__c)`,
    test_.org.admin,
  );
  expect(
    (columnMetadata as { apexType: string; aggregate: boolean }[]).map(({ apexType, aggregate }) => [
      apexType,
      aggregate,
    ]),
  ).toEqual([
    ['Date', false],
    ['Integer', false],
    ['Integer', true],
    ['Integer', true],
    ['Double', true],
    ['Date', true],
  ]);
});

test.each([
  ['SUM(Name) FROM Widget__c', 'field Name does not support aggregate operator SUM'],
  ['avg(Seen__c) FROM Widget__c', 'field Seen__c does not support aggregate operator AVG'],
  ['COUNT(Sold__c) FROM Widget__c', 'field Sold__c does not support aggregate operator COUNT'],
  ['MAX(Tags__c) FROM Widget__c', 'field Tags__c does not support aggregate operator MAX'],
  [
    'Name FROM Widget__c GROUP BY Name HAVING CALENDAR_YEAR(Name) = 1',
    'field Name of type string can not be used with the function CALENDAR_YEAR',
  ],
  [
    'Name FROM Widget__c WHERE CALENDAR_YEAR(Seen__c, Name) = 1',
    'CALENDAR_YEAR(Seen__c, Name) is not supported by this org',
  ],
  ['Name FROM Widget__c WHERE FORMAT(Weight__c) = 1', 'The function FORMAT is not supported by this org'],
  [
    'Name FROM Widget__c WHERE CALENDAR_YEAR(convertTimezone(Seen__c)) = 1',
    'CALENDAR_YEAR(convertTimezone(Seen__c)) is not supported by this org',
  ],
])('SELECT %s is refused', (rest, message) => {
  const refusal = test_.refusal(() => test_.rows(`SELECT ${rest}`));
  expect(refusal).toMatchObject({ status: 400, errorCode: 'MALFORMED_QUERY' });
  expect(refusal.message.endsWith(message)).toBe(true);
});
