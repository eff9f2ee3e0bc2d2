import { type Field, fieldOf, objectOf } from '../schema/model.ts';
import type { RecordError } from '../org.ts';
import type { OrgState } from './state.ts';
import type { Draft } from './draft.ts';
import { duplicates } from './duplicates.ts';
import { evaluate } from './formulas.ts';
import { licenceErrors } from './licences.ts';
import { licenceLimitErrors, setLicenceErrors } from './setLicences.ts';
import { idsByValue, isAlive, rowById } from './records.ts';
import { rightsOf } from './rights.ts';
import { sharingErrors } from './sharingChecks.ts';
import {
  duplicateValue,
  missingFields,
  recordError,
  restrictedPicklist,
  wrongReference,
} from './recordErrors.ts';

/** A person account needs a last name; its own name comes of it. */
const isRequired = ({ row }: Draft, field: Field): boolean =>
  !field.nillable || (row.IsPersonAccount === 1 && field.name === 'LastName');

function required(draft: Draft): readonly RecordError[] {
  const missing = [...draft.object.fields.values()]
    .filter(
      (field) => field.createable && isRequired(draft, field) && (draft.row[field.name] ?? null) === null,
    )
    .map((field) => field.name);
  return missing.length === 0 ? [] : [missingFields(missing)];
}

/** The values that the record type allows; all values of the field when the record type doesn't restrict it. */
function openValues(state: OrgState, { object, row }: Draft, field: Field): ReadonlySet<string> {
  const all = field.picklist.filter((value) => value.active).map((value) => value.value);
  if (typeof row.RecordTypeId !== 'string') return new Set(all);
  const type = state.database
    .prepare('SELECT DeveloperName FROM RecordType WHERE Id = ?')
    .get(row.RecordTypeId);
  const open = object.recordTypes
    .find((each) => each.name === type?.DeveloperName)
    ?.picklists.get(field.name.toLowerCase());
  return new Set(open === undefined ? all : all.filter((value) => open.includes(value)));
}

function picklists(state: OrgState, draft: Draft): readonly RecordError[] {
  return [...draft.written].flatMap((field) => {
    const value = draft.row[field.name];
    if (!field.restrictedPicklist || typeof value !== 'string') return [];
    const open = openValues(state, draft, field);
    const chosen = field.type === 'multipicklist' ? value.split(';') : [value];
    const bad = chosen.find((each) => !open.has(each));
    return bad === undefined ? [] : [restrictedPicklist(field.label, bad, field.name)];
  });
}

function references(state: OrgState, draft: Draft): readonly RecordError[] {
  return [...draft.written].flatMap((field) => {
    const value = draft.row[field.name];
    if (field.type !== 'reference' || typeof value !== 'string') return [];
    const targets = field.referenceTo.flatMap((name) => objectOf(state.schema, name) ?? []);
    const target = targets.find((each) => value.startsWith(each.keyPrefix));
    if (target === undefined) {
      return [
        recordError('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${value}`, [
          field.name,
        ]),
      ];
    }
    return isAlive(state.database, target, value) ? [] : [wrongReference(field.name)];
  });
}

/**
 * A record must not be its own ancestor in the hierarchy of its object (a standard lookup called ParentId):
 * "CIRCULAR_DEPENDENCY, attempt to violate hierarchy constraints", SOAP API Developer Guide, StatusCode.
 */
function hierarchy(state: OrgState, { object, row, written }: Draft): readonly RecordError[] {
  if (![...written].some(({ name }) => name === 'ParentId')) return [];
  let id = row.ParentId;
  // It ends, because no record above is its own ancestor.
  while (typeof id === 'string') {
    if (id === row.Id)
      return [recordError('CIRCULAR_DEPENDENCY', 'attempt to violate hierarchy constraints', ['ParentId'])];
    id = rowById(state.database, object, id)?.ParentId;
  }
  return [];
}

function unique(state: OrgState, draft: Draft): readonly RecordError[] {
  return [...draft.written].flatMap((field) => {
    const value = draft.row[field.name] ?? null;
    if (!field.unique || value === null) return [];
    const others = idsByValue(state.database, draft.object, field.name, value, {
      caseSensitive: field.caseSensitive,
      limit: 2,
    });
    const other = others.find((id) => id !== draft.row.Id);
    return other === undefined ? [] : [duplicateValue(field.name, other)];
  });
}

/** What a user has of it once: by the field that names it. */
const ASSIGNED_ONCE: ReadonlyMap<string, string> = new Map([
  ['PermissionSetAssignment', 'PermissionSetId'],
  // @salesforce/plugin-user, permsetlicense/assign: 'duplicate value found' is told of a licence that the user has.
  ['PermissionSetLicenseAssign', 'PermissionSetLicenseId'],
]);

function assignedTwice(state: OrgState, { object, row, before }: Draft): readonly RecordError[] {
  const what = ASSIGNED_ONCE.get(object.name);
  if (what === undefined || before !== null) return [];
  const known = state.database
    .prepare(`SELECT Id FROM ${object.name} WHERE ${what} = ? AND AssigneeId = ? AND IsDeleted = 0`)
    .get(row[what] ?? null, row.AssigneeId ?? null);
  return known === undefined ? [] : [duplicateValue(`${what}, AssigneeId`, String(known.Id))];
}

/** Users can't deactivate themselves. Salesforce help, "Deactivate Users": an administrator does it for others. */
function ownUser({ row, userId }: Draft): readonly RecordError[] {
  if (row.Id !== userId || row.IsActive === 1) return [];
  return [recordError('FIELD_INTEGRITY_EXCEPTION', 'You can not deactivate your own user', ['IsActive'])];
}

function validationRules(state: OrgState, draft: Draft): readonly RecordError[] {
  return draft.object.validationRules.flatMap((rule) => {
    if (!rule.active) return [];
    const result = evaluate(state, rule.formula, draft);
    if ('problem' in result) {
      return [
        recordError(
          'FIELD_CUSTOM_VALIDATION_EXCEPTION',
          `The validation rule ${rule.name} could not be evaluated: ${result.problem}`,
        ),
      ];
    }
    if (result.value !== true) return [];
    const field = rule.errorField === null ? undefined : fieldOf(draft.object, rule.errorField);
    return [
      recordError('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, field === undefined ? [] : [field.name]),
    ];
  });
}

/** The errors of a record. Only errors of the first kind found are returned, in Salesforce's order of execution. */
export function check(state: OrgState, draft: Draft): readonly RecordError[] {
  const steps = [
    () => required(draft),
    () => references(state, draft),
    () => sharingErrors(state, rightsOf(state, draft.userId), draft),
    () => hierarchy(state, draft),
    () => picklists(state, draft),
    () => unique(state, draft),
    () => assignedTwice(state, draft),
    () => setLicenceErrors(state, draft),
    () => licenceErrors(state, draft),
    () => licenceLimitErrors(state, draft),
    () => ownUser(draft),
    () => validationRules(state, draft),
    () => duplicates(state, draft),
  ];
  for (const step of steps) {
    const errors = step();
    if (errors.length > 0) return errors;
  }
  return [];
}
