import { GraphQLError } from 'graphql';
import {
  type Describes,
  type FieldDescribe,
  type ObjectDescribe,
  fieldOf,
  referenceOf,
} from '../describe/describe.ts';

export type Arguments = Readonly<Record<string, unknown>>;

const QUOTED = new Set([
  'anyType',
  'base64',
  'combobox',
  'email',
  'encryptedstring',
  'id',
  'multipicklist',
  'phone',
  'picklist',
  'reference',
  'string',
  'textarea',
  'url',
]);

const OPERATORS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  gt: '>',
  lte: '<=',
  gte: '>=',
  like: 'LIKE',
  in: 'IN',
  nin: 'NOT IN',
  includes: 'INCLUDES',
  excludes: 'EXCLUDES',
};

const quoted = (text: string): string =>
  `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}'`;

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A date filter's operand: `{ value }`, `{ literal }` or `{ range: { last_n_days: 5 } }`. */
function dateOperand(operand: Arguments): string {
  if (operand.literal !== undefined) return text(operand.literal);
  const [range] = Object.entries((operand.range ?? {}) as Arguments);
  if (range) return `${range[0].toUpperCase()}:${text(range[1])}`;
  return operand.value === null || operand.value === undefined ? 'null' : text(operand.value);
}

function literal(value: unknown, field: FieldDescribe): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'object') return dateOperand(value as Arguments);
  return QUOTED.has(field.type) ? quoted(text(value)) : text(value);
}

function comparison(path: string, operator: string, operand: unknown, field: FieldDescribe): string {
  const right = Array.isArray(operand)
    ? `(${operand.map((one) => literal(one, field)).join(', ')})`
    : literal(operand, field);
  return `${path} ${OPERATORS[operator] ?? operator} ${right}`;
}

const joined = (parts: readonly string[], word: 'AND' | 'OR'): string =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${word} `)})`;

/** `IN (SELECT AccountId FROM Contact WHERE ...)` for `inq` or `ninq`. */
function joinOf(operator: 'inq' | 'ninq', operand: Arguments, describes: Describes): string {
  const { ApiName, ...objects } = operand;
  const [found, more] = Object.entries(objects).filter(([, where]) => where !== null && where !== undefined);
  if (!found || more) throw new GraphQLError(`The operator ${operator} takes one object and ApiName.`);
  const object = describes.of(found[0]);
  const field = fieldOf(object, text(ApiName));
  if (!field) throw new GraphQLError(`The field ${text(ApiName)} is not of the object ${object.name}.`);
  const condition = conditionOf(found[1] as Arguments, object, describes);
  const where = condition === '' ? '' : ` WHERE ${condition}`;
  return `${operator === 'inq' ? 'IN' : 'NOT IN'} (SELECT ${field.name} FROM ${object.name}${where})`;
}

/** The SOQL condition of a `where` argument; '' when it is empty. */
export function conditionOf(
  where: Arguments,
  object: ObjectDescribe,
  describes: Describes,
  prefix = '',
): string {
  const parts = Object.entries(where).flatMap(([key, value]): readonly string[] => {
    if (value === null || value === undefined) return [];
    if (key === 'and' || key === 'or') {
      const all = (value as readonly Arguments[]).map((one) => conditionOf(one, object, describes, prefix));
      const said = all.filter((one) => one !== '');
      return said.length === 0 ? [] : [joined(said, key === 'and' ? 'AND' : 'OR')];
    }
    if (key === 'not') {
      const inner = conditionOf(value as Arguments, object, describes, prefix);
      return inner === '' ? [] : [`(NOT ${inner})`];
    }
    const field = fieldOf(object, key);
    if (field) {
      const path = `${prefix}${field.name}`;
      return Object.entries(value as Arguments).map(([operator, operand]) =>
        operator === 'inq' || operator === 'ninq'
          ? `${path} ${joinOf(operator, operand as Arguments, describes)}`
          : comparison(path, operator, operand, field),
      );
    }
    const parent = referenceOf(object, key)?.referenceTo[0];
    if (parent === undefined) throw new GraphQLError(`The field ${key} can't be filtered.`);
    const inner = conditionOf(value as Arguments, describes.of(parent), describes, `${prefix}${key}.`);
    return inner === '' ? [] : [inner];
  });
  return parts.length === 0 ? '' : joined(parts, 'AND');
}

/** The ORDER BY terms of an `orderBy` argument, in the order in which they are written. */
export const orderOf = (orderBy: Arguments, object: ObjectDescribe, prefix = ''): readonly string[] =>
  Object.entries(orderBy).flatMap(([key, value]): readonly string[] => {
    if (value === null || value === undefined) return [];
    if (!fieldOf(object, key)) return orderOf(value as Arguments, object, `${prefix}${key}.`);
    const { order, nulls } = value as { readonly order?: string; readonly nulls?: string };
    return [`${prefix}${key}${order ? ` ${order}` : ''}${nulls ? ` NULLS ${nulls}` : ''}`];
  });
