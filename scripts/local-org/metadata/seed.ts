import { randomInt } from 'node:crypto';
import { objectOf } from '../schema/model.ts';
import { putSetupRow, putSetupRows } from './setupRows.ts';
import type { OrgState } from '../store/state.ts';
import { newId, recordId } from '../store/recordIds.ts';
import {
  ADMINISTRATOR_PROFILE,
  INTEGRATION_PERMISSION_SET_LICENCE,
  PROFILES,
  USER_LICENCES,
} from '../store/profiles.ts';

/** Settings of a new org. */
export interface NewOrg {
  readonly adminUsername: string;
  readonly language: string;
  /** The languages that it is translated into. */
  readonly languages: readonly string[];
}

/** Upper bound of an org's random number, from which its id is made: clients tell orgs apart by that. */
const MAX_ORG_NUMBER = 2 ** 48 - 1;

/** Creates the licences and profiles of every org. Returns the profile ids by name. */
function seedProfiles(state: OrgState, adminId: string): ReadonlyMap<string, string> {
  const licences = new Map(
    USER_LICENCES.map((Name) => [
      Name,
      putSetupRow(state, 'UserLicense', { Name }, { MasterLabel: Name, Status: 'Active' }, adminId),
    ]),
  );
  const { developerName, label } = INTEGRATION_PERMISSION_SET_LICENCE;
  const values = { MasterLabel: label, Status: 'Active' };
  putSetupRow(state, 'PermissionSetLicense', { DeveloperName: developerName }, values, adminId);
  return new Map(
    PROFILES.map(({ name, licence, apiOnly }) => [
      name,
      putSetupRow(
        state,
        'Profile',
        { Name: name },
        {
          UserType: 'Standard',
          UserLicenseId: licences.get(licence) ?? null,
          PermissionsApiUserOnly: apiOnly ? 1 : 0,
        },
        adminId,
      ),
    ]),
  );
}

/** Creates the rows of every org: the organization, profiles, the administrator, the record type of persons. */
export function seedOrg(state: OrgState, { adminUsername, language, languages }: NewOrg): void {
  const user = objectOf(state.schema, 'User');
  if (user === undefined) throw new Error('There is no object User');
  state.database.atomically(() => {
    const organization = {
      LanguageLocaleKey: language,
      DefaultLocaleSidKey: 'nl_BE',
      TimeZoneSidKey: 'Europe/Brussels',
      OrganizationType: 'Enterprise Edition',
      InstanceName: 'LOCAL',
      IsSandbox: 0,
      Country: 'BE',
    };
    const adminId = newId(state.database, user.keyPrefix);
    putSetupRow(state, 'Organization', { Name: 'Local Org' }, organization, adminId);
    state.database.prepare('UPDATE Organization SET Id = ?').run(recordId('00D', randomInt(MAX_ORG_NUMBER)));
    for (const each of new Set(languages))
      putSetupRow(state, 'Translation', { Language: each }, { IsActive: 1, CanManage: 1 }, adminId);
    const profiles = seedProfiles(state, adminId);
    const admin = {
      Id: adminId,
      LastName: 'Admin',
      FirstName: 'System',
      Name: 'System Admin',
      Email: 'admin@example.com',
      Alias: 'admin',
      IsActive: 1,
      UserType: 'Standard',
      TimeZoneSidKey: 'Europe/Brussels',
      LocaleSidKey: 'nl_BE',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: language,
      ProfileId: profiles.get(ADMINISTRATOR_PROFILE) ?? null,
    };
    const made = putSetupRow(state, 'User', { Username: adminUsername }, admin, adminId);
    state.database.prepare('UPDATE "User" SET Id = ? WHERE Id = ?').run(adminId, made);
    putSetupRows(state, state.components, adminId);
  });
}

/** Deletes all records except those of set-up objects. */
export function removeRecords(state: OrgState): void {
  state.database.atomically(() => {
    for (const object of state.schema.objects.values()) {
      if (!object.setup) state.database.prepare(`DELETE FROM "${object.name}"`).run();
    }
  });
}
