import { field, lookup, type StandardObject } from '../../schema/field.ts';

const text = (name: string, label: string, length: number): ReturnType<typeof field> =>
  field(name, label, 'string', { length, required: true, permissionable: false });
const status = field('Status', 'Status', 'picklist', {
  length: 40,
  values: ['Active', 'Disabled'],
  restrictedPicklist: true,
  permissionable: false,
});
/** The licence that a permission set names. A relationship to one of several objects would give half of the rows, so there is none. */
export const namedLicence = lookup('LicenseId', 'License ID', ['PermissionSetLicense', 'UserLicense'], {
  readOnly: true,
  permissionable: false,
  relationshipName: null,
});

const SETUP = { setup: true, deletable: false, readOnly: true } as const;

/**
 * The licences, which limit what permissions a user can get. Object Reference, "UserLicense", "PermissionSetLicense",
 * "PermissionSetLicenseAssign". The number of licences isn't limited here, so the fields that count them are left out.
 */
export const LICENCE_OBJECTS: readonly StandardObject[] = [
  {
    name: 'UserLicense',
    label: 'User License',
    labelPlural: 'User Licenses',
    keyPrefix: '100',
    ...SETUP,
    fields: [
      field('Name', 'Name', 'string', {
        length: 40,
        required: true,
        nameField: true,
        idLookup: true,
        permissionable: false,
      }),
      text('MasterLabel', 'Master Label', 80),
      status,
    ],
  },
  {
    name: 'PermissionSetLicense',
    label: 'Permission Set License',
    labelPlural: 'Permission Set Licenses',
    keyPrefix: '0PL',
    ...SETUP,
    fields: [
      field('DeveloperName', 'Developer Name', 'string', {
        length: 80,
        required: true,
        nameField: true,
        permissionable: false,
      }),
      text('MasterLabel', 'Permission Set License Label', 80),
      status,
    ],
  },
  {
    name: 'PermissionSetLicenseAssign',
    label: 'Permission Set License Assignment',
    labelPlural: 'Permission Set License Assignments',
    keyPrefix: '2LA',
    setup: true,
    fields: [
      lookup('PermissionSetLicenseId', 'Permission Set License ID', 'PermissionSetLicense', {
        required: true,
        updateable: false,
        permissionable: false,
      }),
      lookup('AssigneeId', 'User ID', 'User', {
        required: true,
        updateable: false,
        permissionable: false,
        childRelationshipName: 'PermissionSetLicenseAssignments',
      }),
    ],
  },
];
