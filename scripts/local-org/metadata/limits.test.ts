import { orgForFile } from '../orgForTests.ts';
import { deployTo, problems, textField, widgetFields } from './deployFixture.ts';
import { metadata, packageZip } from './fixture.ts';

const test_ = orgForFile();

type Files = Readonly<Record<string, string>>;

/** The problems of these files, checked without a deploy. */
function refusals(files: Files, type: string, name: string): readonly string[] {
  const { messages } = deployTo(test_, files, { [type]: [name] }, { checkOnly: true });
  return problems(messages).map(({ problem }) => problem ?? '');
}
const widget = (field: string): readonly string[] =>
  refusals(widgetFields(field), 'CustomField', 'Widget__c.Odd__c');
const field = (type: string, more: string): string =>
  `<fields><fullName>Odd__c</fullName><label>Odd</label><type>${type}</type>${more}</fields>`;
const object = (sharing: string, more = ''): readonly string[] =>
  refusals(
    {
      'objects/Thing__c.object': metadata(
        'CustomObject',
        `${more}<label>Thing</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Things</pluralLabel><sharingModel>${sharing}</sharingModel>`,
      ),
    },
    'CustomObject',
    'Thing__c',
  );
const permissions = (body: string): readonly string[] =>
  refusals(
    { 'permissionsets/Other.permissionset': metadata('PermissionSet', body) },
    'PermissionSet',
    'Other',
  );

test.each([
  // Each in public deploy logs: "Can not specify 'length' for a CustomField of type TextArea" and so on.
  ['TextArea', '<length>255</length>', "Can not specify 'length' for a CustomField of type TextArea"],
  [
    'LongTextArea',
    '<length>1000</length><required>true</required><visibleLines>3</visibleLines>',
    "Can not specify 'required' for a CustomField of type LongTextArea",
  ],
  ['Checkbox', '', "Must specify 'defaultValue' for a CustomField of type Checkbox"],
  [
    'Lookup',
    '<referenceTo>Account</referenceTo><relationshipName>Odds</relationshipName><relationshipOrder>0</relationshipOrder>',
    "Can not specify 'relationshipOrder' for a CustomField of type Lookup",
  ],
  ['Number', '<precision>19</precision><scale>2</scale>', 'Can not specify 19 for precision; it is 1 to 18'],
  ['Number', '<precision>0</precision><scale>0</scale>', 'Can not specify 0 for precision; it is 1 to 18'],
  [
    'Number',
    '<precision>4</precision><scale>5</scale>',
    'Can not specify 5 for scale; it is 0 to the precision, 4',
  ],
  ['Number', '<precision>4</precision>', "Must specify 'scale' for a CustomField of type Number"],
  ['Text', '<length>256</length>', 'Value too long or too short for length: 256'],
])('a field of type %s with %s is refused', (type, more, problem) => {
  expect(widget(field(type, more))).toEqual([problem]);
});

test('a field of the largest precision is taken', () => {
  expect(widget(field('Number', '<precision>18</precision><scale>18</scale>'))).toStrictEqual([]);
});

test('a formula that needs itself is refused', () => {
  const formula = '<formula>odd__c + 1</formula><precision>18</precision><scale>0</scale>';
  expect(widget(field('Number', formula))).toEqual(['Error in formula: Field Odd__c refers to itself.']);
});

// The words: forcedotcom/cli issue 1605, of the values of a record type.
test('a picklist with a value twice, by case or not, is refused', () => {
  const values = (...names: readonly string[]): string =>
    `<valueSet><valueSetDefinition><sorted>false</sorted>${names
      .map(
        (name) => `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`,
      )
      .join('')}</valueSetDefinition></valueSet>`;
  expect(widget(field('Picklist', values('One', 'Two', 'one')))).toEqual([
    'Duplicate picklist value:Odd__c - one',
  ]);
  expect(widget(field('MultiselectPicklist', `${values('A', 'A')}<visibleLines>4</visibleLines>`))).toEqual([
    'Duplicate picklist value:Odd__c - A',
  ]);
  expect(widget(field('Picklist', values('One', 'Two')))).toStrictEqual([]);
});

test('two fields of one name, by case or not, are refused', () => {
  const again = 'duplicate value found: <unknown> duplicates value on record with id: <unknown>';
  for (const other of ['Odd__c', 'ODD__c'])
    expect(
      refusals(widgetFields(textField('Odd__c'), textField(other)), 'CustomField', 'Widget__c.Odd__c'),
    ).toContain(again);
});

const NOT_WELL_FORMED =
  'field can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.';

test.each([
  [`${'a'.repeat(41)}__c`, 'Value too long for field: fullName maximum length is:40'],
  ['Two__Parts__c', `The Field Name ${NOT_WELL_FORMED}`],
  ['Ends___c', `The Field Name ${NOT_WELL_FORMED}`],
  ['1st__c', `The Field Name ${NOT_WELL_FORMED}`],
  ['With-Dash__c', `The Field Name ${NOT_WELL_FORMED}`],
])('a field named %s is refused', (name, problem) => {
  const named = textField(name).replace(`<label>${name}<`, '<label>Odd<');
  expect(refusals(widgetFields(named), 'CustomField', `Widget__c.${name}`)).toEqual([problem]);
});

test('a field of 40 letters is taken', () => {
  const name = `${'a'.repeat(40)}__c`;
  const label = textField(name).replace(`<label>${name}</label>`, '<label>Long</label>');
  expect(refusals(widgetFields(label), 'CustomField', `Widget__c.${name}`)).toStrictEqual([]);
});

test.each([
  ['label', 40, 'Label'],
  ['inlineHelpText', 510, 'Help Text'],
  ['description', 1000, 'Description'],
])('the %s of a field has at most %i characters', (element, most, label) => {
  function text(length: number): string {
    const body = field('Text', `<length>10</length>`);
    const own = `<${element}>${'x'.repeat(length)}</${element}>`;
    return element === 'label'
      ? body.replace('<label>Odd</label>', own)
      : body.replace('<length>', `${own}<length>`);
  }
  expect(widget(text(most))).toStrictEqual([]);
  expect(widget(text(most + 1))).toEqual([
    `${label}: data value too large: ${'x'.repeat(most + 1)} (max length=${most})`,
  ]);
});

test("a permission set's description has at most 255 characters", () => {
  const described = (length: number): readonly string[] =>
    permissions(`<description>${'x'.repeat(length)}</description><label>Other</label>`);
  expect(described(255)).toStrictEqual([]);
  expect(described(256)).toEqual([`Description: data value too large: ${'x'.repeat(256)} (max length=255)`]);
});

test("a rule's message has at most 255 characters", () => {
  const rule = (length: number): readonly string[] =>
    refusals(
      widgetFields(
        `<validationRules><fullName>Rule</fullName><active>true</active><errorConditionFormula>Sold__c</errorConditionFormula><errorMessage>${'x'.repeat(length)}</errorMessage></validationRules>`,
      ),
      'ValidationRule',
      'Widget__c.Rule',
    );
  expect(rule(255)).toStrictEqual([]);
  expect(rule(256)).toHaveLength(1);
});

const MASTER =
  '<fields><fullName>Widget__c</fullName><label>Widget</label><referenceTo>Widget__c</referenceTo><relationshipName>Things</relationshipName><type>MasterDetail</type></fields>';

test.each([
  ['ControlledByParent', '', 'without'],
  ['ReadWrite', MASTER, 'with'],
])('the sharing model %s goes only where there is a master, or not', (model, fields, relation) => {
  expect(object(model, fields)).toEqual([
    `Cannot set sharingModel to ${model} on a CustomObject ${relation} a MasterDetail relationship field`,
  ]);
});

// Salesforce help, "External Organization-Wide Defaults Overview": the external level "must be more restrictive or equal".
test.each([
  ['Private', 'Read'],
  ['Read', 'ReadWrite'],
])('what is %s in the org is not %s outside', (model, external) => {
  const outside = `<externalSharingModel>${external}</externalSharingModel>`;
  expect(object(model, outside)).toEqual([
    `Cannot set externalSharingModel to ${external}: it grants more than the sharingModel ${model}`,
  ]);
  expect(object(external, `<externalSharingModel>${model}</externalSharingModel>`)).toStrictEqual([]);
  expect(object(model, `<externalSharingModel>${model}</externalSharingModel>`)).toStrictEqual([]);
});

test('sharing models that fit are taken', () => {
  expect(object('ControlledByParent', MASTER)).toStrictEqual([]);
  for (const model of ['Private', 'Read', 'ReadWrite']) expect(object(model)).toStrictEqual([]);
});

test.each([
  // https://github.com/afawcett/forcedotcom-enterprise-architecture/issues/3
  [
    '<label>O</label><userPermissions><enabled>true</enabled><name>Fly</name></userPermissions>',
    'Unknown user permission: Fly',
  ],
  [
    '<classAccesses><apexClass>Nope</apexClass><enabled>true</enabled></classAccesses><label>O</label>',
    'In field: apexClass - no ApexClass named Nope found',
  ],
  [
    '<label>O</label><pageAccesses><apexPage>Nope</apexPage><enabled>true</enabled></pageAccesses>',
    'In field: apexPage - no ApexPage named Nope found',
  ],
  [
    '<label>O</label><recordTypeVisibilities><recordType>Account.Nope</recordType><visible>true</visible></recordTypeVisibilities>',
    'In field: recordType - no RecordType named Account.Nope found',
  ],
  [
    '<label>O</label><objectPermissions><allowRead>true</allowRead><object>Account</object></objectPermissions><objectPermissions><allowRead>true</allowRead><object>Account</object></objectPermissions>',
    'Duplicate objectPermissions found: account',
  ],
  // A real org's permission set with all fields has no such row.
  [
    '<fieldPermissions><editable>false</editable><field>InsurancePolicy.IsActive</field><readable>true</readable></fieldPermissions><label>O</label>',
    'You cannot deploy to a required field: InsurancePolicy.IsActive',
  ],
])('a permission set with %s is refused', (body, problem) => {
  expect(permissions(body)).toEqual([problem]);
});

test('user permissions that an org has are taken', () => {
  expect(
    permissions(
      '<label>O</label><userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions>',
    ),
  ).toStrictEqual([]);
});

test.each(['99.0', '12.0', 'x', '', '66'])('a package of version "%s" is refused', (version) => {
  const zip = packageZip(widgetFields(textField('Odd__c')), {}, version);
  expect(problems(test_.org.deploy(zip, {}, test_.org.admin).messages)).toMatchObject([
    { fileName: 'package.xml', problem: `Invalid version specified: '${version}'` },
  ]);
});
