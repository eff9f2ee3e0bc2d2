import type { Value } from '../store/database.ts';
import type { Field } from '../schema/model.ts';
import { BEYOND_ASCII } from '../store/records.ts';
import { malformed } from './errors.ts';
import type { Operand } from './literals.ts';

/** A piece of SQL with the values of its placeholders, in their order. */
export interface Sql {
  readonly sql: string;
  readonly parameters: readonly Value[];
}

const MOST_IN_A_ROW = 4;

/**
 * Joins conditions by AND or OR as a balanced tree: SQLite limits an expression to a depth of a thousand, while SOQL takes
 * thousands of conditions.
 */
export function joinedBy(word: 'AND' | 'OR', parts: readonly string[]): string {
  if (parts.length <= MOST_IN_A_ROW) return parts.join(` ${word} `);
  const half = Math.ceil(parts.length / 2);
  return `(${joinedBy(word, parts.slice(0, half))}) ${word} (${joinedBy(word, parts.slice(half))})`;
}

const TEXT_TYPES = new Set([
  'email',
  'encryptedstring',
  'multipicklist',
  'phone',
  'picklist',
  'string',
  'textarea',
  'url',
]);

/** Whether texts of the field compare case-insensitively: all but those of a field that is unique by case. */
export function ignoresCase(field: Field): boolean {
  return TEXT_TYPES.has(field.type) && !field.caseSensitive;
}

/**
 * The text that a text is sorted by: first its letters without case and accents, then without case only, as in locales other
 * than English. SOQL reference, "ORDER BY".
 */
export function sortKey(text: string): string {
  const plain = text.toLowerCase();
  return `${plain.normalize('NFD').replace(/\p{M}/gu, '')}\u0001${plain}`;
}

/** The SQL of a text's sort key. For printable ASCII it is computed in SQL, which is much faster. */
export function textKey(sql: string): string {
  return `(CASE WHEN ${sql} ${BEYOND_ASCII} THEN sf_sort_key(${sql}) ELSE lower(${sql}) || char(1) || lower(${sql}) END)`;
}

/** Whether SQLite's NOCASE, which folds A to Z only, folds the text as Salesforce does. */
const isAscii = (value: Value): boolean => typeof value !== 'string' || /^[\x00-\x7f]*$/.test(value);

const folded = (value: Value): Value => (typeof value === 'string' ? value.toLowerCase() : value);

function side(left: string, field: Field, value: Value): { readonly left: string; readonly value: Value } {
  if (!ignoresCase(field)) return { left, value };
  return isAscii(value)
    ? { left: `${left} COLLATE NOCASE`, value }
    : { left: `sf_fold(${left})`, value: folded(value) };
}

function equal(left: string, field: Field, value: Value, negated: boolean): Sql {
  if (value === null) return { sql: `${left} IS ${negated ? 'NOT ' : ''}NULL`, parameters: [] };
  const sides = side(left, field, value);
  if (!negated && ignoresCase(field) && !isAscii(value))
    return { sql: `(${sides.left} = ? AND ${left} ${BEYOND_ASCII})`, parameters: [sides.value] };
  // A record without a value is unequal to every value, so it takes IS NOT: SQL's <> would leave it out.
  return { sql: `${sides.left} ${negated ? 'IS NOT' : '='} ?`, parameters: [sides.value] };
}

const within = (
  left: string,
  { from, to }: { readonly from: string; readonly to: string },
  negated: boolean,
): Sql =>
  negated
    ? { sql: `(${left} IS NULL OR ${left} < ? OR ${left} >= ?)`, parameters: [from, to] }
    : { sql: `(${left} >= ? AND ${left} < ?)`, parameters: [from, to] };

/** A period is compared by its first day for < and >=, by the day after it for > and <=. */
const edge = (
  operator: string,
  { from, to }: { readonly from: string; readonly to: string },
): { readonly operator: string; readonly value: Value } =>
  operator === '<' || operator === '>='
    ? { operator, value: from }
    : { operator: operator === '>' ? '>=' : '<', value: to };

function ordered(left: string, field: Field, operator: string, operand: Operand, negated: boolean): Sql {
  if (operand.kind === 'value' && operand.value === null)
    throw malformed(`'null' can not be compared with the operator ${operator}`);
  const { operator: sqlOperator, value } =
    operand.kind === 'period' ? edge(operator, operand) : { operator, value: operand.value };
  const byText = typeof value === 'string' && ignoresCase(field);
  const sql = `${byText ? textKey(left) : left} ${sqlOperator} ?`;
  return {
    sql: negated ? `NOT ifnull(${sql}, 0)` : sql,
    parameters: [byText ? sortKey(value) : value],
  };
}

/**
 * One comparison. `negated` is for a NOT around it: it finds the rows for which the comparison doesn't hold, those without a
 * value included.
 */
export function comparison(
  left: string,
  field: Field,
  operator: string,
  operand: Operand,
  negated: boolean,
): Sql {
  if (operator === '=' || operator === '!=') {
    const not = (operator === '!=') !== negated;
    return operand.kind === 'period' ? within(left, operand, not) : equal(left, field, operand.value, not);
  }
  if (field.type === 'boolean' || field.type === 'multipicklist') {
    throw malformed(`'${operator}' operator is not valid for the field ${field.name}`);
  }
  return ordered(left, field, operator, operand, negated);
}

/** LIKE with % and _. Literal ones in `pattern` are escaped by a backslash. */
export function like(left: string, field: Field, pattern: string, negated: boolean): Sql {
  if (!TEXT_TYPES.has(field.type) || field.type === 'multipicklist') {
    throw malformed(`invalid operator on ${field.type} field: ${field.name}`);
  }
  const plain = isAscii(pattern);
  const sql = plain ? `${left} LIKE ? ESCAPE '\\'` : `sf_fold(${left}) LIKE ? ESCAPE '\\'`;
  const parameters = [plain ? pattern : folded(pattern)];
  return { sql: negated ? `NOT ifnull(${sql}, 0)` : `(${sql})`, parameters };
}

/** IN and NOT IN with a list of any length: the values are passed as one JSON parameter. */
export function oneOf(left: string, field: Field, operands: readonly Operand[], negated: boolean): Sql {
  const values = operands.flatMap((operand) => (operand.kind === 'value' ? [operand.value] : []));
  const present = values.filter((value) => value !== null);
  const groups: Sql[] = [];
  function add(sql: string, group: readonly Value[], also = ''): void {
    if (group.length > 0)
      groups.push({
        sql: `${sql} IN (SELECT value FROM json_each(?))${also}`,
        parameters: [JSON.stringify(group)],
      });
  }
  if (ignoresCase(field)) {
    add(`${left} COLLATE NOCASE`, present.filter(isAscii));
    // The second condition makes SQLite use the index over texts beyond ASCII.
    const beyond = present.filter((value) => !isAscii(value)).map(folded);
    add(`sf_fold(${left})`, beyond, ` AND ${left} ${BEYOND_ASCII}`);
  } else add(left, present);
  if (values.includes(null)) groups.push({ sql: `${left} IS NULL`, parameters: [] });
  for (const operand of operands) if (operand.kind === 'period') groups.push(within(left, operand, false));
  const any =
    groups.length === 0
      ? '0'
      : joinedBy(
          'OR',
          groups.map((group) => group.sql),
        );
  return {
    sql: negated ? `NOT ifnull(${any}, 0)` : `(${any})`,
    parameters: groups.flatMap((group) => group.parameters),
  };
}

/** INCLUDES: any of the texts matches, each with all of its values (`a;b`). */
export function includes(left: string, field: Field, texts: readonly string[], negated: boolean): Sql {
  if (field.type !== 'multipicklist')
    throw malformed(`includes/excludes operator is not valid for the field ${field.name}`);
  const all = (text: string): Sql => ({
    sql: `(${joinedBy(
      'AND',
      text.split(';').map(() => `instr(';' || sf_fold(${left}) || ';', ?) > 0`),
    )})`,
    parameters: text.split(';').map((value) => `;${value.toLowerCase()};`),
  });
  const groups = texts.map(all);
  const any = joinedBy(
    'OR',
    groups.map((group) => group.sql),
  );
  return {
    sql: negated ? `NOT ifnull(${any}, 0)` : `ifnull(${any}, 0)`,
    parameters: groups.flatMap((group) => group.parameters),
  };
}
