import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  type GraphQLInputFieldConfigMap,
  type GraphQLOutputType,
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { FieldDescribe, ObjectDescribe } from '../describe/describe.ts';
import { displayValue, plainValue } from '../describe/displayValue.ts';
import { DATE_FIELDS, FUNCTION_FIELDS, type Group } from './aggregate.ts';
import type { Context } from './connection.ts';
import { NULL_ORDER, RESULT_ORDER } from './inputs.ts';
import { LABELLED, SCALARS, kindOf, memo, valueType } from './valueTypes.ts';
import { type Visible, createOnce } from './visible.ts';

/** A field of a group. */
interface GroupField extends Group {
  readonly field: FieldDescribe;
}

type Function = keyof typeof FUNCTION_FIELDS;

const NUMERIC = ['Currency', 'Double', 'Int', 'Percent'];
const DATES = ['Date', 'DateTime'];
const NOT_GROUPED = ['Currency', 'Double', 'Percent', 'DateTime', 'Time'];
const ONLY_GROUPED = ['Boolean'];
const NEVER = ['Base64', 'EncryptedString', 'LongTextArea', 'MultiPicklist', 'RichTextArea', 'Time'];
/** Date functions of a date-time only. */
const OF_TIMES = ['dayOnly', 'hourInDay'];

/** The functions of a kind of field. GraphQL API Developer Guide, "Aggregate Functions for Field Types". */
function functionsOf(kind: string): readonly Function[] {
  if (NEVER.includes(kind)) return [];
  return [
    ...(NUMERIC.includes(kind) ? (['avg', 'sum'] as const) : []),
    ...(ONLY_GROUPED.includes(kind) ? [] : (['count', 'countDistinct', 'max', 'min'] as const)),
    ...(NOT_GROUPED.includes(kind) ? [] : (['grouping'] as const)),
  ];
}

const dateFieldsOf = (kind: string): readonly string[] =>
  DATES.includes(kind)
    ? Object.keys(DATE_FIELDS).filter((name) => kind === 'DateTime' || !OF_TIMES.includes(name))
    : [];

/** What a number of records or of values is shown as. */
const WHOLE = { type: 'int', scale: 0, picklistValues: [] };
const DECIMAL = { type: 'double' } as FieldDescribe;

const longValue = new GraphQLObjectType({
  name: 'LongValue',
  fields: { value: { type: SCALARS.Long }, displayValue: { type: GraphQLString } },
});
const intValue = new GraphQLObjectType({ name: 'GroupingValue', fields: { value: { type: GraphQLInt } } });
const datePart = new GraphQLObjectType({
  name: 'DateFunctionAggregation',
  fields: { value: { type: SCALARS.Long } },
});
const day = new GraphQLObjectType({
  name: 'DateOnlyAggregation',
  fields: { value: { type: SCALARS.Date } },
});

type OfField = GraphQLFieldConfig<GroupField, Context>;

function functionType(name: Function, field: FieldDescribe): GraphQLOutputType {
  switch (name) {
    case 'avg':
      return valueType(DECIMAL);
    case 'count':
    case 'countDistinct':
      return longValue;
    case 'grouping':
      return intValue;
    case 'sum':
      return field.type === 'int' ? longValue : valueType(field);
    case 'max':
    case 'min':
      return valueType(field);
  }
}

const functionField = (name: Function, of: FieldDescribe): OfField => ({
  type: functionType(name, of),
  resolve: ({ values, path, field }, _args, { reader }) => {
    const value = values.get(`${FUNCTION_FIELDS[name]}(${path})`);
    const shown = displayValue(value, name.startsWith('count') ? WHOLE : field, reader);
    return { value: plainValue(value, field), displayValue: shown, label: shown };
  },
});

const dateField = (name: string): OfField => ({
  type: name === 'dayOnly' ? day : datePart,
  resolve: ({ values, path }) => ({ value: values.get(`${DATE_FIELDS[name] ?? ''}(${path})`) ?? null }),
});

const shownField: OfField = {
  type: GraphQLString,
  resolve: ({ values, path, field }, _args, { reader }) => displayValue(values.get(path), field, reader),
};

/** `StringAggregate` and so on: a field's own value, when it is grouped by, and its functions. */
const fieldAggregate = memo(
  (kind, type, field) =>
    new GraphQLObjectType<GroupField, Context>({
      name: `${kind}Aggregate`,
      fields: {
        value: { type, resolve: ({ values, path, field: of }) => plainValue(values.get(path), of) },
        displayValue: shownField,
        ...(LABELLED.includes(kind) ? { label: shownField } : {}),
        ...Object.fromEntries(functionsOf(kind).map((name) => [name, functionField(name, field)])),
        ...Object.fromEntries(dateFieldsOf(kind).map((name) => [name, dateField(name)])),
      },
    }),
);

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

/** The types of `uiapi { aggregate }` for the visible part of the schema. */
export interface AggregateTypes {
  readonly aggregate: (object: ObjectDescribe) => GraphQLObjectType<Group, Context>;
  readonly groupBy: (object: ObjectDescribe) => GraphQLInputObjectType;
  readonly orderBy: (object: ObjectDescribe) => GraphQLInputObjectType;
}

export function createAggregateTypes(visible: Visible): AggregateTypes {
  const onceObject = createOnce<GraphQLObjectType<Group, Context>>();
  const onceInput = createOnce<GraphQLInputObjectType>();
  const parents = (object: ObjectDescribe): readonly (readonly [string, ObjectDescribe])[] =>
    visible
      .parents(object)
      .flatMap(({ relationship, polymorphic, targets: [target] }) =>
        polymorphic || !target ? [] : [[relationship, target] as const],
      );

  const inputsOf = (
    object: ObjectDescribe,
    ofParent: (target: ObjectDescribe) => GraphQLInputObjectType,
    ofField: (field: FieldDescribe) => GraphQLInputObjectType | undefined,
  ): GraphQLInputFieldConfigMap => ({
    ...Object.fromEntries(parents(object).map(([name, target]) => [name, { type: ofParent(target) }])),
    ...Object.fromEntries(
      visible.fields(object).flatMap((field) => {
        const type = ofField(field);
        return type ? [[field.name, { type }]] : [];
      }),
    ),
  });

  const types: AggregateTypes = {
    aggregate: (object) =>
      onceObject(
        object.name,
        () =>
          new GraphQLObjectType<Group, Context>({
            name: `${object.name}Aggregate`,
            fields: (): GraphQLFieldConfigMap<Group, Context> => ({
              // A type can't be empty.
              _none: { type: GraphQLBoolean },
              ...Object.fromEntries(
                parents(object).map(([name, target]) => [
                  name,
                  {
                    type: types.aggregate(target),
                    resolve: ({ values, path }: Group): Group => ({ values, path: `${path}${name}.` }),
                  },
                ]),
              ),
              ...Object.fromEntries(
                visible.fields(object).map((field) => [
                  field.name,
                  {
                    type: fieldAggregate(field),
                    resolve: ({ values, path }: Group): GroupField => ({
                      values,
                      path: `${path}${field.name}`,
                      field,
                    }),
                  },
                ]),
              ),
            }),
          }),
      ),
    groupBy: (object) =>
      onceInput(
        `${object.name}_GroupBy`,
        () =>
          new GraphQLInputObjectType({
            name: `${object.name}_GroupBy`,
            fields: () => ({
              type: { type: groupByType },
              ...inputsOf(object, types.groupBy, groupByInput),
            }),
          }),
      ),
    // The guide calls it Account_OrderBy, which in one schema is the name of what `query` has.
    orderBy: (object) =>
      onceInput(
        `${object.name}_AggregateOrderBy`,
        () =>
          new GraphQLInputObjectType({
            name: `${object.name}_AggregateOrderBy`,
            fields: () => ({
              _none: { type: GraphQLBoolean },
              ...inputsOf(object, types.orderBy, orderByInput),
            }),
          }),
      ),
  };
  return types;
}
