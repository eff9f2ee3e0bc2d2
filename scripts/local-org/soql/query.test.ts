import type { Caller } from '../org.ts';
import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile(() => new Date('2026-11-22T10:00:00Z'));
const ids: Record<string, string> = {};

beforeAll(() => {
  const [acme = '', beta = ''] = test_.insert(
    'Account',
    { Name: 'Acme', Number__c: 'A1' },
    { Name: 'Beta', Number__c: 'A2' },
  );
  const [red = '', green = '', blue = '', none = ''] = test_.insert(
    'Widget__c',
    {
      Name: 'Red one',
      Code__c: 'R',
      Colour__c: 'Red',
      Weight__c: 1,
      Sold__c: true,
      Sold_On__c: '2026-11-21',
      Tags__c: 'a;b',
      Account__c: acme,
      Seen__c: '2026-11-21T23:30:00Z',
    },
    {
      Name: 'green Two',
      Code__c: 'G',
      Colour__c: 'Green',
      Weight__c: 2.5,
      Tags__c: 'b',
      Account__c: acme,
      Seen__c: '2026-11-22T09:00:00Z',
    },
    {
      Name: "Blue's 100%",
      Code__c: 'B',
      Colour__c: 'Blue',
      Weight__c: 10,
      Tags__c: 'c',
      Account__c: beta,
      Mail__c: 'x@y.be',
      Notes__c: 'a\nb',
    },
    { Name: 'Élan_x', Code__c: 'N' },
  );
  test_.insert(
    'Gadget__c',
    { Widget__c: red, Count__c: 1 },
    { Widget__c: red, Count__c: 2 },
    { Widget__c: blue, Count__c: 5 },
  );
  Object.assign(ids, { acme, beta, red, green, blue, none });
});

const codes = (where: string): string =>
  [...test_.column(`SELECT Code__c FROM Widget__c WHERE ${where}`)].sort().join('');

describe('WHERE finds', () => {
  test.each([
    ["Colour__c IN ('Red', '')", 'NR'],
    ["Name LIKE 'GREEN _wo'", 'G'],
    ["Name LIKE '%100\\%'", 'B'],
    ["Name LIKE '%\\_x'", 'N'],
    ["Name LIKE 'É%'", 'N'],
    ["Name = 'Blue\\'s 100%'", 'B'],
    ["Name = '\\u00c9lan_x'", 'N'],
    ['Sold_On__c = THIS_YEAR', 'R'],
    ['Seen__c > 2026-11-22T00:00:00+01:00', 'GR'],
    // 23:30 in UTC is the next day in Brussels, the administrator's time zone.
    ['Seen__c = TODAY', 'GR'],
    ['CreatedDate = TODAY', 'BGNR'],
    ["Account__r.Name = 'acme'", 'GR'],
    ['Account__r.Name = null', 'N'],
    ["Account__r.Owner.Username LIKE '%@%'", 'BGR'],
    ["(Name LIKE 'r%' OR Name LIKE 'g%') AND Weight__c < 2", 'R'],
    ['Double_Weight__c = 5', 'G'],
  ])('%s', (where, expected) => {
    expect(codes(where)).toBe(expected);
  });

  test('an id in its short form and thousands of keys', () => {
    expect(codes(`Id = '${ids.red!.slice(0, 15)}'`)).toBe('R');
    const keys = Array.from({ length: 5000 }, (_each, n) => `'K${n}'`).join(',');
    expect(codes(`Code__c IN (${keys},'b')`)).toBe('B');
  });
});

test('weeks begin on the first day of the locale', () => {
  const { userId } = test_.user('System Administrator');
  function thisWeek(LocaleSidKey: string) {
    test_.save('update', 'User', [{ Id: userId, LocaleSidKey }]);
    return test_.column('SELECT Code__c FROM Widget__c WHERE Sold_On__c = THIS_WEEK', { userId });
  }
  // Today is a Sunday, the day of the sale the Saturday before it.
  expect(thisWeek('nl_BE')).toEqual(['R']);
  expect(thisWeek('en_US')).toStrictEqual([]);
});

describe('answers', () => {
  test('names in canonical case, parents nested with attributes, missing parents as null', () => {
    const { records } = test_.org.query(
      "SELECT id, NAME, account__r.name FROM widget__C WHERE code__c IN ('R','N') ORDER BY Code__c",
      test_.org.admin,
      { version: '60.0' },
    );
    expect(records).toEqual([
      {
        attributes: { type: 'Widget__c', url: `/services/data/v60.0/sobjects/Widget__c/${ids.none!}` },
        Id: ids.none,
        Name: 'Élan_x',
        Account__r: null,
      },
      {
        attributes: { type: 'Widget__c', url: `/services/data/v60.0/sobjects/Widget__c/${ids.red!}` },
        Id: ids.red,
        Name: 'Red one',
        Account__r: {
          attributes: { type: 'Account', url: `/services/data/v60.0/sobjects/Account/${ids.acme!}` },
          Name: 'Acme',
        },
      },
    ]);
  });

  test('children of each record, null where there are none', () => {
    const rows = test_.rows(
      'SELECT Code__c, (SELECT Count__c FROM Gadgets__r WHERE Count__c > 1 ORDER BY Count__c) FROM Widget__c ORDER BY Code__c',
    );
    expect(rows.map((row) => row.Gadgets__r)).toEqual([
      { totalSize: 1, done: true, records: [expect.objectContaining({ Count__c: 5 })] },
      null,
      null,
      { totalSize: 1, done: true, records: [expect.objectContaining({ Count__c: 2 })] },
    ]);
  });

  test('in the order that was asked for', () => {
    const order = (by: string): string =>
      test_.column(`SELECT Code__c FROM Widget__c ORDER BY ${by}`).join('');
    expect(order('Weight__c')).toBe('NRGB');
    expect(order('Weight__c DESC NULLS LAST')).toBe('BGRN');
    expect(order('Account__r.Name DESC, Name')).toBe('NBGR');
    expect(order('Name ASC NULLS LAST LIMIT 2 OFFSET 1')).toBe('NG');
  });

  test('counts and groups', () => {
    expect(
      test_.org.query('SELECT COUNT() FROM Widget__c WHERE Weight__c > 1', test_.org.admin, {
        version: '66.0',
      }),
    ).toEqual({ totalSize: 2, done: true, records: [] });
    expect(
      test_.rows(
        'SELECT Account__r.Name, COUNT(Id) n, SUM(Weight__c), MAX(Name) FROM Widget__c GROUP BY Account__r.Name HAVING COUNT(Id) > 1',
      ),
    ).toEqual([{ Name: 'Acme', n: 2, expr0: 3.5, expr1: 'Red one' }]);
    expect(
      test_.rows('SELECT AVG(Weight__c) mean, MIN(Sold_On__c), COUNT_DISTINCT(Account__c) FROM Widget__c'),
    ).toEqual([{ mean: 4.5, expr0: '2026-11-21', expr1: 2 }]);
    expect(
      test_.rows(
        'SELECT CALENDAR_MONTH(Seen__c) m, COUNT(Id) FROM Widget__c WHERE Seen__c != null GROUP BY CALENDAR_MONTH(Seen__c)',
      ),
    ).toEqual([{ m: 11, expr0: 2 }]);
  });

  test('pages that stay as they were found while rows change', () => {
    const { org } = test_;
    const first = org.query('SELECT Id FROM ObjectPermissions', org.admin, { version: '66.0' });
    expect(first.done).toBe(true);
    const made = test_.insert(
      'Contact',
      ...Array.from({ length: 450 }, (_each, n) => ({ LastName: `L${String(n).padStart(3, '0')}` })),
    );
    const page = org.query('SELECT LastName FROM Contact ORDER BY LastName', org.admin, {
      version: '66.0',
      batchSize: 200,
    });
    expect(page).toMatchObject({
      totalSize: 450,
      done: false,
      next: expect.stringMatching(/^0r8\w{15}-200$/),
    });
    test_.insert('Contact', { LastName: 'L000a' });
    const second = org.queryMore(page.next!, org.admin, { version: '66.0', batchSize: 200 });
    const third = org.queryMore(second.next!, org.admin, { version: '66.0', batchSize: 200 });
    const names = [page, second, third].flatMap((each) => each.records.map((record) => record.LastName));
    expect(names).toEqual(made.map((_id, n) => `L${String(n).padStart(3, '0')}`));
    expect(third).toMatchObject({ done: true, totalSize: 450 });
    const { userId } = test_.user('System Administrator');
    const id = page.next!.split('-')[0]!;
    for (const [locator, who] of [
      ['0r8000000000000AAA-200', org.admin],
      [id, org.admin],
      [`${id}-x`, org.admin],
      [`${id}-1x`, org.admin],
      [page.next!, { userId }],
    ] as const)
      expect(test_.refusal(() => org.queryMore(locator, who, { version: '66.0' }))).toEqual({
        status: 400,
        errorCode: 'INVALID_QUERY_LOCATOR',
        message: 'invalid query locator',
      });
  });
});

describe('pages', () => {
  const page = (batchSize?: number, caller: Caller = test_.org.admin) =>
    test_.org.query('SELECT Id FROM Contact', caller, {
      version: '66.0',
      ...(batchSize === undefined ? {} : { batchSize }),
    });
  const more = (next: string | undefined, caller: Caller = test_.org.admin) =>
    test_.org.queryMore(next ?? '', caller, { version: '66.0', batchSize: 200 });

  test('of 200 to 2,000 records', () => {
    const count = test_.org.query('SELECT COUNT() FROM Contact', test_.org.admin, {
      version: '66.0',
    }).totalSize;
    test_.insert('Contact', ...Array.from({ length: 2_001 - count }, () => ({ LastName: 'x' })));
    expect(page().records).toHaveLength(2_000);
    expect(page(3_000).records).toHaveLength(2_000);
    expect(page(1).records).toHaveLength(200);
    expect(page(300)).toMatchObject({ done: false, totalSize: 2_001, next: expect.stringMatching(/-300$/) });
    const last = test_.org.queryMore(page().next!, test_.org.admin, { version: '66.0' });
    expect(last).toEqual({ totalSize: 2_001, done: true, records: [expect.anything()] });
  });

  test('of ten statements of a user stay open', () => {
    const other = test_.user('System Administrator');
    const theirs = page(200, other);
    const [first, ...others] = Array.from({ length: 11 }, () => page(200));
    expect(test_.refusal(() => more(first?.next)).errorCode).toBe('INVALID_QUERY_LOCATOR');
    // What fits in one page takes none of them.
    test_.org.query('SELECT Id FROM Contact LIMIT 200', test_.org.admin, { version: '66.0', batchSize: 200 });
    for (const { next } of others) expect(more(next).records).toHaveLength(200);
    expect(more(theirs.next, other).records).toHaveLength(200);
  });
});

test('the columns of a statement, with their types, those of parents and children under them', () => {
  const metadataOf = (
    columnName: string,
    apexType: string,
    aggregate = false,
    joinColumns: unknown[] = [],
  ) => ({
    columnName,
    displayName: columnName,
    apexType,
    aggregate,
    joinColumns,
  });
  const columns = (soql: string) => test_.org.queryColumns(soql, test_.org.admin);
  const widget = { entityName: 'Widget__c', groupBy: false, idSelected: false, keyPrefix: 'a00' };
  const list =
    'Name, Sold__c, Price__c, Sold_On__c, Seen__c, Weight__c, Account__c, Account__r.Name, Account__r.Owner.Name';
  expect(columns(`SELECT ${list}, Account__r.Id, (SELECT Id FROM Gadgets__r) FROM widget__c`)).toEqual({
    ...widget,
    columnMetadata: [
      metadataOf('Name', 'String'),
      metadataOf('Sold__c', 'Boolean'),
      metadataOf('Price__c', 'Double'),
      metadataOf('Sold_On__c', 'Date'),
      metadataOf('Seen__c', 'Datetime'),
      metadataOf('Weight__c', 'Double'),
      metadataOf('Account__c', 'Id'),
      metadataOf('Account__r', 'complexvaluetype', false, [
        metadataOf('Name', 'String'),
        metadataOf('Owner', 'complexvaluetype', false, [metadataOf('Name', 'String')]),
        metadataOf('Id', 'Id'),
      ]),
      metadataOf('Gadgets__r', 'complexvaluetype', true, [metadataOf('Id', 'Id')]),
    ],
  });
  expect(columns('SELECT Id FROM Widget__c')).toEqual({
    ...widget,
    idSelected: true,
    columnMetadata: [metadataOf('Id', 'Id')],
  });
  expect(columns('SELECT COUNT() FROM Widget__c')).toEqual({ ...widget, columnMetadata: [] });
  expect(columns('SELECT NumberOfEmployees, COUNT(Id) n FROM Account GROUP BY NumberOfEmployees')).toEqual({
    ...widget,
    entityName: 'Account',
    groupBy: true,
    keyPrefix: '001',
    columnMetadata: [metadataOf('NumberOfEmployees', 'Integer'), metadataOf('n', 'Integer', true)],
  });
  expect(columns('SELECT RecordId, HasEditAccess FROM userRecordAccess')).toEqual({
    ...widget,
    entityName: 'UserRecordAccess',
    keyPrefix: null,
    columnMetadata: [metadataOf('RecordId', 'String'), metadataOf('HasEditAccess', 'String')],
  });
});
