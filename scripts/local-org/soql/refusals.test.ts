import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile();

describe('is refused', () => {
  const refusal = (soql: string) => test_.refusal(() => test_.rows(soql));

  test('an unknown field, with its place', () => {
    expect(refusal('SELECT Nmae FROM Account')).toEqual({
      status: 400,
      errorCode: 'INVALID_FIELD',
      message:
        "\nSELECT Nmae FROM Account\n       ^\nERROR at Row:1:Column:8\nNo such column 'Nmae' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
    });
  });

  test.each([
    ['SELECT Id FROM Wigdet__c', 'INVALID_TYPE', "sObject type 'Wigdet__c' is not supported."],
    [
      'SELECT Foo__r.Name FROM Widget__c',
      'INVALID_FIELD',
      "Didn't understand relationship 'Foo__r' in field path.",
    ],
    [
      'SELECT (SELECT Id FROM Foos__r) FROM Widget__c',
      'INVALID_TYPE',
      "Didn't understand relationship 'Foos__r' in FROM part of query call.",
    ],
    [
      "SELECT Id FROM Widget__c WHERE Weight__c = '1'",
      'INVALID_FIELD',
      "value of filter criterion for field 'Weight__c' must be of type double and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Widget__c WHERE Name = 1',
      'INVALID_FIELD',
      "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
    ],
    ["SELECT Id FROM Widget__c WHERE Id = 'abc'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field: abc'],
    [
      "SELECT Id FROM Widget__c WHERE Notes__c = 'x'",
      'INVALID_FIELD',
      "field 'Notes__c' can not be filtered in a query call",
    ],
    [
      'SELECT Id FROM Widget__c ORDER BY Notes__c',
      'MALFORMED_QUERY',
      "field 'Notes__c' can not be sorted in a query call",
    ],
    ['SELECT Name, name FROM Widget__c', 'INVALID_FIELD', 'duplicate field selected: name'],
    ['SELECT Name, COUNT(Id) FROM Widget__c', 'MALFORMED_QUERY', 'Field must be grouped or aggregated: Name'],
    [
      'SELECT FIELDS(ALL) FROM Widget__c',
      'MALFORMED_QUERY',
      'The SOQL FIELDS function must have a LIMIT of at most 200',
    ],
    ['SELECT Id FROM Widget__c WHERE', 'MALFORMED_QUERY', "unexpected token: '<EOF>'"],
    ["SELECT Id FROM Widget__c WHERE Name == 'x'", 'MALFORMED_QUERY', 'unexpected token:'],
    [
      "SELECT Id FROM Widget__c WHERE Name = 'a' AND Code__c = 'b' OR Code__c = 'c'",
      'MALFORMED_QUERY',
      'unexpected token:',
    ],
    ['SELECT Id FROM Widget__c FOR UPDATE', 'MALFORMED_QUERY', 'FOR UPDATE is not supported by this org'],
    [
      'SELECT Name FROM Widget__c GROUP BY ROLLUP(Name)',
      'MALFORMED_QUERY',
      'GROUP BY ROLLUP is not supported by this org',
    ],
    [
      "SELECT Id FROM Widget__c WHERE Name = 'a' OR Account__c IN (SELECT Id FROM Account)",
      'MALFORMED_QUERY',
      "Semi join sub-selects are not allowed with the 'OR' operator",
    ],
    ...['NOT (Account__c IN (SELECT Id FROM Account))', 'NOT Account__c NOT IN (SELECT Id FROM Account)'].map(
      (condition) =>
        [
          `SELECT Id FROM Widget__c WHERE ${condition}`,
          'MALFORMED_QUERY',
          "Semi join sub-selects are not allowed with the 'NOT' operator",
        ] as const,
    ),
    [
      "SELECT Id FROM Widget__c WHERE Name = 'a' AND (Name = 'b' OR Account__c IN (SELECT Id FROM Account))",
      'MALFORMED_QUERY',
      'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
    ],
    [
      'SELECT Id FROM Widget__c WHERE Id IN (SELECT Id FROM Widget__c)',
      'MALFORMED_QUERY',
      'The inner and outer selects should not be on the same object type',
    ],
    [
      'SELECT Id FROM Widget__c WHERE Id IN (SELECT Widget__c FROM Gadget__c WHERE Widget__c IN (SELECT Id FROM Widget__c))',
      'MALFORMED_QUERY',
      'Nesting of semi join sub-selects is not supported',
    ],
    [
      'SELECT COUNT(Id) FROM Widget__c LIMIT 1',
      'MALFORMED_QUERY',
      'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
    ],
    [
      'SELECT Weight__c FROM Widget__c GROUP BY Weight__c',
      'MALFORMED_QUERY',
      "field 'Weight__c' can not be grouped in a query call",
    ],
    [
      'SELECT COUNT(Sold__c) FROM Widget__c',
      'MALFORMED_QUERY',
      'field Sold__c does not support aggregate operator COUNT',
    ],
    [
      'SELECT Colour__c, COUNT(Id) FROM Widget__c GROUP BY Colour__c ORDER BY Name',
      'MALFORMED_QUERY',
      'Ordered field must be grouped or aggregated: Name',
    ],
    [
      "SELECT Colour__c FROM Widget__c GROUP BY Colour__c HAVING Name = 'a'",
      'MALFORMED_QUERY',
      'Field must be grouped or aggregated: Name',
    ],
    [
      'SELECT Id FROM Widget__c USING SCOPE mine',
      'MALFORMED_QUERY',
      'USING SCOPE mine is not supported by this org',
    ],
    [
      `SELECT Id FROM Widget__c WHERE Name IN ('${'x'.repeat(100_000)}')`,
      'MALFORMED_QUERY',
      'SOQL statements can not be longer than 100000 characters',
    ],
    [
      "SELECT Id FROM UserRecordAccess WHERE RecordId = '001'",
      'MALFORMED_QUERY',
      'UserRecordAccess must be filtered',
    ],
  ] as const)('%.80s', (soql, errorCode, message) => {
    expect(refusal(soql)).toMatchObject({ status: 400, errorCode });
    expect(refusal(soql).message).toContain(message);
  });
});
