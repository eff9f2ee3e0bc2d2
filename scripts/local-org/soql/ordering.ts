import type { Field } from '../schema/model.ts';
import { ignoresCase, textKey } from './comparisons.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Sorts values by their position in the picklist, others after them. SOQL reference, "ORDER BY" and "Aggregate Functions".
 */
function picklistPosition(sql: string, { picklist }: Field): string {
  const cases = picklist.map(({ value }, index) => `WHEN ${quote(value)} THEN ${1_000_000 + index}`);
  return `(CASE WHEN ${sql} IS NULL THEN NULL ELSE CASE ${sql} ${cases.join(' ')} ELSE 2000000 END END)`;
}

/** The expression by which values of a field are sorted; null where the value is null. */
export function orderKey(sql: string, field: Field): string {
  if (field.type === 'picklist' && field.picklist.length > 0) return picklistPosition(sql, field);
  if (!ignoresCase(field)) return sql;
  return textKey(sql);
}

/** MIN or MAX by the field's own order: the sort key is put before the value and removed from the result. */
export function extreme(name: 'MAX' | 'MIN', sql: string, field: Field): string {
  const key = orderKey(sql, field);
  if (key === sql) return `${name}(${sql})`;
  const both = `${name}(${key} || char(2) || ${sql})`;
  return `substr(${both}, instr(${both}, char(2)) + 1)`;
}
