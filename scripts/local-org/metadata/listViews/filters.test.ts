import type { ListField } from './fields.ts';
import { filterCondition } from './filters.ts';
import { logicOf, logicSoql } from './logic.ts';

const of = (type: string, path = 'Field__c'): ListField => ({
  path,
  lookup: null,
  field: { name: path, label: path, type, nameField: false, relationshipName: null, referenceTo: [] },
});

test.each<readonly [string, string, string | null, string]>([
  ['string', 'equals', "O'Neill", "Field__c = 'O\\'Neill'"],
  ['string', 'equals', null, 'Field__c = null'],
  ['picklist', 'notEqual', 'A, B', "Field__c NOT IN ('A', 'B')"],
  ['picklist', 'equals', '"A, B",C', "Field__c IN ('A, B', 'C')"],
  ['string', 'contains', '50%,a_b', "(Field__c LIKE '%50\\%%' OR Field__c LIKE '%a\\_b%')"],
  ['string', 'notContain', 'a,b', "((NOT Field__c LIKE '%a%') AND (NOT Field__c LIKE '%b%'))"],
  ['boolean', 'notEqual', '1', 'Field__c != true'],
  ['double', 'equals', '1,2.5', 'Field__c IN (1, 2.5)'],
  ['date', 'greaterOrEqual', 'last_n_days:30', 'Field__c >= LAST_N_DAYS:30'],
  ['date', 'equals', '1/31/2026,TODAY', '(Field__c = 2026-01-31 OR Field__c = TODAY)'],
  ['date', 'equals', null, 'Field__c = null'],
  ['datetime', 'lessOrEqual', '7/1/2026', 'Field__c < 2026-07-01T22:00:00Z'],
  [
    'datetime',
    'equals',
    '3/29/2026',
    '(Field__c >= 2026-03-28T23:00:00Z AND Field__c < 2026-03-29T22:00:00Z)',
  ],
  ['datetime', 'equals', 'YESTERDAY', 'Field__c = YESTERDAY'],
  ['multipicklist', 'includes', 'a;b', "Field__c INCLUDES ('a', 'b')"],
  ['multipicklist', 'equals', 'a;b', "Field__c = 'a;b'"],
])('%s %s %s', (type, operation, value, soql) => {
  expect(filterCondition(of(type), { operation, value }, 'Europe/Brussels')).toEqual({ soql });
});

test('record types are compared by their names in metadata', () => {
  const filter = { operation: 'equals', value: 'Widget__c.Blue,Widget__c.Red' };
  expect(filterCondition(of('string', 'RecordType.Name'), filter, 'UTC')).toEqual({
    soql: "RecordType.DeveloperName IN ('Blue', 'Red')",
  });
});

test.each([
  ['1 AND (2 or not 3)', '((a) AND ((b) OR (NOT (c))))'],
  ['((1)) OR 2 OR 3', '((a) OR (b) OR (c))'],
  ['1 AND 2 OR 3', 'Invalid filter logic: 1 AND 2 OR 3'],
  ['1 AND 2', "The filter logic doesn't reference the filter 3"],
  ['1 AND 2 AND 3)', 'Invalid filter logic: 1 AND 2 AND 3)'],
])('the filter logic %s', (text, expected) => {
  const logic = logicOf(text, 3);
  expect(typeof logic === 'string' ? logic : logicSoql(logic, ['a', 'b', 'c'])).toBe(expected);
});
