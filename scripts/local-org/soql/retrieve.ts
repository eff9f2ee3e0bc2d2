import { type Field, type SObject, fieldOf } from '../schema/model.ts';
import { type JsonRecord, OrgError } from '../org.ts';
import { addressJson, addressParts } from './columns.ts';
import { attributes } from './read.ts';
import type { OrgState } from '../store/state.ts';
import type { Row } from '../store/database.ts';
import { externalIdField } from '../store/externalIdField.ts';
import { formulaValue } from '../store/formulas.ts';
import { normalId } from '../store/recordIds.ts';
import { idsByValue, rowById } from '../store/records.ts';
import type { Rights } from '../schema/rights.ts';
import { rightsOf } from '../store/rights.ts';
import { canAccess } from '../store/sharing.ts';
import { visibleObject } from '../store/save.ts';
import { coerce, toJson } from '../store/values.ts';

export interface RetrieveOptions {
  readonly version: string;
  readonly fields?: readonly string[];
}

const notFound = (): OrgError => new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');

function fieldsToRead(
  rights: Rights,
  object: SObject,
  names: readonly string[] | undefined,
): readonly Field[] {
  const readable = (field: Field): boolean => rights.canReadField(object, field);
  if (names === undefined) return [...object.fields.values()].filter(readable);
  return names.map((name) => {
    const field = fieldOf(object, name);
    if (field === undefined || !readable(field)) {
      throw new OrgError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    }
    return field;
  });
}

function valueOf(state: OrgState, object: SObject, field: Field, row: Row, userId: string): unknown {
  if (field.formula !== null)
    return toJson(field, formulaValue(state, field, { object, row, before: row, userId }));
  if (field.type !== 'address') return toJson(field, row[field.name]);
  const parts = addressParts(object, field);
  return addressJson(
    field,
    parts,
    parts.map((part) => row[part.name]),
  );
}

function answer(
  state: OrgState,
  rights: Rights,
  object: SObject,
  row: Row,
  options: RetrieveOptions,
): JsonRecord {
  const fields = fieldsToRead(rights, object, options.fields);
  const values = fields.map(
    (field) => [field.name, valueOf(state, object, field, row, rights.userId)] as const,
  );
  const id = String(row.Id);
  return {
    attributes: attributes(object, id, options.version),
    ...Object.fromEntries(values),
    Id: id,
  };
}

/** One record by id. Throws NOT_FOUND when there is none that the user may read. */
export function retrieve(
  state: OrgState,
  objectName: string,
  id: string,
  userId: string,
  options: RetrieveOptions,
): JsonRecord {
  const rights = rightsOf(state, userId);
  const object = visibleObject(state, rights, objectName);
  const full = normalId(id);
  if (full === undefined) throw notFound();
  const row = rowById(state.database, object, full);
  if (row === undefined || !canAccess(state, rights, object, full, 'read')) throw notFound();
  if (row.IsDeleted === 1) throw new OrgError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
  return answer(state, rights, object, row, options);
}

/**
 * One record by the value of an external id. When there are several, throws an OrgError with status 300 whose message is the
 * JSON array of their URLs, the body that Salesforce answers.
 */
export function retrieveByExternalId(
  state: OrgState,
  objectName: string,
  fieldName: string,
  value: string,
  userId: string,
  options: RetrieveOptions,
): JsonRecord {
  const rights = rightsOf(state, userId);
  const object = visibleObject(state, rights, objectName);
  const field = externalIdField(rights, object, fieldName);
  if (field.type === 'id') return retrieve(state, objectName, value, userId, options);
  const coerced = coerce(field, value, 'csv');
  if ('error' in coerced) throw notFound();
  const ids = idsByValue(state.database, object, field.name, coerced.value, {
    caseSensitive: field.caseSensitive,
    limit: 10,
  }).filter((id) => canAccess(state, rights, object, id, 'read'));
  if (ids.length > 1) {
    const addresses = ids.map((id) => `/services/data/v${options.version}/sobjects/${object.name}/${id}`);
    throw new OrgError(300, 'MULTIPLE_CHOICES', JSON.stringify(addresses));
  }
  const row = ids[0] === undefined ? undefined : rowById(state.database, object, ids[0]);
  if (row === undefined) throw notFound();
  return answer(state, rights, object, row, options);
}
