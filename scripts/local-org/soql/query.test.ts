import { type TestOrg, only, openTestOrg } from '../testOrg.ts';

let test_: TestOrg;
const ids: Record<string, string> = {};

beforeAll(() => {
  test_ = openTestOrg(() => new Date('2026-11-22T10:00:00Z'));
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
afterAll(() => {
  test_.org.close();
});

const codes = (where: string): string =>
  [...test_.column(`SELECT Code__c FROM Widget__c WHERE ${where}`)].sort().join('');

describe('WHERE finds', () => {
  test.each([
    ["Name = 'red ONE'", 'R'],
    ["Name = 'élan_X'", 'N'],
    ["Name != 'red one'", 'BGN'],
    ['Weight__c > 1', 'BG'],
    ['Weight__c >= 1', 'BGR'],
    ['Weight__c < 2.5', 'R'],
    ['Weight__c = null', 'N'],
    ['Weight__c != null', 'BGR'],
    ['Weight__c != 1', 'BGN'],
    ['NOT Weight__c > 1', 'NR'],
    ['Sold__c = true', 'R'],
    ['Sold__c != true', 'BGN'],
    ["Colour__c = ''", 'N'],
    ["Colour__c IN ('red', 'BLUE')", 'BR'],
    ["Colour__c NOT IN ('Red', 'Blue')", 'GN'],
    ["NOT Colour__c IN ('Red', 'Blue')", 'GN'],
    ["Colour__c IN ('Red', '')", 'NR'],
    ["Name LIKE '%one'", 'R'],
    ["Name LIKE 'GREEN _wo'", 'G'],
    ["Name LIKE '%100\\%'", 'B'],
    ["Name LIKE '%\\_x'", 'N'],
    ["Name LIKE 'É%'", 'N'],
    ["NOT Name LIKE '%e%'", 'N'],
    ["Name = 'Blue\\'s 100%'", 'B'],
    ["Name = '\\u00c9lan_x'", 'N'],
    ["Tags__c INCLUDES ('a')", 'R'],
    ["Tags__c INCLUDES ('a;b', 'c')", 'BR'],
    ["Tags__c EXCLUDES ('b')", 'BN'],
    ["Tags__c = 'a;b'", 'R'],
    ['Sold_On__c = 2026-11-21', 'R'],
    ['Sold_On__c = YESTERDAY', 'R'],
    ['Sold_On__c < TODAY', 'R'],
    ['Sold_On__c = LAST_N_DAYS:1', 'R'],
    ['Sold_On__c > LAST_MONTH', 'R'],
    ['Sold_On__c = THIS_YEAR', 'R'],
    ['Seen__c > 2026-11-22T00:00:00+01:00', 'GR'],
    // 23:30 in UTC is the next day in Brussels, the administrator's time zone.
    ['Seen__c = TODAY', 'GR'],
    ['CreatedDate = TODAY', 'BGNR'],
    ['CALENDAR_YEAR(Seen__c) = 2026', 'GR'],
    ['DAY_ONLY(Seen__c) = 2026-11-21', 'R'],
    ["Account__r.Name = 'acme'", 'GR'],
    ['Account__r.Name = null', 'N'],
    ["Account__r.Owner.Username LIKE '%@%'", 'BGR'],
    ["Account__c IN (SELECT Id FROM Account WHERE Number__c = 'A2')", 'B'],
    ["Account__c NOT IN (SELECT Id FROM Account WHERE Number__c = 'A2')", 'GNR'],
    ['Id IN (SELECT Widget__c FROM Gadget__c WHERE Count__c > 1)', 'BR'],
    ["(Name LIKE 'r%' OR Name LIKE 'g%') AND Weight__c < 2", 'R'],
    ["NOT (Colour__c = 'Red' OR Weight__c = 10)", 'GN'],
    ['Double_Weight__c = 5', 'G'],
    ["toLabel(Colour__c) = 'Red label'", 'R'],
  ])('%s', (where, expected) => {
    expect(codes(where)).toBe(expected);
  });

  test('an id in its short form and thousands of keys', () => {
    expect(codes(`Id = '${ids.red!.slice(0, 15)}'`)).toBe('R');
    const keys = Array.from({ length: 5000 }, (_each, n) => `'K${n}'`).join(',');
    expect(codes(`Code__c IN (${keys},'b')`)).toBe('B');
  });
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

  test('labels of picklists, and the fields of an object', () => {
    expect(test_.column("SELECT toLabel(Colour__c) FROM Widget__c WHERE Code__c = 'R'")).toEqual([
      'Red label',
    ]);
    expect(Object.keys(only(test_.rows('SELECT FIELDS(CUSTOM) FROM Widget__c LIMIT 1')))).toContain(
      'Double_Weight__c',
    );
    expect(Object.keys(test_.rows('SELECT FIELDS(STANDARD) FROM Widget__c')[0]!)).toEqual(
      expect.arrayContaining(['Id', 'Name', 'OwnerId', 'SystemModstamp']),
    );
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
    expect(
      test_.refusal(() => org.queryMore('0r8000000000000AAA-200', org.admin, { version: '66.0' })),
    ).toMatchObject({ errorCode: 'INVALID_QUERY_LOCATOR' });
  });

  test('the columns of a statement', () => {
    expect(
      test_.org.queryColumns(
        'SELECT Id, Account__r.Name, (SELECT Id FROM Gadgets__r) FROM Widget__c',
        test_.org.admin,
      ),
    ).toMatchObject({
      entityName: 'Widget__c',
      groupBy: false,
      idSelected: true,
      keyPrefix: 'a00',
      columnMetadata: [
        { columnName: 'Id', aggregate: false },
        { columnName: 'Account__r', joinColumns: [{ columnName: 'Name' }] },
        { columnName: 'Gadgets__r', aggregate: true, joinColumns: [{ columnName: 'Id' }] },
      ],
    });
  });
});
