import type { Caller, Org } from '../../org.ts';

/** What the APIs use of a field of DescribeSObjectResult. */
export interface FieldDescribe {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly calculated: boolean;
  readonly custom: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly idLookup: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly nameField: boolean;
  readonly htmlFormatted: boolean;
  readonly extraTypeInfo: string | null;
  readonly inlineHelpText: string | null;
  readonly controllerName: string | null;
  readonly compoundFieldName: string | null;
  readonly restrictedPicklist: boolean;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly picklistValues: readonly PicklistValue[];
}

export interface PicklistValue {
  readonly active: boolean;
  readonly defaultValue: boolean;
  readonly label: string;
  readonly value: string;
}

export interface ChildRelationship {
  readonly childSObject: string;
  readonly field: string;
  readonly relationshipName: string | null;
}

export interface RecordTypeInfo {
  readonly recordTypeId: string;
  readonly name: string;
  readonly developerName: string;
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly master: boolean;
}

export interface ObjectDescribe {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  readonly searchable: boolean;
  readonly layoutable: boolean;
  readonly mruEnabled: boolean;
  readonly feedEnabled: boolean;
  readonly fields: readonly FieldDescribe[];
  readonly childRelationships: readonly ChildRelationship[];
  readonly recordTypeInfos: readonly RecordTypeInfo[];
}

/** Describe results of one request, cached per object. */
export interface Describes {
  /** The object as the caller sees it. Throws what `Org.describe` throws. */
  readonly of: (object: string) => ObjectDescribe;
  /** Canonical names of the objects that the caller can see. */
  readonly names: () => readonly string[];
  /** The object of a record id, by its key prefix. */
  readonly ofId: (id: string) => string | undefined;
}

export function createDescribes(org: Org, caller: Caller): Describes {
  const known = new Map<string, ObjectDescribe>();
  let global: readonly { readonly name: string; readonly keyPrefix: string | null }[] | undefined;
  const all = (): NonNullable<typeof global> =>
    (global ??= org.describeGlobal(caller) as unknown as NonNullable<typeof global>);
  return {
    of: (object) => {
      const found = known.get(object);
      if (found) return found;
      const described = org.describe(object, caller) as unknown as ObjectDescribe;
      known.set(object, described);
      return described;
    },
    names: () => all().map(({ name }) => name),
    ofId: (id) => all().find(({ keyPrefix }) => keyPrefix !== null && keyPrefix === id.slice(0, 3))?.name,
  };
}

/** The field of that name, in any case. */
export const fieldOf = ({ fields }: ObjectDescribe, name: string): FieldDescribe | undefined =>
  fields.find((field) => field.name.toLowerCase() === name.toLowerCase());

/** The reference field of a parent relationship such as Owner. */
export const referenceOf = ({ fields }: ObjectDescribe, relationship: string): FieldDescribe | undefined =>
  fields.find((field) => field.relationshipName?.toLowerCase() === relationship.toLowerCase());

/** The name field of the object; `Name` when it has none. */
export const nameFieldOf = ({ fields }: ObjectDescribe): string | undefined =>
  fields.find(({ nameField }) => nameField)?.name;
