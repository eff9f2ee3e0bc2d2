import type { JsonRecord, RecordError, SaveRequest } from '../org.ts';
import { only } from '../testOrg.ts';
import { emptyOrgForEachTest } from '../orgForTests.ts';

const test_ = emptyOrgForEachTest(undefined, {
  duplicateRules: [
    { object: 'widget__c', fields: ['serial__c', 'Weight__c'], action: 'alert' },
    { object: 'Widget__c', fields: ['Mail__c'], action: 'block' },
    { object: 'Widget__c', fields: ['Gone__c'], action: 'block' },
    { object: 'Account', fields: ['Name'], action: 'block' },
    { object: 'Gadget__c', fields: ['Code__c', 'Count__c'], action: 'block' },
  ],
});

const save = (
  operation: SaveRequest['operation'],
  record: JsonRecord,
  allowDuplicates = false,
): readonly RecordError[] =>
  only(test_.save(operation, 'Widget__c', [record], {}, { ...test_.org.admin, allowDuplicates })).errors;

// The message of a rule without its own: restforce/restforce issue 347.
const DUPLICATE = [
  {
    statusCode: 'DUPLICATES_DETECTED',
    message: "You're creating a duplicate record. We recommend you use an existing record instead.",
    fields: [],
  },
];
const HELD = { Name: 'held', Serial__c: 'S1', Weight__c: 1, Mail__c: 'a@example.com' };

// allowSave: REST API Developer Guide, "Duplicate Rule Header".
test.each<[JsonRecord, boolean, boolean]>([
  [{ Serial__c: 'S1', Weight__c: 1 }, false, true],
  [{ Serial__c: 's1', Weight__c: 1 }, false, true],
  [{ Serial__c: 's1', Weight__c: 1 }, true, false],
  [{ Serial__c: 'S1', Weight__c: 2 }, false, false],
  [{ Serial__c: 'S2', Weight__c: 1 }, false, false],
  [{ Serial__c: 'S1' }, false, false],
  [{ Weight__c: 1 }, false, false],
  [{}, false, false],
  [{ Mail__c: 'A@example.com' }, false, true],
  [{ Mail__c: 'A@example.com' }, true, true],
  [{ Mail__c: 'b@example.com' }, false, false],
])('a new record of %j, duplicates allowed: %p, is refused: %p', (record, allowed, refused) => {
  test_.insert('Widget__c', HELD, { Name: 'blank', Serial__c: 'S1' }, { Name: 'blank', Weight__c: 1 });
  expect(save('insert', record, allowed)).toEqual(refused ? DUPLICATE : []);
});

test.each<[JsonRecord, boolean]>([
  [{ Name: 'renamed' }, false],
  [{ Serial__c: 's1' }, false],
  [{ Serial__c: 'S2' }, false],
  [{ Weight__c: 2 }, false],
  [{ Weight__c: null }, false],
  [{ Serial__c: null }, false],
  [{ Mail__c: 'a@example.com' }, true],
])('of two that are duplicates a change to %j is refused: %p', (change, refused) => {
  test_.insert('Widget__c', HELD);
  const record = { Serial__c: 'S1', Weight__c: 1 };
  expect(save('insert', record, true)).toStrictEqual([]);
  const [Id] = test_.column("SELECT Id FROM Widget__c WHERE Name != 'held'");
  expect(save('update', { Id, ...change })).toEqual(refused ? DUPLICATE : []);
});

test('a record that becomes a duplicate is refused, one that only meets itself is not', () => {
  const [one, two] = test_.insert('Widget__c', HELD, { ...HELD, Weight__c: 2, Mail__c: 'b@example.com' });
  expect(save('update', { Id: two, Weight__c: 1 })).toEqual(DUPLICATE);
  expect(save('update', { Id: two, Serial__c: 'S2' })).toStrictEqual([]);
  expect(save('update', { Id: two, Weight__c: 1 })).toStrictEqual([]);
  expect(save('update', { Id: two, Serial__c: 'S1' })).toEqual(DUPLICATE);
  expect(save('update', { Id: one, Weight__c: 3 })).toStrictEqual([]);
  expect(save('update', { Id: one, Serial__c: 's3', Mail__c: 'c@example.com' })).toStrictEqual([]);
  test_.save('delete', 'Widget__c', [{ Id: one }]);
  expect(save('update', { Id: two, Serial__c: 's3', Weight__c: 3 })).toStrictEqual([]);
});

test('a rule compares the fields that the object has', () => {
  const [widget] = test_.insert('Widget__c', HELD);
  test_.insert('Gadget__c', { Widget__c: widget, Count__c: 1 }, { Widget__c: widget, Count__c: 2 });
  expect(only(test_.save('insert', 'Gadget__c', [{ Widget__c: widget, Count__c: 1 }])).errors).toEqual(
    DUPLICATE,
  );
});
