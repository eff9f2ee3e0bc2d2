/** The types of a field, as DescribeSObjectResult names them. */
export type FieldType =
  | 'address'
  | 'boolean'
  | 'currency'
  | 'date'
  | 'datetime'
  | 'double'
  | 'email'
  | 'encryptedstring'
  | 'id'
  | 'int'
  | 'multipicklist'
  | 'percent'
  | 'phone'
  | 'picklist'
  | 'reference'
  | 'string'
  | 'textarea'
  | 'time'
  | 'url';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly defaultValue: boolean;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Length of a text field; 0 for other types. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly custom: boolean;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly externalId: boolean;
  readonly idLookup: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly referenceTo: readonly string[];
  /** The relationship name of the parent in SOQL and JSON: `Owner`, `Parent__r`. */
  readonly relationshipName: string | null;
  /** The relationship name of the children: `Contacts`, `Gadgets__r`. */
  readonly childRelationshipName: string | null;
  readonly masterDetail: boolean;
  /** What happens to the child when the parent is deleted. */
  readonly onParentDelete: 'cascade' | 'clear' | 'restrict';
  readonly writeRequiresMasterRead: boolean;
  readonly restrictedPicklist: boolean;
  readonly picklist: readonly PicklistValue[];
  /** A formula or literal in metadata syntax. */
  readonly defaultValue: string | null;
  readonly formula: string | null;
  readonly blankAsZero: boolean;
  /** The display format of an auto number: `W-{0000}`. */
  readonly autoNumber: string | null;
  readonly helpText: string | null;
  readonly permissionable: boolean;
  /** `BillingAddress` for BillingStreet, `Name` for LastName. */
  readonly compoundFieldName: string | null;
  readonly nameField: boolean;
  readonly htmlFormatted: boolean;
  /** The Contact field that an Account field of a person mirrors. */
  readonly personOf: string | null;
}

export interface RecordType {
  readonly name: string;
  readonly label: string;
  readonly active: boolean;
  readonly personType: boolean;
  /** Field name in lower case -> the values that the record type allows. */
  readonly picklists: ReadonlyMap<string, readonly string[]>;
}

export interface ValidationRule {
  readonly name: string;
  readonly active: boolean;
  readonly formula: string;
  readonly message: string;
  readonly errorField: string | null;
}

export type Sharing = 'ControlledByParent' | 'Private' | 'Read' | 'ReadWrite';

export interface SObject {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly sharing: Sharing;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  /** Set-up objects can be read by everybody and written by administrators only. */
  readonly setup: boolean;
  /** The object that this share object belongs to: `Account` for AccountShare. Null for all others. */
  readonly shareOf: string | null;
  /** By name in lower case, in the order of describe. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly recordTypes: readonly RecordType[];
  readonly validationRules: readonly ValidationRule[];
}

export interface ChildRelationship {
  readonly childObject: string;
  readonly field: Field;
}

/** The objects and fields of the org, from the standard objects and what was deployed. */
export interface Schema {
  /** By name in lower case. */
  readonly objects: ReadonlyMap<string, SObject>;
  /** Parent object in lower case -> the lookups that refer to it. */
  readonly children: ReadonlyMap<string, readonly ChildRelationship[]>;
  readonly personAccounts: boolean;
}

/** The object of that name, in any case, or undefined. */
export function objectOf(schema: Schema, name: string): SObject | undefined {
  return schema.objects.get(name.toLowerCase());
}

/** The field of that name, in any case, or undefined. */
export function fieldOf(object: SObject, name: string): Field | undefined {
  return object.fields.get(name.toLowerCase());
}

/** Whether the field has a column: formulas and compound fields don't. */
export function isStored(field: Field): boolean {
  return field.formula === null && field.type !== 'address';
}
