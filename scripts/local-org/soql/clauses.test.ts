import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile();

beforeAll(() => {
  test_.insert('Account', { Name: 'a', NumberOfEmployees: 1 }, { Name: 'b', NumberOfEmployees: 2 });
});

const names = (condition: string): string =>
  test_.column(`SELECT Name FROM Account WHERE ${condition} ORDER BY Name`).join('');

const A = "Name = 'a'";
const B = 'NumberOfEmployees = 2';

/** What @salesforce/soql-common 0.2.2, the grammar of Salesforce's own SOQL tools, accepts. */
test.each([
  [`NOT ${A}`, 'b'],
  [`NOT (${A})`, 'b'],
  [`NOT(${A})`, 'b'],
  [`(NOT ${A})`, 'b'],
  [`NOT (NOT ${A})`, 'a'],
  [`${B} AND (NOT ${A})`, 'b'],
  [`(NOT ${A}) AND (NOT ${B})`, ''],
  [`NOT ((NOT ${A}) AND ${B})`, 'a'],
  [`(NOT (${A} OR ${B})) OR ${A}`, 'a'],
  [`NOT Name IN ('a')`, 'b'],
  [`Name NOT IN ('a')`, 'b'],
])('%s is taken', (condition, expected) => {
  expect(names(condition)).toBe(expected);
});

/** jetstreamapp/soql-parser-js issues 201 and 237, jamessimone/apex-dml-mocking pull requests 32 and 50, tmkw/sf_model issue 24. */
test.each([
  `${A} AND NOT ${B}`,
  `${A} OR NOT (${B})`,
  `NOT ${A} AND ${B}`,
  `NOT (${A}) AND ${B}`,
  `NOT (NOT ${A} AND ${B})`,
  `NOT NOT ${A}`,
])('%s is refused', (condition) => {
  const { errorCode, message } = test_.refusal(() => names(condition));
  expect(errorCode).toBe('MALFORMED_QUERY');
  expect(message).toMatch(/ERROR at Row:1:Column:\d+\nunexpected token: 'NOT'$/);
});

test.each([
  [`(${A}`, '<EOF>'],
  [`${A})`, ')'],
  ['()', ')'],
  [`${A} AND`, '<EOF>'],
  [`AND ${A}`, 'AND'],
  [`${A} AND ${B} OR ${A}`, 'OR'],
  [`(${A}) ${B}`, 'NumberOfEmployees'],
])('%s is refused at %s', (condition, token) => {
  const { errorCode, message } = test_.refusal(() =>
    test_.rows(`SELECT Name FROM Account WHERE ${condition}`),
  );
  expect(errorCode).toBe('MALFORMED_QUERY');
  expect(message).toMatch(/ERROR at Row:1:Column:\d+/);
  expect(message.endsWith(`unexpected token: '${token}'`)).toBe(true);
});

test('brackets that change nothing may stand in any number', () => {
  for (const depth of [10, 1_000, 40_000])
    expect(names(`${'('.repeat(depth)}${A}${')'.repeat(depth)}`)).toBe('a');
});

test('NOT in brackets may stand in any number', () => {
  expect(names(`${'NOT ('.repeat(15_000)}${A}${')'.repeat(15_000)}`)).toBe('a');
  expect(names(`${'NOT ('.repeat(15_001)}${A}${')'.repeat(15_001)}`)).toBe('b');
});

test('as many conditions as a statement has room for are answered', () => {
  const many = Array.from({ length: 3_000 }, (_, n) => `NumberOfEmployees = ${n + 2}`);
  expect(names(many.join(' OR '))).toBe('b');
  expect(names(many.map((each) => `(${each})`).join(' OR '))).toBe('b');
  expect(names(`${A} AND (${many.map(() => A).join(' AND ')})`)).toBe('a');
});

test('AND and OR in each other without end are too complicated', () => {
  const nested = (depth: number): string =>
    Array.from({ length: depth }).reduce<string>(
      (inner, _, n) => `${A} ${n % 2 === 0 ? 'OR' : 'AND'} (${inner})`,
      A,
    );
  expect(names(nested(90))).toBe('a');
  expect(test_.refusal(() => names(nested(3_000)))).toMatchObject({ errorCode: 'QUERY_TOO_COMPLICATED' });
});

test.each(['1700-01-01', '4000-12-31'])('%s is a date', (day) => {
  expect(names(`SLAExpirationDate__c = ${day}`.replace('SLAExpirationDate__c', 'LastActivityDate'))).toBe('');
});

test.each(['0001-01-01', '1699-12-31', '4001-01-01'])('%s is none', (day) => {
  expect(test_.refusal(() => names(`LastActivityDate = ${day}`)).errorCode).toBe('INVALID_FIELD');
  expect(test_.refusal(() => names(`CreatedDate > ${day}T00:00:00Z`)).errorCode).toBe('INVALID_FIELD');
});

test('no account stands above itself', () => {
  const [top = '', middle = ''] = test_.insert('Account', { Name: 'top' }, { Name: 'middle' });
  const parent = (Id: string, ParentId: string) =>
    test_.save('update', 'Account', [{ Id, ParentId }])[0]?.errors;
  expect(parent(middle, top)).toStrictEqual([]);
  for (const under of [top, middle]) {
    expect(parent(top, under)).toEqual([
      {
        statusCode: 'CIRCULAR_DEPENDENCY',
        message: 'attempt to violate hierarchy constraints',
        fields: ['ParentId'],
      },
    ]);
  }
});
