import type { Field, FieldType, PicklistValue } from './model.ts';

const TEXT_LENGTHS: Readonly<Partial<Record<FieldType, number>>> = {
  id: 18,
  reference: 18,
  email: 80,
  phone: 40,
  url: 255,
  picklist: 255,
  multipicklist: 4099,
  string: 255,
  textarea: 32000,
};

/** The properties of a field besides name, label and type. */
export type FieldOptions = Partial<Omit<Field, 'label' | 'name' | 'picklist' | 'type'>> & {
  readonly values?: readonly string[];
  readonly picklist?: readonly PicklistValue[];
  readonly required?: boolean;
  readonly readOnly?: boolean;
};

/** A complete field from the given properties; the rest is what describe returns for a plain field of that type. */
export function field(name: string, label: string, type: FieldType, options: FieldOptions = {}): Field {
  const { values, required, readOnly, ...given } = options;
  const number = type === 'currency' || type === 'double' || type === 'percent';
  return {
    name,
    label,
    type,
    length: TEXT_LENGTHS[type] ?? 0,
    precision: number ? 18 : 0,
    scale: type === 'currency' ? 2 : 0,
    custom: false,
    nillable: required !== true && type !== 'boolean',
    createable: readOnly !== true,
    updateable: readOnly !== true,
    defaultedOnCreate: type === 'boolean',
    externalId: false,
    idLookup: false,
    unique: false,
    caseSensitive: false,
    referenceTo: [],
    relationshipName: type === 'reference' ? name.replace(/Id$/, '') : null,
    childRelationshipName: null,
    masterDetail: false,
    onParentDelete: 'clear',
    writeRequiresMasterRead: false,
    restrictedPicklist: false,
    picklist: values?.map((value) => ({ value, label: value, active: true, defaultValue: false })) ?? [],
    defaultValue: null,
    formula: null,
    blankAsZero: false,
    autoNumber: null,
    helpText: null,
    permissionable: required !== true && type !== 'id',
    compoundFieldName: null,
    nameField: false,
    htmlFormatted: false,
    personOf: null,
    ...given,
  };
}

/** A lookup to one or several standard objects. */
export function lookup(
  name: string,
  label: string,
  to: string | readonly string[],
  options: FieldOptions = {},
): Field {
  return field(name, label, 'reference', { referenceTo: typeof to === 'string' ? [to] : to, ...options });
}

const SYSTEM = { readOnly: true, permissionable: false, nillable: false, defaultedOnCreate: true } as const;

/** The fields that every object has. */
export function systemFields(options: { readonly deletable: boolean }): readonly Field[] {
  return [
    field('Id', 'Record ID', 'id', { ...SYSTEM, idLookup: true }),
    ...(options.deletable ? [field('IsDeleted', 'Deleted', 'boolean', SYSTEM)] : []),
    field('CreatedDate', 'Created Date', 'datetime', SYSTEM),
    lookup('CreatedById', 'Created By ID', 'User', SYSTEM),
    field('LastModifiedDate', 'Last Modified Date', 'datetime', SYSTEM),
    lookup('LastModifiedById', 'Last Modified By ID', 'User', SYSTEM),
    field('SystemModstamp', 'System Modstamp', 'datetime', SYSTEM),
  ];
}

export const ownerField: Field = lookup('OwnerId', 'Owner ID', 'User', {
  permissionable: false,
  nillable: false,
  defaultedOnCreate: true,
});

export const recordTypeField: Field = lookup('RecordTypeId', 'Record Type ID', 'RecordType', {
  permissionable: false,
  defaultedOnCreate: true,
});

/** An address: the compound field and its parts. */
export function address(prefix: string, label: string): readonly Field[] {
  const compoundFieldName = `${prefix}Address`;
  const part = (name: string, type: FieldType, length: number): Field =>
    field(
      `${prefix}${name}`,
      `${label} ${name === 'PostalCode' ? 'Zip/Postal Code' : name === 'State' ? 'State/Province' : name}`,
      type,
      {
        length,
        compoundFieldName,
      },
    );
  const coordinate = (name: string): Field =>
    field(`${prefix}${name}`, `${label} ${name}`, 'double', { precision: 18, scale: 15, compoundFieldName });
  return [
    part('Street', 'textarea', 255),
    part('City', 'string', 40),
    part('State', 'string', 80),
    part('PostalCode', 'string', 20),
    part('Country', 'string', 80),
    coordinate('Latitude'),
    coordinate('Longitude'),
    field(`${prefix}GeocodeAccuracy`, `${label} Geocode Accuracy`, 'picklist', {
      length: 40,
      compoundFieldName,
    }),
    field(compoundFieldName, `${label} Address`, 'address', { createable: false, updateable: false }),
  ];
}

/** The declaration of a standard object; the system fields are added automatically. */
export interface StandardObject {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly fields: readonly Field[];
  readonly setup?: boolean;
  readonly deletable?: boolean;
  readonly readOnly?: boolean;
  readonly sharing?: 'ControlledByParent' | 'Private' | 'Read' | 'ReadWrite';
}
