import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType,
  GraphQLBoolean,
  GraphQLInt,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { FieldDescribe, ObjectDescribe } from '../describe/describe.ts';
import { displayValue, plainValue } from '../describe/displayValue.ts';
import { DATE_FIELDS, FUNCTION_FIELDS, type Group } from './aggregate.ts';
import type { Context } from './connection.ts';
import { NEVER, NOT_GROUPED, NUMERIC, singleParents } from './aggregateInputs.ts';
import { LABELLED, SCALARS, memo, valueType } from './valueTypes.ts';
import { type Visible, createOnce } from './visible.ts';

/** A field of a group. */
interface GroupField extends Group {
  readonly field: FieldDescribe;
}

type Function = keyof typeof FUNCTION_FIELDS;

const DATES = ['Date', 'DateTime'];
const ONLY_GROUPED = ['Boolean'];
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

/** `AccountAggregate` for the visible part of the schema: its fields, and parents with theirs. */
export function createAggregateType(
  visible: Visible,
): (object: ObjectDescribe) => GraphQLObjectType<Group, Context> {
  const once = createOnce<GraphQLObjectType<Group, Context>>();
  const aggregateOf = (object: ObjectDescribe): GraphQLObjectType<Group, Context> =>
    once(
      object.name,
      () =>
        new GraphQLObjectType<Group, Context>({
          name: `${object.name}Aggregate`,
          fields: (): GraphQLFieldConfigMap<Group, Context> => ({
            // A type can't be empty.
            _none: { type: GraphQLBoolean },
            ...Object.fromEntries(
              singleParents(visible, object).map(([name, target]) => [
                name,
                {
                  type: aggregateOf(target),
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
    );
  return aggregateOf;
}
