import { type TestOrg, openTestOrg } from '../testOrg.ts';
import { metadata, packageZip } from './fixture.ts';

let test_: TestOrg;
beforeAll(() => {
  test_ = openTestOrg();
});
afterAll(() => {
  test_.org.close();
});

const problems = (path: string, root: string, body: string, type: string, name: string): readonly string[] =>
  test_.org
    .deploy(
      packageZip({ [path]: metadata(root, body) }, { [type]: [name] }),
      { checkOnly: true },
      test_.org.admin,
    )
    .messages.flatMap(({ problem }) => problem ?? []);

const listView = (object: string, body: string) =>
  problems(
    `objects/${object}.object`,
    'CustomObject',
    `<listViews><fullName>Some</fullName>${body}<filterScope>Everything</filterScope><label>Some</label></listViews>`,
    'ListView',
    `${object}.Some`,
  );

// Columns that an org took or refused, as public deployment logs have them.
test.each([
  ['Widget__c', '<columns>NAME</columns><columns>Code__c</columns><columns>CREATED_DATE</columns>', []],
  ['Widget__c', '<columns>OWNER.ALIAS</columns><columns>LAST_UPDATE</columns>', []],
  [
    'Account',
    '<columns>ACCOUNT.NAME</columns><columns>ACCOUNT.PHONE1</columns><columns>Number__c</columns>',
    [],
  ],
  ['Widget__c', '<columns>Nope__c</columns>', ['Nope__c']],
  ['Widget__c', '<columns>Name</columns>', ['Name']],
  ['Widget__c', '<columns>CreatedDate</columns>', ['CreatedDate']],
  ['Widget__c', '<columns>CREATEDDATE</columns>', ['CREATEDDATE']],
  ['Account', '<columns>Nope__c</columns><columns>Owner.Name</columns>', ['Nope__c', 'Owner.Name']],
  [
    'Widget__c',
    '<columns>NAME</columns><filters><field>Nope__c</field><operation>equals</operation><value>1</value></filters>',
    ['Nope__c'],
  ],
])('a list view of %s with %s', (object, body, unresolved) => {
  expect(listView(object, body)).toEqual(
    unresolved.map((name) => `Could not resolve list view column: ${name}`),
  );
});

/** An app with that page for an action, and with pages of each type in the package. */
function app(override: string, tabs = ''): readonly string[] {
  const page = (type: string) =>
    metadata(
      'FlexiPage',
      `<flexiPageRegions><name>main</name><type>Region</type></flexiPageRegions><masterLabel>${type}</masterLabel><template><name>t</name></template><type>${type}</type>`,
    );
  const files = {
    'applications/Some.app': metadata(
      'CustomApplication',
      `<actionOverrides>${override}<skipRecordTypeSelect>false</skipRecordTypeSelect><type>Flexipage</type></actionOverrides><label>Some</label><navType>Standard</navType>${tabs}<uiType>Lightning</uiType>`,
    ),
    'flexipages/Start.flexipage': page('HomePage'),
    'flexipages/Health.flexipage': page('AppPage'),
  };
  return test_.org
    .deploy(
      packageZip(files, { CustomApplication: ['Some'], FlexiPage: ['Start', 'Health'] }),
      { checkOnly: true },
      test_.org.admin,
    )
    .messages.flatMap(({ problem }) => problem ?? []);
}
const shows = (action: string, page: string, of = 'standard-home', formFactor = 'Large') =>
  `<actionName>${action}</actionName><content>${page}</content><formFactor>${formFactor}</formFactor><pageOrSobjectType>${of}</pageOrSobjectType>`;

test.each([
  ['a home page', shows('Tab', 'Start'), []],
  ['a page that is not there', shows('Tab', 'Nope'), ['In field: content - no FlexiPage named Nope found']],
  [
    'an app page as home',
    shows('Tab', 'Health'),
    ["The page Health of type AppPage can't be shown for the action Tab"],
  ],
  [
    'a home page for a record',
    shows('View', 'Start', 'Account'),
    ["The page Start of type HomePage can't be shown for the action View"],
  ],
  [
    'home in another case',
    shows('Tab', 'Start', 'standard-Home'),
    ['In field: pageOrSobjectType - no CustomObject named standard-Home found'],
  ],
  [
    'home on a phone',
    shows('Tab', 'Start', 'standard-home', 'Small'),
    ["The form factor Small isn't supported for the action Tab"],
  ],
])('an app with %s', (_what, override, refused) => {
  expect(app(override)).toEqual(refused);
});

test('an app with a tab that is not there', () => {
  expect(app(shows('Tab', 'Start'), '<tabs>standard-home</tabs><tabs>Nope</tabs>')).toEqual([
    'In field: tabs - no CustomTab named Nope found',
  ]);
});

const tab = (name: string, body: string) =>
  problems(`tabs/${name}.tab`, 'CustomTab', `${body}<motif>Custom53: Bell</motif>`, 'CustomTab', name);

test.each([
  ['Widget__c', '<customObject>true</customObject>', []],
  [
    'Nope__c',
    '<customObject>true</customObject>',
    ['Entity of type CustomObject named Nope__c cannot be found'],
  ],
  [
    'Account',
    '<customObject>true</customObject>',
    ['Entity of type CustomObject named Account cannot be found'],
  ],
  [
    'Home',
    '<flexiPage>Nope</flexiPage><label>Home</label>',
    ['In field: flexiPage - no FlexiPage named Nope found'],
  ],
  [
    'Part',
    '<label>Part</label><lwcComponent>nope</lwcComponent>',
    ['In field: lwcComponent - no LightningComponentBundle named nope found'],
  ],
])('a tab %s with %s', (name, body, expected) => {
  expect(tab(name, body)).toEqual(expected);
});

const layout = (relatedList: string) =>
  problems(
    'layouts/Widget__c-Main.layout',
    'Layout',
    `<relatedLists><relatedList>${relatedList}</relatedList></relatedLists>`,
    'Layout',
    'Widget__c-Main',
  );

test.each([
  ['Gadget__c.Widget__c', []],
  ['RelatedNoteList', []],
  ['Gadgets', ['Cannot find related list:Gadgets']],
  ['Gadgets__r', ['Cannot find related list:Gadgets__r']],
  ['Gadget__c.Count__c', ['Cannot find related list:Gadget__c.Count__c']],
  ['Nope__c.Widget__c', ['Cannot find related list:Nope__c.Widget__c']],
])('a layout with the related list %s', (name, expected) => {
  expect(layout(name)).toEqual(expected);
});

const reportType = (base: string, field: string) =>
  problems(
    'reportTypes/Some.reportType',
    'ReportType',
    `<baseObject>${base}</baseObject><category>other</category><deployed>true</deployed><label>Some</label>
     <sections><columns><checkedByDefault>true</checkedByDefault><field>${field}</field><table>${base}</table></columns><masterLabel>S</masterLabel></sections>`,
    'ReportType',
    'Some',
  );

test.each([
  ['Widget__c', 'Code__c', []],
  ['Widget__c', 'Account__c.Name', []],
  ['Widget__c', 'Nope__c', ['In field: field - no CustomField named Widget__c.Nope__c found']],
  ['Nope__c', 'Code__c', ['Entity of type CustomObject named Nope__c cannot be found']],
])('a report type of %s with %s', (base, field, expected) => {
  expect(reportType(base, field)).toEqual(expected);
});
