import type { Field } from './model.ts';

/** Longer text fields can't be filtered, sorted or grouped. SOQL reference, long text area fields. */
const LONGEST_FILTERABLE = 255;

const isLong = (field: Field): boolean => field.type === 'textarea' && field.length > LONGEST_FILTERABLE;

/** Whether a WHERE clause may name the field. */
export function isFilterable(field: Field): boolean {
  return field.type !== 'address' && !isLong(field);
}

/** Whether ORDER BY may name the field. SOQL reference, "ORDER BY". */
export function isSortable(field: Field): boolean {
  return isFilterable(field) && field.type !== 'multipicklist';
}

const NOT_GROUPABLE = new Set<Field['type']>([
  'currency',
  'datetime',
  'double',
  'encryptedstring',
  'percent',
  'time',
]);

/**
 * Whether GROUP BY may name the field. SOQL reference, "Considerations When Using GROUP BY"; for formulas, what real orgs
 * answer.
 */
export function isGroupable(field: Field): boolean {
  return (
    isSortable(field) && !NOT_GROUPABLE.has(field.type) && field.formula === null && field.autoNumber === null
  );
}

const NOT_AGGREGATABLE = new Set<Field['type']>([
  'address',
  'boolean',
  'encryptedstring',
  'multipicklist',
  'time',
]);
const NUMERIC = new Set<Field['type']>(['currency', 'double', 'int', 'percent']);

/** Whether the field may be used in COUNT, MIN and MAX. SOQL reference, "Support for Field Types in Aggregate Functions". */
export function isAggregatable(field: Field): boolean {
  return !NOT_AGGREGATABLE.has(field.type) && !isLong(field);
}

/** Whether the field may be used in SUM and AVG. */
export function isNumeric(field: Field): boolean {
  return NUMERIC.has(field.type);
}
