import { ofType } from '../schema/components.ts';
import { inFolderProblems } from './folderChecks.ts';
import type { PackagedComponent } from './package.ts';
import { type Candidate, type Problem, missing } from './problem.ts';
import { type XmlContent, elements, numberOf, textOf } from './xml.ts';

/**
 * Dynamic dashboards that an Enterprise Edition may have; Unlimited and Performance 10, Developer 3 (Salesforce Help, Dynamic Dashboards). The
 * local org is an Enterprise Edition.
 */
const DYNAMIC_ALLOWANCE = 5;

/** Components of a dashboard (Salesforce Help, Dashboard Limits). */
const MOST_COMPONENTS = 20;

/** Components that list rows, so that a report without groups will do. */
const OF_ROWS: ReadonlySet<string> = new Set(['Table', 'FlexTable']);

/** Components that show no report. */
const WITHOUT_REPORT: ReadonlySet<string> = new Set([
  ...['Scontrol', 'VisualforcePage', 'Image', 'RichText', 'LightningWebComponent', 'PulseMetric'],
]);

const isDynamic = (content: XmlContent | undefined): boolean =>
  content !== undefined && ['LoggedInUser', 'MyTeamUser'].includes(textOf(content, 'dashboardType') ?? '');

function runningUserProblems(
  { components, usernames }: Candidate,
  { fullName }: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  const user = textOf(content, 'runningUser');
  if (isDynamic(content)) {
    const others = [...ofType(components, 'Dashboard')].filter(
      ([name, other]) => name !== fullName && isDynamic(other.content),
    );
    return others.length < DYNAMIC_ALLOWANCE
      ? []
      : [
          {
            message: `The org's ${DYNAMIC_ALLOWANCE} dynamic dashboards are used up`,
            at: '<dashboardType>',
          },
        ];
  }
  if (user === null) return [{ message: 'Required field is missing: runningUser', at: '<dashboardType>' }];
  // Message of public deployment logs (Gearset, New or changed reference user).
  return usernames.has(user)
    ? []
    : [
        {
          message: `Cannot find a user that matches any of the following usernames: ${user}`,
          at: `<runningUser>${user}<`,
        },
      ];
}

/** Message of public deployment logs: "In field: report - no Report named Folder/Name found". */
function componentProblems({ components }: Candidate, component: XmlContent): readonly Problem[] {
  const [type, name] = [textOf(component, 'componentType') ?? '', textOf(component, 'report')];
  if (WITHOUT_REPORT.has(type)) return [];
  if (name === null) return [{ message: 'Required field is missing: report', at: '<componentType>' }];
  const report = ofType(components, 'Report').get(name)?.content;
  const at = `<report>${name}</report>`;
  if (report === undefined) return [missing('report', 'Report', name, at)];
  if (!OF_ROWS.has(type) && textOf(report, 'format') === 'Tabular')
    return [{ message: `A component ${type} needs a report with groups; ${name} is tabular`, at }];
  const grouped = ['groupingsDown', 'groupingsAcross']
    .flatMap((element) => elements(report, element))
    .map((grouping) => textOf(grouping, 'field'));
  const strange = [component.groupingColumn ?? []].flat().map(String);
  return strange
    .filter((column) => !grouped.includes(column))
    .map((column) => ({
      message: `The component groups by ${column}, the report ${name} doesn't`,
      at: `<groupingColumn>${column}<`,
    }));
}

/** Cells of a grid that lie outside of it, or in which two components lie. */
function gridProblems(content: XmlContent): readonly Problem[] {
  return elements(content, 'dashboardGridLayout').flatMap((grid) => {
    const columns = numberOf(grid, 'numberOfColumns', 0);
    const taken = new Set<string>();
    return elements(grid, 'dashboardGridComponents').flatMap((cell) => {
      const [x, y] = [numberOf(cell, 'columnIndex', 0), numberOf(cell, 'rowIndex', 0)];
      const [width, height] = [numberOf(cell, 'colSpan', 1), numberOf(cell, 'rowSpan', 1)];
      if (x + width > columns)
        return [{ message: `A component reaches beyond the grid's ${columns} columns`, at: '<columnIndex>' }];
      const cells = Array.from(
        { length: width * height },
        (_, n) => `${x + (n % width)}:${y + Math.floor(n / width)}`,
      );
      const isTaken = cells.some((one) => taken.has(one));
      for (const one of cells) taken.add(one);
      return isTaken
        ? [{ message: 'Two components lie in the same place of the grid', at: '<rowIndex>' }]
        : [];
    });
  });
}

/** Checks a dashboard: its folder, running user, components and their reports. Words without a source named here are ours. */
export function dashboardProblems(
  candidate: Candidate,
  component: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  const shown = [
    ...['leftSection', 'middleSection', 'rightSection']
      .flatMap((section) => elements(content, section))
      .flatMap((section) => elements(section, 'components')),
    ...elements(content, 'dashboardGridLayout')
      .flatMap((grid) => elements(grid, 'dashboardGridComponents'))
      .flatMap((cell) => elements(cell, 'dashboardComponent')),
  ];
  const tooMany =
    shown.length > MOST_COMPONENTS
      ? [{ message: `A dashboard has ${MOST_COMPONENTS} components at most, not ${shown.length}` }]
      : [];
  return [
    ...inFolderProblems(candidate, component),
    ...runningUserProblems(candidate, component, content),
    ...tooMany,
    ...shown.flatMap((one) => componentProblems(candidate, one)),
    ...gridProblems(content),
  ];
}
