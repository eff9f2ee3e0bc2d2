import { isDay } from '../../store/dates.ts';
import { dayStart, periodOf } from '../../store/periods.ts';
import type { ListField } from './fields.ts';

/** A filter of a list view. */
export interface Filter {
  readonly operation: string;
  /** null: compared with no value. */
  readonly value: string | null;
}

/** A filter as a SOQL condition, or what is wrong with it. */
export type Condition = { readonly soql: string } | { readonly problem: string };

const COMPARISONS: Readonly<Record<string, string>> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};
const EQUALITY = ['equals', 'notEqual'];
const OF_TEXTS = ['contains', 'notContain', 'startsWith'];
const OF_SETS = ['includes', 'excludes'];

const NUMBERS = ['currency', 'double', 'int', 'percent'];
const TEXTS = ['combobox', 'email', 'phone', 'string', 'textarea', 'url'];

/**
 * The operations of a type of field. Salesforce help, "Filter Operators Reference"; for picklists and the values of check boxes
 * Salesforce's own skill (forcedotcom/afv-library, generating-list-view, "Operations Must Match Field Types").
 */
function operationsOf(type: string): readonly string[] {
  if (type === 'boolean' || type === 'id') return EQUALITY;
  if (type === 'multipicklist') return [...EQUALITY, ...OF_SETS];
  if (TEXTS.includes(type)) return [...Object.keys(COMPARISONS), ...OF_TEXTS];
  return NUMBERS.includes(type) || ['date', 'datetime', 'picklist'].includes(type)
    ? Object.keys(COMPARISONS)
    : [];
}

/** The parts of a value: commas separate values of which one is enough, but not in quotation marks. */
const partsOf = (value: string | null): readonly string[] =>
  (value?.match(/"[^"]*"|[^,]+/g) ?? []).map((part) => part.trim().replace(/^"(.*)"$/, '$1'));

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
const pattern = (text: string): string => text.replace(/[\\'%_]/g, '\\$&');

const joined = (conditions: readonly string[], word: 'AND' | 'OR'): string =>
  conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(` ${word} `)})`;

/** A comparison with each of some literals: one is enough to be equal, none may be for not equal. */
function compared(path: string, operation: string, literals: readonly string[]): Condition {
  const operator = COMPARISONS[operation] ?? '';
  const [first = 'null', ...rest] = literals;
  if (rest.length === 0) return { soql: `${path} ${operator} ${first}` };
  if (!EQUALITY.includes(operation)) return { problem: `The operation ${operation} takes one value` };
  return { soql: `${path} ${operation === 'equals' ? 'IN' : 'NOT IN'} (${literals.join(', ')})` };
}

function textCondition(path: string, { operation, value }: Filter): Condition {
  const parts = partsOf(value);
  if (operation in COMPARISONS) return compared(path, operation, parts.map(quoted));
  if (parts.length === 0) return { problem: `The operation ${operation} needs a value` };
  const like = parts.map((part) => {
    const start = operation === 'startsWith' ? '' : '%';
    const condition = `${path} LIKE '${start}${pattern(part)}%'`;
    return operation === 'notContain' ? `(NOT ${condition})` : condition;
  });
  return { soql: joined(like, operation === 'notContain' ? 'AND' : 'OR') };
}

const TRUTHS: Readonly<Record<string, string>> = { '0': 'false', '1': 'true' };

/** `3/31/2026` as `2026-03-31`; undefined when it is no day. */
function dayOf(text: string): string | undefined {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A day of a date-time field lasts from midnight to midnight in the user's time zone. */
function onDay(path: string, operation: string, day: string, timeZone: string): string {
  const start = dayStart(day, timeZone).replace('.000+0000', 'Z');
  const end = dayStart(nextDay(day), timeZone).replace('.000+0000', 'Z');
  const within = `(${path} >= ${start} AND ${path} < ${end})`;
  const conditions: Readonly<Record<string, string>> = {
    equals: within,
    notEqual: `(NOT ${within})`,
    lessThan: `${path} < ${start}`,
    lessOrEqual: `${path} < ${end}`,
    greaterThan: `${path} >= ${end}`,
    greaterOrEqual: `${path} >= ${start}`,
  };
  return conditions[operation] ?? '';
}

/** Dates are literals of SOQL (`LAST_N_DAYS:30`) or days as `month/day/year`. */
function dateCondition({ path, field }: ListField, filter: Filter, timeZone: string): Condition {
  const { operation, value } = filter;
  const parts = partsOf(value);
  const literals = parts.map((part) => (periodOf(part, new Date(0), 0) ? part.toUpperCase() : dayOf(part)));
  const wrong = parts.find((_, index) => literals[index] === undefined);
  if (wrong !== undefined) return { problem: `Invalid date: ${wrong}` };
  const known = literals.filter((each) => each !== undefined);
  if (known.length <= 1 && (field.type === 'date' || !/^\d/.test(known[0] ?? '')))
    return compared(path, operation, known);
  if (known.length > 1 && !EQUALITY.includes(operation))
    return { problem: `The operation ${operation} takes one value` };
  const each = known.map((literal) =>
    field.type === 'datetime' && /^\d/.test(literal)
      ? onDay(path, operation, literal, timeZone)
      : `${path} ${COMPARISONS[operation] ?? ''} ${literal}`,
  );
  return { soql: joined(each, operation === 'equals' ? 'OR' : 'AND') };
}

function numberCondition(path: string, { operation, value }: Filter): Condition {
  const parts = partsOf(value);
  const wrong = parts.find((part) => !/^-?\d+(\.\d+)?$/.test(part));
  return wrong === undefined ? compared(path, operation, parts) : { problem: `Invalid number: ${wrong}` };
}

function truthCondition(path: string, { operation, value }: Filter): Condition {
  const truth = TRUTHS[value ?? ''];
  return truth === undefined
    ? { problem: `Invalid checkbox value: ${value ?? ''}` }
    : compared(path, operation, [truth]);
}

function setCondition(path: string, { operation, value }: Filter): Condition {
  if (!OF_SETS.includes(operation)) return compared(path, operation, value === null ? [] : [quoted(value)]);
  const parts = partsOf(value?.replaceAll(';', ',') ?? null);
  if (parts.length === 0) return { problem: `The operation ${operation} needs a value` };
  return { soql: `${path} ${operation.toUpperCase()} (${parts.map(quoted).join(', ')})` };
}

/** The condition of a filter. Days of date-times are those of the time zone. */
export function filterCondition(of: ListField, filter: Filter, timeZone: string): Condition {
  const { path, field } = of;
  if (!operationsOf(field.type).includes(filter.operation))
    return { problem: `The operation ${filter.operation} isn't available for the field ${path}` };
  // `Widget__c.Blue`: record types are named with their object.
  if (path === 'RecordType.Name') {
    const value = filter.value?.replace(/(^|,)\s*\w+\./g, '$1') ?? null;
    return textCondition('RecordType.DeveloperName', { ...filter, value });
  }
  switch (field.type) {
    case 'boolean':
      return truthCondition(path, filter);
    case 'multipicklist':
      return setCondition(path, filter);
    case 'date':
    case 'datetime':
      return dateCondition(of, filter, timeZone);
    default:
      return NUMBERS.includes(field.type) ? numberCondition(path, filter) : textCondition(path, filter);
  }
}
