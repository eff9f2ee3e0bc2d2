import type { Field } from '../schema/model.ts';
import type { JsonRecord, RecordError } from '../org.ts';
import { recordError, repeatedId } from './recordErrors.ts';
import { normalId } from './recordIds.ts';
import { shown } from './values.ts';

/** Records that Salesforce processes at a time. Bulk API 2.0 developer guide. */
const CHUNK = 200;

/** The value of a key in a record; names are case-insensitive. */
export function keyValue(record: JsonRecord, name: string): unknown {
  if (Object.hasOwn(record, name)) return record[name];
  return Object.entries(record).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** The form of a key's value in which equal keys are equal. */
function comparable(value: string, field: Field): string {
  if (field.type === 'id') return normalId(value) ?? value;
  return field.caseSensitive ? value.trim() : value.trim().toLowerCase();
}

/** The records whose key (id or external id) another record of the same chunk has too. None of them is saved. */
export function repeatedKeys(records: readonly JsonRecord[], field: Field): ReadonlySet<JsonRecord> {
  const repeated = new Set<JsonRecord>();
  for (let from = 0; from < records.length; from += CHUNK) {
    const byKey = new Map<string, JsonRecord>();
    for (const record of records.slice(from, from + CHUNK)) {
      const value = keyValue(record, field.name);
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      const key = comparable(String(value), field);
      if (key === '') continue;
      const first = byKey.get(key);
      if (first === undefined) byKey.set(key, record);
      else repeated.add(first).add(record);
    }
  }
  return repeated;
}

/** The error of a record whose key is in the request more than once. */
export function repeatedKey(record: JsonRecord, field: Field): RecordError {
  const value = shown(keyValue(record, field.name));
  return field.type === 'id'
    ? repeatedId(value)
    : recordError('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`, [field.name]);
}
