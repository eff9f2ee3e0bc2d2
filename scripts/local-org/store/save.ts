import { type Field, type SObject, objectOf } from '../schema/model.ts';
import { type Caller, type JsonRecord, type SaveRequest, type SaveResult, OrgError } from '../org.ts';
import type { OrgState } from './state.ts';
import { stamp } from './dates.ts';
import { deleteRecord } from './delete.ts';
import { externalIdField } from './externalIdField.ts';
import { recordReader } from './input.ts';
import { recordError, rolledBack } from './recordErrors.ts';
import { normalId } from './recordIds.ts';
import { keyValue, repeatedKey, repeatedKeys } from './repeatedKeys.ts';
import type { Rights } from '../schema/rights.ts';
import { rightsOf } from './rights.ts';
import { updateById, upsert } from './upsert.ts';
import { shown } from './values.ts';
import { type Save, failed, insert, lockTerms, saved } from './writeRecord.ts';

/** The readers for the records of a request, which leave out what identifies the record. */
function readers(
  state: OrgState,
  rights: Rights,
  object: SObject,
  { operation, format = 'json', externalIdField = 'Id' }: SaveRequest,
): Pick<Save, 'readChange' | 'readNew'> {
  return {
    readNew: recordReader(state, rights, object, {
      format,
      inserting: true,
      keys: new Set(operation === 'upsert' ? ['id'] : []),
    }),
    readChange: recordReader(state, rights, object, {
      format,
      inserting: false,
      keys: new Set([externalIdField.toLowerCase()]),
    }),
  };
}

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
  field: Field,
  write: (record: JsonRecord) => SaveResult,
): (record: JsonRecord) => SaveResult {
  const repeated = repeatedKeys(request.records, field);
  return (record) => (repeated.has(record) ? failed([repeatedKey(record, field)]) : write(record));
}

function operationOf(save: Save): (record: JsonRecord) => SaveResult {
  switch (save.request.operation) {
    case 'insert':
      return (record) => insert(save, record);
    case 'update':
      return unrepeated(save, externalIdField(save.rights, save.object, 'Id'), (record) =>
        updateById(save, record),
      );
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
  if (object.setup) state.rights.clear();
  return results;
}
