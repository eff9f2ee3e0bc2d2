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
const permissionSet = (body: string): Record<string, string> => ({
  'permissionsets/Other.permissionset': metadata('PermissionSet', `<label>Other</label>\n${body}`),
});
const PERMISSION_SET = { PermissionSet: ['Other'] };

test('a field that comes later is added to its object and to the records that are there', () => {
  test_.insert('Widget__c', { Name: 'w', Code__c: 'c' });
  const result = deploy(widgetFields(textField('Later__c')), { CustomField: ['Widget__c.Later__c'] });
  expect(result.messages).toEqual([
    expect.objectContaining({
      componentType: 'CustomField',
      fullName: 'Widget__c.Later__c',
      fileName: 'objects/Widget__c.object',
      created: true,
    }),
    expect.objectContaining({ componentType: '', fullName: 'package.xml' }),
  ]);
  expect(test_.rows('SELECT Code__c, Later__c FROM Widget__c')).toEqual([{ Code__c: 'c', Later__c: null }]);
});

test('the same again changes nothing', () => {
  const files = widgetFields(textField('Later__c'));
  const types = { CustomField: ['Widget__c.Later__c'] };
  deploy(files, types);
  expect(deploy(files, types).messages[0]).toMatchObject({ created: false, changed: false });
});

test('a check leaves the org as it is', () => {
  expect(
    deploy(widgetFields(textField('Later__c')), { CustomField: ['Widget__c.Later__c'] }, { checkOnly: true })
      .success,
  ).toBe(true);
  expect(test_.refusal(() => test_.rows('SELECT Later__c FROM Widget__c')).errorCode).toBe('INVALID_FIELD');
});

test('one failure keeps everything out, unless roll-back is off', () => {
  const files = widgetFields(textField('Good__c'), textField('Bad__c', ''));
  const types = { CustomField: ['Widget__c.Good__c', 'Widget__c.Bad__c'] };
  const refused = deploy(files, types, { rollbackOnError: true });
  expect(refused.success).toBe(false);
  expect(only(problems(refused.messages))).toMatchObject({
    fullName: 'Widget__c.Bad__c',
    problem: "Must specify 'length' for a CustomField of type Text",
    problemType: 'Error',
    lineNumber: 10,
  });
  expect(test_.refusal(() => test_.rows('SELECT Good__c FROM Widget__c')).errorCode).toBe('INVALID_FIELD');
  deploy(files, types, { rollbackOnError: false });
  expect(test_.rows('SELECT Good__c FROM Widget__c')).toStrictEqual([]);
});

test.each([
  [
    'an unknown field',
    '<fieldPermissions>\n<editable>true</editable>\n<field>Widget__c.Nope__c</field>\n<readable>true</readable>\n</fieldPermissions>',
    'In field: field - no CustomField named Widget__c.Nope__c found',
  ],
  [
    'a required field',
    '<fieldPermissions>\n<editable>true</editable>\n<field>Gadget__c.Widget__c</field>\n<readable>true</readable>\n</fieldPermissions>',
    'You cannot deploy to a required field: Gadget__c.Widget__c',
  ],
  [
    'a name field',
    '<fieldPermissions>\n<editable>true</editable>\n<field>Account.Name</field>\n<readable>true</readable>\n</fieldPermissions>',
    'You cannot deploy to a required field: Account.Name',
  ],
  [
    'a person field by its account name',
    '<fieldPermissions>\n<editable>true</editable>\n<field>Account.PersonEmail</field>\n<readable>true</readable>\n</fieldPermissions>',
    'In field: field - no CustomField named Account.PersonEmail found',
  ],
  [
    'an unknown object',
    '<objectPermissions>\n<allowRead>true</allowRead>\n<object>Nope__c</object>\n</objectPermissions>',
    'In field: field - no CustomObject named Nope__c found',
  ],
  [
    'edit without read',
    '<objectPermissions>\n<allowEdit>true</allowEdit>\n<object>Widget__c</object>\n</objectPermissions>',
    'Permission Edit Widget__c depends on permission(s): Read Widget__c',
  ],
  [
    'a detail without its master',
    '<objectPermissions>\n<allowRead>true</allowRead>\n<object>Gadget__c</object>\n</objectPermissions>',
    'Permission Read Gadget__c depends on permission(s): Read Widget__c',
  ],
  [
    'an unknown custom permission',
    '<customPermissions>\n<enabled>true</enabled>\n<name>Nope</name>\n</customPermissions>',
    'In field: name - no CustomPermission named Nope found',
  ],
])('a permission set with %s fails', (_name, body, problem) => {
  const { success, messages } = deploy(permissionSet(body), PERMISSION_SET);
  expect(success).toBe(false);
  expect(only(problems(messages))).toMatchObject({
    componentType: 'PermissionSet',
    fullName: 'Other',
    problem,
  });
  expect(only(problems(messages)).lineNumber).toBeGreaterThan(2);
});

test('person fields get their security on Contact', () => {
  const body =
    '<fieldPermissions><editable>true</editable><field>Contact.Email</field><readable>true</readable></fieldPermissions>';
  expect(deploy(permissionSet(body), PERMISSION_SET)).toMatchObject({ success: true });
});

test.each([
  [
    'text that is no XML',
    { 'layouts/Widget__c-Main.layout': '<Layout><layoutSections></Layout>' },
    { Layout: ['Widget__c-Main'] },
    /^Error parsing file: /,
  ],
  [
    'a layout with an unknown field',
    {
      'layouts/Widget__c-Main.layout': metadata(
        'Layout',
        '<layoutSections><layoutColumns><layoutItems><behavior>Edit</behavior><field>Nope__c</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>',
      ),
    },
    { Layout: ['Widget__c-Main'] },
    /^In field: field - no CustomField named Widget__c\.Nope__c found$/,
  ],
  [
    'a member that is not in the zip',
    {},
    { Layout: ['Widget__c-Main'] },
    /^An object 'Widget__c-Main' of type Layout was named in package\.xml, but was not found in zipped directory$/,
  ],
  [
    'a type that there is not',
    { 'flows/My.flow': metadata('Flow', '') },
    { Flow: ['My'] },
    // https://github.com/forcedotcom/cli/issues/866
    /^Unknown type name 'Flow' specified in package\.xml$/,
  ],
  [
    'a lookup to nowhere',
    widgetFields(
      '<fields><fullName>To__c</fullName><label>To</label><type>Lookup</type><referenceTo>Nope__c</referenceTo></fields>',
    ),
    { CustomField: ['Widget__c.To__c'] },
    /^referenceTo value of 'Nope__c' does not resolve to a valid sObject type$/,
  ],
  [
    'a field of an unknown object',
    { 'objects/Nope__c.object': metadata('CustomObject', textField('A__c')) },
    { CustomField: ['Nope__c.A__c'] },
    /^Entity of type CustomObject named Nope__c cannot be found$/,
  ],
  [
    'a formula that is none',
    widgetFields(
      '<fields><fullName>F__c</fullName><label>F</label><type>Number</type><precision>18</precision><scale>0</scale><formula>1 +</formula></fields>',
    ),
    { CustomField: ['Widget__c.F__c'] },
    /^Error in formula: /,
  ],
  [
    'a translation of an unknown label',
    {
      'translations/fr.translation': metadata(
        'Translations',
        '<customLabels><label>x</label><name>Nope</name></customLabels>',
      ),
    },
    { Translations: ['fr'] },
    /^In field: customLabels - no CustomLabel named Nope found$/,
  ],
])('%s fails', (_name, files, types, problem) => {
  const { success, messages } = deploy(files, types);
  expect(success).toBe(false);
  expect(problems(messages).map((message) => message.problem)).toContainEqual(expect.stringMatching(problem));
});

test('a zip that is none, or without package.xml, says so', () => {
  expect(test_.org.deploy(new Uint8Array([1, 2, 3]), {}, test_.org.admin)).toMatchObject({
    success: false,
    messages: [{ fileName: 'package.xml', problem: 'The uploaded file is not a zip file.' }],
  });
});

test('components can be read back, bundles with all their files', () => {
  deploy(
    {
      'lwc/hello/hello.js':
        "import { LightningElement } from 'lwc'; export default class Hello extends LightningElement {}",
      'lwc/hello/hello.html': '<template></template>',
      'lwc/hello/hello.js-meta.xml': metadata('LightningComponentBundle', '<apiVersion>66.0</apiVersion>'),
      ...permissionSet(''),
    },
    { LightningComponentBundle: ['hello'], ...PERMISSION_SET },
  );
  expect(
    [...(test_.org.components('LightningComponentBundle').get('hello')?.files.keys() ?? [])].sort(),
  ).toEqual(['lwc/hello/hello.html', 'lwc/hello/hello.js', 'lwc/hello/hello.js-meta.xml']);
  expect(test_.org.components('PermissionSet').get('Other')?.content).toMatchObject({ label: 'Other' });
});

test('labels and translations add up over deploys', () => {
  const label = (name: string): Record<string, string> => ({
    'labels/CustomLabels.labels': metadata(
      'CustomLabels',
      `<labels><fullName>${name}</fullName><language>en_US</language><protected>true</protected><shortDescription>${name}</shortDescription><value>${name}</value></labels>`,
    ),
    'translations/fr.translation': metadata(
      'Translations',
      `<customLabels><label>${name} fr</label><name>${name}</name></customLabels>`,
    ),
  });
  for (const name of ['One', 'Two'])
    expect(deploy(label(name), { CustomLabel: [name], Translations: ['fr'] }).success).toBe(true);
  expect([...test_.org.components('CustomLabel').keys()]).toEqual(['One', 'Two']);
  expect(test_.org.components('Translations').get('fr')?.content?.customLabels).toHaveLength(2);
});

test('record types open values of restricted picklists and have ids', () => {
  const type =
    '<recordTypes><fullName>Small</fullName><active>true</active><label>Small one</label><picklistValues><picklist>Colour__c</picklist><values><fullName>Red</fullName><default>false</default></values></picklistValues></recordTypes>';
  expect(deploy(widgetFields(type), { RecordType: ['Widget__c.Small'] }).success).toBe(true);
  const { Id } = only(
    test_.rows("SELECT Id FROM RecordType WHERE SobjectType = 'Widget__c' AND DeveloperName = 'Small'"),
  );
  const saved = test_.save('insert', 'Widget__c', [
    { Name: 'a', RecordTypeId: Id, Colour__c: 'Red' },
    { Name: 'b', RecordTypeId: Id, Colour__c: 'Green' },
  ]);
  expect(saved.map((result) => result.success)).toEqual([true, false]);
  expect(test_.org.describe('Widget__c', test_.org.admin).recordTypeInfos).toContainEqual(
    expect.objectContaining({ recordTypeId: Id, developerName: 'Small', name: 'Small one' }),
  );
});

test.each(['Tools', 'Tools/'])('a manifest lists the folder of a report as %s', (folder) => {
  const report = metadata(
    'Report',
    '<format>Tabular</format><name>All</name><reportType>CustomEntity$Widget__c</reportType>',
  );
  const files = {
    'reports/Tools-meta.xml': metadata('ReportFolder', '<name>Tools</name>'),
    'reports/Tools/All.report': report,
  };
  const result = deploy(files, { Report: [folder, 'Tools/All'] });
  expect(result).toMatchObject({ success: true });
  expect(result.messages).toContainEqual(
    expect.objectContaining({ componentType: 'ReportFolder', fullName: 'Tools', created: true }),
  );
});
