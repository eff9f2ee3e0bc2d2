import { orgForFile } from '../orgForTests.ts';
import { deployTo, problems } from './deployFixture.ts';
import { metadata, packageZip } from './fixture.ts';

const test_ = orgForFile();
beforeAll(() => {
  const config =
    '<apiVersion>66.0</apiVersion><isExposed>true</isExposed><targetConfigs><targetConfig targets="lightning__RecordPage"><objects><object>Widget__c</object></objects><property name="size" type="Integer" min="1" max="9"/><property name="shade" type="String" datasource="light,dark"/><property name="open" type="Boolean"/><property name="title" type="String" required="true"/></targetConfig></targetConfigs><targets><target>lightning__RecordPage</target></targets>';
  const files = {
    'lwc/shown/shown.js':
      "import { LightningElement, api } from 'lwc'; export default class Shown extends LightningElement { @api size; @api shade; @api open; @api title; }",
    'lwc/shown/shown.js-meta.xml': metadata('LightningComponentBundle', config),
  };
  expect(deployTo(test_, files, { LightningComponentBundle: ['shown'] }).success).toBe(true);
});

interface Page {
  readonly object?: string;
  readonly type?: string;
  readonly version?: string;
}

/** The problems of a page with those items in its main region, and those other regions. */
function refusals(items: string, more = '', page: Page = {}): readonly string[] {
  const { object = 'Widget__c', type = 'RecordPage', version = '66.0' } = page;
  const files = {
    'flexipages/Page.flexipage': metadata(
      'FlexiPage',
      `<flexiPageRegions>${items}<name>main</name><type>Region</type></flexiPageRegions>${more}<masterLabel>Page</masterLabel>${object === '' ? '' : `<sobjectType>${object}</sobjectType>`}<template><name>flexipage:recordHomeTemplateDesktop</name></template><type>${type}</type>`,
    ),
  };
  const { messages } = test_.org.deploy(
    packageZip(files, { FlexiPage: ['Page'] }, version),
    { checkOnly: true },
    test_.org.admin,
  );
  return problems(messages).map(({ problem }) => problem ?? '');
}

const property = (name: string, value: string): string =>
  `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`;
let made = 0;
function component(name: string, properties = '', rule = ''): string {
  made += 1;
  return `<itemInstances><componentInstance>${properties}<componentName>${name}</componentName><identifier>i${made}</identifier>${rule}</componentInstance></itemInstances>`;
}
const rule = (left: string, operator = 'EQUAL'): string =>
  `<visibilityRule><criteria><leftValue>${left}</leftValue><operator>${operator}</operator><rightValue>a</rightValue></criteria></visibilityRule>`;
const facet = (name: string, items: string): string =>
  `<flexiPageRegions>${items}<name>${name}</name><type>Facet</type></flexiPageRegions>`;
const TITLE = property('title', 'T');

test('a page that fits is taken', () => {
  const tabs = component('flexipage:tabset', property('tabs', 'facet-tabs'));
  const tab = component('flexipage:tab', property('body', 'facet-body') + property('title', 'Details'));
  const shown = component(
    'shown',
    property('open', 'true') + property('shade', 'dark') + property('size', '9') + TITLE,
    rule('{!Record.Account__r.Name}'),
  );
  const field =
    '<itemInstances><fieldInstance><fieldItem>Record.Code__c</fieldItem><identifier>code</identifier></fieldInstance></itemInstances>';
  expect(refusals(tabs, facet('facet-tabs', tab) + facet('facet-body', shown + field))).toStrictEqual([]);
});

test('identifiers are asked for since API 53, each once', () => {
  const bare =
    '<itemInstances><componentInstance><componentName>force:detailPanel</componentName></componentInstance></itemInstances>';
  // https://github.com/tsalb/lwc-utils/pull/114
  const absent = "The 'force:detailPanel' component instance doesn't have an identifier specified.";
  expect(refusals(bare)).toEqual([absent]);
  expect(refusals(bare, '', { version: '53.0' })).toEqual([absent]);
  expect(refusals(bare, '', { version: '52.0' })).toStrictEqual([]);
  const one = component('force:detailPanel');
  expect(refusals(one + one)).toEqual([
    expect.stringMatching(/^The identifier 'i\d+' is used by more than one component instance\.$/),
  ]);
});

test.each<[string, () => readonly string[], string]>([
  // https://github.com/trailheadapps/lwc-recipes/issues/5
  [
    'an unknown component',
    () => refusals(component('c:nope')),
    "We couldn't retrieve the design time component information for component c:nope.",
  ],
  [
    'a facet that is missing',
    () => refusals(component('flexipage:tab', property('body', 'gone'))),
    'The facet gone that flexipage:tab names is not in the page',
  ],
  [
    'a facet that nothing names',
    () => refusals('', facet('left', component('force:detailPanel'))),
    "The facet left isn't used by a component of the page",
  ],
  // https://github.com/trailheadapps/dreamhouse-sfdx/issues/5
  [
    'an unknown property',
    () => refusals(component('shown', property('nope', '1') + TITLE)),
    'Invalid property [nope] in component [shown]',
  ],
  [
    'a number that is none',
    () => refusals(component('shown', property('size', 'big') + TITLE)),
    'Invalid value [big] of property [size] in component [shown]',
  ],
  [
    'a number out of range',
    () => refusals(component('shown', property('size', '10') + TITLE)),
    'Invalid value [10] of property [size] in component [shown]',
  ],
  [
    'a boolean that is none',
    () => refusals(component('c:shown', property('open', 'yes') + TITLE)),
    'Invalid value [yes] of property [open] in component [c:shown]',
  ],
  [
    'a value that is not offered',
    () => refusals(component('shown', property('shade', 'grey') + TITLE)),
    'Invalid value [grey] of property [shade] in component [shown]',
  ],
  [
    'a required property left out',
    () => refusals(component('shown')),
    'Missing required property [title] in component [shown]',
  ],
  [
    'a component of other pages',
    () => refusals(component('shown', TITLE), '', { object: '', type: 'AppPage' }),
    "The component shown isn't available for pages of type AppPage",
  ],
  [
    'a component of another object',
    () => refusals(component('shown', TITLE), '', { object: 'Account' }),
    "The component shown isn't available for the object Account",
  ],
  [
    'a rule on an unknown field',
    () => refusals(component('force:detailPanel', '', rule('{!Record.Nope__c}'))),
    "The visibility rule names {!Record.Nope__c}, which the org doesn't have",
  ],
  [
    'a rule on an unknown parent',
    () => refusals(component('force:detailPanel', '', rule('{!Record.Nope__r.Name}'))),
    "The visibility rule names {!Record.Nope__r.Name}, which the org doesn't have",
  ],
  [
    'a rule on an unknown permission',
    () => refusals(component('force:detailPanel', '', rule('{!$Permission.CustomPermission.Nope}'))),
    "The visibility rule names {!$Permission.CustomPermission.Nope}, which the org doesn't have",
  ],
  [
    'a rule with an unknown operator',
    () => refusals(component('force:detailPanel', '', rule('{!Record.Name}', 'LIKE'))),
    "'LIKE' is not a valid value for the enum 'UiFormulaOperator'",
  ],
  [
    'a field that is not there',
    () =>
      refusals(
        '<itemInstances><fieldInstance><fieldItem>Record.Nope__c</fieldItem><identifier>f</identifier></fieldInstance></itemInstances>',
      ),
    'In field: fieldItem - no CustomField named Record.Nope__c found',
  ],
  [
    'a region twice',
    () => refusals('', '<flexiPageRegions><name>main</name><type>Region</type></flexiPageRegions>'),
    'The region main is in the page twice',
  ],
  [
    'a mode, without a page that it changes',
    () =>
      refusals(
        '',
        '<flexiPageRegions><mode>Replace</mode><name>side</name><type>Region</type></flexiPageRegions>',
      ),
    "Region side specifies mode that parent doesn't support",
  ],
  [
    'no object, for records',
    () => refusals('', '', { object: '' }),
    'A page of type RecordPage needs a sobjectType',
  ],
])('a page with %s is refused', (_name, refused, problem) => {
  expect(refused()).toEqual([problem]);
});
