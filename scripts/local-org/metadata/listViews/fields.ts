/** What list views need to know of a field; describe results and the schema have it. */
export interface ListedField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly nameField: boolean;
  readonly relationshipName: string | null;
  readonly referenceTo: readonly string[];
}

export interface ListedObject {
  readonly name: string;
  readonly fields: readonly ListedField[];
}

/** The object of a name; undefined when there is none, or none that the user sees. */
export type Objects = (name: string) => ListedObject | undefined;

/** The field that a column or a filter of a list view names. */
export interface ListField {
  /** `Name`, `Owner.Alias`: as SOQL and the UI API have it. */
  readonly path: string;
  readonly field: ListedField;
  /** The lookup that leads to the field's record; null for a field of the listed record itself. */
  readonly lookup: ListedField | null;
}

/** Columns that have a name of their own in list views. Metadata API developer guide, "ListView", and retrieved list views. */
const COLUMN_PATHS: Readonly<Record<string, string>> = {
  NAME: 'Name',
  OBJECT_ID: 'Id',
  RECORDTYPE: 'RecordType.Name',
  'OWNER.ALIAS': 'Owner.Alias',
  'OWNER.FIRST_NAME': 'Owner.FirstName',
  'OWNER.LAST_NAME': 'Owner.LastName',
  'CORE.USERS.ALIAS': 'Owner.Alias',
  'CORE.USERS.FIRST_NAME': 'Owner.FirstName',
  'CORE.USERS.LAST_NAME': 'Owner.LastName',
  CREATED_DATE: 'CreatedDate',
  CREATEDBY_USER: 'CreatedBy.Name',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Alias',
  LAST_UPDATE: 'LastModifiedDate',
  UPDATEDBY_USER: 'LastModifiedBy.Name',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Alias',
  LAST_ACTIVITY: 'LastActivityDate',
  'ACCOUNT.PHONE1': 'Phone',
  'ACCOUNT.PHONE2': 'Fax',
  'ACCOUNT.SALES': 'AnnualRevenue',
  'ACCOUNT.EMPLOYEES': 'NumberOfEmployees',
  'ACCOUNT.URL': 'Website',
  'ACCOUNT.ADDRESS1_STREET': 'BillingStreet',
  'ACCOUNT.ADDRESS1_CITY': 'BillingCity',
  'ACCOUNT.ADDRESS1_STATE': 'BillingState',
  'ACCOUNT.ADDRESS1_ZIP': 'BillingPostalCode',
  'ACCOUNT.ADDRESS1_COUNTRY': 'BillingCountry',
};

/** Names of columns that custom objects have instead of the API names of standard fields. */
export const CUSTOM_OBJECT_COLUMNS: ReadonlySet<string> = new Set(
  Object.keys(COLUMN_PATHS).filter((name) => !name.startsWith('ACCOUNT.') && !name.startsWith('CORE.')),
);

const same = (a: string | null, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

function along(path: string, object: ListedObject, objects: Objects): ListField | undefined {
  const [first = '', second] = path.split('.');
  if (second === undefined) {
    const field = object.fields.find(({ name }) => same(name, first));
    return field && { path: field.name, field, lookup: null };
  }
  const lookup = object.fields.find(({ relationshipName }) => same(relationshipName, first));
  const targets = lookup?.referenceTo ?? [];
  const parent = objects(targets.includes('User') ? 'User' : (targets[0] ?? ''));
  const field = parent?.fields.find(({ name }) => same(name, second));
  if (lookup?.relationshipName == null || field === undefined) return undefined;
  return { path: `${lookup.relationshipName}.${field.name}`, field, lookup };
}

/** A lookup is shown and filtered by the name of the record that it leads to. */
function byName(found: ListField | undefined, objects: Objects): ListField | undefined {
  if (found?.lookup !== null || found.field.type !== 'reference') return found;
  const { referenceTo, relationshipName } = found.field;
  const parent = objects(referenceTo.includes('User') ? 'User' : (referenceTo[0] ?? ''));
  const field = parent?.fields.find(({ nameField }) => nameField);
  return relationshipName === null || field === undefined
    ? undefined
    : { path: `${relationshipName}.${field.name}`, field, lookup: found.field };
}

/**
 * The field of a column: by the list view's own names (`ACCOUNT.NAME`, `OWNER.ALIAS`), by API name, or a lookup by its
 * relationship. Undefined when there is no such field, or none that the user sees.
 */
export function listField(column: string, object: ListedObject, objects: Objects): ListField | undefined {
  const known = COLUMN_PATHS[column] ?? COLUMN_PATHS[column.replace(/^[A-Z0-9]+\./, '')];
  const own = column.slice(column.lastIndexOf('.') + 1).replaceAll('_', '');
  const lookup = object.fields.find(({ relationshipName }) => same(relationshipName, column));
  return (
    (known === undefined ? undefined : along(known, object, objects)) ??
    byName(along(column, object, objects), objects) ??
    byName(lookup && { path: lookup.name, field: lookup, lookup: null }, objects) ??
    (/^[A-Z0-9_.]+$/.test(column) ? along(own, object, objects) : undefined)
  );
}
