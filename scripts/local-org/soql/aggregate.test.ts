import { orgForFile } from '../orgForTests.ts';

const MOST_GROUPS = 2_000;

const test_ = orgForFile();

beforeAll(() => {
  const [acme = '', beta = ''] = test_.insert('Account', { Name: 'Acme' }, { Name: 'Beta' });
  const widgets = [
    { Name: 'one', Colour__c: 'Red', Weight__c: 1, Account__c: acme, Seen__c: '2025-05-01T10:00:00Z' },
    { Name: 'ONE', Colour__c: 'Red', Weight__c: 2, Account__c: acme, Seen__c: '2026-05-01T10:00:00Z' },
    { Name: 'two', Colour__c: 'Blue', Weight__c: 4, Account__c: beta, Seen__c: '2026-06-01T10:00:00Z' },
    { Name: 'three', Colour__c: 'Green' },
  ];
  const [gone = ''] = test_.insert(
    'Widget__c',
    { Name: 'gone', Colour__c: 'Red', Weight__c: 64 },
    ...widgets,
  );
  test_.save('delete', 'Widget__c', [{ Id: gone }]);
});

describe('answers', () => {
  test.each([
    ["toLabel(Colour__c) FROM Widget__c WHERE Name = 'two'", [{ Colour__c: 'Blue label' }]],
    ['COUNT(Id), MAX(Weight__c) FROM Widget__c', [{ expr0: 4, expr1: 4 }]],
    [
      'count(Id) n, sum(Weight__c), avg(Weight__c) FROM Widget__c WHERE Weight__c > 1',
      [{ n: 2, expr0: 6, expr1: 3 }],
    ],
    [
      'MIN(Weight__c), MAX(Name) top, COUNT(Weight__c) FROM Widget__c w',
      [{ expr0: 1, top: 'two', expr1: 3 }],
    ],
    [
      'Colour__c, COUNT(Id) FROM Widget__c GROUP BY Colour__c ORDER BY Colour__c',
      [
        { Colour__c: 'Red', expr0: 2 },
        { Colour__c: 'Green', expr0: 1 },
        { Colour__c: 'Blue', expr0: 1 },
      ],
    ],
    [
      'Colour__c FROM Widget__c GROUP BY Colour__c ORDER BY Colour__c LIMIT 1 OFFSET 1',
      [{ Colour__c: 'Green' }],
    ],
    ['w.Colour__c c FROM Widget__c w GROUP BY Colour__c HAVING COUNT(Id) = 2', [{ c: 'Red' }]],
    [
      "Account__r.Name, Colour__c c, SUM(Weight__c) FROM Widget__c WHERE Name != 'two' GROUP BY Colour__c, Account__r.Name HAVING SUM(Weight__c) > 2",
      [{ Name: 'Acme', c: 'Red', expr0: 3 }],
    ],
    [
      'Account__r.Name a FROM Widget__c WHERE Account__c != null GROUP BY Account__r.Name ORDER BY Account__r.Name DESC',
      [{ a: 'Beta' }, { a: 'Acme' }],
    ],
    [
      'CALENDAR_YEAR(Seen__c), COUNT(Id) FROM Widget__c WHERE Weight__c > 1 GROUP BY calendar_year(Seen__c)',
      [{ expr0: 2026, expr1: 2 }],
    ],
    ['COUNT(Id) n FROM Widget__c WHERE Weight__c > 10', [{ n: 0 }]],
    ['COUNT(Id) n FROM Widget__c WHERE Weight__c > 10 ALL ROWS', [{ n: 1 }]],
  ])('SELECT %s', (rest, expected) => {
    expect(test_.rows(`SELECT ${rest}`)).toEqual(expected);
  });

  test('each row as an AggregateResult', () => {
    const { records, ...page } = test_.org.query(
      'SELECT Colour__c FROM Widget__c GROUP BY Colour__c HAVING COUNT(Id) > 1',
      test_.org.admin,
      { version: '66.0' },
    );
    expect(page).toEqual({ totalSize: 1, done: true });
    expect(records).toEqual([{ attributes: { type: 'AggregateResult' }, Colour__c: 'Red' }]);
  });

  test.each([
    ['COUNT() FROM Widget__c', 4],
    ['count() FROM Widget__c w WHERE w.Weight__c > 1', 2],
    ["COUNT() FROM Widget__c WHERE Account__r.Name = 'Acme'", 2],
    ['COUNT() FROM Widget__c LIMIT 3', 3],
    ['COUNT() FROM Widget__c LIMIT 3 OFFSET 2', 2],
    ['COUNT() FROM Widget__c ALL ROWS', 5],
  ])('SELECT %s with the number alone', (rest, totalSize) => {
    expect(test_.org.query(`SELECT ${rest}`, test_.org.admin, { version: '66.0' })).toEqual({
      totalSize,
      done: true,
      records: [],
    });
  });

  test('one group for texts that differ in case to a user of an English locale, shown by the least, several to others', () => {
    const { userId } = test_.user('System Administrator');
    function names(LocaleSidKey: string) {
      test_.save('update', 'User', [{ Id: userId, LocaleSidKey }]);
      return test_.rows("SELECT Name, COUNT(Id) n FROM Widget__c WHERE Name = 'one' GROUP BY Name", {
        userId,
      });
    }
    const one = [{ Name: 'ONE', n: 2 }];
    const two = expect.arrayContaining([
      { Name: 'one', n: 1 },
      { Name: 'ONE', n: 1 },
    ]);
    expect(names('en_US')).toEqual(one);
    expect(names('en_GB')).toEqual(one);
    expect(names('nl_BE')).toEqual(two);
    test_.save('update', 'User', [{ Id: userId, LocaleSidKey: 'en_US' }]);
    expect(test_.rows("SELECT COUNT_DISTINCT(Name) n FROM Widget__c WHERE Name = 'one'", { userId })).toEqual(
      [{ n: 1 }],
    );
  });

  test('2,000 groups at most', () => {
    test_.insert('Contact', ...Array.from({ length: MOST_GROUPS }, () => ({ LastName: 'many' })));
    expect(test_.rows('SELECT Id FROM Contact GROUP BY Id')).toHaveLength(MOST_GROUPS);
    test_.insert('Contact', { LastName: 'one more' });
    expect(test_.refusal(() => test_.rows('SELECT Id FROM Contact GROUP BY Id'))).toEqual({
      status: 400,
      errorCode: 'EXCEEDED_ID_LIMIT',
      message:
        'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
    });
    expect(test_.rows(`SELECT Id FROM Contact GROUP BY Id LIMIT ${MOST_GROUPS}`)).toHaveLength(MOST_GROUPS);
  });
});

describe('refuses', () => {
  test.each([
    ['Name, COUNT(Id) FROM Widget__c', 'Field must be grouped or aggregated: Name'],
    ['Account__r.Name FROM Widget__c GROUP BY Name', 'Field must be grouped or aggregated: Account__r.Name'],
    [
      'CALENDAR_YEAR(Seen__c), COUNT(Id) FROM Widget__c GROUP BY Name',
      'Field must be grouped or aggregated: CALENDAR_YEAR(Seen__c)',
    ],
    ['COUNT(Id), (SELECT Id FROM Gadgets__r) FROM Widget__c', 'Grouped queries can not have child queries'],
    ['COUNT(Id) n, MAX(Name) N FROM Widget__c', 'duplicate alias: N'],
    ['Name, Account__r.Name FROM Widget__c GROUP BY Name, Account__r.Name', 'duplicate alias: Name'],
    ['Name FROM Widget__c GROUP BY Name, COUNT(Id)', "unexpected token: '('"],
    ['Name FROM Widget__c GROUP BY rollup(Name)', 'GROUP BY ROLLUP is not supported by this org'],
    ['Name FROM Widget__c GROUP BY CUBE(Name)', 'GROUP BY CUBE is not supported by this org'],
    ['Weight__c FROM Widget__c GROUP BY Weight__c', "field 'Weight__c' can not be grouped in a query call"],
    ...['LIMIT 1', 'OFFSET 1'].map((end) => [
      `COUNT(Id) FROM Widget__c ${end}`,
      'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
    ]),
    ['MAX() FROM Widget__c', 'MAX() is not supported by this org'],
    ['COUNT(), Name FROM Widget__c', 'COUNT() can not be used with other fields or GROUP BY'],
    ['COUNT() FROM Widget__c GROUP BY Name', 'COUNT() can not be used with other fields or GROUP BY'],
    [
      "Name FROM Widget__c GROUP BY Name HAVING Colour__c = 'Red'",
      'Field must be grouped or aggregated: Colour__c',
    ],
    [
      'Name FROM Widget__c GROUP BY Name ORDER BY Colour__c',
      'Ordered field must be grouped or aggregated: Colour__c',
    ],
  ])('SELECT %s', (rest, message) => {
    const refusal = test_.refusal(() => test_.rows(`SELECT ${rest}`));
    expect(refusal).toMatchObject({ status: 400, errorCode: 'MALFORMED_QUERY' });
    expect(refusal.message.endsWith(message)).toBe(true);
  });
});

test('tells the columns of a grouped statement', () => {
  expect(
    test_.org.queryColumns(
      'SELECT Colour__c c, COUNT(Id), SUM(Weight__c) s FROM Widget__c w GROUP BY Colour__c',
      test_.org.admin,
    ),
  ).toEqual({
    columnMetadata: [
      { columnName: 'c', displayName: 'c', apexType: 'String', aggregate: false, joinColumns: [] },
      { columnName: 'expr0', displayName: 'expr0', apexType: 'Integer', aggregate: true, joinColumns: [] },
      { columnName: 's', displayName: 's', apexType: 'Double', aggregate: true, joinColumns: [] },
    ],
    entityName: 'Widget__c',
    groupBy: true,
    idSelected: false,
    keyPrefix: 'a00',
  });
});
