import type { Caller } from '../org.ts';
import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile(undefined, { sharing: { contact: 'Private' } });
/** May read widgets, but neither their account nor gadgets. */
let reader: Caller;

beforeAll(() => {
  const [acme = '', beta = ''] = test_.insert('Account', { Name: 'Acme', Number__c: 'A1' }, { Name: 'Beta' });
  const [red = '', blue = '', gone = ''] = test_.insert(
    'Widget__c',
    { Name: 'r', Colour__c: 'Red', Weight__c: 2, Account__c: acme, Seen__c: '2026-03-01T10:00:00Z' },
    { Name: 'b', Colour__c: 'Blue', Weight__c: 1, Account__c: beta, Seen__c: '2026-02-01T10:00:00Z' },
    { Name: 'x', Colour__c: 'Red', Account__c: acme },
    { Name: 'g', Colour__c: 'Green', Weight__c: 1, Seen__c: '2026-01-01T10:00:00Z' },
  );
  test_.insert(
    'Gadget__c',
    { Widget__c: red, Count__c: 2 },
    { Widget__c: red, Count__c: 3 },
    { Widget__c: red, Count__c: 1 },
    { Widget__c: blue, Count__c: 5 },
  );
  test_.save('delete', 'Widget__c', [{ Id: gone }]);
  reader = test_.user('Standard User', 'Reader');
});

const names = (rest: string): string => test_.column(`SELECT Name FROM Widget__c ${rest}`).join('');

describe('the order of', () => {
  test.each([
    ['ORDER BY Weight__c', 'bgr'],
    ['ORDER BY Weight__c DESC', 'rbg'],
    ['ORDER BY Weight__c DESC, Name DESC', 'rgb'],
    ['ORDER BY Account__r.Name', 'grb'],
    ['ORDER BY Account__r.Name NULLS LAST', 'rbg'],
    ['ORDER BY Account__r.Name DESC', 'gbr'],
    ['ORDER BY CALENDAR_MONTH(Seen__c)', 'gbr'],
    ['ORDER BY CALENDAR_MONTH(Seen__c) DESC', 'rbg'],
    ['ORDER BY Weight__c LIMIT 1', 'b'],
    ['ORDER BY Weight__c LIMIT 1 OFFSET 1', 'g'],
    ['ORDER BY Weight__c OFFSET 1', 'gr'],
    ['ORDER BY Weight__c OFFSET 2000', ''],
    ['LIMIT 0', ''],
    ['', 'rbg'],
    ['ALL ROWS', 'rbxg'],
    ["WHERE Colour__c = 'Red' ALL ROWS", 'rx'],
  ])('%s', (rest, expected) => {
    expect(names(rest)).toBe(expected);
  });

  test.each([
    [
      'CALENDAR_MONTH(Seen__c) m, COUNT(Id) FROM Widget__c GROUP BY CALENDAR_MONTH(Seen__c) ORDER BY CALENDAR_MONTH(Seen__c) DESC',
      [3, 2, 1],
    ],
    [
      'Account__r.Name FROM Widget__c GROUP BY Account__r.Name ORDER BY MAX(Weight__c) DESC, Account__r.Name',
      ['Acme', null, 'Beta'],
    ],
  ])('SELECT %s', (rest, expected) => {
    expect(test_.column(`SELECT ${rest}`)).toEqual(expected);
  });
});

test('what is not shared with a user is not found', () => {
  test_.insert('Contact', { LastName: 'c' });
  expect(test_.column('SELECT LastName FROM Contact')).toEqual(['c']);
  expect(test_.column('SELECT LastName FROM Contact', reader)).toStrictEqual([]);
});

describe('a semi-join finds', () => {
  test.each([
    ["Account__c IN (SELECT Id FROM Account WHERE Name = 'acme')", 'r'],
    ['Id IN (SELECT Widget__c FROM Gadget__c WHERE Count__c > 1)', 'rb'],
    ['Id IN (SELECT g.Widget__c FROM Gadget__c g WHERE g.Count__c > 3)', 'b'],
    ["Id IN (SELECT Widget__c FROM Gadget__c WHERE Widget__r.Colour__c = 'Red')", 'r'],
    [
      "Account__c IN (SELECT Id FROM Account WHERE Number__c = 'A1') AND Id IN (SELECT Widget__c FROM Gadget__c)",
      'r',
    ],
    [
      "Account__r.Name = 'Beta' AND Id IN (SELECT Widget__c FROM Gadget__c WHERE Widget__r.Account__r.Name = 'Beta')",
      'b',
    ],
  ])('WHERE %s', (where, expected) => {
    expect(names(`WHERE ${where}`)).toBe(expected);
  });
});

describe('children', () => {
  const children = (child: string) =>
    test_.rows(`SELECT Name, (${child}) FROM Widget__c ORDER BY Name`).map(({ Name, Gadgets__r }) => {
      const { records } = (Gadgets__r ?? { records: [] }) as { records: { Count__c: number }[] };
      return `${String(Name)}${records.map(({ Count__c }) => Count__c).join('')}`;
    });
  test.each([
    ['SELECT Count__c FROM gadgets__R', 'b5 g r231'],
    ['SELECT Count__c FROM Gadgets__r ORDER BY Count__c DESC', 'b5 g r321'],
    ['SELECT Count__c FROM Gadgets__r WHERE Count__c > 1 AND Count__c < 5', 'b g r23'],
    ['SELECT Count__c FROM Gadgets__r LIMIT 2', 'b5 g r23'],
    ["SELECT Count__c FROM Gadgets__r WHERE Widget__r.Name = 'b'", 'b5 g r'],
  ])('%s', (child, expected) => {
    expect(children(child).join(' ')).toBe(expected);
  });

  test('two lists of one record', () => {
    const [acme] = test_.rows(
      "SELECT (SELECT Name FROM Widgets__r WHERE Weight__c = 2), (SELECT LastName FROM Contacts WHERE LastName = 'x') FROM Account WHERE Name = 'Acme'",
    );
    expect(acme).toEqual({
      Widgets__r: { totalSize: 1, done: true, records: [expect.objectContaining({ Name: 'r' })] },
      Contacts: null,
    });
  });
});

const INNER = 'The inner select of a semi-join must have exactly one field';
const COUNT_ORDER = 'Ordered field must be grouped or aggregated: ';

describe('refuses', () => {
  test.each([
    ['Name FROM Widget__c OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', 'Maximum SOQL offset allowed is 2000'],
    [
      'Id FROM Widget__c WHERE Id IN (SELECT Id FROM Widget__c)',
      'MALFORMED_QUERY',
      'The inner and outer selects should not be on the same object type',
    ],
    ['Name FROM Widget__c GROUP BY Name ORDER BY Id', 'MALFORMED_QUERY', `${COUNT_ORDER}Id`],
    ['Name FROM Widget__c ORDER BY COUNT(Id)', 'MALFORMED_QUERY', `${COUNT_ORDER}COUNT(Id)`],
    [
      'Name FROM Widget__c GROUP BY Name ORDER BY CALENDAR_YEAR(Seen__c)',
      'MALFORMED_QUERY',
      `${COUNT_ORDER}CALENDAR_YEAR(Seen__c)`,
    ],
    [
      'Name FROM Widget__c ORDER BY Tags__c',
      'MALFORMED_QUERY',
      "field 'Tags__c' can not be sorted in a query call",
    ],
    ['Id FROM Widget__c WHERE Account__c IN (SELECT Id, Name FROM Account)', 'MALFORMED_QUERY', INNER],
    ['Id FROM Widget__c WHERE Account__c IN (SELECT COUNT(Id) FROM Account)', 'MALFORMED_QUERY', INNER],
    [
      'Id FROM Widget__c WHERE Account__c IN (SELECT Widget__r.Account__c FROM Gadget__c)',
      'MALFORMED_QUERY',
      'The inner select field cannot have more than one level of relationships',
    ],
    [
      'Id FROM Widget__c WHERE Account__c IN (SELECT Name FROM Account)',
      'MALFORMED_QUERY',
      "The selected field 'Name' in the semi-join must be an id or a reference field",
    ],
    ...['LIMIT 1', 'ORDER BY Name'].map((end) => [
      `Id FROM Widget__c WHERE Account__c IN (SELECT Id FROM Account ${end})`,
      'MALFORMED_QUERY',
      'A semi-join can not have LIMIT or ORDER BY',
    ]),
    [
      'Id FROM Account WHERE Id IN (SELECT Account__c FROM Widget__c WHERE Id IN (SELECT Widget__c FROM Gadget__c))',
      'MALFORMED_QUERY',
      'Nesting of semi join sub-selects is not supported',
    ],
    [
      'Id FROM Widget__c WHERE Account__c IN (SELECT Id FROM Acount)',
      'INVALID_TYPE',
      "sObject type 'Acount' is not supported.",
    ],
    [
      '(SELECT Id FROM Gadgets__r FOR UPDATE) FROM Widget__c',
      'MALFORMED_QUERY',
      'FOR UPDATE is not supported by this org',
    ],
    [
      '(SELECT COUNT(Id) FROM Gadgets__r GROUP BY Name) FROM Widget__c',
      'MALFORMED_QUERY',
      'GROUP BY is not allowed in a child query',
    ],
    [
      '(SELECT Id, (SELECT Id FROM Gadgets__r) FROM Widgets__r) FROM Account',
      'MALFORMED_QUERY',
      'First level relationships only: child queries can not have child queries',
    ],
    [
      '(SELECT Id FROM Gadgets__r) FROM Account',
      'INVALID_TYPE',
      "Didn't understand relationship 'Gadgets__r' in FROM part",
    ],
  ])('SELECT %s', (rest, errorCode, message) => {
    const refusal = test_.refusal(() => test_.rows(`SELECT ${rest}`));
    expect(refusal).toMatchObject({ status: 400, errorCode });
    expect(refusal.message).toContain(message);
  });

  test.each([
    ['whose field the user may not read', 'SELECT (SELECT Id FROM Widgets__r) FROM Account', 'Widgets__r'],
    [
      'of an object that the user may not read',
      'SELECT (SELECT Id FROM Gadgets__r) FROM Widget__c',
      'Gadgets__r',
    ],
  ])('children %s', (_what, soql, relation) => {
    expect(test_.refusal(() => test_.rows(soql, reader)).message).toContain(
      `Didn't understand relationship '${relation}' in FROM part`,
    );
  });
});
