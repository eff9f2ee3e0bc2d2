import type { FieldSubquery, OrderByClause, Query, Subquery } from '@jetstreamapp/soql-parser-js';
import { isSortable } from '../schema/fieldUse.ts';
import { type Field, type SObject, objectOf } from '../schema/model.ts';
import { quoted } from '../store/database.ts';
import { sharing } from '../store/sharing.ts';
import { type Selection, selectionOf } from './columns.ts';
import type { Sql } from './comparisons.ts';
import { malformed, noSuchChildRelation, placed } from './errors.ts';
import { functionValue } from './functions.ts';
import type { LiteralContext } from './literals.ts';
import { orderKey } from './ordering.ts';
import { type Reader, type Scope, readableObject, resolve, scopeOf } from './scope.ts';
import { hasSemiJoin, refuseSemiJoins } from './semiJoins.ts';
import { conditionTree } from './conditionTree.ts';
import { refuseClauses } from './statement.ts';
import { type WhereContext, whereSql } from './where.ts';

/** What compiling a statement needs. */
export interface Compiler extends Reader {
  readonly literals: LiteralContext;
  readonly valuesLabelled: WhereContext['valuesLabelled'];
}

/** How to read the child records of each record: a statement for one parent, whose id is the last parameter. */
export interface ChildPlan {
  readonly name: string;
  readonly plan: RowPlan;
}

/** A compiled statement that returns records. */
export interface RowPlan {
  readonly object: SObject;
  readonly selection: Selection;
  /** The row numbers of the result, in order. */
  readonly rows: Sql;
  /** FROM and the joins, for reading the columns of given rows. */
  readonly from: string;
  /** The alias of the object in FROM. */
  readonly alias: string;
  readonly children: readonly ChildPlan[];
}

const MOST_OFFSET = 2_000;

export function whereContext(
  compiler: Compiler,
  scope: Scope,
  depth: number,
  grouped: WhereContext['grouped'],
): WhereContext {
  return {
    scope,
    literals: compiler.literals,
    grouped,
    valuesLabelled: compiler.valuesLabelled,
    semiJoin: (query) => semiJoin(compiler, scope.soql, query, depth + 1),
  };
}

/** The conditions on the rows of a statement: its WHERE clause, deleted rows, sharing. */
export function conditions(compiler: Compiler, scope: Scope, query: Query | Subquery, depth: number): Sql {
  const parts: Sql[] = [];
  if (query.where !== undefined) {
    const tree = conditionTree(query.where);
    refuseSemiJoins(query, scope.object.name, tree);
    parts.push(whereSql(whereContext(compiler, scope, depth, null), tree));
  }
  if (!compiler.allRows) parts.push({ sql: `${scope.alias}.IsDeleted = 0`, parameters: [] });
  const shared = sharing(compiler.state, compiler.rights, scope.object, scope.alias, 'read');
  if (shared !== null) parts.push({ sql: shared, parameters: [] });
  return {
    sql: parts.map((part) => part.sql).join(' AND ') || '1',
    parameters: parts.flatMap((part) => part.parameters),
  };
}

function orderTerm(scope: Scope, clause: OrderByClause, grouped: ReadonlySet<string> | null): string {
  const nulls = clause.nulls ?? 'FIRST';
  const direction = `${clause.order ?? 'ASC'} NULLS ${nulls}`;
  const refuse = (written: string): Error =>
    placed(scope.soql, written, 'MALFORMED_QUERY', `Ordered field must be grouped or aggregated: ${written}`);
  if ('fn' in clause) {
    const { sql, aggregate } = functionValue(scope, clause.fn);
    if (aggregate ? grouped === null : grouped?.has(sql) === false) throw refuse(clause.fn.rawValue ?? '');
    return `${sql} ${direction}`;
  }
  const { sql, field } = resolve(scope, clause.field);
  if (grouped?.has(sql) === false) throw refuse(clause.field);
  if (!isSortable(field)) {
    throw placed(
      scope.soql,
      field.name,
      'MALFORMED_QUERY',
      `field '${field.name}' can not be sorted in a query call`,
    );
  }
  return `${orderKey(sql, field)} ${direction}`;
}

const orderClauses = (query: Query | Subquery): readonly OrderByClause[] => [query.orderBy ?? []].flat();

/**
 * ORDER BY, LIMIT and OFFSET; rows that compare equal keep the order in which they were made. `grouped`: the GROUP BY
 * expressions of a grouped statement, which it may order by only.
 */
export function tail(
  scope: Scope,
  query: Query | Subquery,
  lastTerm: string | null,
  grouped: ReadonlySet<string> | null = null,
): string {
  if ((query.offset ?? 0) > MOST_OFFSET) {
    throw placed(
      scope.soql,
      String(query.offset),
      'NUMBER_OUTSIDE_VALID_RANGE',
      `Maximum SOQL offset allowed is ${MOST_OFFSET}`,
    );
  }
  const terms = [
    ...orderClauses(query).map((clause) => orderTerm(scope, clause, grouped)),
    ...(lastTerm === null ? [] : [lastTerm]),
  ];
  const order = terms.length === 0 ? '' : ` ORDER BY ${terms.join(', ')}`;
  const limit =
    query.limit === undefined && query.offset === undefined
      ? ''
      : ` LIMIT ${query.limit ?? -1} OFFSET ${query.offset ?? 0}`;
  return order + limit;
}

export const fromSql = (scope: Scope): string =>
  [
    `FROM ${quoted(scope.object.name)} ${scope.alias}`,
    ...[...scope.joins.values()].map((join) => join.sql),
  ].join(' ');

function semiJoin(compiler: Compiler, soql: string, query: Query, depth: number): Sql {
  const object = readableObject(compiler.state, compiler.rights, soql, query.sObject ?? '');
  const scope = scopeOf(compiler, soql, object, query.sObjectAlias, depth * 10);
  const [item, ...rest] = query.fields ?? [];
  if (item === undefined || rest.length > 0 || (item.type !== 'Field' && item.type !== 'FieldRelationship')) {
    throw malformed('The inner select of a semi-join must have exactly one field');
  }
  const { sql, field, path } = resolve(scope, item.type === 'Field' ? item.field : (item.rawValue ?? ''));
  if (path.length > 0)
    throw malformed('The inner select field cannot have more than one level of relationships');
  if (field.type !== 'id' && field.type !== 'reference') {
    throw malformed(`The selected field '${field.name}' in the semi-join must be an id or a reference field`);
  }
  if (query.limit !== undefined || query.orderBy !== undefined)
    throw malformed('A semi-join can not have LIMIT or ORDER BY');
  if (query.where !== undefined && hasSemiJoin(conditionTree(query.where)))
    throw malformed('Nesting of semi join sub-selects is not supported');
  const where = conditions(compiler, scope, query, depth);
  return { sql: `SELECT ${sql} ${fromSql(scope)} WHERE ${where.sql}`, parameters: where.parameters };
}

function childPlan(
  compiler: Compiler,
  soql: string,
  parent: SObject,
  { subquery }: FieldSubquery,
): ChildPlan {
  refuseClauses(subquery);
  const relation = (compiler.state.schema.children.get(parent.name.toLowerCase()) ?? []).find(
    ({ field }) => field.childRelationshipName?.toLowerCase() === subquery.relationshipName.toLowerCase(),
  );
  const child = objectOf(compiler.state.schema, relation?.childObject ?? '');
  const readable =
    child !== undefined &&
    relation !== undefined &&
    compiler.rights.object(child).read &&
    compiler.rights.canReadField(child, relation.field);
  if (!readable) throw noSuchChildRelation(soql, subquery.relationshipName);
  if (subquery.groupBy !== undefined) throw malformed('GROUP BY is not allowed in a child query');
  if ((subquery.fields ?? []).some((item) => item.type === 'FieldSubquery'))
    throw malformed('First level relationships only: child queries can not have child queries');
  const plan = rowPlan(compiler, soql, child, subquery, relation.field);
  return { name: relation.field.childRelationshipName ?? '', plan };
}

/** Compiles a statement without grouping. `link`: the field that ties a child query to its parent. */
export function rowPlan(
  compiler: Compiler,
  soql: string,
  object: SObject,
  query: Query | Subquery,
  link?: Field,
): RowPlan {
  const scope = scopeOf(compiler, soql, object, query.sObjectAlias, 0);
  const items = query.fields ?? [];
  const selection = selectionOf(scope, items, query.limit);
  const where = conditions(compiler, scope, query, 0);
  const end = tail(scope, query, `${scope.alias}.rid`);
  const from = fromSql(scope);
  const condition =
    link === undefined ? where.sql : `${where.sql} AND ${scope.alias}.${quoted(link.name)} = ?`;
  const subqueries = items.filter((item) => item.type === 'FieldSubquery');
  return {
    object,
    selection,
    from,
    alias: scope.alias,
    rows: {
      sql: `SELECT ${scope.alias}.rid AS rid ${from} WHERE ${condition}${end}`,
      parameters: where.parameters,
    },
    children: subqueries.map((item) => childPlan(compiler, soql, object, item)),
  };
}
