import { deployedOrg } from '../deployedOrg.ts';
import { flexiPageModel } from './flexiPage.ts';

const meta = `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
  <targets><target>lightning__RecordPage</target><target>lightning__HomePage</target></targets>
  <targetConfigs>
    <targetConfig targets="lightning__HomePage">
      <property name="rows" type="Integer" default="9" />
    </targetConfig>
    <targetConfig targets="lightning__RecordPage">
      <property name="rows" type="Integer" default="5" />
      <property name="open" type="Boolean" default="false" />
      <property name="field" type="String" />
    </targetConfig>
  </targetConfigs>
</LightningComponentBundle>`;
const org = deployedOrg({}, { panel: { 'panel.js': '', 'panel.js-meta.xml': meta } });

const pageOf = (component: Readonly<Record<string, unknown>>) => ({
  template: { name: 'flexipage:recordHomeTemplateDesktop' },
  flexiPageRegions: [{ name: 'main', type: 'Region', itemInstances: [{ componentInstance: component }] }],
});
const firstOf = (component: Readonly<Record<string, unknown>>, labels = {}) =>
  flexiPageModel(pageOf(component), org, labels).regions.main?.[0];

test('properties of a deployed component have the type its configuration says, and its defaults', () => {
  const componentInstanceProperties = [
    { name: 'open', value: 'true' },
    { name: 'field', value: '12' },
  ];
  expect(firstOf({ componentName: 'panel', componentInstanceProperties })).toMatchObject({
    name: 'c:panel',
    properties: { rows: 5, open: true, field: '12' },
  });
});

test('a component has the properties of the page that it is on, and is refused on a page that is not among its targets', () => {
  const onPage = (type: string) =>
    flexiPageModel({ ...pageOf({ componentName: 'panel' }), type }, org, {}).regions.main?.[0];
  expect(onPage('HomePage')).toEqual({
    kind: 'component',
    name: 'c:panel',
    label: 'panel',
    properties: { rows: 9 },
  });
  expect(onPage('AppPage')).toMatchObject({ refused: 'lightning__AppPage is not a target of panel' });
});

test('labels in properties are filled in, unknown ones stay', () => {
  const componentInstanceProperties = [{ name: 'title', value: '{!$Label.Title} {!$Label.Other}' }];
  const item = firstOf(
    { componentName: 'flexipage:tab', componentInstanceProperties },
    { 'c.Title': 'Titel' },
  );
  expect(item).toMatchObject({ name: 'flexipage:tab', properties: { title: 'Titel {!$Label.Other}' } });
});

test('a visibility rule comes with its criteria and filter logic', () => {
  const criteria = [{ leftValue: '{!Record.Name}', operator: 'EQUAL', rightValue: 'A' }];
  expect(firstOf({ componentName: 'panel', visibilityRule: { booleanFilter: '1', criteria } })).toMatchObject(
    {
      visibility: { booleanFilter: '1', criteria },
    },
  );
});

test('a field on the page is a field item', () => {
  const flexiPageRegions = [
    { name: 'main', itemInstances: [{ fieldInstance: { fieldItem: 'Record.Name' } }] },
  ];
  expect(flexiPageModel({ flexiPageRegions }, org, {}).regions.main).toEqual([
    { kind: 'field', field: 'Record.Name' },
  ]);
});
