import { type Field, type SObject, fieldOf, isStored, objectOf } from '../schema/model.ts';
import {
  type Caller,
  type JsonRecord,
  type LockFault,
  type RecordError,
  type SaveRequest,
  type SaveResult,
  OrgError,
} from '../org.ts';
import type { OrgState } from './state.ts';
import type { Row, Value } from './database.ts';
import { stamp } from './dates.ts';
import { check } from './checks.ts';
import { settleCountries } from './countries.ts';
import { deleteRecord } from './delete.ts';
import { defaultOf, derive } from './derived.ts';
import { externalIdField } from './externalIdField.ts';
import { type RecordReader, recordReader } from './input.ts';
import { lock, type LockTerms } from './locks.ts';
import { mirrorPerson, newContactId, settlePerson } from './persons.ts';
import {
  closedFields,
  deletedRecord,
  noAccess,
  noSuchRecord,
  recordError,
  rolledBack,
  severalMatches,
} from './recordErrors.ts';
import { newId, normalId } from './recordIds.ts';
import { keyValue, repeatedKey, repeatedKeys } from './repeatedKeys.ts';
import { idsByValue, insertRow, rowById, updateRow } from './records.ts';
import type { Rights } from '../schema/rights.ts';
import { rightsOf } from './rights.ts';
import { canAccess } from './sharing.ts';
import { dropShares } from './sharingChecks.ts';
import { giveLicence } from './setLicences.ts';
import { coerce, shown } from './values.ts';

const failed = (errors: readonly RecordError[], id: string | null = null): SaveResult => ({
  id,
  success: false,
  created: false,
  errors,
});
const saved = (id: string, created: boolean): SaveResult => ({ id, success: true, created, errors: [] });

interface Save {
  readonly state: OrgState;
  readonly rights: Rights;
  readonly object: SObject;
  readonly request: SaveRequest;
  readonly allowDuplicates: boolean;
  readonly lockFault: LockFault | undefined;
  /** Records of one request are written with the same time. */
  readonly now: string;
  readonly readNew: RecordReader;
  readonly readChange: RecordReader;
}

/** The readers for the records of a request, which leave out what identifies the record. */
function readers(
  state: OrgState,
  rights: Rights,
  object: SObject,
  { operation, format = 'json', externalIdField = 'Id' }: SaveRequest,
): Pick<Save, 'readChange' | 'readNew'> {
  const upserting = operation === 'upsert';
  return {
    readNew: recordReader(state, rights, object, {
      format,
      inserting: true,
      keys: new Set(upserting ? ['id'] : []),
    }),
    readChange: recordReader(state, rights, object, {
      format,
      inserting: false,
      keys: new Set(upserting ? ['id', externalIdField.toLowerCase()] : ['id']),
    }),
  };
}

function defaults({ state, object, rights }: Save, values: ReadonlyMap<Field, Value>): Record<string, Value> {
  const row: Record<string, Value> = {};
  for (const field of object.fields.values()) {
    if (!isStored(field)) continue;
    row[field.name] =
      values.get(field) ?? (values.has(field) ? null : defaultOf(state, object, field, rights.userId));
  }
  return row;
}

const lockTerms = ({ request, lockFault }: Save): LockTerms => ({ locks: request.locks, lockFault });
const draftOf = ({ rights, allowDuplicates }: Save) => ({ userId: rights.userId, allowDuplicates });

function insert(save: Save, record: JsonRecord): SaveResult {
  const { state, rights, object, now } = save;
  if (!object.createable || !rights.object(object).create) {
    return failed([
      recordError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be inserted: ${object.label}`),
    ]);
  }
  const input = save.readNew(record);
  if (input.errors.length > 0) return failed(input.errors);
  const row = defaults(save, input.values);
  const written = new Set(input.values.keys());
  const personErrors = settlePerson(state, object, row, written, true);
  if (personErrors.length > 0) return failed(personErrors);
  const countryErrors = settleCountries(state, object, row, written);
  if (countryErrors.length > 0) return failed(countryErrors);
  const id = newId(state.database, object.keyPrefix);
  Object.assign(row, {
    Id: id,
    CreatedDate: now,
    CreatedById: rights.userId,
    LastModifiedDate: now,
    LastModifiedById: rights.userId,
    SystemModstamp: now,
    IsDeleted: 0,
  });
  if (object.fields.has('ownerid')) row.OwnerId ??= rights.userId;
  if (object.name === 'Account') row.PersonContactId = newContactId(state, row);
  derive(object, row);
  const errors = check(state, { object, row, before: null, written, ...draftOf(save) });
  if (errors.length > 0) return failed(errors);
  const locked = lock(state, object, [row], lockTerms(save));
  if (locked !== undefined) return failed([locked]);
  insertRow(state.database, object, row);
  giveLicence(state, object, row);
  mirrorPerson(state, object, row);
  return saved(id, true);
}

function update(save: Save, id: string, record: JsonRecord): SaveResult {
  const { state, rights, object, now } = save;
  const before = rowById(state.database, object, id);
  if (before === undefined) return failed([noSuchRecord()], id);
  if (before.IsDeleted === 1) return failed([deletedRecord()], id);
  if (!object.updateable || !rights.object(object).edit || !canAccess(state, rights, object, id, 'edit'))
    return failed([noAccess()], id);
  const input = save.readChange(record);
  if (input.errors.length > 0) return failed(input.errors, id);
  const written = new Set(input.values.keys());
  if (object.name === 'Contact' && before.IsPersonAccount === 1 && written.size > 0) {
    return failed([closedFields([...written].map((field) => field.name))], id);
  }
  const row: Record<string, Value> = { ...before };
  for (const [field, value] of input.values) row[field.name] = value;
  row.LastModifiedDate = now;
  row.LastModifiedById = rights.userId;
  row.SystemModstamp = now;
  const personErrors = settlePerson(state, object, row, written, false);
  if (personErrors.length > 0) return failed(personErrors, id);
  const countryErrors = settleCountries(state, object, row, written);
  if (countryErrors.length > 0) return failed(countryErrors, id);
  derive(object, row);
  const errors = check(state, { object, row, before, written, ...draftOf(save) });
  if (errors.length > 0) return failed(errors, id);
  const locked = lock(state, object, [row, before], lockTerms(save));
  if (locked !== undefined) return failed([locked], id);
  updateRow(state.database, object, id, changed(before, row));
  if (row.OwnerId !== before.OwnerId) dropShares(state, object, id);
  mirrorPerson(state, object, row);
  return saved(id, false);
}

function changed(before: Row, row: Row): Record<string, Value> {
  const changes: Record<string, Value> = { SystemModstamp: row.SystemModstamp ?? null };
  for (const [name, value] of Object.entries(row)) if (before[name] !== value) changes[name] = value;
  return changes;
}

function updateById(save: Save, record: JsonRecord): SaveResult {
  const given = keyValue(record, 'Id');
  if (given === undefined || given === null || given === '')
    return failed([recordError('MISSING_ARGUMENT', 'Id not specified in an update call')]);
  const id = normalId(shown(given));
  if (id === undefined) return failed([recordError('MALFORMED_ID', `malformed id ${shown(given)}`, ['Id'])]);
  if (!id.startsWith(save.object.keyPrefix)) return failed([noSuchRecord()], id);
  return update(save, id, record);
}

function upsert(save: Save, record: JsonRecord, field: Field): SaveResult {
  const { state, object, request } = save;
  const given = keyValue(record, field.name);
  if (field.type === 'id') {
    return given === undefined || given === null || given === ''
      ? asNew(save, insert(save, record))
      : updateById(save, record);
  }
  const coerced = coerce(field, given ?? null, request.format ?? 'json');
  if ('error' in coerced) return failed([coerced.error]);
  if (coerced.value === null) return failed([recordError('MISSING_ARGUMENT', `${field.name} not specified`)]);
  const found = idsByValue(state.database, object, field.name, coerced.value, {
    caseSensitive: field.caseSensitive,
    limit: 10,
  });
  if (found.length > 1) return failed([severalMatches(field.name, found)]);
  const first = found[0];
  return first === undefined ? asNew(save, insert(save, record)) : update(save, first, record);
}

/**
 * With allOrNone, `created` is set for each record, the failing one included: jsforce/jsforce pull request 1713,
 * test/connection-crud.test.ts.
 */
const asNew = ({ request }: Save, result: SaveResult): SaveResult =>
  request.allOrNone === true ? { ...result, created: true } : result;

function remove(save: Save, record: JsonRecord): SaveResult {
  const { state, rights, object } = save;
  const given = shown(keyValue(record, 'Id') ?? '');
  const id = normalId(given);
  if (id === undefined) return failed([recordError('MALFORMED_ID', `malformed id ${given}`, ['Id'])]);
  const errors = deleteRecord(state, rights, object, id, lockTerms(save));
  return errors.length > 0 ? failed(errors, id) : saved(id, false);
}

/** Fails the records that have the same key as another one of their chunk. */
function unrepeated(
  { request }: Save,
  field: Field | undefined,
  write: (record: JsonRecord) => SaveResult,
): (record: JsonRecord) => SaveResult {
  if (field === undefined || request.records.length < 2) return write;
  const repeated = repeatedKeys(request.records, field);
  return (record) => (repeated.has(record) ? failed([repeatedKey(record, field)]) : write(record));
}

function operationOf(save: Save): (record: JsonRecord) => SaveResult {
  switch (save.request.operation) {
    case 'insert':
      return (record) => insert(save, record);
    case 'update':
      return unrepeated(save, fieldOf(save.object, 'Id'), (record) => updateById(save, record));
    case 'upsert': {
      const field = externalIdField(save.rights, save.object, save.request.externalIdField ?? 'Id');
      return unrepeated(save, field, (record) => upsert(save, record, field));
    }
    case 'delete':
      return (record) => remove(save, record);
  }
}

/** Thrown to roll back what was saved, and caught right outside of the transaction. */
class RolledBack extends Error {}

function writeAll(save: Save): readonly SaveResult[] {
  const operation = operationOf(save);
  let results: readonly SaveResult[] = [];
  try {
    save.state.database.atomically(() => {
      results = save.request.records.map(operation);
      if (save.request.allOrNone === true && results.some((result) => !result.success))
        throw new RolledBack();
    });
    return results;
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return results.map((result) =>
      result.success ? { ...failed([rolledBack()]), created: result.created } : result,
    );
  }
}

/** The object of that name, when the user may see it. */
export function visibleObject(state: OrgState, rights: Rights, name: string): SObject {
  const object = objectOf(state.schema, name);
  if (object === undefined || !rights.object(object).read) {
    throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
  }
  return object;
}

/** Writes records and returns one result per record, in their order. */
export function save(
  state: OrgState,
  request: SaveRequest,
  { userId, allowDuplicates = false, lockFault }: Caller,
): readonly SaveResult[] {
  const rights = rightsOf(state, userId);
  const object = visibleObject(state, rights, request.object);
  const results = writeAll({
    state,
    rights,
    object,
    request,
    allowDuplicates,
    lockFault,
    now: stamp(state.now()),
    ...readers(state, rights, object, request),
  });
  const written = results.filter((result) => result.success).length;
  if (written > 0) state.rowsWritten.set(object.name, (state.rowsWritten.get(object.name) ?? 0) + written);
  if (object.setup && written > 0) state.rights.clear();
  return results;
}
