import type { FieldType } from '../schema/model.ts';
import { inFolderProblems } from './folderChecks.ts';
import type { PackagedComponent } from './package.ts';
import type { Candidate, Problem } from './problem.ts';
import { type Column, type ReportColumns, columnsOf } from './reportColumns.ts';
import { type XmlContent, elements, textOf, texts } from './xml.ts';

/**
 * Most groupings of each format, and fewest (Salesforce's skill platform-report-generate, rule 1; Salesforce Help, Report Limits: three
 * of a summary report, two each way of a matrix report).
 */
const GROUPINGS: Readonly<
  Record<string, readonly [down: readonly [number, number], across: readonly [number, number]]>
> = {
  Tabular: [
    [0, 0],
    [0, 0],
  ],
  Summary: [
    [1, 3],
    [0, 0],
  ],
  Matrix: [
    [1, 2],
    [1, 2],
  ],
};

const COMPARED = ['equals', 'notEqual', 'lessThan', 'greaterThan', 'lessOrEqual', 'greaterOrEqual'] as const;
const NUMBERS: ReadonlySet<FieldType> = new Set(['currency', 'double', 'int', 'percent']);
const DATES: ReadonlySet<FieldType> = new Set(['date', 'datetime']);

/** The operators that a filter on such a field may have (Salesforce Help, Filter Operators Reference). */
function operatorsFor(type: FieldType): readonly string[] {
  if (type === 'boolean') return ['equals', 'notEqual'];
  if (NUMBERS.has(type) || DATES.has(type)) return COMPARED;
  if (type === 'multipicklist') return ['equals', 'notEqual', 'includes', 'excludes'];
  return [...COMPARED, 'contains', 'notContain', 'startsWith'];
}

/** Message of public deployment logs: "Invalid value specified: ACTIVITY.SUBJECT". */
const unknown = (name: string, element: string): Problem => ({
  message: `Invalid value specified: ${name}`,
  at: `<${element}>${name}</${element}>`,
});

const typed = (column: Column | undefined): FieldType | undefined =>
  column === undefined || column === 'unchecked' ? undefined : column.type;

/** Columns that stand for the number of rows. */
const COUNTS: ReadonlySet<string> = new Set(['RowCount', 'RECORD_COUNT']);

function columnProblems(columns: ReportColumns, content: XmlContent, isSummed: boolean): readonly Problem[] {
  return elements(content, 'columns').flatMap((entry) => {
    const name = textOf(entry, 'field') ?? '';
    const column = columns.column(name);
    if (column === undefined) return [unknown(name, 'field')];
    const sums = texts(entry, 'aggregateTypes').filter((sum) => sum !== 'Unique' && sum !== 'None');
    const type = typed(column);
    if (sums.length > 0 && !isSummed)
      return [{ message: `A tabular report can't summarize the column ${name}`, at: `<field>${name}<` }];
    if (sums.length > 0 && type !== undefined && !NUMBERS.has(type) && type !== 'boolean')
      return [
        { message: `The column ${name} can't be summarized by ${sums[0] ?? ''}`, at: `<field>${name}<` },
      ];
    return [];
  });
}

function groupingProblems(columns: ReportColumns, content: XmlContent, format: string): readonly Problem[] {
  const limits = GROUPINGS[format];
  const listed = new Set(elements(content, 'columns').map((entry) => textOf(entry, 'field')));
  return (['groupingsDown', 'groupingsAcross'] as const).flatMap((element, index) => {
    const groupings = elements(content, element);
    const [least, most] = limits?.[index] ?? [0, 3];
    if (groupings.length < least || groupings.length > most)
      return [
        {
          message: `A report of the format ${format} has from ${least} to ${most} ${element}, not ${groupings.length}`,
          at: `<${groupings.length === 0 ? 'format' : element}>`,
        },
      ];
    return groupings.flatMap((grouping) => {
      const name = textOf(grouping, 'field') ?? '';
      const at = `<field>${name}</field>`;
      const column = columns.column(name);
      if (column === undefined) return [unknown(name, 'field')];
      if (listed.has(name))
        return [{ message: `The column ${name} is grouped by and can't be listed too`, at }];
      if (column !== 'unchecked' && column.type === 'textarea')
        return [{ message: `A report can't be grouped by the long text ${name}`, at }];
      return [];
    });
  });
}

function filterProblems(columns: ReportColumns, content: XmlContent): readonly Problem[] {
  return elements(content, 'filter').flatMap((filter) => {
    const items = elements(filter, 'criteriaItems');
    const numbered = (textOf(filter, 'booleanFilter') ?? '').match(/\d+/g) ?? [];
    const beyond = numbered.filter((number) => Number(number) < 1 || Number(number) > items.length);
    return [
      ...beyond.map((number) => ({
        message: `The filter logic names the condition ${number}, there are ${items.length}`,
        at: '<booleanFilter>',
      })),
      ...items.flatMap((item) => {
        const [name, operator] = [textOf(item, 'column') ?? '', textOf(item, 'operator') ?? ''];
        const column = columns.column(name);
        if (column === undefined) return [unknown(name, 'column')];
        const type = typed(column);
        return type === undefined || operatorsFor(type).includes(operator)
          ? []
          : [
              {
                message: `The operator ${operator} can't be used with the column ${name}`,
                at: `<column>${name}</column>`,
              },
            ];
      }),
    ];
  });
}

function frameProblems(columns: ReportColumns, content: XmlContent): readonly Problem[] {
  return elements(content, 'timeFrameFilter').flatMap((frame) => {
    const name = textOf(frame, 'dateColumn') ?? '';
    const column = columns.column(name);
    if (column === undefined) return [unknown(name, 'dateColumn')];
    const type = typed(column);
    return type === undefined || DATES.has(type)
      ? []
      : [{ message: `The column ${name} of the time frame holds no date`, at: `<dateColumn>${name}<` }];
  });
}

/** A chart shows groups: it needs a grouping, and names one (Salesforce's skill platform-report-generate, rule 4). */
function chartProblems(content: XmlContent, format: string): readonly Problem[] {
  const grouped = ['groupingsDown', 'groupingsAcross']
    .flatMap((element) => elements(content, element))
    .map((grouping) => textOf(grouping, 'field'));
  return elements(content, 'chart').flatMap((chart) => {
    if (grouped.length === 0)
      return [
        { message: `A report of the format ${format} without a grouping can't have a chart`, at: '<chart>' },
      ];
    return ['groupingColumn', 'secondaryGroupingColumn'].flatMap((element) => {
      const name = textOf(chart, element);
      return name === null || grouped.includes(name)
        ? []
        : [
            {
              message: `The chart groups by ${name}, the report doesn't`,
              at: `<${element}>${name}</${element}>`,
            },
          ];
    });
  });
}

/** Columns that a chart sums up must be summed up by the report. */
function chartSumProblems(content: XmlContent): readonly Problem[] {
  const summed = new Set([
    ...elements(content, 'columns')
      .filter((column) => texts(column, 'aggregateTypes').length > 0)
      .map((column) => textOf(column, 'field') ?? ''),
    ...elements(content, 'aggregates').map((formula) => textOf(formula, 'developerName') ?? ''),
  ]);
  return elements(content, 'chart')
    .flatMap((chart) => elements(chart, 'chartSummaries'))
    .flatMap((summary) => {
      const name = textOf(summary, 'column') ?? '';
      return COUNTS.has(name) || summed.has(name)
        ? []
        : [
            {
              message: `The chart shows ${name}, which the report doesn't summarize`,
              at: `<column>${name}<`,
            },
          ];
    });
}

function sortProblems(content: XmlContent): readonly Problem[] {
  const name = textOf(content, 'sortColumn');
  const listed = elements(content, 'columns').map((column) => textOf(column, 'field'));
  return name === null || listed.includes(name)
    ? []
    : [
        {
          message: `The report is sorted by ${name}, which it doesn't list`,
          at: `<sortColumn>${name}<`,
        },
      ];
}

/** Checks a report: its folder, type, columns, filters, groupings and chart. Words without a source named here are ours. */
export function reportProblems(
  candidate: Candidate,
  component: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  const type = textOf(content, 'reportType') ?? '';
  const columns = columnsOf(candidate, type);
  const folder = inFolderProblems(candidate, component);
  if (columns === undefined)
    return [
      ...folder,
      { message: `In field: reportType - no ReportType named ${type} found`, at: `<reportType>${type}<` },
    ];
  const format = textOf(content, 'format') ?? '';
  return [
    ...folder,
    ...columnProblems(columns, content, format !== 'Tabular'),
    ...groupingProblems(columns, content, format),
    ...filterProblems(columns, content),
    ...frameProblems(columns, content),
    ...chartProblems(content, format),
    ...chartSumProblems(content),
    ...sortProblems(content),
  ];
}
