import { type JsonRecord, OrgError } from '../org.ts';
import type { OrgState } from '../store/state.ts';
import { withChecksum } from '../store/recordIds.ts';
import type { Rights } from '../schema/rights.ts';
import type { Labels } from './labels.ts';
import { isAggregatable, isFilterable, isGroupable, isSortable } from '../schema/fieldUse.ts';
import { type Field, type SObject, objectOf } from '../schema/model.ts';

/** The master record type, which describe lists for every object. */
const MASTER_RECORD_TYPE = withChecksum('012000000000000');

const SOAP_TYPES: Readonly<Record<Field['type'], string>> = {
  address: 'urn:address',
  boolean: 'xsd:boolean',
  currency: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  double: 'xsd:double',
  email: 'xsd:string',
  encryptedstring: 'xsd:string',
  id: 'tns:ID',
  int: 'xsd:int',
  multipicklist: 'xsd:string',
  percent: 'xsd:double',
  phone: 'xsd:string',
  picklist: 'xsd:string',
  reference: 'tns:ID',
  string: 'xsd:string',
  textarea: 'xsd:string',
  time: 'xsd:time',
  url: 'xsd:string',
};

const isLong = (field: Field): boolean => field.type === 'textarea' && field.length > 255;

const calculatedFormula = (field: Field): string | null => field.formula;

const defaultFormula = (field: Field): string | null =>
  field.type === 'boolean' ? null : field.defaultValue;

const defaultValue = (field: Field): boolean | null =>
  field.type === 'boolean' ? field.defaultValue === 'true' : null;

function extraTypeInfo(field: Field): string | null {
  if (field.htmlFormatted) return 'richtextarea';
  if (field.type !== 'textarea') return null;
  return field.custom && isLong(field) ? 'plaintextarea' : null;
}

function describeField(object: SObject, field: Field, labels: Labels, rights: Rights): JsonRecord {
  const { label, helpText } = labels.field(object, field);
  const editable = rights.canEditField(object, field);
  const isMaster = field.masterDetail;
  return {
    aggregatable: isAggregatable(field),
    aiPredictionField: false,
    autoNumber: field.autoNumber !== null,
    byteLength: field.length * 3,
    calculated: field.formula !== null,
    calculatedFormula: calculatedFormula(field),
    cascadeDelete: field.type === 'reference' && field.onParentDelete === 'cascade',
    caseSensitive: field.caseSensitive,
    compoundFieldName: field.compoundFieldName,
    controllerName: null,
    createable: field.createable && editable,
    custom: field.custom,
    defaultValue: defaultValue(field),
    defaultValueFormula: defaultFormula(field),
    defaultedOnCreate: field.defaultedOnCreate,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    displayLocationInDecimal: false,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: extraTypeInfo(field),
    filterable: isFilterable(field),
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: field.formula !== null && field.blankAsZero,
    groupable: isGroupable(field),
    highScaleNumber: false,
    htmlFormatted: field.htmlFormatted,
    idLookup: field.idLookup,
    inlineHelpText: helpText,
    label,
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: field.name === 'OwnerId',
    nillable: field.nillable,
    permissionable: field.permissionable,
    picklistValues: field.picklist.map((value) => ({
      active: value.active,
      defaultValue: value.defaultValue,
      label: labels.picklistValue(object, field, value.value),
      validFor: null,
      value: value.value,
    })),
    polymorphicForeignKey: false,
    precision: field.type === 'int' ? 0 : field.precision,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    relationshipOrder: isMaster ? 0 : null,
    restrictedDelete: field.onParentDelete === 'restrict',
    restrictedPicklist: field.restrictedPicklist,
    scale: field.scale,
    searchPrefilterable: false,
    soapType: SOAP_TYPES[field.type],
    sortable: isSortable(field),
    type: field.type,
    unique: field.unique,
    updateable: field.updateable && editable,
    writeRequiresMasterRead: field.writeRequiresMasterRead,
  };
}

function summary(object: SObject, labels: Labels, rights: Rights): JsonRecord {
  const allowed = rights.object(object);
  const { label, labelPlural } = labels.object(object);
  const base = `/services/data/v66.0/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: object.createable && allowed.create,
    custom: object.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: object.deletable && allowed.delete,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: object.name === 'Account',
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label,
    labelPlural,
    layoutable: !object.setup,
    mergeable: object.name === 'Account' || object.name === 'Contact',
    mruEnabled: !object.setup,
    name: object.name,
    queryable: true,
    replicateable: true,
    retrieveable: true,
    searchable: !object.setup,
    triggerable: !object.setup,
    undeletable: object.deletable && allowed.delete,
    updateable: object.updateable && allowed.edit,
    urls: {
      describe: `${base}/describe`,
      layouts: `${base}/describe/layouts`,
      rowTemplate: `${base}/{ID}`,
      sobject: base,
    },
  };
}

/** The objects that the user may read, as describeGlobal lists them. */
export function describeGlobal(state: OrgState, rights: Rights, labels: Labels): readonly JsonRecord[] {
  return [...state.schema.objects.values()]
    .filter((object) => rights.object(object).read)
    .map((object) => summary(object, labels, rights))
    .sort((one, other) => String(one.name).localeCompare(String(other.name)));
}

const PERSON_SUFFIX = /__pc$|__pr$/i;

function childRelationships(state: OrgState, rights: Rights, object: SObject): readonly JsonRecord[] {
  return (state.schema.children.get(object.name.toLowerCase()) ?? []).flatMap(({ childObject, field }) => {
    const child = objectOf(state.schema, childObject);
    if (
      child === undefined ||
      !rights.object(child).read ||
      !rights.canReadField(child, field) ||
      PERSON_SUFFIX.test(field.name)
    )
      return [];
    return [
      {
        cascadeDelete: field.onParentDelete === 'cascade',
        childSObject: childObject,
        deprecatedAndHidden: false,
        field: field.name,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: field.childRelationshipName,
        restrictedDelete: field.onParentDelete === 'restrict',
      },
    ];
  });
}

function recordTypeInfos(state: OrgState, object: SObject, labels: Labels): readonly JsonRecord[] {
  const ids = new Map(
    state.database
      .prepare('SELECT Id, DeveloperName FROM RecordType WHERE SobjectType = ?')
      .all(object.name)
      .map((row) => [String(row.DeveloperName), String(row.Id)]),
  );
  const info = (
    recordTypeId: string,
    developerName: string,
    name: string,
    master: boolean,
    active: boolean,
  ): JsonRecord => ({
    active,
    available: active,
    defaultRecordTypeMapping: master,
    developerName,
    master,
    name,
    recordTypeId,
    urls: { layout: `/services/data/v66.0/sobjects/${object.name}/describe/layouts/${recordTypeId}` },
  });
  return [
    ...object.recordTypes.map((type) =>
      info(ids.get(type.name) ?? '', type.name, labels.recordType(object, type.name), false, type.active),
    ),
    info(MASTER_RECORD_TYPE, 'Master', 'Master', true, true),
  ];
}

/**
 * DescribeSObjectResult of an object as the user sees it. Throws NOT_FOUND when the user has no access. SOAP API developer
 * guide, "DescribeSObjectResult".
 */
export function describe(state: OrgState, rights: Rights, labels: Labels, name: string): JsonRecord {
  const object = objectOf(state.schema, name);
  if (object === undefined || !rights.object(object).read) {
    throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
  }
  return {
    actionOverrides: [],
    ...summary(object, labels, rights),
    childRelationships: childRelationships(state, rights, object),
    compactLayoutable: !object.setup,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: [...object.fields.values()]
      .filter((field) => rights.canReadField(object, field))
      .map((field) => describeField(object, field, labels, rights)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: recordTypeInfos(state, object, labels),
    searchLayoutable: !object.setup,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [{ label: 'All', name: 'everything' }],
  };
}
