import type { Field, SObject } from '../schema/model.ts';
import type { OrgState } from './state.ts';
import type { Row, Value } from './database.ts';
import { formulaValue } from './formulas.ts';
import { nextNumber } from './recordIds.ts';

type Draft = Record<string, Value>;

/**
 * Policies with these statuses are active. Financial Services Cloud object reference: IsActive "is derived from the Status".
 */
const ACTIVE_STATUSES = new Set(['In Force', 'Issued', 'Reinstated']);

/** First and last name, as Name shows them: a person's Name has no salutation. */
const personName = (row: Row): string =>
  [row.FirstName, row.LastName].filter((part) => part !== null && part !== undefined).join(' ');

const PERSONS = new Set(['Contact', 'User']);

/** Sets the fields that the org computes from other fields of the record. */
export function derive(object: SObject, draft: Draft): void {
  if (PERSONS.has(object.name) || (object.name === 'Account' && draft.IsPersonAccount === 1))
    draft.Name = personName(draft);
  // Without a name "the record's ID is used as its name". Object Reference, "Custom Objects".
  if (object.custom && typeof draft.Id === 'string') draft.Name ??= draft.Id.slice(0, 15);
  if (object.name === 'InsurancePolicy') draft.IsActive = ACTIVE_STATUSES.has(String(draft.Status)) ? 1 : 0;
}

/** `W-{0000}` and 12 -> `W-0012`. */
function autoNumber(format: string, n: number): string {
  return format.replace(/\{(0+)\}/, (_all, zeros: string) => String(n).padStart(zeros.length, '0'));
}

/** The default of a field that the client left out of a new record. */
export function defaultOf(state: OrgState, object: SObject, field: Field, userId: string): Value {
  if (field.autoNumber !== null)
    return autoNumber(field.autoNumber, nextNumber(state.database, `${object.name}.${field.name}`));
  const standard = field.picklist.find((value) => value.defaultValue && value.active);
  if (standard !== undefined) return standard.value;
  if (field.defaultValue === null) return field.type === 'boolean' ? 0 : null;
  if (field.type === 'boolean') return field.defaultValue.toLowerCase() === 'true' ? 1 : 0;
  return formulaValue(
    state,
    { ...field, formula: field.defaultValue },
    { object, row: {}, before: null, userId },
  );
}
