import { field, lookup, type StandardObject } from '../../schema/field.ts';

/** Roles; their hierarchy decides who sees records. Object Reference, "UserRole". */
export const USER_ROLE: StandardObject = {
  name: 'UserRole',
  label: 'Role',
  labelPlural: 'Roles',
  keyPrefix: '00E',
  setup: true,
  fields: [
    field('Name', 'Name', 'string', { length: 80, required: true, nameField: true, permissionable: false }),
    lookup('ParentRoleId', 'Parent Role ID', 'UserRole', { permissionable: false }),
    field('DeveloperName', 'Developer Name', 'string', { length: 80, permissionable: false }),
    field('RollupDescription', 'Description', 'string', { length: 80, permissionable: false }),
  ],
};
