import type { RecordError } from '../org.ts';
import { type SObject, objectOf } from '../schema/model.ts';
import type { Row } from './database.ts';
import type { Draft } from './draft.ts';
import { INTEGRATION_LICENCE, INTEGRATION_LICENCES } from './profiles.ts';
import { recordError } from './recordErrors.ts';
import { newId } from './recordIds.ts';
import { insertRow } from './records.ts';
import type { OrgState } from './state.ts';

/** A licence that a permission set can name: that of its users, or one that its users get with it. */
interface NamedLicence {
  readonly id: string;
  readonly object: 'PermissionSetLicense' | 'UserLicense';
}

/**
 * The licences of an org by the names that `<license>` of a permission set may have: a user licence by its name, a permission set licence
 * by its label or its API name. (Metadata API guide, "PermissionSet": "Either the related permission set license or the user license".)
 */
export function licencesByName({ database }: OrgState): ReadonlyMap<string, NamedLicence> {
  const known = database
    .prepare(
      `SELECT Name, Id, 'UserLicense' AS object FROM UserLicense
       UNION ALL SELECT MasterLabel, Id, 'PermissionSetLicense' FROM PermissionSetLicense
       UNION ALL SELECT DeveloperName, Id, 'PermissionSetLicense' FROM PermissionSetLicense`,
    )
    .all();
  return new Map(
    known.map((row) => [
      String(row.Name),
      { id: String(row.Id), object: row.object as NamedLicence['object'] },
    ]),
  );
}

/** The user licences of those who have a permission set, by the name of the set. */
export function licencesOfHolders({ database }: OrgState): ReadonlyMap<string, readonly string[]> {
  const held = new Map<string, string[]>();
  const rows = database
    .prepare(
      `SELECT DISTINCT s.Name AS name, l.Name AS licence FROM PermissionSetAssignment a
       JOIN PermissionSet s ON s.Id = a.PermissionSetId JOIN "User" u ON u.Id = a.AssigneeId
       JOIN Profile p ON p.Id = u.ProfileId JOIN UserLicense l ON l.Id = p.UserLicenseId WHERE a.IsDeleted = 0`,
    )
    .all();
  for (const { name, licence } of rows) {
    const known = held.get(String(name));
    if (known === undefined) held.set(String(name), [String(licence)]);
    else known.push(String(licence));
  }
  return held;
}

/** The words for a set of one user licence and a user of another. */
export const otherLicence = (ofSet: string, ofUser: string): string =>
  `The permission set's license ${ofSet} isn't the user's: ${ofUser}`;

/**
 * Refuses a permission set of another user licence than the user's profile has: at its assignment, and when the profile changes. Object
 * Reference, "PermissionSetAssignment", User Licenses: "its UserLicenseId and the Profile UserLicenseId must match".
 */
export function setLicenceErrors(state: OrgState, { object, row, before }: Draft): readonly RecordError[] {
  const isMove = object.name === 'User' && before !== null && before.ProfileId !== row.ProfileId;
  if (object.name !== 'PermissionSetAssignment' && !isMove) return [];
  const ofUser = isMove
    ? state.database
        .prepare('SELECT l.Name FROM Profile p JOIN UserLicense l ON l.Id = p.UserLicenseId WHERE p.Id = ?')
        .get(row.ProfileId ?? null)
    : state.database
        .prepare(
          `SELECT l.Name FROM "User" u JOIN Profile p ON p.Id = u.ProfileId JOIN UserLicense l ON l.Id = p.UserLicenseId WHERE u.Id = ?`,
        )
        .get(row.AssigneeId ?? null);
  const sets = isMove
    ? 'SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ? AND IsDeleted = 0'
    : '?';
  const other = state.database
    .prepare(
      `SELECT l.Name FROM PermissionSet s JOIN UserLicense l ON l.Id = s.LicenseId WHERE s.Id IN (${sets}) AND l.Name <> ? LIMIT 1`,
    )
    .get((isMove ? row.Id : row.PermissionSetId) ?? null, String(ofUser?.Name));
  return other === undefined
    ? []
    : [recordError('FIELD_INTEGRITY_EXCEPTION', otherLicence(String(other.Name), String(ofUser?.Name)))];
}

/** The permission set licence that a permission set names, if any. */
export function licenceOfSet({ database }: OrgState, permissionSetId: unknown): string | undefined {
  const row = database
    .prepare(
      'SELECT l.Id FROM PermissionSet s JOIN PermissionSetLicense l ON l.Id = s.LicenseId WHERE s.Id = ?',
    )
    .get(String(permissionSetId));
  return row === undefined ? undefined : String(row.Id);
}

/**
 * Gives a user the permission set licence of a set that was assigned. Salesforce help, "Create a Permission Set Associated with a Permission
 * Set License": "any user assigned to the permission set is auto-assigned the permission set license".
 */
export function giveLicence(state: OrgState, object: SObject, assignment: Row): void {
  if (object.name !== 'PermissionSetAssignment') return;
  const licence = licenceOfSet(state, assignment.PermissionSetId);
  const given = objectOf(state.schema, 'PermissionSetLicenseAssign');
  if (licence === undefined || given === undefined) return;
  const has = state.database
    .prepare(
      'SELECT 1 FROM PermissionSetLicenseAssign WHERE PermissionSetLicenseId = ? AND AssigneeId = ? AND IsDeleted = 0',
    )
    .get(licence, assignment.AssigneeId ?? null);
  if (has !== undefined) return;
  const { CreatedDate, CreatedById, LastModifiedDate, LastModifiedById, SystemModstamp, AssigneeId } =
    assignment;
  insertRow(state.database, given, {
    Id: newId(state.database, given.keyPrefix),
    PermissionSetLicenseId: licence,
    AssigneeId: AssigneeId ?? null,
    CreatedDate: CreatedDate ?? null,
    CreatedById: CreatedById ?? null,
    LastModifiedDate: LastModifiedDate ?? null,
    LastModifiedById: LastModifiedById ?? null,
    SystemModstamp: SystemModstamp ?? null,
    IsDeleted: 0,
  });
}

/**
 * Refuses more active users of the Salesforce Integration licence than the org has. Of Salesforce licences an org has as many as it bought:
 * they aren't counted here.
 */
export function licenceLimitErrors(state: OrgState, { object, row, before }: Draft): readonly RecordError[] {
  if (object.name !== 'User' || row.IsActive !== 1) return [];
  if (before?.IsActive === 1 && before.ProfileId === row.ProfileId) return [];
  const used = state.database
    .prepare(
      `SELECT COUNT(u.Id) AS used FROM Profile mine JOIN UserLicense l ON l.Id = mine.UserLicenseId AND l.Name = ?
       LEFT JOIN Profile p ON p.UserLicenseId = l.Id LEFT JOIN "User" u ON u.ProfileId = p.Id AND u.IsActive = 1 AND u.Id <> ?
       WHERE mine.Id = ?`,
    )
    .get(INTEGRATION_LICENCE, row.Id ?? null, row.ProfileId ?? null);
  return Number(used?.used ?? 0) < INTEGRATION_LICENCES
    ? []
    : [recordError('LICENSE_LIMIT_EXCEEDED', `License Limit Exceeded - ${INTEGRATION_LICENCE}`)];
}
