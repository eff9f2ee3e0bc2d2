import { type Value, quoted } from '../store/database.ts';
import type { OrgState } from '../store/state.ts';
import { stamp } from '../store/dates.ts';
import { newId } from '../store/recordIds.ts';
import { insertRow, updateRow } from '../store/records.ts';
import { licencesByName } from '../store/setLicences.ts';
import { type Components, ofType } from '../schema/components.ts';
import { objectOf } from '../schema/model.ts';
import { type XmlContent, elements, flagOf, textOf } from './xml.ts';

type Values = Record<string, Value>;

/** Inserts or updates the set-up row with that `key` and returns its id. */
export function putSetupRow(
  state: OrgState,
  objectName: string,
  key: Values,
  values: Values,
  userId: string,
): string {
  const object = objectOf(state.schema, objectName);
  if (object === undefined) throw new Error(`There is no object ${objectName}`);
  const where = Object.keys(key)
    .map((column) => `${quoted(column)} = ?`)
    .join(' AND ');
  const now = stamp(state.now());
  const known = state.database
    .prepare(`SELECT Id FROM ${quoted(objectName)} WHERE ${where}`)
    .get(...Object.values(key));
  const audit = { LastModifiedDate: now, LastModifiedById: userId, SystemModstamp: now };
  if (known !== undefined) {
    updateRow(state.database, object, String(known.Id), { ...values, ...audit });
    return String(known.Id);
  }
  const id = newId(state.database, object.keyPrefix);
  insertRow(state.database, object, {
    ...key,
    ...values,
    ...audit,
    Id: id,
    CreatedDate: now,
    CreatedById: userId,
    IsDeleted: 0,
  });
  return id;
}

function putRecordTypes(state: OrgState, userId: string): void {
  for (const object of state.schema.objects.values()) {
    for (const type of object.recordTypes) {
      const values = {
        Name: type.label,
        IsActive: type.active ? 1 : 0,
        IsPersonType: type.personType ? 1 : 0,
      };
      putSetupRow(
        state,
        'RecordType',
        { SobjectType: object.name, DeveloperName: type.name },
        values,
        userId,
      );
    }
  }
}

const grantsUser = (content: XmlContent, permission: string): boolean =>
  elements(content, 'userPermissions').some(
    (entry) => flagOf(entry, 'enabled') && textOf(entry, 'name') === permission,
  );

function putPermissionSet(state: OrgState, components: Components, name: string, userId: string): void {
  const content = ofType(components, 'PermissionSet').get(name)?.content ?? {};
  const flag = (element: Parameters<typeof flagOf>[0], right: string): number =>
    flagOf(element, right) ? 1 : 0;
  const parent = putSetupRow(
    state,
    'PermissionSet',
    { Name: name },
    {
      Label: textOf(content, 'label') ?? name,
      Description: textOf(content, 'description'),
      LicenseId: licencesByName(state).get(textOf(content, 'license') ?? '')?.id ?? null,
      IsCustom: 1,
      IsOwnedByProfile: 0,
      PermissionsViewSetup: grantsUser(content, 'ViewSetup') ? 1 : 0,
      PermissionsApiUserOnly: grantsUser(content, 'ApiUserOnly') ? 1 : 0,
    },
    userId,
  );
  for (const table of ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess']) {
    state.database.prepare(`DELETE FROM ${table} WHERE ParentId = ?`).run(parent);
  }
  for (const entry of elements(content, 'objectPermissions')) {
    const rights = {
      PermissionsCreate: flag(entry, 'allowCreate'),
      PermissionsRead: flag(entry, 'allowRead'),
      PermissionsEdit: flag(entry, 'allowEdit'),
      PermissionsDelete: flag(entry, 'allowDelete'),
      PermissionsViewAllRecords: flag(entry, 'viewAllRecords'),
      PermissionsModifyAllRecords: flag(entry, 'modifyAllRecords'),
    };
    putSetupRow(
      state,
      'ObjectPermissions',
      { ParentId: parent, SobjectType: textOf(entry, 'object') },
      rights,
      userId,
    );
  }
  for (const entry of elements(content, 'fieldPermissions')) {
    const field = textOf(entry, 'field') ?? '';
    const rights = {
      SobjectType: field.split('.')[0] ?? '',
      PermissionsEdit: flag(entry, 'editable'),
      PermissionsRead: flag(entry, 'readable'),
    };
    putSetupRow(state, 'FieldPermissions', { ParentId: parent, Field: field }, rights, userId);
  }
  for (const entry of elements(content, 'customPermissions')) {
    const permission = state.database
      .prepare('SELECT Id FROM CustomPermission WHERE DeveloperName = ?')
      .get(textOf(entry, 'name'));
    if (permission === undefined || !flagOf(entry, 'enabled')) continue;
    const key = { ParentId: parent, SetupEntityId: permission.Id ?? null };
    putSetupRow(state, 'SetupEntityAccess', key, { SetupEntityType: 'CustomPermission' }, userId);
  }
}

/** Updates the rows that represent metadata: record types, custom permissions, permission sets and what they grant. */
export function putSetupRows(state: OrgState, components: Components, userId: string): void {
  putRecordTypes(state, userId);
  for (const [name, { content }] of ofType(components, 'CustomPermission')) {
    const values = {
      MasterLabel: textOf(content ?? {}, 'label') ?? name,
      Description: textOf(content ?? {}, 'description'),
    };
    putSetupRow(state, 'CustomPermission', { DeveloperName: name }, values, userId);
  }
  for (const name of ofType(components, 'PermissionSet').keys())
    putPermissionSet(state, components, name, userId);
  state.rights.clear();
}
