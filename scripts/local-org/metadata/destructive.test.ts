import type { DeployOptions } from '../org.ts';
import { only } from '../testOrg.ts';
import { orgForEachTest } from '../orgForTests.ts';
import { deployTo, problems, textField, widgetFields } from './deployFixture.ts';
import { metadata } from './fixture.ts';

const test_ = orgForEachTest();

const deploy = (
  files: Record<string, string>,
  types: Record<string, readonly string[]>,
  options: DeployOptions = {},
) => deployTo(test_, files, types, options);
/** A package that only takes components out. */
const takeOut = (type: string, ...names: readonly string[]): Record<string, string> => ({
  'destructiveChanges.xml': metadata(
    'Package',
    `<types>${names.map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`,
  ),
});

test('a deleted field is gone with its values and its grants, and comes back empty', () => {
  test_.insert('Widget__c', { Name: 'w', Code__c: 'c', Price__c: 2 });
  expect(deploy(takeOut('CustomField', 'Widget__c.Code__c'), {})).toMatchObject({
    success: true,
    messages: [
      { componentType: 'CustomField', fullName: 'Widget__c.Code__c', deleted: true },
      { fullName: 'package.xml' },
    ],
  });
  expect(test_.refusal(() => test_.rows('SELECT Code__c FROM Widget__c')).errorCode).toBe('INVALID_FIELD');
  expect(test_.rows("SELECT Id FROM FieldPermissions WHERE Field = 'Widget__c.Code__c'")).toStrictEqual([]);
  deploy(widgetFields(textField('Code__c')), { CustomField: ['Widget__c.Code__c'] });
  expect(test_.rows('SELECT Code__c, Price__c FROM Widget__c')).toEqual([{ Code__c: null, Price__c: 2 }]);
});

test('a deleted permission set grants nothing any more', () => {
  const reader = test_.user('Minimum Access - Salesforce', 'Reader');
  expect(test_.rows('SELECT Code__c FROM Widget__c', reader)).toStrictEqual([]);
  expect(deploy(takeOut('PermissionSet', 'Reader'), {}).success).toBe(true);
  expect(test_.refusal(() => test_.rows('SELECT Code__c FROM Widget__c', reader)).errorCode).toBe(
    'INVALID_TYPE',
  );
});

test.each([
  [
    'a field that a formula uses',
    takeOut('CustomField', 'Widget__c.Weight__c'),
    'This component is referenced elsewhere in salesforce.com. : CustomField - Widget__c.Double_Weight__c',
  ],
  [
    'a field that a validation rule uses',
    takeOut('CustomField', 'Widget__c.Sold__c'),
    'This component is referenced elsewhere in salesforce.com. : ValidationRule - Widget__c.Sold_Needs_Day',
  ],
])('deleting %s fails', (_name, files, problem) => {
  const result = deploy(files, {});
  expect(result.success).toBe(false);
  expect(only(problems(result.messages))).toMatchObject({ problem, problemType: 'Error', deleted: false });
});

test('an object that a field of another one looks up stays', () => {
  const result = deploy(takeOut('CustomObject', 'Widget__c'), {});
  expect(problems(result.messages).map(({ problem }) => problem)).toEqual([
    'Deleting a CustomObject is only supported by this org together with those that came later: Gadget__c',
    'This component is referenced elsewhere in salesforce.com. : CustomField - Gadget__c.Widget__c',
  ]);
});

test('an object goes with its records, parts and grants, and comes back empty', () => {
  test_.insert('Widget__c', { Name: 'w', Code__c: 'c' });
  expect(deploy(takeOut('CustomObject', 'Widget__c', 'Gadget__c'), {}).success).toBe(true);
  expect(test_.refusal(() => test_.rows('SELECT Id FROM Widget__c')).errorCode).toBe('INVALID_TYPE');
  expect([...test_.org.components('CustomField').keys()]).toEqual(['Account.Number__c']);
  expect(test_.rows("SELECT Id FROM ObjectPermissions WHERE SobjectType = 'Widget__c'")).toStrictEqual([]);
  const object = metadata(
    'CustomObject',
    `${textField('Code__c')}<label>Widget</label><nameField><label>Name</label><type>Text</type></nameField>
     <pluralLabel>Widgets</pluralLabel><sharingModel>Read</sharingModel><deploymentStatus>Deployed</deploymentStatus>`,
  );
  expect(deploy({ 'objects/Widget__c.object': object }, { CustomObject: ['Widget__c'] }).success).toBe(true);
  expect(test_.rows('SELECT Code__c FROM Widget__c')).toStrictEqual([]);
});

test('what is not there to be deleted is a warning', () => {
  const result = deploy(takeOut('CustomField', 'Widget__c.Nope__c'), {});
  expect(result.success).toBe(true);
  expect(only(problems(result.messages))).toMatchObject({
    problem: 'No CustomField named: Widget__c.Nope__c found',
    problemType: 'Warning',
  });
});
