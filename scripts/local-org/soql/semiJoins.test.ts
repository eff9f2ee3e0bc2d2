import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile();

beforeAll(() => {
  const [account = ''] = test_.insert('Account', { Name: 'a' });
  const [widget = ''] = test_.insert('Widget__c', { Name: 'w', Account__c: account }, { Name: 'x' });
  test_.insert('Gadget__c', { Widget__c: widget });
});

const ACCOUNTS = 'Account__c IN (SELECT Id FROM Account)';
const GADGETS = 'Id IN (SELECT Widget__c FROM Gadget__c)';
const names = (where: string, from = 'Widget__c'): string =>
  test_.column(`SELECT Name FROM ${from} WHERE ${where} ORDER BY Name`).join('');

test.each([
  [ACCOUNTS, 'w'],
  [`${ACCOUNTS} AND ${GADGETS}`, 'w'],
  [`Name = 'w' AND (${ACCOUNTS} AND Name != 'x') AND ${GADGETS}`, 'w'],
  ['Account__c NOT IN (SELECT Id FROM Account)', 'x'],
  [`w.${ACCOUNTS}`, 'w'],
  [`W.${GADGETS}`, 'w'],
])('%s', (where, expected) => {
  expect(names(where, where.toLowerCase().startsWith('w.') ? 'Widget__c w' : 'Widget__c')).toBe(expected);
});

test('the name of the object may stand before the field', () => {
  expect(names(`widget__C.${ACCOUNTS}`)).toBe('w');
});

const LEVELS = 'The left operand cannot have more than one level of relationships';
const SAME = 'The inner and outer selects should not be on the same object type';
const NESTED =
  'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.';

test.each([
  [
    `${ACCOUNTS} AND ${GADGETS} AND OwnerId IN (SELECT Id FROM User)`,
    'Maximum 2 semi join sub-selects are allowed',
  ],
  [`Name = 'w' OR ${GADGETS}`, "Semi join sub-selects are not allowed with the 'OR' operator"],
  [`NOT ${GADGETS}`, "Semi join sub-selects are not allowed with the 'NOT' operator"],
  [`Name = 'w' OR (NOT ${GADGETS})`, "Semi join sub-selects are not allowed with the 'NOT' operator"],
  [`NOT (Name = 'w' OR ${GADGETS})`, "Semi join sub-selects are not allowed with the 'OR' operator"],
  [`Name = 'w' AND (Name = 'x' OR ${GADGETS})`, NESTED],
  [`Name = 'w' AND (NOT ${GADGETS})`, "Semi join sub-selects are not allowed with the 'NOT' operator"],
  ['Account__r.ParentId IN (SELECT Id FROM Account)', LEVELS],
  ['Widget__c.Account__r.ParentId IN (SELECT Id FROM Account)', LEVELS],
  ['Id IN (SELECT Id FROM widget__C)', SAME],
])('%s is refused', (where, message) => {
  expect(test_.refusal(() => names(where))).toEqual({ status: 400, errorCode: 'MALFORMED_QUERY', message });
});

test('a semi-join within a semi-join is refused, whatever stands around it', () => {
  const inner = `Id IN (SELECT Account__c FROM Widget__c WHERE Name = 'w' AND ${GADGETS})`;
  expect(test_.refusal(() => names(inner, 'Account')).message).toBe(
    'Nesting of semi join sub-selects is not supported',
  );
});
