import { USER_PERMISSIONS } from './elementTypes.ts';
import { grantedBeyondLicence, heldBeyondLicence, notSaved } from '../store/licences.ts';
import { INTEGRATION_LICENCE } from '../store/profiles.ts';
import { securityName } from '../store/rights.ts';
import { otherLicence } from '../store/setLicences.ts';
import { ofType } from '../schema/components.ts';
import { type Field, type Schema, type SObject, fieldOf, objectOf } from '../schema/model.ts';
import { type Candidate, type Problem, missing } from './problem.ts';
import { type XmlContent, elements, flagOf, textOf } from './xml.ts';

/** The field that a permission names: person fields of an account are named by Contact. */
function permissionField(
  schema: Schema,
  fullName: string,
): { readonly object: SObject; readonly field: Field } | undefined {
  const [objectName = '', fieldName = ''] = fullName.split('.');
  const object = objectOf(schema, objectName);
  const field = object === undefined ? undefined : fieldOf(object, fieldName);
  return object === undefined || field === undefined ? undefined : { object, field };
}

function fieldPermissionProblems(schema: Schema, entry: XmlContent): readonly Problem[] {
  const name = textOf(entry, 'field') ?? '';
  const at = `<field>${name}</field>`;
  const found = permissionField(schema, name);
  if (found === undefined || securityName(found.object, found.field) !== name.toLowerCase())
    return [missing('field', 'CustomField', name, at)];
  if (!found.field.permissionable) return [{ message: `You cannot deploy to a required field: ${name}`, at }];
  const writable =
    found.field.formula === null &&
    found.field.autoNumber === null &&
    (found.field.createable || found.field.type === 'address');
  if (flagOf(entry, 'editable') && !writable)
    return [{ message: `Field ${name} is not editable: a read-only field can not be given edit access`, at }];
  return [];
}

function objectPermissionProblems(schema: Schema, entry: XmlContent): readonly Problem[] {
  const name = textOf(entry, 'object') ?? '';
  const at = `<object>${name}</object>`;
  if (objectOf(schema, name) === undefined) return [missing('field', 'CustomObject', name, at)];
  const chain: readonly (readonly [string, string, string, string])[] = [
    ['allowCreate', 'allowRead', 'Create', 'Read'],
    ['allowEdit', 'allowRead', 'Edit', 'Read'],
    ['allowDelete', 'allowEdit', 'Delete', 'Edit'],
    ['viewAllRecords', 'allowRead', 'View All', 'Read'],
    ['modifyAllRecords', 'allowDelete', 'Modify All', 'Delete'],
    ['modifyAllRecords', 'viewAllRecords', 'Modify All', 'View All'],
  ];
  const broken = chain.find(([right, needs]) => flagOf(entry, right) && !flagOf(entry, needs));
  return broken === undefined
    ? []
    : [{ message: `Permission ${broken[2]} ${name} depends on permission(s): ${broken[3]} ${name}`, at }];
}

/** Reading a detail object requires reading its master. */
function masterProblems(schema: Schema, content: XmlContent): readonly Problem[] {
  const readable = new Set(
    elements(content, 'objectPermissions')
      .filter((entry) => flagOf(entry, 'allowRead'))
      .map((entry) => (textOf(entry, 'object') ?? '').toLowerCase()),
  );
  return [...readable].flatMap((name) => {
    const object = objectOf(schema, name);
    const master =
      object === undefined ? undefined : [...object.fields.values()].find((field) => field.masterDetail);
    const parent = master?.referenceTo[0];
    if (object === undefined || parent === undefined || readable.has(parent.toLowerCase())) return [];
    return [
      {
        message: `Permission Read ${object.name} depends on permission(s): Read ${parent}`,
        at: `<object>${object.name}</object>`,
      },
    ];
  });
}

/** User permissions that the org doesn't know: afawcett/forcedotcom-enterprise-architecture issue 3. */
const userPermissionProblems = (content: XmlContent): readonly Problem[] =>
  elements(content, 'userPermissions').flatMap((entry) => {
    const name = textOf(entry, 'name') ?? '';
    return USER_PERMISSIONS.has(name)
      ? []
      : [{ message: `Unknown user permission: ${name}`, at: `<name>${name}</name>` }];
  });

/** Entries that occur twice in a permission set; the message is Salesforce's for DUPLICATE_VALUE. */
function duplicateProblems(content: XmlContent): readonly Problem[] {
  const keyed = { fieldPermissions: 'field', objectPermissions: 'object', userPermissions: 'name' };
  return Object.entries(keyed).flatMap(([element, key]) => {
    const names = elements(content, element).map((entry) => (textOf(entry, key) ?? '').toLowerCase());
    const again = names.find((name, index) => names.indexOf(name) !== index);
    return again === undefined ? [] : [{ message: `Duplicate ${element} found: ${again}`, at: `<${key}>` }];
  });
}

/** Refuses a change of a permission set when a user has it whose licence doesn't allow what it grants now. */
function licenceProblems(
  { schema, setsOfLimitedUsers }: Candidate,
  name: string,
  content: XmlContent,
): readonly Problem[] {
  if (!setsOfLimitedUsers.has(name)) return [];
  const message = heldBeyondLicence(schema, textOf(content, 'label') ?? name, grantsOf(content));
  return message === undefined ? [] : [{ message }];
}

const grantsOf = (content: XmlContent): Parameters<typeof grantedBeyondLicence>[1] =>
  elements(content, 'objectPermissions').map((entry) => ({
    object: textOf(entry, 'object') ?? '',
    read: flagOf(entry, 'allowRead'),
  }));

/** Refuses a licence that the org doesn't have, that doesn't allow what the set grants, or that those who have the set don't have. */
function ownLicenceProblems(
  { schema, licences, licencesOfHolders }: Candidate,
  name: string,
  content: XmlContent,
): readonly Problem[] {
  const licence = textOf(content, 'license');
  if (licence === null || licence === '') return [];
  const at = `<license>${licence}</license>`;
  const known = licences.get(licence);
  if (known === undefined) return [{ message: `In field: license - no License named ${licence} found`, at }];
  if (known.object === 'PermissionSetLicense') return [];
  const beyond =
    licence === INTEGRATION_LICENCE ? grantedBeyondLicence(schema, grantsOf(content)) : undefined;
  if (beyond !== undefined) return [{ message: beyond, at }];
  const other = licencesOfHolders.get(name)?.find((each) => each !== licence);
  return other === undefined
    ? []
    : [{ message: notSaved(textOf(content, 'label') ?? name, other, otherLicence(licence, other)), at }];
}

/** The problems of a permission set. */
export function permissionSetProblems(
  candidate: Candidate,
  name: string,
  content: XmlContent,
): readonly Problem[] {
  const { schema, components } = candidate;
  const named = (element: string, child: string, type: string): readonly Problem[] =>
    elements(content, element).flatMap((entry) => {
      const name = textOf(entry, child) ?? '';
      return ofType(components, type).has(name)
        ? []
        : [missing(child, type, name, `<${child}>${name}</${child}>`)];
    });
  return [
    ...elements(content, 'objectPermissions').flatMap((entry) => objectPermissionProblems(schema, entry)),
    ...masterProblems(schema, content),
    ...elements(content, 'fieldPermissions').flatMap((entry) => fieldPermissionProblems(schema, entry)),
    ...duplicateProblems(content),
    ...userPermissionProblems(content),
    ...ownLicenceProblems(candidate, name, content),
    ...licenceProblems(candidate, name, content),
    ...named('classAccesses', 'apexClass', 'ApexClass'),
    ...named('pageAccesses', 'apexPage', 'ApexPage'),
    ...named('flowAccesses', 'flow', 'Flow'),
    ...named('customMetadataTypeAccesses', 'name', 'CustomObject'),
    ...named('customSettingAccesses', 'name', 'CustomObject'),
    ...named('externalDataSourceAccesses', 'externalDataSource', 'ExternalDataSource'),
    ...named('recordTypeVisibilities', 'recordType', 'RecordType'),
    ...named('customPermissions', 'name', 'CustomPermission'),
    ...named('applicationVisibilities', 'application', 'CustomApplication').filter(
      ({ at }) => !(at ?? '').includes('<application>standard__'),
    ),
    ...named('tabSettings', 'tab', 'CustomTab').filter(({ at }) => !(at ?? '').includes('<tab>standard-')),
  ];
}
