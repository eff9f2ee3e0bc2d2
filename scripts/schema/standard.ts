import { ACCOUNT } from '../local-org/metadata/standard/account.ts';
import { CONTACT, ON_PERSON, SAME_NAME_ON_PERSON } from '../local-org/metadata/standard/contact.ts';
import { field, ownerField, systemFields } from '../local-org/schema/field.ts';
import { INSURANCE_POLICY } from '../local-org/metadata/standard/insurancePolicy.ts';
import { SETUP_OBJECTS } from '../local-org/metadata/standard/setup.ts';
import type { Field } from '../local-org/schema/model.ts';
import type { FieldMetadata } from './read.ts';

/** Describe types and their Metadata API names; every other type is a text. */
const METADATA_TYPES: Readonly<Record<string, string>> = {
  boolean: 'Checkbox',
  currency: 'Currency',
  double: 'Number',
  int: 'Number',
  percent: 'Percent',
  picklist: 'Picklist',
  multipicklist: 'MultiselectPicklist',
};

/** The standard objects that the local org knows, with all of their fields but the compound addresses. */
export function standardObjects(): Map<string, readonly FieldMetadata[]> {
  const objects = [ACCOUNT, CONTACT, INSURANCE_POLICY, ...SETUP_OBJECTS];
  return new Map(
    objects.map(({ name, fields }) => [
      name,
      [...standardFields(), ...fields, ...(name === 'Account' ? personFields() : [])].flatMap(fieldMetadata),
    ]),
  );
}

/** What every custom object has besides its own fields. One without a master also has an owner. */
export function customObjectFields(own: readonly FieldMetadata[]): readonly FieldMetadata[] {
  const hasMaster = own.some(({ type }) => type === 'MasterDetail');
  const name = field('Name', 'Name', 'string', { nillable: false });
  return [...standardFields(), name, ...(hasMaster ? [] : [ownerField])].flatMap(fieldMetadata);
}

const standardFields = (): readonly Field[] => systemFields({ deletable: true });

function personFields(): readonly Field[] {
  return (
    CONTACT.fields
      .filter(({ name }) => ON_PERSON.has(name))
      // A business account has none of these fields, the last name included.
      .map((person) => ({ ...person, nillable: person.type !== 'boolean', name: personName(person.name) }))
  );
}

const personName = (name: string): string => (SAME_NAME_ON_PERSON.has(name) ? name : `Person${name}`);

function fieldMetadata(standard: Field): FieldMetadata[] {
  if (standard.type === 'address') return [];
  return [
    {
      name: standard.name,
      type: METADATA_TYPES[standard.type] ?? 'Text',
      required: !standard.nillable,
      values: standard.picklist.map(({ value }) => value),
      restricted: standard.restrictedPicklist,
      referenceTo: standard.referenceTo,
      relationshipName: standard.relationshipName,
    },
  ];
}
