import { type FieldNode, type GraphQLResolveInfo, GraphQLError } from 'graphql';
import { DATE_FUNCTIONS } from '../../soql/functions.ts';
import { type Describes, type ObjectDescribe, fieldOf, referenceOf } from '../describe/describe.ts';
import {
  type Connection,
  type Context,
  decode,
  encode,
  pageSize,
  selectedBelow,
  selections,
  whereOf,
} from './connection.ts';
import type { Arguments } from './soql.ts';
import { orderAsWritten } from './written.ts';

/** `CALENDAR_MONTH` -> `calendarMonth`: the fields of a date and the values of `groupBy`. */
const camelCase = (name: string): string =>
  name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** The date functions by their field of a date: `calendarMonth` -> `CALENDAR_MONTH`. */
export const DATE_FIELDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(DATE_FUNCTIONS).map((name) => [camelCase(name), name]),
);

/** The aggregate functions by their field. GraphQL API Developer Guide, "Aggregate Functions for Field Types". */
export const FUNCTION_FIELDS = {
  avg: 'AVG',
  count: 'COUNT',
  countDistinct: 'COUNT_DISTINCT',
  grouping: 'GROUPING',
  max: 'MAX',
  min: 'MIN',
  sum: 'SUM',
} as const;

const FUNCTIONS: Readonly<Record<string, string>> = { ...FUNCTION_FIELDS, ...DATE_FIELDS };

/** A row of groups: its values by the SOQL expressions that gave them, read below a path of parents (`Owner.`). */
export interface Group {
  readonly values: ReadonlyMap<string, unknown>;
  readonly path: string;
}

/** The object at the end of a relationship; undefined when there is none of that name. */
function parentOf(
  object: ObjectDescribe,
  relationship: string,
  describes: Describes,
): ObjectDescribe | undefined {
  const [target] = referenceOf(object, relationship)?.referenceTo ?? [];
  return target === undefined ? undefined : describes.of(target);
}

/** The SOQL expressions of what is selected below `aggregate`. */
const expressionsOf = (
  nodes: readonly FieldNode[],
  object: ObjectDescribe,
  info: GraphQLResolveInfo,
  describes: Describes,
  path = '',
): readonly string[] =>
  nodes.flatMap((node): readonly string[] => {
    const name = node.name.value;
    const below = selections(node.selectionSet, info);
    const field = fieldOf(object, name);
    if (field !== undefined) {
      return below
        .map((one) => one.name.value)
        .filter((one) => !one.startsWith('__'))
        .map((one) => {
          const of = FUNCTIONS[one];
          return of === undefined ? `${path}${field.name}` : `${of}(${path}${field.name})`;
        });
    }
    const parent = parentOf(object, name, describes);
    return parent ? expressionsOf(below, parent, info, describes, `${path}${name}.`) : [];
  });

/** The expressions of `groupBy`: `{ Industry: { group: true } }`, `{ CreatedDate: { function: CALENDAR_YEAR } }`. */
const groupsOf = (
  groupBy: Arguments,
  object: ObjectDescribe,
  describes: Describes,
  path = '',
): readonly string[] =>
  Object.entries(groupBy).flatMap(([key, value]): readonly string[] => {
    if (key === 'type' || value === null || value === undefined) return [];
    const field = fieldOf(object, key);
    const parent = field ? undefined : parentOf(object, key, describes);
    if (parent) return groupsOf(value as Arguments, parent, describes, `${path}${key}.`);
    const clause = value as { readonly group?: boolean; readonly function?: string };
    return [
      ...(clause.group === true ? [`${path}${key}`] : []),
      ...(clause.function ? [`${clause.function}(${path}${key})`] : []),
    ];
  });

/** The ORDER BY terms of `orderBy`, whose clauses may have an aggregate function. */
const orderOf = (
  orderBy: Arguments,
  object: ObjectDescribe,
  describes: Describes,
  path = '',
): readonly string[] =>
  Object.entries(orderBy).flatMap(([key, value]): readonly string[] => {
    if (value === null || value === undefined) return [];
    const parent = fieldOf(object, key) ? undefined : parentOf(object, key, describes);
    if (parent) return orderOf(value as Arguments, parent, describes, `${path}${key}.`);
    const clause = value as { readonly function?: string; readonly order?: string; readonly nulls?: string };
    const of = clause.function ? `${clause.function}(${path}${key})` : `${path}${key}`;
    return [`${of}${clause.order ? ` ${clause.order}` : ''}${clause.nulls ? ` NULLS ${clause.nulls}` : ''}`];
  });

function groupClause(groups: readonly string[], type: unknown): string {
  if (groups.length === 0) return '';
  const list = groups.join(', ');
  return ` GROUP BY ${type === 'ROLLUP' || type === 'CUBE' ? `${type}(${list})` : list}`;
}

/**
 * Runs the query of an object below `uiapi { aggregate { ... } }`: one row for each group, or one of all records. It is the
 * SOQL statement with the same functions and GROUP BY, as the guide has it, so that the same rights apply and the same is
 * refused ("Group Aggregate Results", "Order Aggregate Results").
 */
export function aggregation(
  object: ObjectDescribe,
  args: Arguments,
  info: GraphQLResolveInfo,
  context: Context,
): Omit<Connection<Group>, 'pageResultCount'> {
  const { org, caller, describes, version, variables } = context;
  const groupBy = (args.groupBy ?? {}) as Arguments;
  const groups = groupsOf(groupBy, object, describes);
  const selected = expressionsOf(
    selectedBelow(['edges', 'node', 'aggregate'], info),
    object,
    info,
    describes,
  );
  const expressions = [...new Set(selected.length > 0 ? selected : groups)];
  // Whether totalCount alone counts the records or the rows of the aggregate isn't told anywhere.
  if (expressions.length === 0)
    throw new GraphQLError(`Select an aggregate function of ${object.name}, or group.`);
  const order = orderOf(orderAsWritten(args.orderBy, info, variables), object, describes);
  const columns = expressions.map((expression, index) => `${expression} g${index}`);
  const { records } = org.query(
    `SELECT ${columns.join(', ')} FROM ${object.name}${whereOf(args, object, context)}` +
      `${groupClause(groups, groupBy.type)}${order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''}`,
    caller,
    { version },
  );
  const first = pageSize(args.first);
  const start = decode(args.after);
  const edges = records.slice(start, start + first).map((record, index) => ({
    node: { values: new Map(expressions.map((one, column) => [one, record[`g${column}`]])), path: '' },
    cursor: encode(start + index),
  }));
  return {
    edges,
    totalCount: () => records.length,
    pageInfo: {
      hasNextPage: start + first < records.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
