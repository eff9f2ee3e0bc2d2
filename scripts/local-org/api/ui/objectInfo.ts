import { createHash } from 'node:crypto';
import { OrgError } from '../../org.ts';
import {
  type Describes,
  type FieldDescribe,
  type ObjectDescribe,
  createDescribes,
  fieldOf,
} from '../describe/describe.ts';
import { type Handler, type Resource, errorBody, notFound, ok } from '../resource.ts';

/** The id of the master record type. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

const DATA_TYPES: Readonly<Record<string, string>> = {
  combobox: 'ComboBox',
  datetime: 'DateTime',
  encryptedstring: 'EncryptedString',
  id: 'Reference',
  multipicklist: 'MultiPicklist',
  textarea: 'TextArea',
};

const dataType = (type: string): string => DATA_TYPES[type] ?? type.charAt(0).toUpperCase() + type.slice(1);

export const eTag = (value: unknown): string => createHash('md5').update(JSON.stringify(value)).digest('hex');

function nameFields(object: ObjectDescribe): readonly string[] {
  const compound = ['FirstName', 'LastName'].filter(
    (name) => fieldOf(object, name)?.compoundFieldName === 'Name',
  );
  return [...object.fields.filter(({ nameField }) => nameField).map(({ name }) => name), ...compound];
}

const fieldInfo = (field: FieldDescribe, describes: Describes): unknown => ({
  apiName: field.name,
  calculated: field.calculated,
  compound: false,
  compoundComponentName: null,
  compoundFieldName: field.compoundFieldName,
  controllerName: field.controllerName,
  controllingFields: field.controllerName === null ? [] : [field.controllerName],
  createable: field.createable,
  custom: field.custom,
  dataType: dataType(field.type),
  externalId: field.externalId,
  extraTypeInfo: field.extraTypeInfo,
  filterable: field.filterable,
  filteredLookupInfo: null,
  highScaleNumber: false,
  htmlFormatted: field.htmlFormatted,
  inlineHelpText: field.inlineHelpText,
  label: field.label,
  length: field.length,
  maskType: null,
  nameField: field.nameField,
  polymorphicForeignKey: field.referenceTo.length > 1,
  precision: field.precision,
  reference: field.type === 'reference',
  referenceTargetField: null,
  referenceToInfos: field.referenceTo.flatMap((apiName) => {
    const visible = describes.names().includes(apiName);
    return [{ apiName, nameFields: visible ? nameFields(describes.of(apiName)) : [] }];
  }),
  relationshipName: field.relationshipName,
  required: field.createable && !field.nillable && !field.defaultedOnCreate,
  scale: field.scale,
  searchPrefilterable: field.type === 'reference',
  sortable: field.sortable,
  unique: field.unique,
  updateable: field.updateable,
});

/** Object Info (User Interface API Developer Guide), in the caller's language and with their rights. */
export function objectInfo(name: string, describes: Describes): Record<string, unknown> {
  const object = describes.of(name);
  const types = object.recordTypeInfos.length > 0 ? object.recordTypeInfos : [];
  const info = {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: object.childRelationships
      .filter(({ relationshipName }) => relationshipName !== null)
      .map(({ childSObject, field, relationshipName }) => ({
        childObjectApiName: childSObject,
        fieldName: field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName,
      })),
    compactLayoutable: object.layoutable,
    createable: object.createable,
    custom: object.custom,
    defaultRecordTypeId:
      types.find((one) => one.defaultRecordTypeMapping)?.recordTypeId ?? MASTER_RECORD_TYPE,
    deletable: object.deletable,
    dependentFields: {},
    feedEnabled: object.feedEnabled,
    fields: Object.fromEntries(object.fields.map((field) => [field.name, fieldInfo(field, describes)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: object.layoutable,
    mruEnabled: object.mruEnabled,
    nameFields: nameFields(object),
    queryable: object.queryable,
    recordTypeInfos: Object.fromEntries(
      types.map(({ recordTypeId, name: typeName, available, defaultRecordTypeMapping, master }) => [
        recordTypeId,
        { available, defaultRecordTypeMapping, master, name: typeName, recordTypeId },
      ]),
    ),
    searchable: object.searchable,
    themeInfo: null,
    updateable: object.updateable,
  };
  return { ...info, eTag: eTag(info) };
}

function picklist(field: FieldDescribe, url: string): unknown {
  const values = field.picklistValues
    .filter(({ active }) => active)
    .map(({ label, value }) => ({ attributes: null, label, validFor: [], value }));
  const preset = field.picklistValues.find(({ defaultValue }) => defaultValue);
  const defaultValue = preset
    ? { attributes: null, label: preset.label, validFor: [], value: preset.value }
    : null;
  return { controllerValues: {}, defaultValue, eTag: eTag(values), url, values };
}

const isPicklist = ({ type }: FieldDescribe): boolean => type === 'picklist' || type === 'multipicklist';

const picklistOf: Handler = ({ param, caller, version }, { org }) => {
  const object = createDescribes(org, caller).of(param('object'));
  const root = `/services/data/v${version}/ui-api/object-info/${object.name}/picklist-values/${param('recordType')}`;
  if (param('field') === '') {
    const fields = object.fields.filter(isPicklist);
    const picklistFieldValues = Object.fromEntries(
      fields.map((field) => [field.name, picklist(field, `${root}/${field.name}`)]),
    );
    return ok({ eTag: eTag(picklistFieldValues), picklistFieldValues });
  }
  const field = fieldOf(object, param('field'));
  if (!field || !isPicklist(field)) throw notFound();
  return ok(picklist(field, `${root}/${field.name}`));
};

export const OBJECT_INFO_RESOURCES: readonly Resource[] = [
  {
    path: '/ui-api/object-info/batch/:names',
    handlers: {
      GET: ({ param, caller }, { org }) => {
        const describes = createDescribes(org, caller);
        const results = param('names')
          .split(',')
          .map((name) => {
            try {
              return { result: objectInfo(name, describes), statusCode: 200 };
            } catch (error) {
              if (error instanceof OrgError) return { result: errorBody(error), statusCode: error.status };
              throw error;
            }
          });
        return ok({ results });
      },
    },
  },
  {
    path: '/ui-api/object-info/:object',
    handlers: {
      GET: ({ param, caller }, { org }) => ok(objectInfo(param('object'), createDescribes(org, caller))),
    },
  },
  { path: '/ui-api/object-info/:object/picklist-values/:recordType', handlers: { GET: picklistOf } },
  { path: '/ui-api/object-info/:object/picklist-values/:recordType/:field', handlers: { GET: picklistOf } },
];
