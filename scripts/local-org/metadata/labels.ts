import { type Components, ofType } from '../schema/components.ts';
import type { Field, SObject } from '../schema/model.ts';
import { type XmlContent, elements, textOf } from './xml.ts';
import { STANDARD_VALUE_SETS } from './standard/valueSets.ts';

/** Labels in a language: the deployed translation, else the master label. */
export interface Labels {
  object(object: SObject): { readonly label: string; readonly labelPlural: string };
  field(object: SObject, field: Field): { readonly label: string; readonly helpText: string | null };
  picklistValue(object: SObject, field: Field, value: string): string;
  recordType(object: SObject, name: string): string;
}

/** Case and number of an object's name in a translation; the nominative, or a value without case, is the fallback. */
function caseValue(content: XmlContent, plural: boolean): string | null {
  const values = elements(content, 'caseValues').filter(
    (each) => (textOf(each, 'plural') === 'true') === plural,
  );
  return values.map((each) => textOf(each, 'value')).find((value) => value !== null) ?? null;
}

const entry = (content: XmlContent | undefined, element: string, name: string): XmlContent | undefined =>
  content === undefined
    ? undefined
    : elements(content, element).find((each) => textOf(each, 'name')?.toLowerCase() === name.toLowerCase());

/** Translations of the standard value sets behind a standard picklist. */
function standardSets(
  components: Components,
  language: string,
  object: SObject,
  field: Field,
): readonly XmlContent[] {
  const places = new Set([`${object.name}.${field.name}`, `Contact.${field.personOf ?? ''}`]);
  return Object.entries(STANDARD_VALUE_SETS)
    .filter(([, used]) => used.some((place) => places.has(place)))
    .flatMap(([set]) => {
      const content = ofType(components, 'StandardValueSetTranslation').get(`${set}-${language}`)?.content;
      return content === undefined ? [] : [content];
    });
}

/** The labels in a language of the org. Person fields and record types fall back on those of Contact and PersonAccount. */
export function labelsIn(components: Components, language: string): Labels {
  const translation = (object: string): XmlContent | undefined =>
    ofType(components, 'CustomObjectTranslation').get(`${object}-${language}`)?.content;
  const fieldEntry = (object: SObject, field: Field): XmlContent | undefined =>
    entry(translation(object.name), 'fields', field.name) ??
    entry(translation(object.name), 'standardFields', field.name) ??
    (field.personOf === null ? undefined : entry(translation('Contact'), 'fields', field.personOf));
  function valueEntry(object: SObject, field: Field, value: string): XmlContent | undefined {
    const own = elements(fieldEntry(object, field) ?? {}, 'picklistValues');
    const standard = standardSets(components, language, object, field).flatMap((set) =>
      elements(set, 'valueTranslation'),
    );
    const found = own.find(
      (each) =>
        textOf(each, 'masterLabel') === value || textOf(each, 'masterLabel') === masterLabel(field, value),
    );
    return (
      found ??
      (field.custom
        ? undefined
        : standard.find((each) => textOf(each, 'masterLabel') === masterLabel(field, value)))
    );
  }
  return {
    object: (object) => {
      const content = translation(object.name) ?? {};
      return {
        label: caseValue(content, false) ?? object.label,
        labelPlural: caseValue(content, true) ?? object.labelPlural,
      };
    },
    field: (object, field) => {
      const found = fieldEntry(object, field) ?? {};
      return {
        label: textOf(found, 'label') ?? caseValue(found, false) ?? field.label,
        helpText: textOf(found, 'help') ?? field.helpText,
      };
    },
    picklistValue: (object, field, value) =>
      textOf(valueEntry(object, field, value) ?? {}, 'translation') ?? masterLabel(field, value),
    recordType: (object, name) => {
      const found =
        entry(translation(object.name), 'recordTypes', name) ??
        entry(translation('PersonAccount'), 'recordTypes', name);
      return (
        textOf(found ?? {}, 'label') ?? object.recordTypes.find((type) => type.name === name)?.label ?? name
      );
    },
  };
}

const masterLabel = (field: Field, value: string): string =>
  field.picklist.find((each) => each.value === value)?.label ?? value;
