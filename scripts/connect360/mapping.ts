import type { Roles } from '../sync/config/config.ts';
import type { ObjectFields, OrgField, OrgObjects } from './orgFacts.ts';

type ObjectName = keyof OrgObjects;

const TEXT = ['string', 'picklist', 'textarea', 'combobox', 'email', 'phone'];

/** What config/sync.json asks of a field that it names. */
interface Mapped {
  /** Its place in the configuration: `roles.person.email`. */
  readonly place: string;
  readonly object: ObjectName;
  readonly name: string;
  /** Describe types that the job can read; any without it. */
  readonly types?: readonly string[];
  readonly isWritten: boolean;
}

/** `compared`: the fields of a policy that views are compared with. */
function mappedRoles(roles: Roles, compared: readonly string[]): readonly Mapped[] {
  const { person, business = {} } = roles;
  const read = (
    role: keyof Roles,
    object: ObjectName,
    name: string | null,
    types: readonly string[],
  ): readonly Mapped[] =>
    name === null ? [] : [{ place: `roles.${role}`, object, name, types, isWritten: false }];
  return [
    ...read('customerNumber', 'Account', roles.customerNumber, TEXT),
    ...read('isPersonAccount', 'Account', roles.isPersonAccount, ['boolean']),
    ...read('policyNumber', 'InsurancePolicy', roles.policyNumber, TEXT),
    ...read('policyAccount', 'InsurancePolicy', roles.policyAccount, ['reference']),
    ...read('policyBrand', 'InsurancePolicy', roles.policyBrand, TEXT),
    ...read('policyActive', 'InsurancePolicy', roles.policyActive, ['boolean']),
    ...written('person', person),
    ...written('business', business),
    ...compared.map((name): Mapped => ({
      place: 'comparedFields',
      object: 'InsurancePolicy',
      name,
      isWritten: false,
    })),
  ];
}

function written(group: string, fields: Readonly<Record<string, string | undefined>>): readonly Mapped[] {
  return Object.entries(fields).flatMap(([role, name]) =>
    name === undefined
      ? []
      : [{ place: `roles.${group}.${role}`, object: 'Account', name, types: TEXT, isWritten: true }],
  );
}

/** What keeps the job from using the fields that the configuration names, a sentence each with what to do. */
export function mappingProblems(
  roles: Roles,
  objects: OrgObjects,
  compared: readonly string[] = [],
): readonly string[] {
  const missing = (['Account', 'InsurancePolicy'] as const).filter((object) => objects[object] === null);
  if (missing.length > 0)
    return missing.map((object) =>
      object === 'InsurancePolicy'
        ? 'The org has no InsurancePolicy that you see: Financial Services Cloud (or Insurance) has to be on, and your user needs its licence.'
        : `You do not see ${object}: take the login of an administrator.`,
    );
  return mappedRoles(roles, compared).flatMap((mapped) => {
    const problem = problemOf(mapped, fieldOf(objects[mapped.object], mapped.name));
    return problem === undefined ? [] : [`${mapped.place}: ${problem}`];
  });
}

function fieldOf(fields: ObjectFields | null, name: string): OrgField | undefined {
  return fields?.get(name.toLowerCase());
}

function problemOf(
  { object, name, types, isWritten }: Mapped,
  field: OrgField | undefined,
): string | undefined {
  const api = `${object}.${name}`;
  if (name === 'IsPersonAccount' && field === undefined)
    return 'the org has no person accounts. Switch them on (Setup, Person Accounts) or name the field that tells persons from businesses.';
  if (field === undefined)
    return `there is no field ${api}. Put the API name of the field that holds it into config/sync.json.`;
  if (types && !types.includes(field.type))
    return `${api} is of type ${field.type}, and the job needs ${types.join(', ')}. Name another field in config/sync.json.`;
  if (isWritten && field.calculated)
    return `${api} is a formula, which nobody can write. Name the field that it is made of, or leave the role out.`;
  if (isWritten && !field.updateable)
    return `${api} can not be written, not even by you. Name another field, or leave the role out.`;
  return undefined;
}

/** What the job can do with the mapped fields but not in every case, a sentence each. */
export function mappingNotes(roles: Roles, objects: OrgObjects): readonly string[] {
  return mappedRoles(roles, []).flatMap(({ place, object, name, isWritten }) => {
    const field = fieldOf(objects[object], name);
    return isWritten && field?.nillable === false
      ? [
          `${place}: ${object}.${name} is required, so that a customer who removes it in the zone fails with REQUIRED_FIELD_MISSING. Make it optional, or leave the role out.`,
        ]
      : [];
  });
}

/** A field permission that the job's user needs besides those of CuZo_Sync. */
export interface MappedField {
  readonly field: string;
  readonly editable: boolean;
}

const ADDRESS_PART = /(Street|City|PostalCode|State|StateCode|Country|CountryCode)$/;

/**
 * The field that a permission is given on. A person account's contact data is the contact's: Account.PersonEmail is
 * Contact.Email, Account.Language__pc is Contact.Language__c (Object Reference, Person Account Record Types). Parts of an
 * address have the permission of the whole: Contact.MailingAddress.
 */
function permissionField(object: ObjectName, name: string): string {
  const onContact = /^Person(?=[A-Z])/.test(name) || name.endsWith('__pc');
  const bare = name.replace(/^Person(?=[A-Z])/, '').replace(/__pc$/, '__c');
  const isPart = /^(Mailing|Other|Billing|Shipping)/.test(bare) && ADDRESS_PART.test(bare);
  return `${onContact ? 'Contact' : object}.${isPart ? bare.replace(ADDRESS_PART, 'Address') : bare}`;
}

/**
 * The fields that the configuration maps and that `shipped` (the permission set CuZo_Sync) doesn't give. Only those that take a
 * field permission: a required field is refused in a permission set, and everybody reads it (`permissionable` of describe).
 */
export function mappedFields(
  roles: Roles,
  objects: OrgObjects,
  shipped: ReadonlySet<string>,
  compared: readonly string[] = [],
): readonly MappedField[] {
  const byField = new Map<string, boolean>();
  for (const { object, name, isWritten } of mappedRoles(roles, compared)) {
    const field = permissionField(object, name);
    const described = fieldOf(objects[object], name);
    // Describe of the account says nothing of the permissions of contact fields and of whole addresses, but that a required
    // field takes none.
    const takesPermission =
      field === `${object}.${name}` ? described?.permissionable === true : described?.nillable !== false;
    if (!takesPermission || shipped.has(field)) continue;
    byField.set(field, (byField.get(field) ?? false) || isWritten);
  }
  return [...byField]
    .map(([field, editable]) => ({ field, editable }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}
