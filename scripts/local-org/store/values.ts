import type { Value } from './database.ts';
import type { Field } from '../schema/model.ts';
import { type RecordError, OrgError } from '../org.ts';
import { isDay, stampOf, timeOf } from './dates.ts';
import { normalId } from './recordIds.ts';

/** The format of a request: JSON has types, in CSV everything is text. */
export type Format = 'csv' | 'json';

/** The value to store, or its error; `unread` when it isn't a value of the field's type at all. */
export type Coerced = { readonly value: Value } | { readonly error: RecordError; readonly unread?: true };

const fail = (statusCode: string, message: string, field: Field): Coerced => ({
  error: { statusCode, message, fields: [field.name] },
});

const JSON_TOKENS: Readonly<Record<string, string>> = {
  boolean: 'VALUE_TRUE',
  number: 'VALUE_NUMBER_INT',
  string: 'VALUE_STRING',
  object: 'START_OBJECT',
};

/** The name of a JSON value in Jackson, whose messages these are: JsonToken. */
function tokenOf(value: unknown): string {
  if (value === null) return 'VALUE_NULL';
  if (Array.isArray(value)) return 'START_ARRAY';
  if (value === false) return 'VALUE_FALSE';
  if (typeof value === 'number' && !Number.isInteger(value)) return 'VALUE_NUMBER_FLOAT';
  return JSON_TOKENS[typeof value] ?? 'VALUE_STRING';
}

/** How messages show a JSON value. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * The error for a value of the wrong type. In JSON the whole request fails: "Cannot deserialize instance of date from
 * VALUE_STRING value 2020 or request may be missing a required field at [line:1, column:1]" (the column is always 1 here);
 * in CSV the row fails.
 */
function wrongType(field: Field, value: unknown, format: Format): Coerced {
  if (format === 'csv') {
    const type =
      field.type === 'datetime'
        ? 'dateTime'
        : field.type === 'currency' || field.type === 'percent'
          ? 'double'
          : field.type;
    const message = `'${shown(value)}' is not a valid value for the type xsd:${type}`;
    return { error: { statusCode: 'INVALID_FIELD', message, fields: [field.name] }, unread: true };
  }
  throw new OrgError(
    400,
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${field.type} from ${tokenOf(value)} value ${shown(value)} or request may be missing a required field at [line:1, column:1]`,
  );
}

function booleanOf(field: Field, value: unknown, format: Format): Coerced {
  const text = String(value).trim().toLowerCase();
  if (text === 'true' || (format === 'csv' && text === '1')) return { value: 1 };
  if (text === 'false' || (format === 'csv' && text === '0')) return { value: 0 };
  return wrongType(field, value, format);
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function numberOf(field: Field, value: unknown, format: Format): Coerced {
  const text = String(value).trim();
  if (typeof value === 'object' || !NUMBER.test(text)) return wrongType(field, value, format);
  const number = Number(text);
  if (field.type === 'int' && !Number.isInteger(number)) return wrongType(field, value, format);
  const rounded = roundTo(number, field.scale);
  const largest = field.type === 'int' ? 2_147_483_647 : 10 ** (field.precision - field.scale);
  if (Math.abs(rounded) > largest || (field.type !== 'int' && Math.abs(rounded) === largest)) {
    return fail(
      'NUMBER_OUTSIDE_VALID_RANGE',
      `${field.label}: value outside of valid range on numeric field: ${number}`,
      field,
    );
  }
  return { value: rounded };
}

/** Rounds half away from zero, on the decimal notation: 1.005 to two places is 1.01. */
function roundTo(number: number, scale: number): number {
  const [digits = '', exponent = '0'] = String(Math.abs(number)).split('e');
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + scale}`));
  // A larger number has no digit behind that place.
  if (!Number.isSafeInteger(shifted)) return number;
  return Math.sign(number) * Number(`${shifted}e-${scale}`);
}

function idOf(field: Field, value: unknown): Coerced {
  const id = normalId(String(value));
  return id === undefined
    ? fail('MALFORMED_ID', `${field.label}: id value of incorrect type: ${shown(value)}`, field)
    : { value: id };
}

const EMAIL = /^[^\s@<>(),;:\\"[\]]+@[^\s@<>(),;:\\"[\]]+\.[^\s@<>(),;:\\"[\].]+$/;

function textOf(field: Field, value: unknown, format: Format): Coerced {
  if (typeof value !== 'string') return wrongType(field, value, format);
  const text = value.trim();
  if (text === '') return { value: null };
  if (field.length > 0 && text.length > field.length) {
    return fail(
      'STRING_TOO_LONG',
      `${field.label}: data value too large: ${text} (max length=${field.length})`,
      field,
    );
  }
  if (field.type !== 'email') return { value: text };
  if (!EMAIL.test(text))
    return fail('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, field);
  return { value: text.toLowerCase() };
}

function momentOf(field: Field, value: unknown, format: Format): Coerced {
  if (typeof value !== 'string') return wrongType(field, value, format);
  const text = value.trim();
  const kept =
    field.type === 'date'
      ? dayOf(text)
      : field.type === 'time'
        ? timeOf(text)
        : (stampOf(text) ?? (isDay(text) ? `${text}T00:00:00.000+0000` : undefined));
  return kept === undefined ? wrongType(field, value, format) : { value: kept };
}

/** A Date field also takes a date-time and keeps its day. */
function dayOf(text: string): string | undefined {
  if (isDay(text)) return text;
  return stampOf(text) === undefined ? undefined : text.slice(0, 10);
}

/** Converts a client's value to the stored one and checks type, length and format. `null` and '' clear the field. */
export function coerce(field: Field, value: unknown, format: Format): Coerced {
  const clears =
    value === null || value === undefined || value === '' || (format === 'csv' && value === '#N/A');
  if (clears)
    return field.type === 'boolean' && value === null
      ? wrongType(field, value, format)
      : { value: field.type === 'boolean' ? 0 : null };
  switch (field.type) {
    case 'boolean':
      return booleanOf(field, value, format);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return numberOf(field, value, format);
    case 'date':
    case 'datetime':
    case 'time':
      return momentOf(field, value, format);
    case 'id':
    case 'reference':
      return idOf(field, value);
    case 'address':
    case 'email':
    case 'encryptedstring':
    case 'multipicklist':
    case 'phone':
    case 'picklist':
    case 'string':
    case 'textarea':
    case 'url':
      return textOf(field, value, format);
  }
}

/** A stored value as JSON. */
export function toJson(field: Field, stored: unknown): unknown {
  return field.type === 'boolean' ? stored === 1 || stored === true : (stored ?? null);
}
