import type { Field } from '../schema/model.ts';
import type { JsonRecord, SaveResult } from '../org.ts';
import { noSuchRecord, recordError, severalMatches } from './recordErrors.ts';
import { normalId } from './recordIds.ts';
import { idsByValue } from './records.ts';
import { keyValue } from './repeatedKeys.ts';
import { coerce, shown } from './values.ts';
import { type Save, failed, insert, update } from './writeRecord.ts';

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Updates a record by the Id in it. */
export function updateById(save: Save, record: JsonRecord): SaveResult {
  const given = keyValue(record, 'Id');
  if (isMissing(given))
    return failed([recordError('MISSING_ARGUMENT', 'Id not specified in an update call')]);
  const id = normalId(shown(given));
  if (id === undefined) return failed([recordError('MALFORMED_ID', `malformed id ${shown(given)}`, ['Id'])]);
  if (!id.startsWith(save.object.keyPrefix)) return failed([noSuchRecord()], id);
  return update(save, id, record);
}

/** Updates the record that has this one's value of the field, or inserts it. */
export function upsert(save: Save, record: JsonRecord, field: Field): SaveResult {
  const { state, object, request } = save;
  const given = keyValue(record, field.name);
  if (field.type === 'id') {
    return isMissing(given) ? asNew(save, insert(save, record)) : updateById(save, record);
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
