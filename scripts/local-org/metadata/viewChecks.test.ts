import { orgForFile } from '../orgForTests.ts';
import { metadata, packageZip } from './fixture.ts';

const test_ = orgForFile();

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

const filter = (field: string, operation: string, value?: string) =>
  `<columns>NAME</columns><filters><field>${field}</field><operation>${operation}</operation>${value === undefined ? '' : `<value>${value}</value>`}</filters>`;

test.each([
  ['a text', filter('Code__c', 'startsWith', 'a,b'), []],
  ['no value', filter('Code__c', 'equals'), []],
  ['a checkbox', filter('Sold__c', 'equals', '1'), []],
  [
    'a checkbox by a word',
    filter('Sold__c', 'equals', 'True'),
    ['Invalid checkbox value: True in the filter on Sold__c'],
  ],
  [
    'a checkbox, more',
    filter('Sold__c', 'greaterThan', '1'),
    ["The operation greaterThan isn't available for the field Sold__c in the filter on Sold__c"],
  ],
  ['a relative date', filter('Sold_On__c', 'greaterOrEqual', 'LAST_N_DAYS:30'), []],
  ['a day', filter('CREATED_DATE', 'lessThan', '3/31/2026'), []],
  [
    'a day in another order',
    filter('Sold_On__c', 'equals', '31/3/2026'),
    ['Invalid date: 31/3/2026 in the filter on Sold_On__c'],
  ],
  [
    'a picklist that contains',
    filter('Colour__c', 'contains', 'R'),
    ["The operation contains isn't available for the field Colour__c in the filter on Colour__c"],
  ],
  ['a number', filter('Weight__c', 'lessOrEqual', '12.5'), []],
  ['no number', filter('Weight__c', 'equals', 'many'), ['Invalid number: many in the filter on Weight__c']],
  [
    'several numbers to be less than',
    filter('Weight__c', 'lessThan', '1,2'),
    ['The operation lessThan takes one value in the filter on Weight__c'],
  ],
  ['values of a multi-select picklist', filter('Tags__c', 'includes', 'a;b'), []],
  [
    'a multi-select picklist that contains',
    filter('Tags__c', 'contains', 'a'),
    ["The operation contains isn't available for the field Tags__c in the filter on Tags__c"],
  ],
  [
    'a long text',
    filter('Notes__c', 'contains', 'a'),
    ["The operation contains isn't available for the field Notes__c in the filter on Notes__c"],
  ],
  [
    'a distance',
    filter('Code__c', 'within', '1'),
    ["The operation within isn't available for the field Code__c in the filter on Code__c"],
  ],
  [
    'an operation that is none',
    filter('Code__c', 'like', 'a'),
    ["Error parsing file: 'like' is not a valid value for the enum 'FilterOperation'"],
  ],
  ['a logic', `<booleanFilter>1 OR (NOT 1)</booleanFilter>${filter('Code__c', 'equals', 'a')}`, []],
  [
    'a logic over too few',
    `<booleanFilter>1 AND 2</booleanFilter>${filter('Code__c', 'equals', 'a')}`,
    ['The filter logic references an undefined filter: 2'],
  ],
  [
    'a logic that leaves one out',
    `<booleanFilter>1</booleanFilter>${filter('Code__c', 'equals', 'a')}<filters><field>NAME</field><operation>equals</operation></filters>`,
    ["The filter logic doesn't reference the filter 2"],
  ],
  [
    'a logic that is none',
    `<booleanFilter>1 AND OR 1</booleanFilter>${filter('Code__c', 'equals', 'a')}`,
    ['Invalid filter logic: 1 AND OR 1'],
  ],
  [
    'a column twice',
    '<columns>NAME</columns><columns>NAME</columns>',
    ['duplicate value found: columns NAME'],
  ],
  [
    'a language that the org lacks',
    '<columns>NAME</columns><language>ja</language>',
    ['Not available for deploy for this organization'],
  ],
])('a list view with %s', (_what, body, refused) => {
  expect(listView('Widget__c', body)).toEqual(refused);
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
