import { type Field, type SObject, isStored } from '../schema/model.ts';
import type { JsonRecord, LockFault, RecordError, SaveRequest, SaveResult } from '../org.ts';
import type { OrgState } from './state.ts';
import type { Row, Value } from './database.ts';
import { check } from './checks.ts';
import { settleCountries } from './countries.ts';
import { defaultOf, derive } from './derived.ts';
import type { RecordReader } from './input.ts';
import { lock, type LockTerms } from './locks.ts';
import { mirrorPerson, newContactId, settlePerson } from './persons.ts';
import { closedFields, deletedRecord, noAccess, noSuchRecord, recordError } from './recordErrors.ts';
import { newId } from './recordIds.ts';
import { insertRow, rowById, updateRow } from './records.ts';
import type { Rights } from '../schema/rights.ts';
import { canAccess } from './sharing.ts';
import { dropShares } from './sharingChecks.ts';
import { giveLicence } from './setLicences.ts';

/** The result of a record that isn't saved. */
export const failed = (errors: readonly RecordError[], id: string | null = null): SaveResult => ({
  id,
  success: false,
  created: false,
  errors,
});
/** The result of a record that is saved. */
export const saved = (id: string, created: boolean): SaveResult => ({
  id,
  success: true,
  created,
  errors: [],
});

/** A request to save records, with all that it takes to save one of them. */
export interface Save {
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

function defaults({ state, object, rights }: Save, values: ReadonlyMap<Field, Value>): Record<string, Value> {
  const row: Record<string, Value> = {};
  for (const field of object.fields.values()) {
    if (!isStored(field)) continue;
    row[field.name] =
      values.get(field) ?? (values.has(field) ? null : defaultOf(state, object, field, rights.userId));
  }
  return row;
}

/** How the request locks rows. */
export const lockTerms = ({ request, lockFault }: Save): LockTerms => ({ locks: request.locks, lockFault });
const draftOf = ({ rights, allowDuplicates }: Save) => ({ userId: rights.userId, allowDuplicates });

/** Inserts a record. */
export function insert(save: Save, record: JsonRecord): SaveResult {
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

/** Updates the record of that id, in its form of 18 characters. */
export function update(save: Save, id: string, record: JsonRecord): SaveResult {
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
