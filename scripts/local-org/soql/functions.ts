import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import { isAggregatable, isNumeric } from '../schema/fieldUse.ts';
import type { Field } from '../schema/model.ts';
import { field } from '../schema/field.ts';
import { ignoresCase } from './comparisons.ts';
import { malformed, placed, unsupported } from './errors.ts';
import { extreme } from './ordering.ts';
import { type ResolvedField, type Scope, resolve } from './scope.ts';

/** The result of a function in a statement: its SQL, and the field whose type its values have. */
export interface FunctionValue {
  readonly sql: string;
  readonly field: Field;
  readonly aggregate: boolean;
}

/**
 * Date functions, over the text of a date or of a UTC date-time. SOQL reference, "Date Functions". The fiscal year is the
 * calendar year.
 */
export const DATE_FUNCTIONS: Readonly<Record<string, (sql: string) => string>> = {
  CALENDAR_MONTH: (sql) => `CAST(substr(${sql}, 6, 2) AS INTEGER)`,
  CALENDAR_QUARTER: (sql) => `((CAST(substr(${sql}, 6, 2) AS INTEGER) + 2) / 3)`,
  CALENDAR_YEAR: (sql) => `CAST(substr(${sql}, 1, 4) AS INTEGER)`,
  DAY_IN_MONTH: (sql) => `CAST(substr(${sql}, 9, 2) AS INTEGER)`,
  DAY_IN_WEEK: (sql) => `(CAST(strftime('%w', substr(${sql}, 1, 10)) AS INTEGER) + 1)`,
  DAY_IN_YEAR: (sql) => `CAST(strftime('%j', substr(${sql}, 1, 10)) AS INTEGER)`,
  DAY_ONLY: (sql) => `substr(${sql}, 1, 10)`,
  FISCAL_MONTH: (sql) => `CAST(substr(${sql}, 6, 2) AS INTEGER)`,
  FISCAL_QUARTER: (sql) => `((CAST(substr(${sql}, 6, 2) AS INTEGER) + 2) / 3)`,
  FISCAL_YEAR: (sql) => `CAST(substr(${sql}, 1, 4) AS INTEGER)`,
  HOUR_IN_DAY: (sql) => `CAST(substr(${sql}, 12, 2) AS INTEGER)`,
  WEEK_IN_MONTH: (sql) => `((CAST(substr(${sql}, 9, 2) AS INTEGER) + 6) / 7)`,
  WEEK_IN_YEAR: (sql) => `((CAST(strftime('%j', substr(${sql}, 1, 10)) AS INTEGER) + 6) / 7)`,
};

const DATETIME_ONLY = new Set(['DAY_ONLY', 'HOUR_IN_DAY']);
/** The aggregate functions. */
export const AGGREGATES: ReadonlySet<string> = new Set([
  'AVG',
  'COUNT',
  'COUNT_DISTINCT',
  'MAX',
  'MIN',
  'SUM',
]);

/** Whether a function is an aggregate. */
export function isAggregate(name: string | undefined): boolean {
  return AGGREGATES.has((name ?? '').toUpperCase());
}

const DAY: Field = field('', '', 'date');
const WHOLE: Field = field('', '', 'int');
const NUMBER: Field = field('', '', 'double', { scale: 15 });

function argument(scope: Scope, expression: FunctionExp): ResolvedField {
  const [first, ...rest] = expression.parameters ?? [];
  if (typeof first !== 'string' || rest.length > 0)
    throw unsupported(expression.rawValue ?? expression.functionName ?? 'The function');
  return resolve(scope, first);
}

function aggregate(scope: Scope, name: string, { sql, field: of }: ResolvedField): FunctionValue {
  const allowed = isAggregatable(of) && (isNumeric(of) || (name !== 'AVG' && name !== 'SUM'));
  if (!allowed)
    throw placed(
      scope.soql,
      of.name,
      'MALFORMED_QUERY',
      `field ${of.name} does not support aggregate operator ${name}`,
    );
  switch (name) {
    case 'COUNT':
      return { sql: `COUNT(${sql})`, field: WHOLE, aggregate: true };
    case 'COUNT_DISTINCT':
      return { sql: `COUNT(DISTINCT ${groupKey(scope, sql, of)})`, field: WHOLE, aggregate: true };
    case 'MAX':
    case 'MIN':
      return { sql: extreme(name, sql, of), field: of, aggregate: true };
    default:
      return { sql: `${name}(${sql})`, field: NUMBER, aggregate: true };
  }
}

/**
 * The key by which values of a group count as the same: case-insensitive for users of an English locale, case-sensitive for
 * others (github.com/octoberswimmer/aer-dist/issues/11).
 */
export function groupKey(scope: Scope, sql: string, field: Field): string {
  return scope.english && ignoresCase(field) ? `sf_fold(${sql})` : sql;
}

/** The SQL of a function call. Throws MALFORMED_QUERY when there is no such function. */
export function functionValue(scope: Scope, expression: FunctionExp): FunctionValue {
  const name = (expression.functionName ?? '').toUpperCase();
  if (AGGREGATES.has(name)) return aggregate(scope, name, argument(scope, expression));
  const date = DATE_FUNCTIONS[name];
  if (date === undefined) throw unsupported(`The function ${expression.functionName ?? ''}`);
  const of = argument(scope, expression);
  if (of.field.type !== 'datetime' && (of.field.type !== 'date' || DATETIME_ONLY.has(name))) {
    throw malformed(
      `field ${of.field.name} of type ${of.field.type} can not be used with the function ${name}`,
    );
  }
  return { sql: date(of.sql), field: name === 'DAY_ONLY' ? DAY : WHOLE, aggregate: false };
}
