import { orgForFile } from '../../orgForTests.ts';
import { deployTo, problems } from '../deployFixture.ts';
import { metadata } from '../fixture.ts';

const test_ = orgForFile();

type Files = Readonly<Record<string, string>>;

const META = metadata(
  'LightningComponentBundle',
  '<apiVersion>66.0</apiVersion><isExposed>false</isExposed>',
);
const meta = (body: string): string =>
  metadata('LightningComponentBundle', `<apiVersion>66.0</apiVersion><isExposed>true</isExposed>${body}`);
const script = (imports: string, members = ''): string =>
  `import { LightningElement, api } from 'lwc';\n${imports}\nexport default class Odd extends LightningElement { ${members} }\n`;

/** The files of a bundle; a name that begins with a dot is a suffix. */
const bundle = (name: string, files: Files): Files =>
  Object.fromEntries(
    Object.entries({ '.js-meta.xml': META, ...files })
      .filter(([, text]) => text !== '')
      .map(([file, text]) => [`lwc/${name}/${file.startsWith('.') ? name + file : file}`, text]),
  );

/** The error of each bundle. All are in one package, so that they are compiled together. */
function refusals(bundles: Readonly<Record<string, Files>>): Readonly<Record<string, readonly string[]>> {
  const files = Object.assign(
    {},
    ...Object.entries(bundles).map(([name, own]) => bundle(name, own)),
  ) as Files;
  const { messages } = deployTo(test_, files, { LightningComponentBundle: ['*'] }, { checkOnly: true });
  return Object.fromEntries(
    Object.keys(bundles).map((name) => [
      name,
      problems(messages)
        .filter(({ fullName }) => fullName === name)
        .map(({ problem }) => problem ?? ''),
    ]),
  );
}

const WRONG: Readonly<Record<string, readonly [Files, string | RegExp]>> = {
  // The words: jamessimone/lwc-paginator issue 1, and RoseSilverSoftware/IlluminatedCloud issue 2961.
  onlyTypes: [{ '.ts': script('') }, 'No base file for markup://c:onlyTypes'],
  otherFile: [{ 'more.js': script('') }, 'No base file for markup://c:otherFile'],
  onlyTemplate: [{ '.html': '<template></template>' }, 'No base file for markup://c:onlyTemplate'],
  noScript: [
    { '.html': '<template></template>', '.css': '.a { color: red; }' },
    'Invalid file found for a CSS Only module - noScript.html',
  ],
  scriptSyntax: [
    { '.js': 'export default class { a( }' },
    /^scriptSyntax\.js \(1:\d+\): LWC1503: Parsing error: Unexpected token/,
  ],
  templateSyntax: [
    { '.js': script(''), '.html': '<template><p></template>' },
    /^templateSyntax\.html \(\d+:\d+\): LWC/,
  ],
  styleSyntax: [
    { '.js': script(''), '.css': '.a { color: ' },
    /LWC1709: Syntax error encountered while parsing file styleSyntax\.css\. Cause: styleSyntax\.css:1:1: Unclosed block/,
  ],
  missingFile: [
    { '.js': script("import { a } from './gone';", 'b = a;') },
    /LWC1011: Failed to resolve import "\.\/gone"/,
  ],
  'with-dash': [
    { '.js': script('') },
    /^The Name field can only contain underscores and alphanumeric characters\./,
  ],
  Upper: [{ '.js': script('') }, /^LWC1116: Illegal folder name "Upper"/],
  noMeta: [
    { '.js': script(''), '.js-meta.xml': '' },
    'Cannot find the configuration file noMeta.js-meta.xml of the bundle noMeta',
  ],
  brokenMeta: [{ '.js': script(''), '.js-meta.xml': '<LightningComponentBundle>' }, /^Error parsing file: /],
  oddMeta: [
    { '.js': script(''), '.js-meta.xml': meta('<colour>red</colour>') },
    'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}colour invalid at this location in type LightningComponentBundle',
  ],
  // The words: public deploy logs, and trailheadapps/ebikes-lwc issue 337 for objects.
  childModule: [
    { '.js': script("import { a } from 'c/nope';", 'b = a;') },
    'No MODULE named markup://c:nope found : [markup://c:childModule]',
  ],
  childElement: [
    { '.js': script(''), '.html': '<template><c-not-there></c-not-there></template>' },
    'No MODULE named markup://c:notThere found : [markup://c:childElement]',
  ],
  platformModule: [
    { '.js': script("import { a } from 'lightning/nope';", 'b = a;') },
    'No MODULE named markup://lightning:nope found : [markup://c:platformModule]',
  ],
  platformElement: [
    { '.js': script(''), '.html': '<template><lightning-nope></lightning-nope></template>' },
    'No MODULE named markup://lightning:nope found : [markup://c:platformElement]',
  ],
  otherModule: [
    { '.js': script("import a from 'lodash/chunk';", 'b = a;') },
    'No MODULE named markup://lodash:chunk found : [markup://c:otherModule]',
  ],
  label: [
    { '.js': script("import a from '@salesforce/label/c.Nope';", 'b = a;') },
    'Invalid reference c.Nope of type label in file label.js',
  ],
  field: [
    { '.js': script("import a from '@salesforce/schema/Widget__c.Nope__c';", 'b = a;') },
    'Invalid reference Widget__c.Nope__c of type sobjectField in file field.js',
  ],
  parentField: [
    { '.js': script("import a from '@salesforce/schema/Gadget__c.Widget__r.Nope__c';", 'b = a;') },
    'Invalid reference Gadget__c.Widget__r.Nope__c of type sobjectField in file parentField.js',
  ],
  object: [
    { '.js': script("import a from '@salesforce/schema/Nope__c';", 'b = a;') },
    'Invalid reference Nope__c of type sobjectClass in file object.js',
  ],
  permission: [
    { '.js': script("import a from '@salesforce/customPermission/Nope';", 'b = a;') },
    'Invalid reference Nope of type customPermission in file permission.js',
  ],
  userPermission: [
    { '.js': script("import a from '@salesforce/userPermission/Fly';", 'b = a;') },
    'Invalid reference Fly of type userPermission in file userPermission.js',
  ],
  resource: [
    { '.js': script("import a from '@salesforce/resourceUrl/nope';", 'b = a;') },
    'Invalid reference nope of type resourceUrl in file resource.js',
  ],
  apex: [
    { '.js': script("import a from '@salesforce/apex/Nope.find';", 'b = a;') },
    "Unable to find Apex action class referenced as 'Nope'.",
  ],
  scope: [
    { '.js': script("import a from '@salesforce/nope/x';", 'b = a;') },
    /LWC1704: Missing resource value for @salesforce\/nope\/x/,
  ],
  target: [
    { '.js': script(''), '.js-meta.xml': meta('<targets><target>lightning__Moon</target></targets>') },
    "Invalid target 'lightning__Moon' in file target.js-meta.xml",
  ],
  configTarget: [
    {
      '.js': script(''),
      '.js-meta.xml': meta(
        '<targetConfigs><targetConfig targets="lightning__HomePage"/></targetConfigs><targets><target>lightning__AppPage</target></targets>',
      ),
    },
    "The target 'lightning__HomePage' of a targetConfig is not among the targets in file configTarget.js-meta.xml",
  ],
  configObject: [
    {
      '.js': script(''),
      '.js-meta.xml': meta(
        '<targetConfigs><targetConfig targets="lightning__RecordPage"><objects><object>Nope__c</object></objects></targetConfig></targetConfigs><targets><target>lightning__RecordPage</target></targets>',
      ),
    },
    'Invalid reference Nope__c of type sobjectClass in file configObject.js-meta.xml',
  ],
  property: [
    {
      '.js': script('', '@api shown;'),
      '.js-meta.xml': meta(
        '<targetConfigs><targetConfig targets="lightning__AppPage"><property name="hidden" type="String"/></targetConfig></targetConfigs><targets><target>lightning__AppPage</target></targets>',
      ),
    },
    "The property 'hidden' in file property.js-meta.xml is not a public property of the component",
  ],
  propertyType: [
    {
      '.js': script('', '@api shown;'),
      '.js-meta.xml': meta(
        '<targetConfigs><targetConfig targets="lightning__AppPage"><property name="shown" type="Text"/></targetConfig></targetConfigs><targets><target>lightning__AppPage</target></targets>',
      ),
    },
    "Invalid type 'Text' of property 'shown' in file propertyType.js-meta.xml",
  ],
};

describe('a bundle is refused', () => {
  let said: Readonly<Record<string, readonly string[]>>;
  beforeAll(() => {
    said = refusals(Object.fromEntries(Object.entries(WRONG).map(([name, [files]]) => [name, files])));
  });

  test.each(Object.keys(WRONG))('%s', (name) => {
    const [, problem] = WRONG[name] ?? [{}, ''];
    const [first, ...more] = said[name] ?? [];
    if (typeof problem === 'string') expect(first).toBe(problem);
    else expect(first).toMatch(problem);
    expect(more).toStrictEqual([]);
  });
});

const PARTS: Files = {
  // LWC developer guide, "Share CSS Style Rules": a style sheet and its configuration are a module.
  ...bundle('styles', { '.css': '.a { color: red; }' }),
  ...bundle('inner', { '.js': script('', '@api size;') }),
  ...bundle('outer', {
    '.js': script(
      "import { NOTHING } from './more';\nimport Code from '@salesforce/schema/Widget__c.Code__c';\nimport polish from '@salesforce/customPermission/Polish';\nimport { gql } from 'lightning/graphql';\nimport lang from '@salesforce/i18n/lang';",
      'all = [NOTHING, Code, polish, gql, lang];',
    ),
    'more.js': 'export const NOTHING = null;\n',
    '.html':
      '<template><c-inner size="2"></c-inner><lightning-icon icon-name="utility:add"></lightning-icon></template>',
    '.css': "@import 'c/styles';",
    '__tests__/outer.test.js': 'this is no JavaScript',
  }),
};

test('bundles that fit the org are taken, and one that another uses stays', () => {
  expect(
    deployTo(test_, PARTS, { LightningComponentBundle: ['inner', 'outer', 'styles'] }).messages.map(
      ({ problem }) => problem,
    ),
  ).toEqual([undefined, undefined, undefined, undefined]);
  const takeOut = (type: string, ...members: readonly string[]): readonly (string | undefined)[] =>
    problems(
      deployTo(
        test_,
        {
          'destructiveChanges.xml': metadata(
            'Package',
            `<types>${members.map((each) => `<members>${each}</members>`).join('')}<name>${type}</name></types>`,
          ),
        },
        {},
        { checkOnly: true },
      ).messages,
    ).map(({ problem }) => problem);
  const used = 'This component is referenced elsewhere in salesforce.com. : LightningComponentBundle - outer';
  expect(takeOut('LightningComponentBundle', 'inner')).toEqual([used]);
  expect(takeOut('CustomPermission', 'Polish')).toEqual([used]);
  expect(takeOut('CustomField', 'Widget__c.Code__c')).toEqual([used]);
  expect(takeOut('LightningComponentBundle', 'inner', 'outer')).toStrictEqual([]);
});
