import { metadata, packageZip } from '../metadata/fixture.ts';
import { type TestOrg, only, openTestOrg } from '../testOrg.ts';

let test_: TestOrg;
beforeEach(() => {
  test_ = openTestOrg(() => new Date('2026-11-22T10:00:00Z'));
});
afterEach(() => {
  test_.org.close();
});

/** Whether a rule with that formula refuses the record. */
function refuses(formula: string, record: Record<string, unknown>): boolean {
  const escaped = formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const rule = `<validationRules><fullName>Rule</fullName><active>true</active><errorConditionFormula>${escaped}</errorConditionFormula><errorMessage>No</errorMessage></validationRules>`;
  const zip = packageZip(
    { 'objects/Widget__c.object': metadata('CustomObject', rule) },
    { ValidationRule: ['Widget__c.Rule'] },
  );
  expect(test_.org.deploy(zip, {}, test_.org.admin).messages.filter((message) => message.problem)).toEqual(
    [],
  );
  return !only(test_.save('insert', 'Widget__c', [{ Name: 'w', ...record }])).success;
}

test.each([
  ['Weight__c < 1', {}, false],
  ['Weight__c < 1', { Weight__c: 0.5 }, true],
  ['NOT(Sold_On__c > TODAY())', { Sold_On__c: '2026-11-23' }, false],
  ['Sold_On__c > TODAY()', { Sold_On__c: '2026-11-23' }, true],
  ['DATE(2020, 1, 1) > Sold_On__c', {}, false],
  ['ISPICKVAL(Colour__c, "Red") /* red only */', { Colour__c: 'Red' }, true],
  ['NOT(BEGINS(Code__c, "A"))', { Code__c: 'B' }, true],
  ['AND(NOT(ISBLANK(Code__c)), NOT(BEGINS(Code__c, "A")))', {}, false],
  ['ISNEW() && ISCHANGED(Code__c)', { Code__c: 'x' }, false],
  ['INCLUDES(Tags__c, "a")', { Tags__c: 'a;b' }, true],
  ['Account__r.Name = "Acme"', {}, false],
  ['$User.Username = "nobody"', {}, false],
  ['$Permission.Polish', {}, false],
])('%s on %p', (formula, record, refused) => {
  expect(refuses(formula, record)).toBe(refused);
});

test('a formula field takes a blank number for zero when its metadata says so', () => {
  test_.insert('Widget__c', { Name: 'w' });
  expect(test_.column('SELECT Double_Weight__c FROM Widget__c')).toEqual([0]);
});

test('ISCHANGED and PRIORVALUE look at the record before the change', () => {
  expect(refuses('ISCHANGED(Code__c) && PRIORVALUE(Code__c) = "old"', { Code__c: 'old' })).toBe(false);
  const [{ Id } = { Id: '' }] = test_.rows('SELECT Id FROM Widget__c');
  expect(only(test_.save('update', 'Widget__c', [{ Id, Code__c: 'new' }])).errors).toMatchObject([
    { message: 'No' },
  ]);
});
