import type { RecordError } from '../org.ts';
import { type Schema, objectOf } from '../schema/model.ts';
import type { Draft } from './draft.ts';
import { recordError } from './recordErrors.ts';
import { INTEGRATION_LICENCE, INTEGRATION_PERMISSION_SET_LICENCE } from './profiles.ts';
import { licenceOfSet } from './setLicences.ts';
import type { OrgState } from './state.ts';

/** What a permission set says of an object, by a row of ObjectPermissions or by a metadata file. */
interface ObjectGrant {
  readonly object: string;
  /** Every other right depends on this one. */
  readonly read: boolean;
}

/**
 * The first right on a standard object, in the words of https://help.salesforce.com/s/articleView?id=001233479: the Salesforce Integration
 * licence alone allows none of them.
 */
function beyondLicence(schema: Schema, grants: readonly ObjectGrant[]): string | undefined {
  const [first] = grants
    .filter(({ read }) => read)
    .map(({ object }) => objectOf(schema, object))
    .filter((object) => object?.custom === false);
  return first === undefined ? undefined : `Read ${first.labelPlural}`;
}

/** The error of a permission set of that user licence that grants more. */
export function grantedBeyondLicence(schema: Schema, grants: readonly ObjectGrant[]): string | undefined {
  const permission = beyondLicence(schema, grants);
  return permission === undefined ? undefined : refusalOf(permission);
}

const refusalOf = (permission: string): string =>
  `The user license doesn't allow the permission: ${permission}`;

/** The words when a permission set is changed while a user has it whose licence is in the way. https://help.salesforce.com/s/articleView?id=001233479 */
export const notSaved = (label: string, licence: string, why: string): string =>
  `Can't save permission set ${label}, which is assigned to a user with user license ${licence}. ${why}`;

/** The error when a permission set is changed while such a user has it. https://help.salesforce.com/s/articleView?id=001233479 */
export function heldBeyondLicence(
  schema: Schema,
  label: string,
  grants: readonly ObjectGrant[],
): string | undefined {
  const permission = beyondLicence(schema, grants);
  return permission === undefined ? undefined : notSaved(label, INTEGRATION_LICENCE, refusalOf(permission));
}

/** Users (column Id) of the integration licence who don't have the permission set licence that goes with it. */
const LIMITED = `SELECT u.Id FROM "User" u JOIN Profile p ON p.Id = u.ProfileId JOIN UserLicense l ON l.Id = p.UserLicenseId
  WHERE l.Name = '${INTEGRATION_LICENCE}' AND u.Id NOT IN (
    SELECT a.AssigneeId FROM PermissionSetLicenseAssign a JOIN PermissionSetLicense s ON s.Id = a.PermissionSetLicenseId
    WHERE s.DeveloperName = '${INTEGRATION_PERMISSION_SET_LICENCE.developerName}' AND a.IsDeleted = 0)`;

/** Names of the permission sets that users have whose licence allows no standard object. */
export const setsOfLimitedUsers = ({ database }: OrgState): ReadonlySet<string> =>
  new Set(
    database
      .prepare(
        `SELECT DISTINCT s.Name FROM PermissionSet s JOIN PermissionSetAssignment a ON a.PermissionSetId = s.Id
         WHERE a.IsDeleted = 0 AND a.AssigneeId IN (${LIMITED})`,
      )
      .all()
      .map((row) => String(row.Name)),
  );

function grantsIn({ database }: OrgState, permissionSetIds: readonly unknown[]): readonly ObjectGrant[] {
  return permissionSetIds.flatMap((id) =>
    database
      .prepare('SELECT * FROM ObjectPermissions WHERE ParentId = ? ORDER BY rid')
      .all(String(id))
      .map((row) => ({ object: String(row.SobjectType), read: row.PermissionsRead === 1 })),
  );
}

const assignedSets = ({ database }: OrgState, userId: unknown): readonly unknown[] =>
  database
    .prepare('SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ? AND IsDeleted = 0')
    .all(String(userId))
    .map((row) => row.PermissionSetId);

function refusal(state: OrgState, permissionSetIds: readonly unknown[]): readonly RecordError[] {
  const permission = beyondLicence(state.schema, grantsIn(state, permissionSetIds));
  return permission === undefined ? [] : [recordError('FIELD_INTEGRITY_EXCEPTION', refusalOf(permission))];
}

/** Refuses a permission set that the user's licence doesn't allow, when it is assigned or when the user's profile changes. */
export function licenceErrors(state: OrgState, { object, row, before }: Draft): readonly RecordError[] {
  if (object.name === 'PermissionSetAssignment') {
    const isLimited = state.database.prepare(`SELECT 1 WHERE ? IN (${LIMITED})`).get(row.AssigneeId ?? null);
    const givesLicence = licenceOfSet(state, row.PermissionSetId) === integrationLicenceId(state);
    return isLimited === undefined || givesLicence ? [] : refusal(state, [row.PermissionSetId]);
  }
  if (object.name !== 'User' || before === null || before.ProfileId === row.ProfileId) return [];
  const toIntegration = state.database
    .prepare(
      'SELECT 1 FROM Profile p JOIN UserLicense l ON l.Id = p.UserLicenseId WHERE p.Id = ? AND l.Name = ?',
    )
    .get(row.ProfileId ?? null, INTEGRATION_LICENCE);
  if (toIntegration === undefined || hasPermissionSetLicence(state, row.Id)) return [];
  return refusal(state, assignedSets(state, row.Id));
}

const integrationLicenceId = ({ database }: OrgState): string =>
  String(
    database
      .prepare('SELECT Id FROM PermissionSetLicense WHERE DeveloperName = ?')
      .get(INTEGRATION_PERMISSION_SET_LICENCE.developerName)?.Id,
  );

const hasPermissionSetLicence = ({ database }: OrgState, userId: unknown): boolean =>
  database
    .prepare(
      `SELECT 1 FROM PermissionSetLicenseAssign a JOIN PermissionSetLicense s ON s.Id = a.PermissionSetLicenseId
       WHERE a.AssigneeId = ? AND a.IsDeleted = 0 AND s.DeveloperName = ?`,
    )
    .get(String(userId), INTEGRATION_PERMISSION_SET_LICENCE.developerName) !== undefined;

/**
 * A permission set licence can't be removed before the permission sets that need it. Salesforce help, "Remove a Permission Set License from a
 * User".
 */
export function licenceRemovalErrors(
  state: OrgState,
  objectName: string,
  row: Readonly<Record<string, unknown>>,
): readonly RecordError[] {
  if (objectName !== 'PermissionSetLicenseAssign') return [];
  const isIntegrationUser = state.database
    .prepare(
      `SELECT 1 FROM "User" u JOIN Profile p ON p.Id = u.ProfileId JOIN UserLicense l ON l.Id = p.UserLicenseId
       WHERE u.Id = ? AND l.Name = ?`,
    )
    .get(String(row.AssigneeId), INTEGRATION_LICENCE);
  return isIntegrationUser === undefined ? [] : refusal(state, assignedSets(state, row.AssigneeId));
}
