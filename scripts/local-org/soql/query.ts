import { randomInt } from 'node:crypto';
import { labelsIn } from '../metadata/labels.ts';
import { type JsonRecord, type QueryOptions, type QueryPage, OrgError } from '../org.ts';
import type { OrgState } from '../store/state.ts';
import { recordId } from '../store/recordIds.ts';
import { rightsOf } from '../store/rights.ts';
import { columnsOfGroups, countRows, groupedRows, isBareCount, isGrouped } from './aggregate.ts';
import type { Column } from './columns.ts';
import { type Compiler, type RowPlan, rowPlan } from './compile.ts';
import { malformed } from './errors.ts';
import { readRows, rowNumbers, type ReadOptions } from './read.ts';
import { readableObject, resolve } from './scope.ts';
import { type Statement, readStatement } from './statement.ts';
import { USER_RECORD_ACCESS, userRecordAccess } from './userAccess.ts';

const LARGEST_PAGE = 2_000;
const SMALLEST_PAGE = 200;
/** Open cursors per user; a new one replaces the oldest. App limits cheat sheet, "SOQL and SOSL". */
const MOST_CURSORS = 10;

/** A result that takes several pages: the rows it found, in order. */
interface Cursor {
  readonly userId: string;
  readonly plan: RowPlan;
  readonly rids: readonly number[];
  readonly read: ReadOptions;
}

/** Runs statements and keeps the cursors of long results. */
export interface QueryEngine {
  query(soql: string, userId: string, options: QueryOptions): QueryPage;
  queryMore(locator: string, userId: string, options: QueryOptions): QueryPage;
  queryColumns(soql: string, userId: string): JsonRecord;
}

interface UserSettings {
  readonly language: string;
  readonly timeZone: string;
  readonly firstDayOfWeek: number;
  readonly english: boolean;
}

function settingsOf({ database }: OrgState, userId: string): UserSettings {
  const row = database
    .prepare('SELECT LanguageLocaleKey, TimeZoneSidKey, LocaleSidKey FROM "User" WHERE Id = ?')
    .get(userId);
  return {
    language: String(row?.LanguageLocaleKey ?? 'en_US'),
    timeZone: String(row?.TimeZoneSidKey ?? 'GMT'),
    firstDayOfWeek: row?.LocaleSidKey === 'en_US' ? 0 : 1,
    english: /^en(_|$)/.test(String(row?.LocaleSidKey)),
  };
}

const pageSize = (options: QueryOptions): number =>
  Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, options.batchSize ?? LARGEST_PAGE));

function compilerFor(
  state: OrgState,
  statement: Statement,
  userId: string,
  all: boolean,
): { compiler: Compiler; settings: UserSettings } {
  const settings = settingsOf(state, userId);
  const labels = labelsIn(state.components, settings.language);
  const compiler: Compiler = {
    state,
    rights: rightsOf(state, userId),
    english: settings.english,
    literals: {
      soql: statement.text,
      now: state.now(),
      timeZone: settings.timeZone,
      firstDayOfWeek: settings.firstDayOfWeek,
    },
    allRows: all || statement.allRows,
    valuesLabelled: (scope, path, label) => {
      const { object, field } = resolve(scope, path);
      return field.picklist
        .map((each) => each.value)
        .filter((value) => labels.picklistValue(object, field, value).toLowerCase() === label.toLowerCase());
    },
  };
  return { compiler, settings };
}

function readOptions(state: OrgState, language: string, version: string): ReadOptions {
  const labels = labelsIn(state.components, language);
  const labelOf = ({ object, field }: Column, value: string): string =>
    value
      .split(field.type === 'multipicklist' ? ';' : '\0')
      .map((each) => (object.name === 'RecordType' ? each : labels.picklistValue(object, field, each)))
      .join(';');
  return { version, labelOf };
}

const whole = (records: readonly JsonRecord[]): QueryPage => ({
  totalSize: records.length,
  done: true,
  records,
});

/** The query engine of an org. */
export function queryEngine(state: OrgState): QueryEngine {
  const cursors = new Map<string, Cursor>();

  function keep(cursor: Cursor): string {
    const own = [...cursors].filter(([, each]) => each.userId === cursor.userId).map(([id]) => id);
    if (own.length >= MOST_CURSORS) cursors.delete(own[0] ?? '');
    const id = recordId('0r8', randomInt(1, 2 ** 40));
    cursors.set(id, cursor);
    return id;
  }

  function page(id: string, { plan, rids, read }: Cursor, from: number, size: number): QueryPage {
    const to = from + size;
    const records = readRows(state, plan, rids.slice(from, to), read);
    const done = to >= rids.length;
    return { totalSize: rids.length, done, records, ...(done ? {} : { next: `${id}-${to}` }) };
  }

  return {
    query: (soql, userId, options) => {
      const statement = readStatement(soql);
      const { query } = statement;
      if ((query.sObject ?? '').toLowerCase() === USER_RECORD_ACCESS)
        return whole(userRecordAccess(state, soql, query));
      const { compiler, settings } = compilerFor(state, statement, userId, options.all === true);
      const object = readableObject(state, compiler.rights, soql, query.sObject ?? '');
      if (isBareCount(query)) {
        if ((query.fields ?? []).length > 1 || query.groupBy !== undefined)
          throw malformed('COUNT() can not be used with other fields or GROUP BY');
        return { totalSize: countRows(compiler, soql, object, query), done: true, records: [] };
      }
      if (isGrouped(query)) return whole(groupedRows(compiler, soql, object, query));
      const plan = rowPlan(compiler, soql, object, query);
      const rids = rowNumbers(state, plan);
      const cursor = { userId, plan, rids, read: readOptions(state, settings.language, options.version) };
      const size = pageSize(options);
      return page(rids.length > size ? keep(cursor) : '', cursor, 0, size);
    },
    queryMore: (locator, userId, options) => {
      const [id = '', from = ''] = locator.split('-');
      const cursor = cursors.get(id);
      if (cursor?.userId !== userId || !/^\d+$/.test(from)) {
        throw new OrgError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
      }
      return page(id, cursor, Number(from), pageSize(options));
    },
    queryColumns: (soql, userId) => columnsAnswer(state, soql, userId),
  };
}

const APEX_TYPES: Readonly<Record<string, string>> = {
  boolean: 'Boolean',
  currency: 'Double',
  date: 'Date',
  datetime: 'Datetime',
  double: 'Double',
  id: 'Id',
  int: 'Integer',
  percent: 'Double',
  reference: 'Id',
};

interface ColumnMetadata {
  readonly columnName: string;
  readonly displayName: string;
  readonly apexType: string;
  readonly aggregate: boolean;
  readonly joinColumns: ColumnMetadata[];
}

const metadataOf = (columnName: string, apexType: string, aggregate = false): ColumnMetadata => ({
  columnName,
  displayName: columnName,
  apexType,
  aggregate,
  joinColumns: [],
});

/** The columns of a plan as `columns=true` lists them, with parents as nested columns. */
function nested(plan: RowPlan): readonly ColumnMetadata[] {
  const roots: ColumnMetadata[] = [];
  for (const column of plan.selection.columns) {
    let level = roots;
    for (const name of column.path) {
      let parent = level.find((each) => each.columnName === name);
      if (parent === undefined) level.push((parent = metadataOf(name, 'complexvaluetype')));
      level = parent.joinColumns;
    }
    level.push(metadataOf(column.name, APEX_TYPES[column.field.type] ?? 'String'));
  }
  for (const child of plan.children)
    roots.push({ ...metadataOf(child.name, 'complexvaluetype', true), joinColumns: [...nested(child.plan)] });
  return roots;
}

function columnsAnswer(state: OrgState, soql: string, userId: string): JsonRecord {
  const statement = readStatement(soql);
  const { query } = statement;
  if ((query.sObject ?? '').toLowerCase() === USER_RECORD_ACCESS) {
    const names = (query.fields ?? []).map((item) => (item.type === 'Field' ? item.field : ''));
    return {
      columnMetadata: names.map((name) => metadataOf(name, 'String')),
      entityName: 'UserRecordAccess',
      groupBy: false,
      idSelected: false,
      keyPrefix: null,
    };
  }
  const { compiler } = compilerFor(state, statement, userId, false);
  const object = readableObject(state, compiler.rights, soql, query.sObject ?? '');
  const grouped = isGrouped(query);
  const columnMetadata = isBareCount(query)
    ? []
    : grouped
      ? columnsOfGroups(compiler, soql, object, query).map((column) =>
          metadataOf(column.name, APEX_TYPES[column.field.type] ?? 'String', column.aggregate),
        )
      : nested(rowPlan(compiler, soql, object, query));
  const idSelected = columnMetadata.some((column) => column.columnName === 'Id');
  return {
    columnMetadata,
    entityName: object.name,
    groupBy: query.groupBy !== undefined,
    idSelected,
    keyPrefix: object.keyPrefix,
  };
}
