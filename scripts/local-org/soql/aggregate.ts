import type { FieldType as SelectItem, GroupByClause, Query } from '@jetstreamapp/soql-parser-js';
import { isGroupable } from '../schema/fieldUse.ts';
import type { Field, SObject } from '../schema/model.ts';
import { OrgError, type JsonRecord } from '../org.ts';
import { toJson } from '../store/values.ts';
import { type Compiler, conditions, fromSql, tail, whereContext } from './compile.ts';
import { malformed, placed, unsupported } from './errors.ts';
import { functionValue, groupKey, isAggregate } from './functions.ts';
import { type Scope, resolve, scopeOf } from './scope.ts';
import { conditionTree } from './conditionTree.ts';
import { whereSql } from './where.ts';

const MOST_GROUPS = 2_000;

/** Whether a statement returns aggregated rows instead of records. */
export function isGrouped(query: Query): boolean {
  return (
    query.groupBy !== undefined ||
    (query.fields ?? []).some(
      (item) => item.type === 'FieldFunctionExpression' && isAggregate(item.functionName),
    )
  );
}

/** `SELECT COUNT() FROM ...`, which returns a number and no records. */
export function isBareCount(query: Query): boolean {
  const [item] = query.fields ?? [];
  return (
    item?.type === 'FieldFunctionExpression' &&
    item.functionName.toUpperCase() === 'COUNT' &&
    item.parameters.length === 0
  );
}

/** A column of a grouped result. */
export interface GroupColumn {
  readonly name: string;
  readonly sql: string;
  readonly field: Field;
  readonly aggregate: boolean;
}

const groupClauses = (query: Query): readonly GroupByClause[] => [query.groupBy ?? []].flat();

/** An expression of GROUP BY: as it is selected, and the key by which values count as the same. */
interface Group {
  readonly sql: string;
  readonly key: string;
}

function groupOf(scope: Scope, clause: GroupByClause): Group {
  if ('fn' in clause) {
    const name = (clause.fn.functionName ?? '').toUpperCase();
    if (name === 'ROLLUP' || name === 'CUBE') throw unsupported(`GROUP BY ${name}`);
    const { sql } = functionValue(scope, clause.fn);
    return { sql, key: sql };
  }
  const { sql, field } = resolve(scope, clause.field);
  if (!isGroupable(field))
    throw placed(
      scope.soql,
      field.name,
      'MALFORMED_QUERY',
      `field '${field.name}' can not be grouped in a query call`,
    );
  return { sql, key: groupKey(scope, sql, field) };
}

/** Columns without an alias are called expr0, expr1, ... in their order. */
function groupColumns(
  scope: Scope,
  items: readonly SelectItem[],
  groups: readonly Group[],
): readonly GroupColumn[] {
  const keys = new Map(groups.map(({ sql, key }) => [sql, key]));
  let unnamed = 0;
  const columns = items.map((item) => {
    if (item.type === 'FieldFunctionExpression') {
      const value = functionValue(scope, item);
      if (!value.aggregate && !keys.has(value.sql))
        throw ungrouped(scope, item.rawValue ?? item.functionName);
      const name = item.alias ?? `expr${unnamed}`;
      if (item.alias === undefined) unnamed += 1;
      return { name, ...value };
    }
    if (item.type !== 'Field' && item.type !== 'FieldRelationship')
      throw malformed('Grouped queries can not have child queries');
    const written = item.type === 'Field' ? item.field : (item.rawValue ?? '');
    const { sql, field } = resolve(scope, written);
    const key = keys.get(sql);
    if (key === undefined) throw ungrouped(scope, written);
    const name = ('alias' in item ? item.alias : undefined) ?? field.name;
    // When texts that differ only in case form one group, the least of them is shown for it.
    return { name, sql: key === sql ? sql : `MIN(${sql})`, field, aggregate: false };
  });
  const repeated = columns.find(
    ({ name }, index) =>
      columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()) !== index,
  );
  if (repeated !== undefined) throw malformed(`duplicate alias: ${repeated.name}`);
  return columns;
}

const ungrouped = (scope: Scope, written: string): OrgError =>
  placed(scope.soql, written, 'MALFORMED_QUERY', `Field must be grouped or aggregated: ${written}`);

/** The number of rows that `SELECT COUNT()` finds, within its LIMIT. */
export function countRows(compiler: Compiler, soql: string, object: SObject, query: Query): number {
  const scope = scopeOf(compiler, soql, object, query.sObjectAlias, 0);
  const where = conditions(compiler, scope, query, 0);
  const end = tail(scope, query, null);
  const sql = `SELECT COUNT(*) AS n FROM (SELECT 1 ${fromSql(scope)} WHERE ${where.sql}${end})`;
  return Number(compiler.state.database.prepare(sql).get(...where.parameters)?.n);
}

/** The columns of a grouped statement. */
export function columnsOfGroups(
  compiler: Compiler,
  soql: string,
  object: SObject,
  query: Query,
): readonly GroupColumn[] {
  const scope = scopeOf(compiler, soql, object, query.sObjectAlias, 0);
  return groupColumns(
    scope,
    query.fields ?? [],
    groupClauses(query).map((clause) => groupOf(scope, clause)),
  );
}

/** The rows of a statement with aggregates or GROUP BY. */
export function groupedRows(
  compiler: Compiler,
  soql: string,
  object: SObject,
  query: Query,
): readonly JsonRecord[] {
  const scope = scopeOf(compiler, soql, object, query.sObjectAlias, 0);
  const groups = groupClauses(query).map((clause) => groupOf(scope, clause));
  const columns = groupColumns(scope, query.fields ?? [], groups);
  if (groups.length === 0 && (query.limit !== undefined || query.offset !== undefined))
    throw malformed('Non-grouped query that uses overall aggregate functions cannot also use LIMIT');
  const grouped = new Set(groups.map(({ sql }) => sql));
  const where = conditions(compiler, scope, query, 0);
  const having =
    query.having === undefined
      ? undefined
      : whereSql(whereContext(compiler, scope, 0, grouped), conditionTree(query.having));
  const end = tail(scope, query, null, grouped);
  const select = columns.map((column, index) => `${column.sql} AS _c${index}`).join(', ');
  const group = groups.length === 0 ? '' : ` GROUP BY ${groups.map(({ key }) => key).join(', ')}`;
  const sql = `SELECT ${select} ${fromSql(scope)} WHERE ${where.sql}${group}${having === undefined ? '' : ` HAVING ${having.sql}`}${end}`;
  const rows = compiler.state.database.prepare(sql).all(...where.parameters, ...(having?.parameters ?? []));
  if (rows.length > MOST_GROUPS) {
    throw new OrgError(
      400,
      'EXCEEDED_ID_LIMIT',
      'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
    );
  }
  return rows.map((row) => ({
    attributes: { type: 'AggregateResult' },
    ...Object.fromEntries(
      columns.map((column, index) => [column.name, toJson(column.field, row[`_c${index}`])]),
    ),
  }));
}
