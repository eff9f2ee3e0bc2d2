import {
  type GraphQLFieldConfigArgumentMap,
  type GraphQLInputFieldConfigMap,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
} from 'graphql';
import type { FieldDescribe, ObjectDescribe } from '../describe/describe.ts';
import { operatorsType } from './valueTypes.ts';
import { type Visible, createOnce } from './visible.ts';

export const RESULT_ORDER = new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } });
export const NULL_ORDER = new GraphQLEnumType({ name: 'NullOrder', values: { FIRST: {}, LAST: {} } });

const orderClause = new GraphQLInputObjectType({
  name: 'OrderByClause',
  fields: {
    order: { type: RESULT_ORDER },
    nulls: { type: NULL_ORDER },
  },
});

/**
 * The scopes that apply to every object with owners (GraphQL API Developer Guide, Query Objects). Child relationships have
 * no scope.
 */
export const SCOPE_ARGUMENT = {
  scope: { type: new GraphQLEnumType({ name: 'SupportedScopes', values: { EVERYTHING: {}, MINE: {} } }) },
};

/** The arguments of a connection: `first`, `after`, `where` (`Account_Filter`), `orderBy` (`Account_OrderBy`). */
export function createConnectionArguments(
  visible: Visible,
): (object: ObjectDescribe) => GraphQLFieldConfigArgumentMap {
  const once = createOnce<GraphQLInputObjectType>();

  const ofParents = (
    object: ObjectDescribe,
    typeOf: (target: ObjectDescribe) => GraphQLInputObjectType,
  ): GraphQLInputFieldConfigMap =>
    Object.fromEntries(
      visible
        .parents(object)
        .flatMap(({ relationship, polymorphic, targets: [target] }) =>
          polymorphic || !target ? [] : [[relationship, { type: typeOf(target) }]],
        ),
    );

  /** `inq: { Contact: { ... }, ApiName: "AccountId" }`: the ids in a field of other records. */
  const join = (): GraphQLInputObjectType =>
    once(
      'JoinInput',
      () =>
        new GraphQLInputObjectType({
          name: 'JoinInput',
          fields: () => ({
            ApiName: { type: new GraphQLNonNull(GraphQLString) },
            ...Object.fromEntries(visible.objects().map((one) => [one.name, { type: filter(one) }])),
          }),
        }),
    );

  function operatorsOf(field: FieldDescribe): GraphQLInputObjectType {
    const plain = operatorsType(field);
    if (field.type !== 'id' && field.type !== 'reference') return plain;
    return once(
      'JoinableIdOperators',
      () =>
        new GraphQLInputObjectType({
          name: 'JoinableIdOperators',
          fields: () => ({ ...plain.toConfig().fields, inq: { type: join() }, ninq: { type: join() } }),
        }),
    );
  }

  const filter = (object: ObjectDescribe): GraphQLInputObjectType =>
    once(`${object.name}_Filter`, () => {
      const fields = visible.fields(object).filter(({ filterable }) => filterable);
      const type: GraphQLInputObjectType = new GraphQLInputObjectType({
        name: `${object.name}_Filter`,
        fields: (): GraphQLInputFieldConfigMap => ({
          and: { type: new GraphQLList(type) },
          or: { type: new GraphQLList(type) },
          not: { type },
          ...ofParents(object, filter),
          ...Object.fromEntries(fields.map((field) => [field.name, { type: operatorsOf(field) }])),
        }),
      });
      return type;
    });

  const order = (object: ObjectDescribe): GraphQLInputObjectType =>
    once(`${object.name}_OrderBy`, () => {
      const fields = visible.fields(object).filter(({ sortable }) => sortable);
      return new GraphQLInputObjectType({
        name: `${object.name}_OrderBy`,
        fields: (): GraphQLInputFieldConfigMap => ({
          Id: { type: orderClause },
          ...ofParents(object, order),
          ...Object.fromEntries(fields.map(({ name }) => [name, { type: orderClause }])),
        }),
      });
    });

  return (object) => ({
    first: { type: GraphQLInt },
    after: { type: GraphQLString },
    where: { type: filter(object) },
    orderBy: { type: order(object) },
  });
}
