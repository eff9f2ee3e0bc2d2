import { type Field, type SObject, objectOf } from '../schema/model.ts';
import type { RecordError } from '../org.ts';
import type { OrgState } from './state.ts';
import type { Row, Value } from './database.ts';
import { badFieldNames, closedFields } from './recordErrors.ts';
import { newId } from './recordIds.ts';
import { insertRow, rowById, updateRow } from './records.ts';

type MutableRow = Record<string, Value>;

const isPersonType = (state: OrgState, recordTypeId: Value): boolean =>
  state.database.prepare('SELECT 1 FROM RecordType WHERE Id = ? AND IsPersonType = 1').get(recordTypeId) !==
  undefined;

/**
 * The record type of a new person account that names none: a deployed one if there is one, else the one that every org has.
 */
function defaultPersonType(state: OrgState): Value {
  const row = state.database
    .prepare(
      "SELECT Id FROM RecordType WHERE IsPersonType = 1 AND IsActive = 1 ORDER BY DeveloperName = 'PersonAccount', rid LIMIT 1",
    )
    .get();
  return row?.Id ?? null;
}

/**
 * Makes an account a person or a business, by its record type, while it is being written. Returns the errors of fields that
 * don't fit.
 */
export function settlePerson(
  state: OrgState,
  object: SObject,
  row: MutableRow,
  written: ReadonlySet<Field>,
  inserting: boolean,
): readonly RecordError[] {
  if (object.name !== 'Account') return [];
  const personFields = [...written].filter((field) => field.personOf !== null);
  const named = (row.LastName ?? null) !== null && (row.Name ?? null) === null;
  if (inserting && named && (row.RecordTypeId ?? null) === null) row.RecordTypeId = defaultPersonType(state);
  row.IsPersonAccount = isPersonType(state, row.RecordTypeId ?? null) ? 1 : 0;
  if (row.IsPersonAccount === 1) {
    const name = [...written].find((field) => field.name === 'Name');
    return name === undefined ? [] : [closedFields(['Name'])];
  }
  const set = personFields.filter((field) => field.type !== 'boolean' || row[field.name] === 1);
  return set.length === 0
    ? []
    : [
        badFieldNames(
          'Account',
          set.map((field) => field.name),
        ),
      ];
}

function contactValues(account: SObject, row: Row): MutableRow {
  const values: MutableRow = {
    Name: row.Name ?? null,
    Phone: row.Phone ?? null,
    Fax: row.Fax ?? null,
    OwnerId: row.OwnerId ?? null,
  };
  for (const field of account.fields.values()) {
    if (field.personOf !== null && field.formula === null && field.type !== 'address')
      values[field.personOf] = row[field.name] ?? null;
  }
  return values;
}

const AUDIT = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

/** The id of the contact that a new person will have, or null for a business. */
export function newContactId(state: OrgState, row: Row): string | null {
  return row.IsPersonAccount === 1 ? newId(state.database, '003') : null;
}

/** Writes the Contact that belongs to a person account. */
export function mirrorPerson(state: OrgState, account: SObject, row: Row): void {
  const contact = objectOf(state.schema, 'Contact');
  if (contact === undefined || account.name !== 'Account' || row.IsPersonAccount !== 1) return;
  const id = String(row.PersonContactId);
  const audit = Object.fromEntries(AUDIT.map((name) => [name, row[name] ?? null]));
  const values = { ...contactValues(account, row), ...audit };
  if (rowById(state.database, contact, id) === undefined) {
    insertRow(state.database, contact, {
      ...values,
      Id: id,
      AccountId: row.Id ?? null,
      IsPersonAccount: 1,
      IsDeleted: 0,
    });
  } else updateRow(state.database, contact, id, values);
}
