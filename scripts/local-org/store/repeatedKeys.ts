import type { Field } from '../schema/model.ts';
import type { JsonRecord, RecordError } from '../org.ts';
import { recordError, repeatedId } from './recordErrors.ts';
import { normalId } from './recordIds.ts';
import { shown } from './values.ts';

/** Salesforce works through a request in chunks of that many records. Bulk API 2.0 developer guide. */
const CHUNK = 200;

/** The value of a key of the record in any case. */
export function keyValue(record: JsonRecord, name: string): unknown {
  if (Object.hasOwn(record, name)) return record[name];
  return Object.entries(record).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** What makes two values of a key the same. */
function comparable(value: string, field: Field): string {
  if (field.type === 'id') return normalId(value) ?? value;
  return field.caseSensitive ? value.trim() : value.trim().toLowerCase();
}

/** The records whose key (id or external id) another record of the same chunk has too; none of those is saved. */
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

/** Why a record isn't written whose key stands in the request more than once. */
export function repeatedKey(record: JsonRecord, field: Field): RecordError {
  const value = shown(keyValue(record, field.name));
  return field.type === 'id'
    ? repeatedId(value)
    : recordError('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`, [field.name]);
}
