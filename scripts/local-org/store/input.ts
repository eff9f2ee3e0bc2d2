import type { Value } from './database.ts';
import { type Field, type SObject, fieldOf, objectOf } from '../schema/model.ts';
import { type JsonRecord, type RecordError, OrgError } from '../org.ts';
import type { OrgState } from './state.ts';
import { closedFields, noSuchParent, recordError, severalMatches, unknownField } from './recordErrors.ts';
import { idsByValue } from './records.ts';
import type { Rights } from '../schema/rights.ts';
import { canAccess } from './sharing.ts';
import { type Coerced, type Format, coerce } from './values.ts';

/** What a record in a request says: its values by column, or why it can't be read. */
export interface RecordInput {
  readonly values: ReadonlyMap<Field, Value>;
  readonly errors: readonly RecordError[];
}

export interface InputOptions {
  readonly format: Format;
  readonly inserting: boolean;
  /** Keys that identify the record and aren't values to write: `id`, the external id field. */
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
  rights: Rights,
  { field, parent, key, value }: ParentKey,
  format: Format,
): { readonly id: string | null } | RecordError {
  const coerced = coerce(key, value, format);
  if ('error' in coerced) return coerced.error;
  if (coerced.value === null) return { id: null };
  const ids = idsByValue(state.database, parent, key.name, coerced.value, {
    caseSensitive: key.caseSensitive,
    limit: 2,
  }).filter((id) => canAccess(state, rights, parent, id, 'read'));
  if (ids.length > 1) return severalMatches(field.name, ids);
  const id = ids[0];
  return id === undefined ? noSuchParent(String(value), key.name, parent.name) : { id };
}

/** Whether the user may write the field in this operation. */
function mayWrite(rights: Rights, object: SObject, field: Field, inserting: boolean): boolean {
  return (inserting ? field.createable : field.updateable) && rights.canEditField(object, field);
}

/** Whether the value leaves the field alone, as an empty CSV cell does. */
const saysNothing = (format: Format, value: unknown): boolean => format === 'csv' && value === '';

/**
 * Why a value can't be stored. In CSV the message names the column, counted from 0: "Failed to deserialize field at col 3.
 * Due to, '2003-04-987654321987654321' is not a valid value for the type xsd:date" (amp-labs/connectors,
 * providers/salesforce/test/bulk/info/partial-failure.csv).
 */
function atColumn(
  { error, unread }: Extract<Coerced, { readonly error: RecordError }>,
  record: JsonRecord,
  name: string,
): RecordError {
  if (unread !== true) return error;
  const column = Object.keys(record).indexOf(name);
  return { ...error, message: `Failed to deserialize field at col ${column}. Due to, ${error.message}` };
}

/**
 * What a name in a record refers to: a field to write, a field that the user may not write, the record's key, or no field of
 * the object.
 */
type Meaning =
  | { readonly kind: 'closed' | 'id' | 'write'; readonly field: Field }
  | { readonly kind: 'key' }
  | { readonly kind: 'other' };

function meaningOf(rights: Rights, object: SObject, name: string, options: InputOptions): Meaning {
  const lower = name.toLowerCase();
  if (lower === 'attributes' || options.keys.has(lower)) return { kind: 'key' };
  const field = fieldOf(object, name);
  if (field === undefined || !rights.canReadField(object, field)) return { kind: 'other' };
  if (field.type === 'id') return { kind: 'id', field };
  return { kind: mayWrite(rights, object, field, options.inserting) ? 'write' : 'closed', field };
}

/** Reads the records of a request one by one; names are resolved once for all of them. */
export type RecordReader = (record: JsonRecord) => RecordInput;

/** The reader for the records of one request. */
export function recordReader(
  state: OrgState,
  rights: Rights,
  object: SObject,
  options: InputOptions,
): RecordReader {
  const meanings = new Map<string, Meaning>();
  return (record) => readRecord(state, rights, object, record, options, meanings);
}

function readRecord(
  state: OrgState,
  rights: Rights,
  object: SObject,
  record: JsonRecord,
  options: InputOptions,
  meanings: Map<string, Meaning>,
): RecordInput {
  const { format, inserting } = options;
  const values = new Map<Field, Value>();
  const errors: RecordError[] = [];
  const closed: string[] = [];
  for (const name of Object.keys(record)) {
    const value = record[name];
    if (saysNothing(format, value)) continue;
    let meaning = meanings.get(name);
    if (meaning === undefined) {
      meaning = meaningOf(rights, object, name, options);
      meanings.set(name, meaning);
    }
    if (meaning.kind === 'key') continue;
    if (meaning.kind === 'other') {
      const key = parentKey(state, object, name, value);
      if (key === undefined || !rights.canReadField(object, key.field)) {
        if (format === 'csv') throw new OrgError(400, 'InvalidBatch', `Field name not found : ${name}`);
        errors.push(unknownField(name, object.name));
      } else if (!mayWrite(rights, object, key.field, inserting)) closed.push(key.field.name);
      else {
        const found = parentId(state, rights, key, format);
        if ('id' in found) values.set(key.field, found.id);
        else errors.push(found);
      }
      continue;
    }
    if (meaning.kind === 'id') {
      if (inserting && value !== null && value !== '')
        errors.push(
          recordError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']),
        );
      continue;
    }
    if (meaning.kind === 'closed') {
      closed.push(meaning.field.name);
      continue;
    }
    const coerced = coerce(meaning.field, value, format);
    if ('error' in coerced) errors.push(atColumn(coerced, record, name));
    else values.set(meaning.field, coerced.value);
  }
  return { values, errors: closed.length > 0 ? [...errors, closedFields(closed)] : errors };
}
