import {
  type GraphQLInputFieldConfigMap,
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLInputObjectType,
} from 'graphql';
import type { FieldDescribe, ObjectDescribe } from '../describe/describe.ts';
import { DATE_FIELDS } from './aggregate.ts';
import { NULL_ORDER, RESULT_ORDER } from './inputs.ts';
import { kindOf } from './valueTypes.ts';
import { type Visible, createOnce } from './visible.ts';

/** Kinds of fields that can be added up. */
export const NUMERIC = ['Currency', 'Double', 'Int', 'Percent'];
export const NOT_GROUPED = ['Currency', 'Double', 'Percent', 'DateTime', 'Time'];
/** Kinds that are neither aggregated nor grouped. */
export const NEVER = ['Base64', 'EncryptedString', 'LongTextArea', 'MultiPicklist', 'RichTextArea', 'Time'];

const groupByFunction = new GraphQLEnumType({
  name: 'GroupByFunction',
  values: Object.fromEntries(Object.values(DATE_FIELDS).map((name) => [name, {}])),
});
const groupByType = new GraphQLEnumType({
  name: 'GroupByType',
  values: { GROUP_BY: {}, ROLLUP: {}, CUBE: {} },
});
const groupByClause = new GraphQLInputObjectType({
  name: 'GroupByClause',
  fields: { group: { type: GraphQLBoolean } },
});
const groupByDate = new GraphQLInputObjectType({
  name: 'GroupByDateFunction',
  fields: { group: { type: GraphQLBoolean }, function: { type: groupByFunction } },
});
/** `group: true` isn't valid for a date-time ("Group By Schema"). */
const groupByDateTime = new GraphQLInputObjectType({
  name: 'GroupByDateTimeFunction',
  fields: { function: { type: groupByFunction } },
});

function groupByInput(field: FieldDescribe): GraphQLInputObjectType | undefined {
  const [kind] = kindOf(field);
  if (kind === 'DateTime') return groupByDateTime;
  if (NEVER.includes(kind) || NOT_GROUPED.includes(kind)) return undefined;
  return kind === 'Date' ? groupByDate : groupByClause;
}

const orderFunctions = (name: string, functions: readonly string[]): GraphQLEnumType =>
  new GraphQLEnumType({ name, values: Object.fromEntries(functions.map((one) => [one, {}])) });

const orderClause = (name: string, functions: GraphQLEnumType | undefined): GraphQLInputObjectType =>
  new GraphQLInputObjectType({
    name,
    fields: {
      ...(functions ? { function: { type: functions } } : {}),
      order: { type: RESULT_ORDER },
      nulls: { type: NULL_ORDER },
    },
  });

const OF_ANY = ['COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN'];
/** "Order By Schema". */
const orderByString = orderClause(
  'AggregateOrderByStringClause',
  orderFunctions('AggregateOrderByStringFunction', OF_ANY),
);
const orderByNumber = orderClause(
  'AggregateOrderByNumberClause',
  orderFunctions('AggregateOrderByNumberFunction', [...OF_ANY, 'AVG', 'SUM']),
);
const orderByValue = orderClause('NoFunctionAggregateOrderByClause', undefined);

function orderByInput(field: FieldDescribe): GraphQLInputObjectType {
  const [kind] = kindOf(field);
  if (kind === 'Boolean' || field.type === 'reference') return orderByValue;
  return NUMERIC.includes(kind) ? orderByNumber : orderByString;
}

/** The parents of an object by relationship; one with several possible objects isn't followed. */
export const singleParents = (
  visible: Visible,
  object: ObjectDescribe,
): readonly (readonly [string, ObjectDescribe])[] =>
  visible
    .parents(object)
    .flatMap(({ relationship, polymorphic, targets: [target] }) =>
      polymorphic || !target ? [] : [[relationship, target] as const],
    );

/** The inputs `groupBy` and `orderBy` of an aggregate, for the visible part of the schema. */
export interface AggregateInputs {
  readonly groupBy: (object: ObjectDescribe) => GraphQLInputObjectType;
  readonly orderBy: (object: ObjectDescribe) => GraphQLInputObjectType;
}

export function createAggregateInputs(visible: Visible): AggregateInputs {
  const once = createOnce<GraphQLInputObjectType>();

  const fieldsOf = (
    object: ObjectDescribe,
    ofParent: (target: ObjectDescribe) => GraphQLInputObjectType,
    ofField: (field: FieldDescribe) => GraphQLInputObjectType | undefined,
  ): GraphQLInputFieldConfigMap => ({
    ...Object.fromEntries(
      singleParents(visible, object).map(([name, target]) => [name, { type: ofParent(target) }]),
    ),
    ...Object.fromEntries(
      visible.fields(object).flatMap((field) => {
        const type = ofField(field);
        return type ? [[field.name, { type }]] : [];
      }),
    ),
  });

  const inputs: AggregateInputs = {
    groupBy: (object) =>
      once(
        `${object.name}_GroupBy`,
        () =>
          new GraphQLInputObjectType({
            name: `${object.name}_GroupBy`,
            fields: () => ({
              type: { type: groupByType },
              ...fieldsOf(object, inputs.groupBy, groupByInput),
            }),
          }),
      ),
    // The guide calls it Account_OrderBy, which in one schema is the name of what `query` has.
    orderBy: (object) =>
      once(
        `${object.name}_AggregateOrderBy`,
        () =>
          new GraphQLInputObjectType({
            name: `${object.name}_AggregateOrderBy`,
            fields: () => ({
              _none: { type: GraphQLBoolean },
              ...fieldsOf(object, inputs.orderBy, orderByInput),
            }),
          }),
      ),
  };
  return inputs;
}
