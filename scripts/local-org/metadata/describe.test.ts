import type { JsonRecord } from '../org.ts';
import { orgForFile } from '../orgForTests.ts';
import { metadata, packageZip } from './fixture.ts';

const test_ = orgForFile();

function fields(object: string, language?: string): Readonly<Record<string, JsonRecord>> {
  const caller = language === undefined ? test_.org.admin : { ...test_.org.admin, language };
  const list = test_.org.describe(object, caller).fields as readonly JsonRecord[];
  return Object.fromEntries(list.map((field): [string, JsonRecord] => [String(field.name), field]));
}

test('fields have the types, lengths and rights of their metadata', () => {
  expect(fields('Widget__c')).toMatchObject({
    Code__c: {
      type: 'string',
      length: 20,
      externalId: true,
      unique: true,
      idLookup: true,
      caseSensitive: false,
      nillable: true,
      createable: true,
    },
    Weight__c: { type: 'double', precision: 8, scale: 2 },
    Sold__c: { type: 'boolean', nillable: false, defaultValue: false },
    Notes__c: { type: 'textarea', length: 1000, filterable: false, extraTypeInfo: 'plaintextarea' },
    Account__c: { type: 'reference', referenceTo: ['Account'], relationshipName: 'Account__r' },
    Double_Weight__c: { calculated: true, createable: false, updateable: false },
    Colour__c: {
      restrictedPicklist: true,
      picklistValues: [
        { value: 'Red', label: 'Red label', active: true },
        { value: 'Green' },
        { value: 'Blue' },
      ],
    },
    Id: { type: 'id', length: 18, soapType: 'tns:ID' },
  });
  expect(fields('Gadget__c').Widget__c).toMatchObject({
    cascadeDelete: true,
    nillable: false,
    updateable: false,
  });
});

test('parents list their children', () => {
  expect(test_.org.describe('Widget__c', test_.org.admin)).toMatchObject({
    name: 'Widget__c',
    label: 'Widget',
    labelPlural: 'Widgets',
    keyPrefix: 'a00',
    custom: true,
  });
  expect(test_.org.describe('Widget__c', test_.org.admin).childRelationships).toContainEqual(
    expect.objectContaining({
      childSObject: 'Gadget__c',
      field: 'Widget__c',
      relationshipName: 'Gadgets__r',
      cascadeDelete: true,
    }),
  );
});

test('an account has the fields of a person', () => {
  expect(fields('Account')).toMatchObject({
    PersonEmail: { type: 'email', label: 'Email' },
    PersonMailingStreet: { compoundFieldName: 'PersonMailingAddress' },
    LastName: { compoundFieldName: 'Name' },
    IsPersonAccount: { updateable: false },
  });
});

test('labels are in the language of the caller', () => {
  const translation = metadata(
    'CustomObjectTranslation',
    `<caseValues><plural>false</plural><value>Bidule</value></caseValues><caseValues><plural>true</plural><value>Bidules</value></caseValues>
     <fields><label>Couleur</label><name>Colour__c</name><picklistValues><masterLabel>Red label</masterLabel><translation>Rouge</translation></picklistValues></fields>`,
  );
  const zip = packageZip(
    { 'objectTranslations/Widget__c-fr.objectTranslation': translation },
    { CustomObjectTranslation: ['Widget__c-fr'] },
  );
  expect(test_.org.deploy(zip, {}, test_.org.admin)).toMatchObject({ success: true });
  expect(test_.org.describe('Widget__c', { ...test_.org.admin, language: 'fr' })).toMatchObject({
    label: 'Bidule',
    labelPlural: 'Bidules',
  });
  expect(fields('Widget__c', 'fr').Colour__c).toMatchObject({
    label: 'Couleur',
    picklistValues: [{ value: 'Red', label: 'Rouge' }, { label: 'Green label' }, {}],
  });
  expect(fields('Widget__c').Colour__c).toMatchObject({ label: 'Colour' });
});
