import type { TestOrg } from '../../local-org/testOrg.ts';
import { parseXml, type XmlElement } from '../../connect360/xmlTree.ts';

const USERS_NAME: Readonly<Record<string, string>> = {
  'USERS.NAME': 'Owner.Name',
  'ACCOUNT.NAME': 'Name',
  CUST_NAME: 'Name',
};

/** A report's column as SOQL names it from the report's object. */
const pathOf = (column: string): string => USERS_NAME[column] ?? column.replace(/^\w+[.$]/, '');

function objectOf(source: ReadonlyMap<string, string>, type: string): string {
  const entity = /^CustomEntity\$(.+)$/.exec(type)?.[1];
  if (entity !== undefined) return entity;
  if (type === 'AccountList') return 'Account';
  const file = source.get(`reportTypes/${type.replace(/__c$/, '')}.reportType-meta.xml`) ?? '';
  return parseXml(file).textOf('baseObject') ?? '';
}

function conditionOf(item: XmlElement): string {
  const [path, operator, value = ''] = ['column', 'operator', 'value'].map((name) => item.textOf(name)) as [
    string,
    string,
    string?,
  ];
  const field = pathOf(path);
  if (value === '') return `${field} ${operator === 'equals' ? '=' : '!='} null`;
  if (/Onboarded__c$|IsActive$/.test(field)) return `${field} = ${value === '1'}`;
  if (operator === 'greaterThan') return `${field} > ${value}`;
  return `${field} ${operator === 'notEqual' ? 'NOT IN' : 'IN'} (${value
    .split(',')
    .map((one) => `'${one}'`)
    .join(', ')})`;
}

const FRAMES: Readonly<Record<string, (field: string) => readonly string[]>> = {
  INTERVAL_CUSTOM: () => [],
  INTERVAL_LAST30: (field) => [`${field} = LAST_N_DAYS:30`],
  INTERVAL_PREVCURY: (field) => [`(${field} = LAST_YEAR OR ${field} = THIS_YEAR)`],
};

/** What a report of force-app/insights counts, by SOQL: its groups, as JSON, with the number of rows in each. */
export function countedBySoql(
  org: TestOrg,
  source: ReadonlyMap<string, string>,
  name: string,
): ReadonlyMap<string, number> {
  const report = parseXml(source.get(`reports/CuZo/${name}.report-meta.xml`) ?? '');
  const frames = report.all('timeFrameFilter').flatMap((frame) => {
    const frameOf = FRAMES[frame.textOf('interval') ?? ''];
    if (!frameOf) throw new Error('an interval that this test does not know');
    return frameOf(pathOf(frame.textOf('dateColumn') ?? ''));
  });
  const conditions = [
    ...report
      .all('filter')
      .flatMap((filter) => filter.all('criteriaItems'))
      .map(conditionOf),
    ...frames,
  ];
  const groups = report.all('groupingsDown').flatMap((grouping) => {
    const path = pathOf(grouping.textOf('field') ?? '');
    return grouping.textOf('dateGranularity') === 'Month'
      ? [`CALENDAR_YEAR(${path})`, `CALENDAR_MONTH(${path})`]
      : [path];
  });
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const object = objectOf(source, report.textOf('reportType') ?? '');
  if (groups.length === 0) return new Map([['[]', org.rows(`SELECT Id FROM ${object}${where}`).length]]);
  const selected = groups.map((group, index) => `${group} g${index}`).join(', ');
  const rows = org.rows(
    `SELECT ${selected}, COUNT(Id) n FROM ${object}${where} GROUP BY ${groups.join(', ')}`,
  );
  return new Map(
    rows.map((row) => [JSON.stringify(groups.map((_, index) => row[`g${index}`])), Number(row.n)]),
  );
}
