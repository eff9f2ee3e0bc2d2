import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile();

beforeAll(() => {
  test_.insert(
    'Widget__c',
    { Name: 'a', Weight__c: 1, Tags__c: 'a;b' },
    { Name: 'b', Weight__c: 2, Tags__c: 'b' },
    { Name: 'c', Weight__c: 3 },
  );
});

const names = (where: string): string =>
  test_.column(`SELECT Name FROM Widget__c WHERE ${where} ORDER BY Name`).join('');

test.each([
  ["Name <> 'a'", 'bc'],
  ["Name != 'a'", 'bc'],
  ["Name like 'A' or Name Like 'b'", 'ab'],
  ["name not in ('a', 'b')", 'c'],
  ["Tags__c includes ('a')", 'a'],
  ["Name = 'a' OR (Weight__c > 1 AND (NOT Name = 'b'))", 'ac'],
  ["(NOT (Name = 'a' OR Name = 'b')) AND Weight__c > 0", 'c'],
  ['Id IN (SELECT Widget__c FROM Gadget__c WHERE Count__c > 1 OR (NOT Count__c = 1))', ''],
])('WHERE %s', (where, expected) => {
  expect(names(where)).toBe(expected);
});

test('HAVING has conditions as WHERE has, and a child query has its own', () => {
  expect(
    test_.column(
      "SELECT Name FROM Widget__c WHERE Name != 'c' GROUP BY Name HAVING (NOT Name = 'a') AND COUNT(Id) = 1",
    ),
  ).toEqual(['b']);
  const [widget = ''] = test_.insert('Widget__c', { Name: 'parent' });
  test_.insert('Gadget__c', { Widget__c: widget, Count__c: 1 }, { Widget__c: widget, Count__c: 2 });
  const children = (where: string) =>
    test_.rows(
      `SELECT Name, (SELECT Id FROM Gadgets__r LIMIT 1), (SELECT LastModifiedById FROM Shares WHERE UserOrGroupId = null) FROM Widget__c WHERE Name = 'parent'`.replace(
        'LIMIT 1',
        where,
      ),
    );
  expect(children('WHERE NOT (Count__c = 1 OR Count__c > 2)')).toEqual([
    { Name: 'parent', Gadgets__r: expect.objectContaining({ totalSize: 1 }), Shares: null },
  ]);
});

/** What @salesforce/soql-common 0.2.2, the grammar of Salesforce's own SOQL tools, refuses. */
test.each([
  ["Name = ('a','b')", '(', 41],
  ["Name = ('a')", '(', 41],
  ["Name LIKE ('a', 'b')", '(', 44],
  ['Weight__c > (1)', '(', 46],
  ['Weight__c>(1)', '(', 44],
  ['Weight__c <=  (1)', '(', 48],
  ["Name IN 'a'", "'a'", 42],
  ["Name NOT IN 'a'", "'a'", 46],
  ["Tags__c INCLUDES 'a'", "'a'", 51],
  ["Tags__c EXCLUDES 'a'", "'a'", 51],
  ['DAY_ONLY(CreatedDate) = (TODAY)', '(', 58],
  ['Id = (SELECT Widget__c FROM Gadget__c)', '(', 39],
  ['Id != (SELECT Widget__c FROM Gadget__c)', '(', 40],
  ['Name LIKE (SELECT Name FROM Account)', '(', 44],
  ['Tags__c INCLUDES (SELECT Name FROM Account)', 'SELECT', 52],
  ['Tags__c EXCLUDES ( SELECT Name FROM Account)', 'SELECT', 53],
])('WHERE %s is refused at %s', (where, token, column) => {
  const { errorCode, message } = test_.refusal(() => names(where));
  expect(errorCode).toBe('MALFORMED_QUERY');
  expect(message).toContain(`ERROR at Row:1:Column:${column}\nunexpected token: '${token}'`);
});
