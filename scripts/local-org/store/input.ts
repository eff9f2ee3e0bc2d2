import type { Value } from './database.ts';
import type { Field, SObject } from '../metadata/model.ts';
import { fieldOf, objectOf } from '../metadata/model.ts';
import type { JsonRecord, RecordError } from '../org.ts';
import { OrgError } from '../org.ts';
import type { OrgState } from '../state.ts';
import { closedFields, noSuchParent, recordError, severalMatches, unknownField } from './recordErrors.ts';
import { idsByValue } from './records.ts';
import type { Rights } from './rights.ts';
import type { Format } from './values.ts';
import { coerce } from './values.ts';

/** What one record of a write says: its values by column, or why it can't be read. */
export interface RecordInput {
  readonly values: ReadonlyMap<Field, Value>;
  readonly errors: readonly RecordError[];
}

export interface InputOptions {
  readonly format: Format;
  readonly inserting: boolean;
  /** Keys of the record that name it and are no values to write: `id`, the external id field. */
  readonly keys: ReadonlySet<string>;
}

const relationshipOf = (object: SObject, name: string): Field | undefined =>
  [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === name.toLowerCase());

/** A parent named by one of its external ids: `{"Parent__r": {"Key__c": "x"}}`, in CSV the column `Parent__r.Key__c`. */
interface ParentKey {
  readonly field: Field;
  readonly parent: SObject;
  readonly key: Field;
  readonly value: unknown;
}

function parentKey(state: OrgState, object: SObject, name: string, value: unknown): ParentKey | undefined {
  const [relationship = '', column] = name.split('.');
  const field = relationshipOf(object, relationship);
  const parent = objectOf(state.schema, field?.referenceTo[0] ?? '');
  if (field === undefined || parent === undefined) return undefined;
  const [keyName, keyValue] =
    column === undefined
      ? (Object.entries((value ?? {}) as JsonRecord).find(
          ([each]) => each.toLowerCase() !== 'attributes',
        ) ?? ['', null])
      : [column, value];
  const key = fieldOf(parent, keyName);
  return key === undefined || !(key.idLookup || key.externalId)
    ? undefined
    : { field, parent, key, value: keyValue };
}

function parentId(
  state: OrgState,
  { field, parent, key, value }: ParentKey,
  format: Format,
): { readonly id: string | null } | RecordError {
  const coerced = coerce(key, value, format);
  if ('error' in coerced) return coerced.error;
  if (coerced.value === null) return { id: null };
  const ids = idsByValue(state.database, parent, key.name, coerced.value, {
    caseSensitive: key.caseSensitive,
    limit: 2,
  });
  if (ids.length > 1) return severalMatches(field.name, ids);
  const id = ids[0];
  return id === undefined ? noSuchParent(String(value), key.name, parent.name) : { id };
}

/** The user may write the field in this operation. */
function mayWrite(rights: Rights, object: SObject, field: Field, inserting: boolean): boolean {
  return (inserting ? field.createable : field.updateable) && rights.canEditField(object, field);
}

/** Whether a CSV cell says nothing: an empty cell leaves the field alone. */
const saysNothing = (format: Format, value: unknown): boolean => format === 'csv' && value === '';

/** Reads one record of a write. */
export function readRecord(
  state: OrgState,
  rights: Rights,
  object: SObject,
  record: JsonRecord,
  options: InputOptions,
): RecordInput {
  const { format, inserting, keys } = options;
  const values = new Map<Field, Value>();
  const errors: RecordError[] = [];
  const closed: string[] = [];
  for (const [name, value] of Object.entries(record)) {
    const lower = name.toLowerCase();
    if (lower === 'attributes' || keys.has(lower) || saysNothing(format, value)) continue;
    const own = fieldOf(object, name);
    if (own === undefined || !rights.canReadField(object, own)) {
      const key = parentKey(state, object, name, value);
      if (key === undefined || !rights.canReadField(object, key.field)) {
        if (format === 'csv') throw new OrgError(400, 'InvalidBatch', `Field name not found : ${name}`);
        errors.push(unknownField(name, object.name));
      } else if (!mayWrite(rights, object, key.field, inserting)) closed.push(key.field.name);
      else {
        const found = parentId(state, key, format);
        if ('id' in found) values.set(key.field, found.id);
        else errors.push(found);
      }
      continue;
    }
    if (own.type === 'id') {
      if (inserting && value !== null && value !== '')
        errors.push(
          recordError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']),
        );
      continue;
    }
    if (!mayWrite(rights, object, own, inserting)) {
      closed.push(own.name);
      continue;
    }
    const coerced = coerce(own, value, format);
    if ('error' in coerced) errors.push(coerced.error);
    else values.set(own, coerced.value);
  }
  return { values, errors: closed.length > 0 ? [...errors, closedFields(closed)] : errors };
}
