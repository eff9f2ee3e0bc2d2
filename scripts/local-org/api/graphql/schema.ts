import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLError,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  specifiedDirectives,
} from 'graphql';
import type { JsonRecord } from '../../org.ts';
import { type FieldDescribe, type ObjectDescribe, nameFieldOf } from '../describe/describe.ts';
import { displayValue, plainValue } from '../describe/displayValue.ts';
import { type Group, aggregation } from './aggregate.ts';
import { createAggregateInputs } from './aggregateInputs.ts';
import { createAggregateType } from './aggregateTypes.ts';
import { type Connection, type Context, connection } from './connection.ts';
import { createConnectionArguments, SCOPE_ARGUMENT } from './inputs.ts';
import type { Arguments } from './soql.ts';
import { valueType } from './valueTypes.ts';
import { type Children, type Parent, createOnce, createVisible } from './visible.ts';

const pageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  },
});

const optionalDirective = new GraphQLDirective({ name: 'optional', locations: [DirectiveLocation.FIELD] });

interface PathStep {
  readonly prev: PathStep | undefined;
  readonly key: string | number;
}

/** The number of connections above a field. */
const connectionsAbove = (path: PathStep | undefined): number =>
  path ? (path.key === 'edges' ? 1 : 0) + connectionsAbove(path.prev) : 0;

/** The types of a page: `AccountConnection` with its edges of `node`. */
function connectionOf(
  name: string,
  node: () => GraphQLObjectType,
  more: GraphQLFieldConfigMap<Connection<unknown>, Context> = {},
): GraphQLObjectType {
  const edge = new GraphQLObjectType({
    name: `${name}Edge`,
    fields: () => ({ node: { type: node() }, cursor: { type: new GraphQLNonNull(GraphQLString) } }),
  });
  return new GraphQLObjectType<Connection<unknown>>({
    name: `${name}Connection`,
    fields: {
      edges: { type: new GraphQLList(edge) },
      pageInfo: { type: new GraphQLNonNull(pageInfo) },
      totalCount: { type: new GraphQLNonNull(GraphQLInt), resolve: ({ totalCount }) => totalCount() },
      ...more,
    },
  });
}

type RecordField = GraphQLFieldConfig<JsonRecord, Context>;

/**
 * The part of the caller's schema that contains `names`. Objects, fields and relationships that the caller can't see aren't
 * in it, so a query for them fails (GraphQL API Developer Guide).
 */
export function createSchema(names: ReadonlySet<string>, context: Context): GraphQLSchema {
  const visible = createVisible(names, context.describes);
  const connectionArguments = createConnectionArguments(visible);
  const onceObject = createOnce<GraphQLObjectType>();
  const onceUnion = createOnce<GraphQLUnionType>();

  const valueField = (field: FieldDescribe): RecordField => ({
    type: valueType(field),
    resolve: (row) => {
      const shown = displayValue(row[field.name], field, context.reader);
      return { value: plainValue(row[field.name], field), displayValue: shown, label: shown };
    },
  });

  function parentField({ relationship, polymorphic, targets }: Parent, object: ObjectDescribe): RecordField {
    const types = targets.map(record);
    const name = `${object.name}_${relationship}_Union`;
    const union = (): GraphQLUnionType =>
      onceUnion(
        name,
        () =>
          new GraphQLUnionType({
            name,
            types,
            resolveType: (value: JsonRecord) => (value.attributes as { readonly type: string }).type,
          }),
      );
    const [only] = types;
    return { type: !polymorphic && only ? only : union(), resolve: (row) => row[relationship] ?? null };
  }

  const childrenField = ({ object, field }: Children): RecordField => ({
    type: connectionType(object),
    args: connectionArguments(object),
    resolve: (row, args: Arguments, _, info) => {
      if (connectionsAbove(info.path) > 1) {
        throw new GraphQLError('Child relationships can be queried one level deep.');
      }
      return connection(object, args, info, context, `${field} = '${row.Id as string}'`);
    },
  });

  const record = (object: ObjectDescribe): GraphQLObjectType =>
    onceObject(object.name, () => {
      const nameField = nameFieldOf(object);
      return new GraphQLObjectType<JsonRecord, Context>({
        name: object.name,
        fields: (): GraphQLFieldConfigMap<JsonRecord, Context> => ({
          ...Object.fromEntries(visible.fields(object).map((field) => [field.name, valueField(field)])),
          ...Object.fromEntries(
            visible.parents(object).map((one) => [one.relationship, parentField(one, object)]),
          ),
          ...Object.fromEntries(
            visible.children(object).map((one) => [one.relationship, childrenField(one)]),
          ),
          Id: { type: new GraphQLNonNull(GraphQLID) },
          ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
          DisplayValue: {
            type: GraphQLString,
            resolve: (row) => (nameField === undefined ? null : (row[nameField] ?? null)),
          },
        }),
      });
    });

  const connectionType = (object: ObjectDescribe): GraphQLObjectType =>
    onceObject(`${object.name}Connection`, () =>
      connectionOf(object.name, () => record(object), {
        pageResultCount: { type: new GraphQLNonNull(GraphQLInt) },
      }),
    );

  const queryFields = visible
    .objects()
    .map((object): readonly [string, GraphQLFieldConfig<unknown, Context>] => [
      object.name,
      {
        type: connectionType(object),
        args: { ...connectionArguments(object), ...SCOPE_ARGUMENT },
        resolve: (_source, args: Arguments, _context, info) => connection(object, args, info, context),
      },
    ]);
  const recordQuery = new GraphQLObjectType<unknown, Context>({
    name: 'RecordQuery',
    // A type can't be empty. With a placeholder field, a caller who sees none of the objects gets an error for each of them.
    fields: { ...Object.fromEntries(queryFields), _none: { type: GraphQLBoolean } },
  });
  const aggregateOf = createAggregateType(visible);
  const aggregateInputs = createAggregateInputs(visible);
  function aggregateType(object: ObjectDescribe): GraphQLObjectType {
    const node = new GraphQLObjectType<Group>({
      name: `${object.name}Result`,
      fields: {
        ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
        aggregate: { type: aggregateOf(object), resolve: (group) => group },
      },
    });
    return connectionOf(`${object.name}Aggregate`, () => node);
  }
  const aggregateFields = visible
    .objects()
    .map((object): readonly [string, GraphQLFieldConfig<unknown, Context>] => [
      object.name,
      {
        type: aggregateType(object),
        args: {
          ...connectionArguments(object),
          ...SCOPE_ARGUMENT,
          groupBy: { type: aggregateInputs.groupBy(object) },
          orderBy: { type: aggregateInputs.orderBy(object) },
        },
        resolve: (_source, args: Arguments, _context, info) => aggregation(object, args, info, context),
      },
    ]);
  const aggregateQuery = new GraphQLObjectType<unknown, Context>({
    name: 'RecordQueryAggregate',
    fields: { ...Object.fromEntries(aggregateFields), _none: { type: GraphQLBoolean } },
  });
  const uiapi = new GraphQLObjectType({
    name: 'UIAPI',
    fields: {
      query: { type: new GraphQLNonNull(recordQuery), resolve: () => ({}) },
      aggregate: { type: new GraphQLNonNull(aggregateQuery), resolve: () => ({}) },
    },
  });
  return new GraphQLSchema({
    directives: [...specifiedDirectives, optionalDirective],
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { uiapi: { type: new GraphQLNonNull(uiapi), resolve: () => ({}) } },
    }),
  });
}
