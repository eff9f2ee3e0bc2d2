import type { Field } from '../schema/model.ts';
import { ignoresCase, textKey } from './comparisons.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Values in the order of the picklist, others after them. SOQL reference, "ORDER BY" and "Aggregate Functions". */
function picklistPosition(sql: string, { picklist }: Field): string {
  const cases = picklist.map(({ value }, index) => `WHEN ${quote(value)} THEN ${1_000_000 + index}`);
  return `(CASE WHEN ${sql} IS NULL THEN NULL ELSE CASE ${sql} ${cases.join(' ')} ELSE 2000000 END END)`;
}

/** The expression by which the values of a field are put in order; null where the value is null. */
export function orderKey(sql: string, field: Field): string {
  if (field.type === 'picklist' && field.picklist.length > 0) return picklistPosition(sql, field);
  if (!ignoresCase(field)) return sql;
  return textKey(sql);
}

/** The least or greatest value of a field in its own order: the key goes before the value and is taken off again. */
export function extreme(name: 'MAX' | 'MIN', sql: string, field: Field): string {
  const key = orderKey(sql, field);
  if (key === sql) return `${name}(${sql})`;
  const both = `${name}(${key} || char(2) || ${sql})`;
  return `substr(${both}, instr(${both}, char(2)) + 1)`;
}
