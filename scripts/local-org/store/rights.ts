import { type Field, type SObject, objectOf } from '../schema/model.ts';
import type { ObjectRights, Rights } from '../schema/rights.ts';
import { ADMINISTRATOR_PROFILE, STANDARD_PROFILE } from './profiles.ts';
import type { OrgState } from './state.ts';

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
  readonly viewSetup: boolean;
  readonly apiOnly: boolean;
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
  const inSet = (permission: string): boolean =>
    database
      .prepare(`SELECT 1 FROM PermissionSet WHERE ${permission} = 1 AND Id IN ${ASSIGNED}`)
      .get(userId) !== undefined;
  return {
    objects,
    viewSetup: inSet('PermissionsViewSetup'),
    apiOnly: inSet('PermissionsApiUserOnly'),
    readable: named('PermissionsRead'),
    editable: named('PermissionsEdit'),
    customPermissions: new Set(permissions.map((row) => String(row.DeveloperName))),
  };
}

/**
 * The name that permissions use for a field: the address for its parts, and the Contact field for the person fields of an
 * account. Salesforce help, "Considerations for Using Person Accounts" (field-level security of contact fields).
 */
export function securityName(object: Pick<SObject, 'name'>, field: Field): string {
  const { personOf } = field;
  const compound = field.compoundFieldName === 'Name' ? null : field.compoundFieldName;
  return (
    personOf === null
      ? `${object.name}.${compound ?? field.name}`
      : `Contact.${compound?.replace('Person', '') ?? personOf}`
  ).toLowerCase();
}

function profileOf(
  { database }: OrgState,
  userId: string,
): { readonly profile: string; readonly apiOnly: boolean } {
  const row = database
    .prepare('SELECT p.* FROM "User" u JOIN Profile p ON p.Id = u.ProfileId WHERE u.Id = ?')
    .get(userId);
  return { profile: String(row?.Name), apiOnly: row?.PermissionsApiUserOnly === 1 };
}

/** The users in roles below a user's role. Salesforce help, "User Role Hierarchy". */
function usersBelow({ database }: OrgState, userId: string): readonly string[] {
  return database
    .prepare(
      `WITH RECURSIVE below(Id) AS (
         SELECT r.Id FROM UserRole r JOIN "User" u ON r.ParentRoleId = u.UserRoleId WHERE u.Id = ?
         UNION SELECT r.Id FROM UserRole r JOIN below ON r.ParentRoleId = below.Id)
       SELECT Id FROM "User" WHERE UserRoleId IN below`,
    )
    .all(userId)
    .map((row) => String(row.Id));
}

/** The rights on an object's share rows: users who can edit its records may share those that they have full access to. */
const toShare = ({ read, edit, viewAll, modifyAll }: ObjectRights): ObjectRights => ({
  read,
  create: edit,
  edit,
  delete: edit,
  viewAll,
  modifyAll,
});

function compute(state: OrgState, userId: string): Rights {
  const { profile, apiOnly } = profileOf(state, userId);
  const administrator = profile === ADMINISTRATOR_PROFILE;
  const standard = profile === STANDARD_PROFILE;
  const grants = grantsOf(state, userId);
  function object(of: SObject): ObjectRights {
    if (administrator) return ALL;
    if (of.setup) return READ_ONLY;
    const shared = of.shareOf === null ? undefined : objectOf(state.schema, of.shareOf);
    if (shared !== undefined) return toShare(object(shared));
    const granted = grants.objects.get(of.name.toLowerCase()) ?? NONE;
    return standard && !of.custom ? either(STANDARD_OBJECT, granted) : granted;
  }
  const open = (of: SObject, field: Field, granted: ReadonlySet<string>): boolean =>
    administrator ||
    !field.permissionable ||
    (standard && !field.custom) ||
    granted.has(securityName(of, field));
  return {
    userId,
    administrator,
    circle: [userId, ...usersBelow(state, userId)],
    customPermissions: grants.customPermissions,
    // The profile of a standard user grants it, the minimum access profile doesn't (Salesforce help, "Standard Profiles").
    viewSetup: administrator || standard || grants.viewSetup,
    apiOnly: apiOnly || grants.apiOnly,
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
