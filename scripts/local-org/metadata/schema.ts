import { type Components, ofType } from '../schema/components.ts';
import { customField, picklistValues } from './customField.ts';
import type {
  ChildRelationship,
  Field,
  PicklistValue,
  RecordType,
  Schema,
  Sharing,
  SObject,
  ValidationRule,
} from '../schema/model.ts';
import { type Features, NO_FEATURES } from '../schema/features.ts';
import { withCountryCodes } from './countryPicklists.ts';
import { shareObject } from './shareObjects.ts';
import { DEFAULT_PERSON_TYPE, withPersonFields } from './personAccount.ts';
import { field, ownerField, recordTypeField, systemFields, type StandardObject } from '../schema/field.ts';
import { STANDARD_OBJECTS } from './standard/objects.ts';
import { STANDARD_VALUE_SETS } from './standard/valueSets.ts';
import { type XmlContent, elements, flagOf, numberOf, textOf } from './xml.ts';

const byName = (fields: readonly Field[]): Map<string, Field> =>
  new Map(fields.map((each) => [each.name.toLowerCase(), each]));

/** The org-wide default of a standard object: as deployed, else as set in the features, else its standard value. */
function sharingOf(standard: StandardObject, components: Components, features: Features): Sharing {
  const content = ofType(components, 'CustomObject').get(standard.name)?.content ?? {};
  const owned = standard.fields.some(({ name }) => name === 'OwnerId');
  const switched =
    features.sharing[standard.name.toLowerCase()] ?? (owned ? features.sharing['*'] : undefined);
  return SHARING[textOf(content, 'sharingModel') ?? ''] ?? switched ?? standard.sharing ?? 'ReadWrite';
}

function standardObject(standard: StandardObject, sharing: Sharing): SObject {
  const deletable = standard.deletable !== false;
  return {
    name: standard.name,
    label: standard.label,
    labelPlural: standard.labelPlural,
    keyPrefix: standard.keyPrefix,
    custom: false,
    sharing,
    createable: standard.readOnly !== true,
    updateable: standard.readOnly !== true,
    deletable: deletable && standard.readOnly !== true,
    setup: standard.setup === true,
    shareOf: null,
    fields: byName([...systemFields({ deletable }), ...standard.fields]),
    recordTypes: standard.name === 'Account' ? [DEFAULT_PERSON_TYPE] : [],
    validationRules: [],
  };
}

const contentsOf = (components: Components, type: string): readonly (readonly [string, XmlContent])[] =>
  [...ofType(components, type)].map(([fullName, component]) => [fullName, component.content ?? {}]);

/** The components of a child type, by the object they belong to. */
function childrenByObject(components: Components, type: string): ReadonlyMap<string, readonly XmlContent[]> {
  const result = new Map<string, XmlContent[]>();
  for (const [fullName, content] of contentsOf(components, type)) {
    const object = fullName.slice(0, fullName.indexOf('.')).toLowerCase();
    result.set(object, [...(result.get(object) ?? []), content]);
  }
  return result;
}

const recordTypeOf = (content: XmlContent, personType: boolean): RecordType => ({
  name: textOf(content, 'fullName') ?? '',
  label: textOf(content, 'label') ?? textOf(content, 'fullName') ?? '',
  active: flagOf(content, 'active'),
  personType,
  picklists: new Map(
    elements(content, 'picklistValues').map((entry) => [
      (textOf(entry, 'picklist') ?? '').toLowerCase(),
      elements(entry, 'values').map((value) => decodeURIComponent(textOf(value, 'fullName') ?? '')),
    ]),
  ),
});

const validationRuleOf = (content: XmlContent): ValidationRule => ({
  name: textOf(content, 'fullName') ?? '',
  active: flagOf(content, 'active'),
  formula: textOf(content, 'errorConditionFormula') ?? '',
  message: textOf(content, 'errorMessage') ?? '',
  errorField: textOf(content, 'errorDisplayField'),
});

const SHARING: Readonly<Record<string, Sharing>> = {
  ControlledByParent: 'ControlledByParent',
  Private: 'Private',
  Read: 'Read',
  ReadWrite: 'ReadWrite',
};

function nameField(content: XmlContent): Field {
  const name = elements(content, 'nameField')[0] ?? {};
  const autoNumber = textOf(name, 'type') === 'AutoNumber' ? (textOf(name, 'displayFormat') ?? '{0}') : null;
  return field('Name', textOf(name, 'label') ?? 'Name', 'string', {
    length: autoNumber === null ? numberOf(name, 'length', 80) : 80,
    nameField: true,
    idLookup: true,
    permissionable: false,
    autoNumber,
    createable: autoNumber === null,
    updateable: autoNumber === null,
    defaultedOnCreate: true,
  });
}

/**
 * In an org the shares of custom objects have a common prefix; here each has its own, so that an id identifies its object.
 */
const sharePrefix = (index: number): string => `s${index.toString(36).padStart(2, '0')}`;

/** Key prefixes of custom objects count up from a00 in the order of their deploys. */
const customPrefix = (index: number): string => `a${index.toString(36).padStart(2, '0')}`;

function customObject(name: string, content: XmlContent, index: number, fields: readonly Field[]): SObject {
  const detail = fields.some((each) => each.masterDetail);
  return {
    name,
    label: textOf(content, 'label') ?? name,
    labelPlural: textOf(content, 'pluralLabel') ?? textOf(content, 'label') ?? name,
    keyPrefix: customPrefix(index),
    custom: true,
    sharing: SHARING[textOf(content, 'sharingModel') ?? 'ReadWrite'] ?? 'ReadWrite',
    createable: true,
    updateable: true,
    deletable: true,
    setup: false,
    shareOf: null,
    fields: byName([
      ...systemFields({ deletable: true }),
      ...(detail ? [] : [ownerField]),
      nameField(content),
    ]),
    recordTypes: [],
    validationRules: [],
  };
}

function valueSets(components: Components): ReadonlyMap<string, readonly PicklistValue[]> {
  return new Map(
    contentsOf(components, 'GlobalValueSet').map(([name, content]) => [
      name,
      picklistValues(content, 'customValue'),
    ]),
  );
}

/** Standard picklists with the values of deployed standard value sets. */
function withStandardValues(object: SObject, components: Components): SObject {
  const fields = new Map(object.fields);
  for (const [set, places] of Object.entries(STANDARD_VALUE_SETS)) {
    const content = ofType(components, 'StandardValueSet').get(set)?.content;
    const values = content === undefined ? [] : picklistValues(content, 'standardValue');
    for (const place of places) {
      const [objectName, fieldName = ''] = place.split('.');
      const found = fields.get(fieldName.toLowerCase());
      if (objectName === object.name && found !== undefined && values.length > 0) {
        fields.set(fieldName.toLowerCase(), { ...found, picklist: values });
      }
    }
  }
  return { ...object, fields };
}

function relationships(objects: Iterable<SObject>): ReadonlyMap<string, readonly ChildRelationship[]> {
  const result = new Map<string, ChildRelationship[]>();
  for (const object of objects) {
    for (const each of object.fields.values()) {
      if (each.personOf !== null) continue;
      for (const parent of each.referenceTo) {
        const key = parent.toLowerCase();
        result.set(key, [...(result.get(key) ?? []), { childObject: object.name, field: each }]);
      }
    }
  }
  return result;
}

/** The schema of the standard objects and everything deployed. */
export function buildSchema(components: Components, features: Features = NO_FEATURES): Schema {
  const fieldContents = childrenByObject(components, 'CustomField');
  const recordTypes = childrenByObject(components, 'RecordType');
  const rules = childrenByObject(components, 'ValidationRule');
  const globalSets = valueSets(components);
  const objects = new Map<string, SObject>();
  const fieldsOf = (name: string): readonly Field[] =>
    (fieldContents.get(name.toLowerCase()) ?? [])
      .filter((content) => /__c$/i.test(textOf(content, 'fullName') ?? ''))
      .map((content) => customField(content, globalSets));
  const bare = [
    ...STANDARD_OBJECTS.map((standard) =>
      withStandardValues(standardObject(standard, sharingOf(standard, components, features)), components),
    ).map((object) => (features.stateCountryPicklists ? withCountryCodes(object) : object)),
    ...contentsOf(components, 'CustomObject')
      .filter(([name]) => /__c$/i.test(name))
      .map(([name, content], index) => customObject(name, content, index, fieldsOf(name))),
  ];
  for (const object of bare) {
    const key = object.name.toLowerCase();
    const types = [
      ...(recordTypes.get(key) ?? []).map((content) => recordTypeOf(content, false)),
      ...(object.name === 'Account'
        ? (recordTypes.get('personaccount') ?? []).map((content) => recordTypeOf(content, true))
        : []),
    ];
    const fields = new Map([...object.fields, ...byName(fieldsOf(object.name))]);
    if (object.custom && types.length > 0) fields.set('recordtypeid', recordTypeField);
    objects.set(key, {
      ...object,
      fields,
      recordTypes: [...object.recordTypes, ...types],
      validationRules: (rules.get(key) ?? []).map(validationRuleOf),
    });
  }
  const account = objects.get('account');
  const contact = objects.get('contact');
  if (account !== undefined && contact !== undefined)
    objects.set('account', withPersonFields(account, contact));
  for (const [index, object] of [...objects.values()].entries()) {
    const share = shareObject(object, object.name === 'Account' ? '00r' : sharePrefix(index));
    if (share !== undefined) objects.set(share.name.toLowerCase(), share);
  }
  return { objects, children: relationships(objects.values()), personAccounts: true };
}
