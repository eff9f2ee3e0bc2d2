import type { Value } from '../store/database.ts';
import type { Field } from '../schema/model.ts';
import { isDay, stampOf } from '../store/dates.ts';
import { normalId } from '../store/recordIds.ts';
import { malformed, placed, unsupported } from './errors.ts';
import { type Period, dayStart, periodOf, todayIn } from '../store/periods.ts';

/** What a statement compares a field with. */
export type Operand =
  | { readonly kind: 'period'; readonly from: string; readonly to: string }
  | { readonly kind: 'value'; readonly value: Value };

/** What reading a literal depends on. */
export interface LiteralContext {
  readonly soql: string;
  readonly now: Date;
  readonly timeZone: string;
  readonly firstDayOfWeek: number;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/**
 * The text of a quoted string. For LIKE, escaped wildcards stay escaped by a backslash. SOQL reference, "Quoted String
 * Escape Sequences".
 */
export function unquoted(soql: string, raw: string, forLike = false): string {
  return raw.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (all, sequence: string) => {
    if (sequence.length === 5) return String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
    if (sequence === '_' || sequence === '%') return forLike ? all : sequence;
    const character = ESCAPES[sequence.toLowerCase()];
    if (character === undefined)
      throw placed(
        soql,
        raw,
        'MALFORMED_QUERY',
        `Invalid string literal ${raw}. Illegal character sequence '${all}' in string literal.`,
      );
    return forLike && character === '\\' ? '\\\\' : character;
  });
}

const XSD_TYPES: Readonly<Partial<Record<Field['type'], string>>> = {
  boolean: 'boolean',
  currency: 'double',
  date: 'date',
  datetime: 'dateTime',
  double: 'double',
  int: 'int',
  percent: 'double',
  time: 'time',
};

function wrongType(context: LiteralContext, field: Field): Error {
  const type = XSD_TYPES[field.type];
  const wanted =
    type === undefined
      ? 'string and should be enclosed in quotes'
      : `${type} and should not be enclosed in quotes`;
  return placed(
    context.soql,
    field.name,
    'INVALID_FIELD',
    `value of filter criterion for field '${field.name}' must be of type ${wanted}`,
  );
}

const NUMBERS = new Set(['currency', 'double', 'int', 'percent']);

function textValue(context: LiteralContext, field: Field, raw: string): Value {
  if (XSD_TYPES[field.type] !== undefined) throw wrongType(context, field);
  const text = unquoted(context.soql, raw);
  if (text === '') return null;
  if (field.type !== 'id' && field.type !== 'reference') return text;
  const id = normalId(text);
  if (id === undefined)
    throw placed(context.soql, raw, 'INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`);
  return id;
}

function periodOperand(context: LiteralContext, field: Field, literal: string): Operand {
  if (field.type !== 'date' && field.type !== 'datetime') throw wrongType(context, field);
  const today = todayIn(context.timeZone, context.now);
  const period: Period | undefined = periodOf(literal, today, context.firstDayOfWeek);
  if (period === undefined) throw malformed(`unexpected token: '${literal}'`);
  if (field.type === 'date') return { kind: 'period', ...period };
  return {
    kind: 'period',
    from: dayStart(period.from, context.timeZone),
    to: dayStart(period.to, context.timeZone),
  };
}

/** The operand that a literal is for a field. Throws Salesforce's error when the types don't match. */
export function operandOf(context: LiteralContext, field: Field, raw: string, literalType: string): Operand {
  switch (literalType) {
    case 'NULL':
      return { kind: 'value', value: field.type === 'boolean' ? 0 : null };
    case 'STRING':
      return { kind: 'value', value: textValue(context, field, raw) };
    case 'BOOLEAN':
      if (field.type !== 'boolean') throw wrongType(context, field);
      return { kind: 'value', value: raw.toLowerCase() === 'true' ? 1 : 0 };
    case 'INTEGER':
    case 'DECIMAL':
      if (!NUMBERS.has(field.type)) throw wrongType(context, field);
      return { kind: 'value', value: Number(raw) };
    case 'DATE':
      if (field.type !== 'date' || !isDay(raw)) throw wrongType(context, field);
      return { kind: 'value', value: raw };
    case 'DATETIME': {
      const stamp = stampOf(raw);
      if (field.type !== 'datetime' || stamp === undefined) throw wrongType(context, field);
      return { kind: 'value', value: stamp };
    }
    case 'DATE_LITERAL':
    case 'DATE_N_LITERAL':
      return periodOperand(context, field, raw);
    default:
      throw unsupported(`The literal ${raw}`);
  }
}
