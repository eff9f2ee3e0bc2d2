import { COUNTRY_NAMES } from '../schema/countries.ts';
import { field } from '../schema/field.ts';
import type { Field, SObject } from '../schema/model.ts';

const COUNTRIES = [...COUNTRY_NAMES].map(([value, label]) => ({
  value,
  label,
  active: true,
  defaultValue: false,
}));

/**
 * The code field beside a text field of an address. Salesforce help, "State and Country/Territory Picklist Field-Syncing
 * Logic".
 */
const codeOf = (part: Field, picklist: Field['picklist']): Field =>
  field(`${part.name}Code`, `${part.label} Code`, 'picklist', {
    length: 10,
    compoundFieldName: part.compoundFieldName,
    permissionable: part.permissionable,
    restrictedPicklist: true,
    picklist,
  });

/** The object with a code for the country and the state of each of its addresses. */
export function withCountryCodes(object: SObject): SObject {
  const fields = [...object.fields.values()].flatMap((each) => {
    if (each.compoundFieldName?.endsWith('Address') !== true) return [each];
    if (each.name.endsWith('Country')) return [each, codeOf(each, COUNTRIES)];
    return each.name.endsWith('State') ? [each, codeOf(each, [])] : [each];
  });
  return { ...object, fields: new Map(fields.map((each) => [each.name.toLowerCase(), each])) };
}
