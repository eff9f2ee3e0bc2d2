import type { Field, FieldType, PicklistValue } from '../schema/model.ts';
import { field } from '../schema/field.ts';
import { type XmlContent, elements, flagOf, numberOf, textOf } from './xml.ts';

/** Metadata API `FieldType` -> describe type. */
export const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  Html: 'textarea',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Text: 'string',
  TextArea: 'textarea',
  Time: 'time',
  Url: 'url',
};

const AUTO_NUMBER_LENGTH = 30;
const FORMULA_TEXT_LENGTH = 1300;
const TEXT_AREA_LENGTH = 255;

/** The describe type of a Metadata API field type; undefined when the org doesn't support it. */
export function fieldTypeOf(metadataType: string): FieldType | undefined {
  return FIELD_TYPES[metadataType];
}

function valueOf(value: XmlContent): PicklistValue {
  const name = textOf(value, 'fullName') ?? '';
  return {
    value: name,
    label: textOf(value, 'label') ?? name,
    active: textOf(value, 'isActive') !== 'false',
    defaultValue: flagOf(value, 'default'),
  };
}

/** The values of a standard, global or local value set. */
export function picklistValues(content: XmlContent, element: string): readonly PicklistValue[] {
  return elements(content, element).map(valueOf);
}

function picklistOf(
  content: XmlContent,
  globalSets: ReadonlyMap<string, readonly PicklistValue[]>,
): readonly PicklistValue[] {
  const valueSet = elements(content, 'valueSet')[0];
  if (valueSet === undefined) return [];
  const global = textOf(valueSet, 'valueSetName');
  if (global !== null) return globalSets.get(global) ?? [];
  return elements(valueSet, 'valueSetDefinition').flatMap((definition) =>
    picklistValues(definition, 'value'),
  );
}

function lengthOf(metadataType: string, formula: string | null, content: XmlContent): number | undefined {
  if (formula !== null) return metadataType === 'Text' ? FORMULA_TEXT_LENGTH : undefined;
  if (metadataType === 'TextArea') return TEXT_AREA_LENGTH;
  if (metadataType === 'AutoNumber') return AUTO_NUMBER_LENGTH;
  const length = numberOf(content, 'length', 0);
  return length === 0 ? undefined : length;
}

function deleteRule(content: XmlContent, masterDetail: boolean): Field['onParentDelete'] {
  if (masterDetail || textOf(content, 'deleteConstraint') === 'Cascade') return 'cascade';
  return textOf(content, 'deleteConstraint') === 'Restrict' ? 'restrict' : 'clear';
}

/**
 * The field that a CustomField element of an object declares. Metadata API developer guide, "CustomField"; what describe says
 * of each type: SOAP API developer guide, "Field Types".
 */
export function customField(
  content: XmlContent,
  globalSets: ReadonlyMap<string, readonly PicklistValue[]>,
): Field {
  const name = textOf(content, 'fullName') ?? '';
  const metadataType = textOf(content, 'type') ?? 'Text';
  const formula = textOf(content, 'formula');
  const masterDetail = metadataType === 'MasterDetail';
  const required = flagOf(content, 'required') || masterDetail;
  const autoNumber = metadataType === 'AutoNumber' ? (textOf(content, 'displayFormat') ?? '{0}') : null;
  const readOnly = formula !== null || autoNumber !== null;
  const reference = metadataType === 'Lookup' || masterDetail;
  const type = FIELD_TYPES[metadataType] ?? 'string';
  const length = lengthOf(metadataType, formula, content);
  const scale = numberOf(content, 'scale', 0);
  const childName = textOf(content, 'relationshipName');
  return field(name, textOf(content, 'label') ?? name, type, {
    custom: true,
    ...(length === undefined ? {} : { length }),
    precision: numberOf(
      content,
      'precision',
      type === 'double' || type === 'currency' || type === 'percent' ? 18 : 0,
    ),
    scale,
    nillable: !required && type !== 'boolean' && autoNumber === null,
    createable: !readOnly,
    updateable: !readOnly && !(masterDetail && !flagOf(content, 'reparentableMasterDetail')),
    defaultedOnCreate: type === 'boolean' || autoNumber !== null,
    externalId: flagOf(content, 'externalId'),
    idLookup: flagOf(content, 'externalId'),
    unique: flagOf(content, 'unique') || (autoNumber !== null && flagOf(content, 'externalId')),
    caseSensitive: flagOf(content, 'caseSensitive'),
    referenceTo: reference ? [textOf(content, 'referenceTo') ?? ''] : [],
    relationshipName: reference ? name.replace(/__c$/i, '__r') : null,
    childRelationshipName: reference && childName !== null ? `${childName}__r` : null,
    masterDetail,
    onParentDelete: deleteRule(content, masterDetail),
    writeRequiresMasterRead: flagOf(content, 'writeRequiresMasterRead'),
    restrictedPicklist: elements(content, 'valueSet').some(
      (set) => flagOf(set, 'restricted') || textOf(set, 'valueSetName') !== null,
    ),
    picklist: picklistOf(content, globalSets),
    defaultValue: textOf(content, 'defaultValue'),
    formula,
    blankAsZero: textOf(content, 'formulaTreatBlanksAs') !== 'BlankAsBlank',
    autoNumber,
    helpText: textOf(content, 'inlineHelpText'),
    permissionable: !required,
    htmlFormatted: metadataType === 'Html',
  });
}
