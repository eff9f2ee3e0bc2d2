import { type FieldNode, type GraphQLResolveInfo, type SelectionSetNode, GraphQLError, Kind } from 'graphql';
import type { Caller, JsonRecord, Org } from '../../org.ts';
import {
  type Describes,
  type ObjectDescribe,
  fieldOf,
  nameFieldOf,
  referenceOf,
} from '../describe/describe.ts';
import type { Reader } from '../describe/displayValue.ts';
import { type Arguments, conditionOf, orderOf } from './soql.ts';
import { orderAsWritten } from './written.ts';

/** What the resolvers of one request work with. */
export interface Context {
  readonly org: Org;
  readonly caller: Caller;
  readonly describes: Describes;
  readonly reader: Reader;
  readonly version: string;
  /** As sent, before coercion. */
  readonly variables: Arguments;
}

/** A page of records as a GraphQL connection. */
export interface Connection<Node = JsonRecord> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly totalCount: () => number;
  readonly pageResultCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const DEFAULT_PAGE = 10;
const LARGEST_PAGE = 2_000;

/** The fields of a selection, those of its fragments too. */
export const selections = (
  set: SelectionSetNode | undefined,
  info: GraphQLResolveInfo,
): readonly FieldNode[] =>
  (set?.selections ?? []).flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one];
    return selections(
      one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet : info.fragments[one.name.value]?.selectionSet,
      info,
    );
  });

/** The SOQL fields of a node's selection; children are queries of their own. */
const fieldsOf = (
  set: readonly FieldNode[],
  object: ObjectDescribe,
  info: GraphQLResolveInfo,
  describes: Describes,
  prefix = '',
): readonly string[] =>
  set.flatMap((node): readonly string[] => {
    const name = node.name.value;
    if (name === 'DisplayValue') {
      const nameField = nameFieldOf(object);
      return nameField === undefined ? [] : [`${prefix}${nameField}`];
    }
    const field = fieldOf(object, name);
    if (field) return [`${prefix}${field.name}`];
    const parent = referenceOf(object, name)?.referenceTo;
    if (!parent) return [];
    const target = describes.of(parent.includes('User') ? 'User' : (parent[0] ?? ''));
    const inner = fieldsOf(selections(node.selectionSet, info), target, info, describes, `${prefix}${name}.`);
    return [`${prefix}${name}.Id`, ...inner];
  });

/** The cursor of a position in the result. */
export const encode = (position: number): string => Buffer.from(`v1:${position}`).toString('base64');

/** The position behind a cursor; 0 without one. */
export function decode(cursor: unknown): number {
  if (typeof cursor !== 'string') return 0;
  const position = /^v1:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
  if (position === undefined) throw new GraphQLError(`The cursor ${cursor} is invalid.`);
  return Number(position) + 1;
}

/** How many are asked for by `first`. */
export function pageSize(first: unknown): number {
  if (first === null || first === undefined) return DEFAULT_PAGE;
  const size = Number(first);
  if (size >= 1 && size <= LARGEST_PAGE) return size;
  throw new GraphQLError(`The value of first must be from 1 to ${LARGEST_PAGE}.`);
}

/** The condition of a `scope` argument; '' when it doesn't restrict anything. */
function scopeOf(scope: unknown, object: ObjectDescribe, { userId }: Caller): string {
  if (scope !== 'MINE') return '';
  if (fieldOf(object, 'OwnerId')) return `OwnerId = '${userId}'`;
  throw new GraphQLError(`The scope MINE is not supported for ${object.name}.`);
}

/** The fields that are selected at the end of a path below the field that is resolved. */
export const selectedBelow = (path: readonly string[], info: GraphQLResolveInfo): readonly FieldNode[] =>
  path.reduce<readonly FieldNode[]>(
    (nodes, name) =>
      nodes.filter((one) => one.name.value === name).flatMap((one) => selections(one.selectionSet, info)),
    info.fieldNodes.flatMap((one) => selections(one.selectionSet, info)),
  );

/** The WHERE clause of `where` and `scope`; '' without conditions. `within`: one more condition. */
export function whereOf(
  args: Arguments,
  object: ObjectDescribe,
  { describes, caller }: Context,
  within = '',
): string {
  const asked = conditionOf((args.where ?? {}) as Arguments, object, describes);
  const conditions = [within, scopeOf(args.scope, object, caller), asked].filter((one) => one !== '');
  return conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
}

/** Runs the query of a connection field. `within`: the condition that restricts it to a record's children. */
export function connection(
  object: ObjectDescribe,
  args: Arguments,
  info: GraphQLResolveInfo,
  context: Context,
  within = '',
): Connection {
  const { org, caller, describes, version } = context;
  const fields = new Set([
    'Id',
    ...fieldsOf(selectedBelow(['edges', 'node'], info), object, info, describes),
  ]);
  const where = whereOf(args, object, context, within);
  const order = orderOf(orderAsWritten(args.orderBy, info, context.variables), object);
  const first = pageSize(args.first);
  const start = decode(args.after);
  const soql =
    `SELECT ${[...fields].join(', ')} FROM ${object.name}${where}` +
    `${order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''} LIMIT ${first + 1}${start > 0 ? ` OFFSET ${start}` : ''}`;
  const found = org.query(soql, caller, { version, batchSize: LARGEST_PAGE });
  const records =
    found.next === undefined
      ? found.records
      : [...found.records, ...org.queryMore(found.next, caller, { version }).records];
  const page = records.slice(0, first);
  const edges = page.map((node, index) => ({ node, cursor: encode(start + index) }));
  return {
    edges,
    totalCount: () => org.query(`SELECT COUNT() FROM ${object.name}${where}`, caller, { version }).totalSize,
    pageResultCount: page.length,
    pageInfo: {
      hasNextPage: records.length > first,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
