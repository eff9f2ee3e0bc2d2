import {
  type GraphQLInputFieldConfigMap,
  type GraphQLInputType,
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import type { FieldDescribe } from '../describe/describe.ts';

const scalar = (name: string): GraphQLScalarType => new GraphQLScalarType({ name });

/** The scalars of the API's own. */
export const SCALARS = {
  Base64: scalar('Base64'),
  Currency: scalar('Currency'),
  Date: scalar('Date'),
  DateTime: scalar('DateTime'),
  Double: scalar('Double'),
  Email: scalar('Email'),
  EncryptedString: scalar('EncryptedString'),
  Long: scalar('Long'),
  LongTextArea: scalar('LongTextArea'),
  MultiPicklist: scalar('MultiPicklist'),
  Percent: scalar('Percent'),
  PhoneNumber: scalar('PhoneNumber'),
  Picklist: scalar('Picklist'),
  RichTextArea: scalar('RichTextArea'),
  TextArea: scalar('TextArea'),
  Time: scalar('Time'),
  Url: scalar('Url'),
} as const;

/** Describe type -> the scalar of the value type and the prefix of its type names. */
const KINDS: Readonly<Record<string, readonly [string, GraphQLScalarType]>> = {
  base64: ['Base64', SCALARS.Base64],
  boolean: ['Boolean', GraphQLBoolean],
  combobox: ['Picklist', SCALARS.Picklist],
  currency: ['Currency', SCALARS.Currency],
  date: ['Date', SCALARS.Date],
  datetime: ['DateTime', SCALARS.DateTime],
  double: ['Double', SCALARS.Double],
  email: ['Email', SCALARS.Email],
  encryptedstring: ['EncryptedString', SCALARS.EncryptedString],
  id: ['ID', GraphQLID],
  int: ['Int', GraphQLInt],
  multipicklist: ['MultiPicklist', SCALARS.MultiPicklist],
  percent: ['Percent', SCALARS.Percent],
  phone: ['PhoneNumber', SCALARS.PhoneNumber],
  picklist: ['Picklist', SCALARS.Picklist],
  reference: ['ID', GraphQLID],
  string: ['String', GraphQLString],
  textarea: ['TextArea', SCALARS.TextArea],
  time: ['Time', SCALARS.Time],
  url: ['Url', SCALARS.Url],
};

const LONGEST_TEXT_AREA = 255;

/** The prefix of a field's type names and its scalar: `Currency` and so on. */
export function kindOf(field: FieldDescribe): readonly [string, GraphQLScalarType] {
  if (field.type === 'textarea' && field.htmlFormatted) return ['RichTextArea', SCALARS.RichTextArea];
  if (field.type === 'textarea' && field.length > LONGEST_TEXT_AREA)
    return ['LongTextArea', SCALARS.LongTextArea];
  return KINDS[field.type] ?? ['String', GraphQLString];
}

/** Kinds whose values have a label of their own. */
export const LABELLED: readonly string[] = ['Picklist', 'MultiPicklist'];

/** Makes one type for each kind of field. */
export function memo<T>(
  make: (name: string, scalarType: GraphQLScalarType, field: FieldDescribe) => T,
): (field: FieldDescribe) => T {
  const made = new Map<string, T>();
  return (field) => {
    const [name, scalarType] = kindOf(field);
    const known = made.get(name) ?? make(name, scalarType, field);
    made.set(name, known);
    return known;
  };
}

/** The type `{ value displayValue }` of a field: `StringValue` and so on. */
export const valueType = memo(
  (name, type) =>
    new GraphQLObjectType({
      name: `${name}Value`,
      fields: {
        value: { type },
        displayValue: { type: GraphQLString },
        ...(LABELLED.includes(name) ? { label: { type: GraphQLString } } : {}),
      },
    }),
);

const DATE_LITERALS = [
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  'LAST_WEEK',
  'THIS_WEEK',
  'NEXT_WEEK',
  'LAST_MONTH',
  'THIS_MONTH',
  'NEXT_MONTH',
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
  'LAST_QUARTER',
  'THIS_QUARTER',
  'NEXT_QUARTER',
  'LAST_YEAR',
  'THIS_YEAR',
  'NEXT_YEAR',
];

const dateLiteral = new GraphQLEnumType({
  name: 'DateLiteral',
  values: Object.fromEntries(DATE_LITERALS.map((name) => [name, {}])),
});

const RANGES = ['days', 'weeks', 'months', 'quarters', 'years'].flatMap((unit) => [
  `last_n_${unit}`,
  `next_n_${unit}`,
]);

const dateRange = new GraphQLInputObjectType({
  name: 'DateRange',
  fields: Object.fromEntries(RANGES.map((name) => [name, { type: GraphQLInt }])),
});

const dateInput = (name: string, type: GraphQLScalarType): GraphQLInputObjectType =>
  new GraphQLInputObjectType({
    name: `${name}Input`,
    fields: { value: { type }, literal: { type: dateLiteral }, range: { type: dateRange } },
  });

const operators = (type: GraphQLInputType, names: readonly string[]): GraphQLInputFieldConfigMap =>
  Object.fromEntries(
    names.map((name) => [name, { type: name === 'in' || name === 'nin' ? new GraphQLList(type) : type }]),
  );

const COMPARE = ['eq', 'ne', 'lt', 'gt', 'lte', 'gte', 'in', 'nin'];

/** The operators of a field type, as in the schema of the GraphQL API (`StringOperators`, `DateOperators`, ...). */
export const operatorsType = memo((name, type) => {
  const named = (fields: GraphQLInputFieldConfigMap): GraphQLInputObjectType =>
    new GraphQLInputObjectType({ name: `${name}Operators`, fields });
  switch (name) {
    case 'Boolean':
      return named(operators(type, ['eq', 'ne']));
    case 'Date':
    case 'DateTime':
      return named(operators(dateInput(name, type), COMPARE));
    case 'MultiPicklist':
      return named({
        ...operators(type, ['eq', 'ne']),
        includes: { type: new GraphQLList(type) },
        excludes: { type: new GraphQLList(type) },
      });
    case 'Currency':
    case 'Double':
    case 'Int':
    case 'Percent':
      return named(operators(type, COMPARE));
    default:
      return named(operators(type, [...COMPARE, 'like']));
  }
});
