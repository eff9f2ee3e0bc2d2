import { deployedOrg } from '../deployedOrg.ts';
import { compactLayout, layoutSections } from './layout.ts';

const section = (label: string, fields: readonly string[]) => ({
  label,
  detailHeading: 'true',
  layoutColumns: [
    { layoutItems: fields.map((field) => (field === '' ? { emptySpace: 'true' } : { field })) },
  ],
});
const org = deployedOrg({
  Layout: {
    'Widget__c-Widget Layout': {
      layoutSections: [section('General', ['Name', '', 'Size__c']), section('Empty', [])],
    },
    'Widget__c-Blue Layout': { layoutSections: [section('Blue', ['Name'])] },
    'PersonAccount-Person Layout': { layoutSections: [section('Person', ['Name'])] },
  },
  CustomObject: {
    Widget__c: {
      compactLayoutAssignment: 'Plain',
      compactLayouts: [
        { fullName: 'Plain', fields: ['Name', 'Size__c'] },
        { fullName: 'Blue', fields: ['Name', 'Shade__c'] },
      ],
      recordTypes: [{ fullName: 'Blue', compactLayoutAssignment: 'Blue' }],
    },
  },
  CustomObjectTranslation: {
    'Widget__c-fr': {
      layouts: [{ layout: 'Widget Layout', sections: [{ section: 'General', label: 'Général' }] }],
    },
  },
});
const widget = { object: 'Widget__c', isPersonAccount: false };

test('sections keep their fields and empty spaces in order; a section without fields is left out', () => {
  expect(layoutSections(org, widget, 'en_US')).toEqual([
    { label: 'General', headed: true, columns: [['Name', null, 'Size__c']] },
  ]);
});

test('headings are translated', () => {
  expect(layoutSections(org, widget, 'fr').map(({ label }) => label)).toEqual(['Général']);
});

test('the layout named after the record type is taken', () => {
  const blue = { ...widget, recordType: 'Blue' };
  expect(layoutSections(org, blue, 'en_US').map(({ label }) => label)).toEqual(['Blue']);
});

test('a person account has a layout of PersonAccount', () => {
  const person = { object: 'Account', isPersonAccount: true };
  expect(layoutSections(org, person, 'en_US').map(({ label }) => label)).toEqual(['Person']);
});

test('the compact layout is the record type’s, else the object’s, else the name alone', () => {
  expect(compactLayout(org, { ...widget, recordType: 'Blue' })).toEqual(['Name', 'Shade__c']);
  expect(compactLayout(org, widget)).toEqual(['Name', 'Size__c']);
  expect(compactLayout(org, { object: 'Gadget__c', isPersonAccount: false })).toEqual(['Name']);
});
