import type { Caller } from '../org.ts';
import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile(undefined, { sharing: { account: 'Private', contact: 'ReadWrite' } });
/** May read widgets, their code and weight, and the accounts of their own. */
let reader: Caller;

beforeAll(() => {
  let ParentId: string | undefined;
  for (const Name of ['6', '5', '4', '3', '2', '1', '0'])
    [ParentId] = test_.insert('Account', { Name, ParentId });
  test_.insert('Contact', { LastName: 'c', AccountId: ParentId });
  test_.insert('Widget__c', { Name: 'w', Code__c: 'W', Account__c: ParentId }, { Name: 'x', Code__c: 'X' });
  reader = test_.user('Standard User', 'Reader');
});

test.each([
  ["SELECT Parent.Parent.Parent.Parent.Parent.Name FROM Account WHERE Name = '0'", '5'],
  ["SELECT Name FROM Account WHERE Parent.Parent.Parent.Parent.Parent.Name = '5'", '0'],
  ["SELECT a.Name FROM Account A WHERE a.Parent.Name = '1'", '0'],
  ["SELECT account.Name FROM ACCOUNT WHERE Account.parent.name = '1'", '0'],
  ["SELECT Name FROM Account WHERE Parent.Name = '1' AND PARENT.Parent.Name = '2'", '0'],
  ["SELECT LastName FROM Contact Account WHERE Account.Name = '0'", 'c'],
  ["SELECT LastName FROM Contact LastName WHERE LastName.LastName = 'c'", 'c'],
  ["SELECT Name FROM Widget__c WHERE Account__r.Parent.Name = '1'", 'w'],
  ['SELECT Name FROM Widget__c WHERE Account__r.Parent.Name = null', 'x'],
])('%s', (soql, expected) => {
  expect(JSON.stringify(test_.rows(soql))).toContain(`:"${expected}"`);
  expect(test_.rows(soql)).toHaveLength(1);
});

test('a formula is worked out, also that of a parent; relationships have their own case', () => {
  const [widget = ''] = test_.insert('Widget__c', { Name: 'heavy', Weight__c: 2 });
  test_.insert('Gadget__c', { Widget__c: widget });
  expect(test_.rows('SELECT Double_Weight__c FROM Widget__c WHERE Double_Weight__c = 4')).toEqual([
    { Double_Weight__c: 4 },
  ]);
  expect(test_.rows('SELECT WIDGET__R.Double_Weight__c FROM Gadget__c')).toEqual([
    { Widget__r: expect.objectContaining({ Double_Weight__c: 4 }) },
  ]);
});

test('a record that was deleted is no parent, but with ALL ROWS', () => {
  const [account = ''] = test_.insert('Account', { Name: 'gone' });
  const [contact = ''] = test_.insert('Contact', { LastName: 'k', AccountId: account });
  test_.save('delete', 'Account', [{ Id: account }]);
  const of = (rest: string) => test_.rows(`SELECT Account.Name FROM Contact WHERE Id = '${contact}'${rest}`);
  expect(of(' ALL ROWS')).toEqual([{ Account: expect.objectContaining({ Name: 'gone' }) }]);
  expect(of('')).toStrictEqual([]);
});

test('a parent that is not shared with the user is none', () => {
  const of = (who?: Caller) => test_.rows("SELECT Account.Name FROM Contact WHERE LastName = 'c'", who);
  expect(of()).toEqual([{ Account: expect.objectContaining({ Name: '0' }) }]);
  expect(of(reader)).toEqual([{ Account: null }]);
});

test.each([
  ['SELECT Name FROM Wigdet__c', 'INVALID_TYPE', "sObject type 'Wigdet__c' is not supported."],
  ['SELECT Nmae FROM Account', 'INVALID_FIELD', "No such column 'Nmae' on entity 'Account'."],
  ['SELECT Parent.Nmae FROM Account', 'INVALID_FIELD', "No such column 'Nmae' on entity 'Account'."],
  [
    'SELECT Foo__r.Name FROM Widget__c',
    'INVALID_FIELD',
    "Didn't understand relationship 'Foo__r' in field path.",
  ],
  ['SELECT x.Name FROM Account a', 'INVALID_FIELD', "Didn't understand relationship 'x' in field path."],
  [
    'SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account',
    'INVALID_FIELD',
    "Didn't understand relationship 'Parent' in field path.",
  ],
])('%s is refused', (soql, errorCode, message) => {
  const refusal = test_.refusal(() => test_.rows(soql));
  expect(refusal).toMatchObject({ status: 400, errorCode });
  expect(refusal.message).toContain(message);
});

test.each([
  ['SELECT Id FROM Gadget__c', 'INVALID_TYPE', "sObject type 'Gadget__c' is not supported."],
  ['SELECT Notes__c FROM Widget__c', 'INVALID_FIELD', "No such column 'Notes__c' on entity 'Widget__c'."],
  [
    'SELECT Account__r.Name FROM Widget__c',
    'INVALID_FIELD',
    "Didn't understand relationship 'Account__r' in field path.",
  ],
])('%s is refused to who may not read it', (soql, errorCode, message) => {
  const refusal = test_.refusal(() => test_.rows(soql, reader));
  expect(refusal).toMatchObject({ status: 400, errorCode });
  expect(refusal.message).toContain(message);
});
