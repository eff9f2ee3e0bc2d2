import { OrgError } from '../org.ts';
import { conditionTree } from './conditionTree.ts';
import { readStatement } from './statement.ts';

const LONGEST = 100_000;

function refusal(text: string): { readonly errorCode: string; readonly message: string } {
  try {
    readStatement(text);
  } catch (error) {
    if (error instanceof OrgError) return { errorCode: error.errorCode, message: error.message };
    throw error;
  }
  throw new Error('it was not refused');
}

test.each([
  ['SELECT Id FROM Account', false],
  ['SELECT Id FROM Account ALL ROWS', true],
  ["SELECT Id FROM Account WHERE Name = 'x' all  rows  ", true],
  ['SELECT Id FROM Account LIMIT 1\nALL\nROWS', true],
  ["SELECT Id FROM Account WHERE Name = 'x ALL ROWS'", false],
])('%j', (text, allRows) => {
  const statement = readStatement(text);
  expect(statement).toMatchObject({ text, allRows });
  expect(statement.query.sObject).toBe('Account');
});

test('its conditions are read with it', () => {
  const { where } = readStatement("SELECT Id FROM Account WHERE (NOT Name = 'a') AND Name != 'b'").query;
  expect(where && conditionTree(where)).toMatchObject({
    kind: 'and',
    parts: [
      { kind: 'not', part: { kind: 'leaf' } },
      { kind: 'leaf', leaf: { operator: '!=' } },
    ],
  });
});

test.each([
  'USING SCOPE everything',
  'USING SCOPE Everything',
  'FOR VIEW',
  'FOR REFERENCE',
  'WITH SECURITY_ENFORCED',
])('%s is taken', (clause) => {
  expect(readStatement(`SELECT Id FROM Account ${clause}`).query.sObject).toBe('Account');
});

test.each([
  ['USING SCOPE mine', 'USING SCOPE mine'],
  ['WITH DATA CATEGORY Geography__c AT usa__c', 'WITH DATA CATEGORY'],
  ['FOR UPDATE', 'FOR UPDATE'],
])('%s is refused', (clause, what) => {
  expect(refusal(`SELECT Id FROM Account ${clause}`)).toEqual({
    errorCode: 'MALFORMED_QUERY',
    message: `${what} is not supported by this org`,
  });
});

test('100,000 characters are taken and no more', () => {
  const text = `SELECT Id FROM Account WHERE Name = '${'x'.repeat(LONGEST)}`.slice(0, LONGEST - 1);
  expect(readStatement(`${text}'`).query.sObject).toBe('Account');
  expect(refusal(`${text} '`)).toEqual({
    errorCode: 'MALFORMED_QUERY',
    message: `SOQL statements can not be longer than ${LONGEST} characters`,
  });
});

/** The line is shown with a caret under the place, which row and column say too. */
test.each([
  ['SELECT Id FROM', '<EOF>', 15],
  ['SELECT Id FROM Account WHERE   ', '<EOF>', 29],
  ['SELECT Id FROM Account LIMIT', '<EOF>', 29],
  ['SELECT Id FROM Account Name = 1', '=', 29],
  ['SELECT FROM Account', 'FROM', 8],
  ['SELECT Id Account', '<EOF>', 18],
  ['  SELECT Id FROM Account LIMIT ', '<EOF>', 31],
  ['SELECT Id FROM Account a beta', 'beta', 26],
  ['SELECT Id FROM Account LIMIT x', 'x', 30],
  ['SELECT Id FROM Account ORDER BY', '<EOF>', 32],
  ["SELECT Id FROM Account LIMIT 'x y'", "'x y'", 30],
  ["SELECT Id FROM Account a 'x y'", "'x y'", 26],
  ["SELECT Id FROM Account WHERE Name = 'x", "'", 37],
  ['SELECT Id FROM Account WHERE Name = #', '#', 37],
])('%j stops at %s', (text, token, column) => {
  const { errorCode, message } = refusal(text);
  expect(errorCode).toBe('MALFORMED_QUERY');
  expect(message).toBe(
    `\n${text}\n${' '.repeat(column - 1)}^\nERROR at Row:1:Column:${column}\nunexpected token: '${token}'`,
  );
});

test('AND and OR within each other without end are too complicated', () => {
  const nested = `${"(Name = 'a' OR (Name = 'b' AND ".repeat(1_000)}Name = 'c'${'))'.repeat(1_000)}`;
  expect(refusal(`SELECT Id FROM Account WHERE ${nested}`).errorCode).toBe('QUERY_TOO_COMPLICATED');
});
