import { metadata, packageZip } from '../metadata/fixture.ts';
import { only } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const OBJECT = (active: boolean): string =>
  metadata(
    'CustomObject',
    `<fields><fullName>Shade__c</fullName><label>Shade</label><type>Picklist</type>
       <valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
         <value><fullName>Light</fullName><default>false</default><label>Light</label></value>
         <value><fullName>Dark</fullName><default>false</default><isActive>${active}</isActive><label>Dark</label></value>
       </valueSetDefinition></valueSet></fields>
     <validationRules><fullName>Heavy</fullName><active>${active}</active>
       <errorConditionFormula>Weight__c &gt; 5</errorConditionFormula><errorMessage>Too heavy.</errorMessage></validationRules>`,
  );

const test_ = orgForFile();

function deployed(active: boolean): void {
  const { messages } = test_.org.deploy(
    packageZip(
      { 'objects/Widget__c.object': OBJECT(active) },
      { CustomField: ['Widget__c.Shade__c'], ValidationRule: ['Widget__c.Heavy'] },
    ),
    {},
    test_.org.admin,
  );
  expect(messages.filter(({ problem }) => problem !== undefined)).toStrictEqual([]);
}

beforeAll(() => {
  deployed(true);
});

const refusals = (record: Readonly<Record<string, unknown>>): readonly string[] =>
  only(test_.save('insert', 'Widget__c', [{ Name: 'w', ...record }])).errors.map(
    ({ statusCode }) => statusCode,
  );

test('a value of a restricted picklist is refused once it is inactive, a rule no longer applies', () => {
  expect(refusals({ Shade__c: 'Dark' })).toStrictEqual([]);
  expect(refusals({ Weight__c: 6 })).toEqual(['FIELD_CUSTOM_VALIDATION_EXCEPTION']);
  deployed(false);
  expect(refusals({ Shade__c: 'Dark' })).toEqual(['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST']);
  expect(refusals({ Shade__c: 'Light', Weight__c: 6 })).toStrictEqual([]);
});
