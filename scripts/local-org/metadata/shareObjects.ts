import { field, lookup, systemFields } from '../schema/field.ts';
import type { Field, SObject } from '../schema/model.ts';

const level = (name: string, label: string, values: readonly string[], required: boolean): Field =>
  field(name, label, 'picklist', {
    length: 40,
    values,
    required,
    restrictedPicklist: true,
    permissionable: false,
  });

/** The reason for access: shares that clients create are manual. */
const ROW_CAUSE = field('RowCause', 'Row Cause', 'picklist', {
  length: 40,
  picklist: [{ value: 'Manual', label: 'Manual Sharing', active: true, defaultValue: true }],
  restrictedPicklist: true,
  permissionable: false,
});

/** Further access levels of an account share, for related objects. Object Reference, "AccountShare". */
const ALONG = ['Opportunity', 'Case', 'Contact'];

function fieldsOf(object: SObject): readonly Field[] {
  const named = object.name === 'Account';
  const parent = lookup(named ? 'AccountId' : 'ParentId', `${object.label} ID`, object.name, {
    required: true,
    relationshipName: named ? 'Account' : 'Parent',
    childRelationshipName: 'Shares',
    onParentDelete: 'cascade',
    updateable: false,
    permissionable: false,
  });
  const user = lookup('UserOrGroupId', 'User/Group ID', 'User', {
    required: true,
    relationshipName: 'UserOrGroup',
    updateable: false,
    permissionable: false,
  });
  const own = level(named ? 'AccountAccessLevel' : 'AccessLevel', 'Access Level', ['Read', 'Edit'], true);
  const others = named
    ? ALONG.map((name) => level(`${name}AccessLevel`, `${name} Access`, ['None', 'Read', 'Edit'], false))
    : [];
  return [parent, user, own, ...others, ROW_CAUSE];
}

/** Name of an object's share object: Widget__Share for a custom object, InsurancePolicyShare for a standard one. */
const nameOf = ({ name, custom }: SObject): string =>
  custom ? name.replace(/__c$/i, '__Share') : `${name}Share`;

/**
 * The share object of an object. Only objects whose records have owners, and which aren't public, have one: Apex Developer
 * Guide, "Sharing a Record Using Apex".
 */
export function shareObject(object: SObject, keyPrefix: string): SObject | undefined {
  const shared = object.sharing === 'Private' || object.sharing === 'Read';
  if (object.setup || !shared || !object.fields.has('ownerid')) return undefined;
  const fields = [...systemFields({ deletable: true }), ...fieldsOf(object)];
  return {
    name: nameOf(object),
    label: `${object.label} Share`,
    labelPlural: `${object.label} Share`,
    keyPrefix,
    custom: false,
    sharing: 'ControlledByParent',
    createable: true,
    updateable: true,
    deletable: true,
    setup: false,
    shareOf: object.name,
    fields: new Map(fields.map((each) => [each.name.toLowerCase(), each])),
    recordTypes: [],
    validationRules: [],
  };
}
