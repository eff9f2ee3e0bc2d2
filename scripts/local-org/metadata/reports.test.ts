import { orgForFile } from '../orgForTests.ts';
import { deployTo, problems, wrongWith } from './deployFixture.ts';
import { metadata } from './fixture.ts';

const test_ = orgForFile();
beforeAll(() => {
  const result = deployTo(
    test_,
    {
      'reports/Sales-meta.xml': FOLDER,
      'reportTypes/Gadgets.reportType': REPORT_TYPE,
    },
    {
      Report: ['Sales'],
      ReportType: ['Gadgets'],
    },
  );
  expect(problems(result.messages)).toStrictEqual([]);
});

const FOLDER = metadata(
  'ReportFolder',
  `<folderShares><accessLevel>View</accessLevel><sharedTo>AllInternalUsers</sharedTo><sharedToType>Organization</sharedToType></folderShares>
   <name>Sales</name>`,
);

const columns = (...names: readonly string[]): string =>
  names.map((name) => `<columns><field>${name}</field></columns>`).join('');
const group = (name: string, element = 'groupingsDown'): string =>
  `<${element}><dateGranularity>Day</dateGranularity><field>${name}</field><sortOrder>Asc</sortOrder></${element}>`;
const filter = (name: string, operator: string, value = '1'): string =>
  `<criteriaItems><column>${name}</column><operator>${operator}</operator><value>${value}</value></criteriaItems>`;
const filters = (...items: readonly string[]): string => `<filter>${items.join('')}</filter>`;
const chart = (grouping: string, column = 'RowCount'): string =>
  `<chart><chartSummaries><column>${column}</column></chartSummaries><chartType>HorizontalBar</chartType><groupingColumn>${grouping}</groupingColumn></chart>`;

const report = (format: string, body: string, type = 'CustomEntity$Widget__c'): string =>
  `${body}<format>${format}</format><name>Some</name><reportType>${type}</reportType><scope>organization</scope>`;

const [CODE, COLOUR, WEIGHT, SOLD, SOLD_ON, NOTES] = [
  'Code',
  'Colour',
  'Weight',
  'Sold',
  'Sold_On',
  'Notes',
].map((name) => `Widget__c.${name}__c`) as [string, string, string, string, string, string];
const TABULAR = report('Tabular', columns('CUST_NAME', CODE));

const REPORT_TYPE = metadata(
  'ReportType',
  `<baseObject>Widget__c</baseObject><category>other</category><deployed>true</deployed>
   <join><outerJoin>true</outerJoin><relationship>Gadgets__r</relationship></join><label>Some</label><sections>
   ${['Widget__c$Code__c', 'Widget__c$Account__c.Name', 'Widget__c.Gadgets__r$Count__c'].map(offered).join('')}
   <masterLabel>S</masterLabel></sections>`,
);

function offered(column: string): string {
  const [table = '', field = ''] = column.split('$');
  return `<columns><checkedByDefault>true</checkedByDefault><field>${field}</field><table>${table}</table></columns>`;
}

const wrong = (path: string, text: string, types: Readonly<Record<string, readonly string[]>>) =>
  wrongWith(test_, path, text, types);
const wrongReport = (body: string, name = 'Sales/Some'): readonly string[] =>
  wrong(`reports/${name}.report`, metadata('Report', body), { Report: [name] });

test.each([
  ['rows', TABULAR],
  ['groups', report('Summary', columns('CUST_NAME') + group(COLOUR) + group(SOLD_ON) + group(SOLD))],
  ['a matrix', report('Matrix', columns('CUST_NAME') + group(COLOUR) + group(SOLD_ON, 'groupingsAcross'))],
  ['a chart', report('Summary', chart(COLOUR) + columns('CUST_NAME') + group(COLOUR))],
  [
    'sums, in a chart too',
    report(
      'Summary',
      `${chart(COLOUR, WEIGHT)}<columns><aggregateTypes>Sum</aggregateTypes><field>${WEIGHT}</field></columns>${group(COLOUR)}`,
    ),
  ],
  [
    'filters',
    report(
      'Tabular',
      columns('CUST_NAME') +
        `<filter><booleanFilter>1 AND (2 OR 3) AND 4</booleanFilter>${filter(CODE, 'startsWith')}${filter(WEIGHT, 'greaterThan')}${filter(SOLD, 'equals')}${filter('Widget__c.Tags__c', 'includes')}</filter>` +
        `<sortColumn>CUST_NAME</sortColumn><timeFrameFilter><dateColumn>${SOLD_ON}</dateColumn><interval>INTERVAL_LAST30</interval></timeFrameFilter>`,
    ),
  ],
  [
    'a custom report type',
    report(
      'Summary',
      columns('Widget__c$Account__c.Name', 'Widget__c.Gadgets__r$Count__c') + group('Widget__c$Code__c'),
      'Gadgets__c',
    ),
  ],
  ['accounts', report('Summary', columns('ACCOUNT.NAME') + group('Account.Number__c'), 'AccountList')],
])('a report of %s is taken', (_what, body) => {
  expect(wrongReport(body)).toStrictEqual([]);
});

test.each([
  [
    'an unknown column',
    report('Tabular', columns('CUST_NAME', 'Widget__c.Nope__c')),
    ['Invalid value specified: Widget__c.Nope__c'],
  ],
  ['a field by its API name', report('Tabular', columns('Code__c')), ['Invalid value specified: Code__c']],
  [
    'a column that the report type has not',
    report('Tabular', columns('Widget__c$Weight__c'), 'Gadgets__c'),
    ['Invalid value specified: Widget__c$Weight__c'],
  ],
  [
    'an unknown report type',
    report('Tabular', columns('CUST_NAME'), 'Nope__c'),
    ['In field: reportType - no ReportType named Nope__c found'],
  ],
  [
    'an unknown object',
    report('Tabular', columns('CUST_NAME'), 'CustomEntity$Nope__c'),
    ['In field: reportType - no ReportType named CustomEntity$Nope__c found'],
  ],
  [
    'an unknown filter column',
    report('Tabular', columns('CUST_NAME') + filters(filter('Widget__c.Nope__c', 'equals'))),
    ['Invalid value specified: Widget__c.Nope__c'],
  ],
  [
    'an operator of texts on a number',
    report('Tabular', columns('CUST_NAME') + filters(filter(WEIGHT, 'contains'))),
    [`The operator contains can't be used with the column ${WEIGHT}`],
  ],
  [
    'an operator of texts on a date',
    report('Tabular', columns('CUST_NAME') + filters(filter(SOLD_ON, 'startsWith'))),
    [`The operator startsWith can't be used with the column ${SOLD_ON}`],
  ],
  [
    'an operator of numbers on a checkbox',
    report('Tabular', columns('CUST_NAME') + filters(filter(SOLD, 'greaterThan'))),
    [`The operator greaterThan can't be used with the column ${SOLD}`],
  ],
  [
    'an operator of multi-select picklists on a picklist',
    report('Tabular', columns('CUST_NAME') + filters(filter(COLOUR, 'includes'))),
    [`The operator includes can't be used with the column ${COLOUR}`],
  ],
  [
    'a filter logic beyond its conditions',
    report(
      'Tabular',
      columns('CUST_NAME') +
        `<filter><booleanFilter>1 AND 2</booleanFilter>${filter(CODE, 'equals')}</filter>`,
    ),
    ['The filter logic names the condition 2, there are 1'],
  ],
  [
    'rows with groups',
    report('Tabular', columns('CUST_NAME') + group(COLOUR)),
    ['A report of the format Tabular has from 0 to 0 groupingsDown, not 1'],
  ],
  [
    'a summary without groups',
    report('Summary', columns('CUST_NAME')),
    ['A report of the format Summary has from 1 to 3 groupingsDown, not 0'],
  ],
  [
    'a summary with groups across',
    report('Summary', columns('CUST_NAME') + group(COLOUR) + group(SOLD, 'groupingsAcross')),
    ['A report of the format Summary has from 0 to 0 groupingsAcross, not 1'],
  ],
  [
    'a summary of four groups',
    report(
      'Summary',
      columns('CUST_NAME') + [COLOUR, SOLD, SOLD_ON, CODE].map((name) => group(name)).join(''),
    ),
    ['A report of the format Summary has from 1 to 3 groupingsDown, not 4'],
  ],
  [
    'a matrix without groups across',
    report('Matrix', columns('CUST_NAME') + group(COLOUR)),
    ['A report of the format Matrix has from 1 to 2 groupingsAcross, not 0'],
  ],
  [
    'an unknown group',
    report('Summary', columns('CUST_NAME') + group('Widget__c.Nope__c')),
    ['Invalid value specified: Widget__c.Nope__c'],
  ],
  [
    'a group that is listed too',
    report('Summary', columns(COLOUR) + group(COLOUR)),
    [`The column ${COLOUR} is grouped by and can't be listed too`],
  ],
  [
    'groups of a long text',
    report('Summary', columns('CUST_NAME') + group(NOTES)),
    [`A report can't be grouped by the long text ${NOTES}`],
  ],
  [
    'a chart without groups',
    report('Tabular', chart(COLOUR) + columns('CUST_NAME')),
    ["A report of the format Tabular without a grouping can't have a chart"],
  ],
  [
    'a chart of other groups',
    report('Summary', chart(SOLD) + columns('CUST_NAME') + group(COLOUR)),
    [`The chart groups by ${SOLD}, the report doesn't`],
  ],
  [
    'a chart of a column that is not summed',
    report('Summary', chart(COLOUR, WEIGHT) + columns(WEIGHT) + group(COLOUR)),
    [`The chart shows ${WEIGHT}, which the report doesn't summarize`],
  ],
  [
    'rows with sums',
    report('Tabular', `<columns><aggregateTypes>Sum</aggregateTypes><field>${WEIGHT}</field></columns>`),
    [`A tabular report can't summarize the column ${WEIGHT}`],
  ],
  [
    'a sum of texts',
    report(
      'Summary',
      `<columns><aggregateTypes>Sum</aggregateTypes><field>${CODE}</field></columns>${group(COLOUR)}`,
    ),
    [`The column ${CODE} can't be summarized by Sum`],
  ],
  [
    'a sort column that is not listed',
    report('Tabular', `${columns('CUST_NAME')}<sortColumn>${CODE}</sortColumn>`),
    [`The report is sorted by ${CODE}, which it doesn't list`],
  ],
  [
    'a time frame of no date',
    report(
      'Tabular',
      `${columns('CUST_NAME')}<timeFrameFilter><dateColumn>${CODE}</dateColumn><interval>INTERVAL_LAST30</interval></timeFrameFilter>`,
    ),
    [`The column ${CODE} of the time frame holds no date`],
  ],
  [
    'a time frame that there is not',
    report(
      'Tabular',
      `${columns('CUST_NAME')}<timeFrameFilter><dateColumn>${SOLD_ON}</dateColumn><interval>INTERVAL_CURQ</interval></timeFrameFilter>`,
    ),
    ["Error parsing file: 'INTERVAL_CURQ' is not a valid value for the enum 'UserDateInterval'"],
  ],
  [
    'a name of 41 letters',
    TABULAR.replace('<name>Some<', `<name>${'n'.repeat(41)}<`),
    [expect.stringContaining('Report Name: data value too large')],
  ],
  [
    'a description of 256 letters',
    TABULAR.replace('<format>', `<description>${'d'.repeat(256)}</description><format>`),
    [expect.stringContaining('Description: data value too large')],
  ],
])('a report with %s is refused', (_what, body, expected) => {
  expect(wrongReport(body)).toEqual(expected);
});

test.each([
  ['Nowhere/Some', ['Cannot find folder:Nowhere']],
  [`Sales/${'n'.repeat(81)}`, ['Value too long for field: fullName maximum length is:80']],
  [
    'Sales/Two__Lines',
    [expect.stringContaining('The Report Unique Name field can only contain underscores')],
  ],
])('a report named %s is refused', (name, expected) => {
  expect(wrongReport(TABULAR, name)).toEqual(expected);
});

test('a folder is shared with users and groups that there are, and has a name of 80 letters at most', () => {
  const folder = (text: string): readonly string[] =>
    wrong('reports/Other-meta.xml', text, { Report: ['Other'] });
  expect(folder(FOLDER)).toStrictEqual([]);
  expect(folder(FOLDER.replace('>Organization<', '>Role<'))).toEqual([
    'In field: sharedTo - no Role named AllInternalUsers found',
  ]);
  expect(folder(metadata('ReportFolder', `<name>${'n'.repeat(81)}</name>`))).toEqual([
    expect.stringContaining('Folder Label: data value too large'),
  ]);
  expect(folder(metadata('ReportFolder', ''))).toEqual(['Required field is missing: name']);
});
