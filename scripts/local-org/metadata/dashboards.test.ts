import { orgForFile } from '../orgForTests.ts';
import { openTestOrg } from '../testOrg.ts';
import { deployTo, problems, wrongWith } from './deployFixture.ts';
import { metadata } from './fixture.ts';

const test_ = orgForFile();
beforeAll(() => {
  const report = (format: string, group: string): string =>
    metadata(
      'Report',
      `<columns><field>CUST_NAME</field></columns><format>${format}</format>${group}<name>Some</name>
       <reportType>CustomEntity$Widget__c</reportType><scope>organization</scope>`,
    );
  const files = {
    'reports/Sales-meta.xml': metadata('ReportFolder', '<name>Sales</name>'),
    'dashboards/Sales-meta.xml': metadata('DashboardFolder', '<name>Sales</name>'),
    'reports/Sales/Rows.report': report('Tabular', ''),
    'reports/Sales/Groups.report': report(
      'Summary',
      '<groupingsDown><field>Widget__c.Colour__c</field><sortOrder>Asc</sortOrder></groupingsDown>',
    ),
  };
  const types = { Report: ['Sales', 'Sales/Rows', 'Sales/Groups'], DashboardFolder: ['Sales'] };
  expect(problems(deployTo(test_, files, types).messages)).toStrictEqual([]);
});

const SOLD = 'Widget__c.Sold__c';
const component = (type: string, name = 'Sales/Groups', more = ''): string =>
  `<components><autoselectColumnsFromReport>true</autoselectColumnsFromReport><componentType>${type}</componentType>${more}<report>${name}</report></components>`;
const dashboard = (components: string, type = 'LoggedInUser', more = ''): string =>
  metadata(
    'Dashboard',
    `<backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection>
     <backgroundStartColor>#FFFFFF</backgroundStartColor><dashboardType>${type}</dashboardType>
     <leftSection><columnSize>Medium</columnSize>${components}</leftSection>${more}
     <textColor>#000000</textColor><title>Some</title><titleColor>#000000</titleColor><titleSize>12</titleSize>`,
  );
const wrongDashboard = (text: string, name = 'Sales/Some'): readonly string[] =>
  wrongWith(test_, `dashboards/${name}.dashboard`, text, { Dashboard: [name] });

const cell = (column: number, row: number): string =>
  `<dashboardGridComponents><colSpan>6</colSpan><columnIndex>${column}</columnIndex>
   <dashboardComponent><componentType>Table</componentType><report>Sales/Rows</report></dashboardComponent>
   <rowIndex>${row}</rowIndex><rowSpan>2</rowSpan></dashboardGridComponents>`;
const grid = (...cells: readonly string[]): string =>
  dashboard('', 'LoggedInUser', '').replace(
    /<leftSection>[^]*<\/leftSection>/,
    `<dashboardGridLayout>${cells.join('')}<numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight></dashboardGridLayout><isGridLayout>true</isGridLayout>`,
  );

test.each([
  ['groups as bars and rows as a table', dashboard(component('Bar') + component('Table', 'Sales/Rows')), []],
  ['a grid', grid(cell(0, 0), cell(6, 0), cell(0, 2)), []],
  [
    'a report that there is not',
    dashboard(component('Bar', 'Sales/Nope')),
    ['In field: report - no Report named Sales/Nope found'],
  ],
  [
    'bars of rows',
    dashboard(component('Bar', 'Sales/Rows')),
    ['A component Bar needs a report with groups; Sales/Rows is tabular'],
  ],
  [
    'groups that the report has not',
    dashboard(component('Bar', 'Sales/Groups', `<groupingColumn>${SOLD}</groupingColumn>`)),
    [`The component groups by ${SOLD}, the report Sales/Groups doesn't`],
  ],
  [
    '21 components',
    dashboard(component('Bar').repeat(21)),
    ['A dashboard has 20 components at most, not 21'],
  ],
  [
    'no running user',
    dashboard(component('Bar'), 'SpecifiedUser'),
    ['Required field is missing: runningUser'],
  ],
  [
    'a running user that there is not',
    dashboard(component('Bar'), 'SpecifiedUser', '<runningUser>nobody@example.com</runningUser>'),
    ['Cannot find a user that matches any of the following usernames: nobody@example.com'],
  ],
  ['a cell beyond the grid', grid(cell(7, 0)), ["A component reaches beyond the grid's 12 columns"]],
  ['two in one place', grid(cell(0, 0), cell(5, 1)), ['Two components lie in the same place of the grid']],
  [
    'a title of 81 letters',
    dashboard(component('Bar')).replace('>Some<', `>${'t'.repeat(81)}<`),
    [expect.stringContaining('Title: data value too large')],
  ],
])('a dashboard with %s', (_what, text, expected) => {
  expect(wrongDashboard(text)).toEqual(expected);
});

test('a dashboard wants its folder', () => {
  expect(wrongDashboard(dashboard(component('Bar')), 'Nowhere/Some')).toEqual(['Cannot find folder:Nowhere']);
});

test('an Enterprise Edition has five dynamic dashboards; a sixth is refused, one of a fixed user is not', () => {
  const own = openTestOrg();
  const names = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => `Sales/${name}`);
  const files = Object.fromEntries(names.map((name) => [`dashboards/${name}.dashboard`, dashboard('')]));
  const folder = { 'dashboards/Sales-meta.xml': metadata('DashboardFolder', '<name>Sales</name>') };
  const five = { Dashboard: ['Sales', ...names.slice(0, 5)] };
  expect(deployTo(own, { ...folder, ...files }, five).success).toBe(true);
  expect(deployTo(own, files, { Dashboard: names.slice(0, 1) }).success).toBe(true);
  const sixth = deployTo(own, files, { Dashboard: names.slice(5) });
  expect(problems(sixth.messages)).toMatchObject([
    { fullName: 'Sales/F', problem: "The org's 5 dynamic dashboards are used up" },
  ]);
  const [user = ''] = own.column('SELECT Username FROM User LIMIT 1');
  const fixed = dashboard('', 'SpecifiedUser', `<runningUser>${String(user)}</runningUser>`);
  expect(deployTo(own, { 'dashboards/Sales/F.dashboard': fixed }, { Dashboard: ['Sales/F'] }).success).toBe(
    true,
  );
  own.org.close();
});
