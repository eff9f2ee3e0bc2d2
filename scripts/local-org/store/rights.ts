import { type Field, type SObject, objectOf } from '../schema/model.ts';
import type { ObjectRights, Rights } from '../schema/rights.ts';
import type { OrgState } from './state.ts';

export const ADMINISTRATOR_PROFILE = 'System Administrator';
const STANDARD_PROFILE = 'Standard User';

/** The profiles of an org that matter to users of its APIs. Salesforce help, "Standard Profiles". */
export const PROFILES = [
  ADMINISTRATOR_PROFILE,
  STANDARD_PROFILE,
  'Minimum Access - Salesforce',
  'Minimum Access - API Only Integrations',
];

const ALL: ObjectRights = {
  read: true,
  create: true,
  edit: true,
  delete: true,
  viewAll: true,
  modifyAll: true,
};
const NONE: ObjectRights = {
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
};
const READ_ONLY: ObjectRights = { ...NONE, read: true, viewAll: true };
const STANDARD_OBJECT: ObjectRights = { ...ALL, viewAll: false, modifyAll: false };

const either = (one: ObjectRights, other: ObjectRights): ObjectRights => ({
  read: one.read || other.read,
  create: one.create || other.create,
  edit: one.edit || other.edit,
  delete: one.delete || other.delete,
  viewAll: one.viewAll || other.viewAll,
  modifyAll: one.modifyAll || other.modifyAll,
});

interface Grants {
  readonly objects: ReadonlyMap<string, ObjectRights>;
  readonly readable: ReadonlySet<string>;
  readonly editable: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
}

const ASSIGNED =
  '(SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ? AND IsDeleted = 0)';

function grantsOf({ database }: OrgState, userId: string): Grants {
  const objects = new Map<string, ObjectRights>();
  for (const row of database
    .prepare(`SELECT * FROM ObjectPermissions WHERE ParentId IN ${ASSIGNED}`)
    .all(userId)) {
    const key = String(row.SobjectType).toLowerCase();
    const granted: ObjectRights = {
      read: row.PermissionsRead === 1,
      create: row.PermissionsCreate === 1,
      edit: row.PermissionsEdit === 1,
      delete: row.PermissionsDelete === 1,
      viewAll: row.PermissionsViewAllRecords === 1,
      modifyAll: row.PermissionsModifyAllRecords === 1,
    };
    objects.set(key, either(objects.get(key) ?? NONE, granted));
  }
  const fields = database
    .prepare(
      `SELECT Field, PermissionsRead, PermissionsEdit FROM FieldPermissions WHERE ParentId IN ${ASSIGNED}`,
    )
    .all(userId);
  const named = (right: string): ReadonlySet<string> =>
    new Set(fields.filter((row) => row[right] === 1).map((row) => String(row.Field).toLowerCase()));
  const permissions = database
    .prepare(
      `SELECT DeveloperName FROM CustomPermission WHERE Id IN (SELECT SetupEntityId FROM SetupEntityAccess WHERE ParentId IN ${ASSIGNED})`,
    )
    .all(userId);
  return {
    objects,
    readable: named('PermissionsRead'),
    editable: named('PermissionsEdit'),
    customPermissions: new Set(permissions.map((row) => String(row.DeveloperName))),
  };
}

/**
 * The name under which permissions speak of a field: an address for its parts, and for the person fields of an account the
 * field of Contact. Salesforce help, "Considerations for Using Person Accounts" (field-level security of contact fields).
 */
export function securityName(object: SObject, field: Field): string {
  const owner = field.personOf === null ? object.name : 'Contact';
  const compound = field.compoundFieldName;
  const name = compound === null || compound === 'Name' ? (field.personOf ?? field.name) : compound;
  return `${owner}.${field.personOf === null ? name : name.replace(/^Person(?=.*Address$)/, '')}`.toLowerCase();
}

function profileOf({ database }: OrgState, userId: string): string {
  const row = database
    .prepare('SELECT p.Name AS name FROM "User" u JOIN Profile p ON p.Id = u.ProfileId WHERE u.Id = ?')
    .get(userId);
  return String(row?.name);
}

function compute(state: OrgState, userId: string): Rights {
  const profile = profileOf(state, userId);
  const administrator = profile === ADMINISTRATOR_PROFILE;
  const standard = profile === STANDARD_PROFILE;
  const grants = grantsOf(state, userId);
  function object(of: SObject): ObjectRights {
    if (administrator) return ALL;
    if (of.setup) return READ_ONLY;
    const granted = grants.objects.get(of.name.toLowerCase()) ?? NONE;
    return standard && !of.custom ? either(STANDARD_OBJECT, granted) : granted;
  }
  const open = (of: SObject, field: Field, granted: ReadonlySet<string>): boolean =>
    administrator ||
    of.setup ||
    !field.permissionable ||
    (standard && !field.custom) ||
    granted.has(securityName(of, field));
  return {
    userId,
    administrator,
    customPermissions: grants.customPermissions,
    object,
    canReadField: (of, field) => open(of, field, grants.readable),
    canEditField: (of, field) => open(of, field, grants.editable),
  };
}

/** The rights of a user. */
export function rightsOf(state: OrgState, userId: string): Rights {
  const known = state.rights.get(userId);
  if (known !== undefined) return known;
  const rights = compute(state, userId);
  state.rights.set(userId, rights);
  return rights;
}

/** A condition on the rows of an object under the table alias `alias`, with its parameters; null when all are open. */
export interface Sharing {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** Which rows of an object a user may read, or edit: the org-wide default, ownership, and view or modify all. */
export function sharing(
  state: OrgState,
  rights: Rights,
  object: SObject,
  alias: string,
  access: 'edit' | 'read',
): Sharing | null {
  const allowed = rights.object(object);
  if (object.setup || allowed.modifyAll || (access === 'read' && allowed.viewAll)) return null;
  switch (object.sharing) {
    case 'ReadWrite':
      return null;
    case 'Read':
      return access === 'read' ? null : { sql: `${alias}."OwnerId" = ?`, parameters: [rights.userId] };
    case 'Private':
      return { sql: `${alias}."OwnerId" = ?`, parameters: [rights.userId] };
    case 'ControlledByParent':
      return byParent(state, rights, object, alias, access);
  }
}

function byParent(
  state: OrgState,
  rights: Rights,
  object: SObject,
  alias: string,
  access: 'edit' | 'read',
): Sharing | null {
  const master = [...object.fields.values()].find((field) => field.masterDetail);
  const parent = master === undefined ? undefined : objectOf(state.schema, master.referenceTo[0] ?? '');
  if (master === undefined || parent === undefined) return null;
  const above = sharing(
    state,
    rights,
    parent,
    'parent',
    access === 'edit' && master.writeRequiresMasterRead ? 'read' : access,
  );
  if (above === null) return null;
  return {
    sql: `${alias}."${master.name}" IN (SELECT parent.Id FROM "${parent.name}" parent WHERE ${above.sql})`,
    parameters: above.parameters,
  };
}

/** Whether the sharing of the org lets the user do that with the record. */
export function canAccess(
  state: OrgState,
  rights: Rights,
  object: SObject,
  id: string,
  access: 'edit' | 'read',
): boolean {
  const condition = sharing(state, rights, object, 'r', access);
  if (condition === null) return true;
  const sql = `SELECT 1 FROM "${object.name}" r WHERE r.Id = ? AND ${condition.sql}`;
  return state.database.prepare(sql).get(id, ...condition.parameters) !== undefined;
}
