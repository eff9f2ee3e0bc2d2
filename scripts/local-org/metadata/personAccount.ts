import type { Field, RecordType, SObject } from '../schema/model.ts';
import { ON_PERSON, SAME_NAME_ON_PERSON } from './standard/contact.ts';

/** The record type that every org with person accounts has. */
export const DEFAULT_PERSON_TYPE: RecordType = {
  name: 'PersonAccount',
  label: 'Person Account',
  active: true,
  personType: true,
  picklists: new Map(),
};

function personName(contactField: Field): string {
  if (contactField.custom) return contactField.name.replace(/__c$/i, '__pc');
  return SAME_NAME_ON_PERSON.has(contactField.name) ? contactField.name : `Person${contactField.name}`;
}

const isOnPerson = (contactField: Field): boolean =>
  contactField.custom
    ? !contactField.masterDetail
    : ON_PERSON.has(contactField.name.replace(/(Country|State)Code$/, '$1'));

const compoundOf = ({ compoundFieldName }: Field): string | null =>
  compoundFieldName === null || compoundFieldName === 'Name'
    ? compoundFieldName
    : `Person${compoundFieldName}`;

/** The Account field that mirrors a Contact field of a person; undefined when there is none. */
function personField(contactField: Field): Field | undefined {
  if (!isOnPerson(contactField)) return undefined;
  const name = personName(contactField);
  const { relationshipName } = contactField;
  return {
    ...contactField,
    name,
    nillable: contactField.type !== 'boolean',
    nameField: false,
    unique: false,
    idLookup: false,
    externalId: false,
    masterDetail: false,
    relationshipName: relationshipName === null ? null : relationshipName.replace(/__r$/i, '__pr'),
    childRelationshipName: null,
    compoundFieldName: compoundOf(contactField),
    personOf: contactField.name,
  };
}

/** Account with the fields mirrored from Contact. */
export function withPersonFields(account: SObject, contact: SObject): SObject {
  const fields = new Map(account.fields);
  for (const contactField of contact.fields.values()) {
    const person = personField(contactField);
    if (person !== undefined) fields.set(person.name.toLowerCase(), person);
  }
  return { ...account, fields };
}
