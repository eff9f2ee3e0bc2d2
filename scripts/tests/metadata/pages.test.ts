import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Element, CONNECT360, elements, filesUnder, FORCE_APP, readXml, text } from './source.ts';

const pages = [FORCE_APP, CONNECT360].flatMap((directory) =>
  filesUnder(join(directory, 'flexipages'), '.flexipage-meta.xml').map(
    (file) => [basename(file, '.flexipage-meta.xml'), readXml(file)] as const,
  ),
);

const components = (region: Element): readonly Element[] =>
  elements(region, 'itemInstances').flatMap((item) => elements(item, 'componentInstance'));
const allComponents = (page: Element): readonly Element[] =>
  elements(page, 'flexiPageRegions').flatMap(components);
const property = (component: Element, name: string): string =>
  text(
    elements(component, 'componentInstanceProperties').find((entry) => text(entry, 'name') === name) ?? {},
    'value',
  );
const tabs = (page: Element): readonly Element[] =>
  allComponents(page).filter((component) => text(component, 'componentName') === 'flexipage:tab');
const titles = (page: string): readonly string[] =>
  tabs(pages.find(([name]) => name === page)?.[1] ?? {}).map((tab) => property(tab, 'title'));

describe.each(pages)('%s', (_name, page) => {
  test('gives every component an identifier of its own and every tab its content', () => {
    const identifiers = allComponents(page).map((component) => text(component, 'identifier'));
    expect(new Set(identifiers).size).toBe(identifiers.length);
    const regions = elements(page, 'flexiPageRegions');
    const filled = regions
      .filter((region) => components(region).length > 0)
      .map((region) => text(region, 'name'));
    const facets = allComponents(page).flatMap((component) =>
      ['tabs', 'body'].map((name) => property(component, name)).filter((name) => name !== ''),
    );
    expect(facets.filter((facet) => !filled.includes(facet))).toStrictEqual([]);
  });

  test('shows only components that are there', () => {
    const bundles = allComponents(page)
      .map((component) => text(component, 'componentName'))
      .filter((name) => !name.includes(':'));
    const missing = bundles.filter(
      (name) => !existsSync(join(FORCE_APP, 'lwc', name, `${name}.js-meta.xml`)),
    );
    expect(missing).toStrictEqual([]);
  });

  test('shows the CuZo tab only to who has the custom permission', () => {
    for (const tab of tabs(page).filter((candidate) => property(candidate, 'title') === 'CuZo')) {
      const criteria = elements(tab, 'visibilityRule').flatMap((rule) => elements(rule, 'criteria'));
      expect(
        criteria.map((rule) => [text(rule, 'leftValue'), text(rule, 'operator'), text(rule, 'rightValue')]),
      ).toEqual([['{!$Permission.CustomPermission.CuZo_View}', 'EQUAL', 'true']]);
    }
  });
});

test('the pages of Connect 360 have the tabs of the agents in their order', () => {
  const label = (name: string): string => `{!$Label.Connect360_Tab_${name}}`;
  expect(titles('Connect360_Account_Record_Page')).toEqual(
    ['Details', 'Sales', 'Policies_Claims', 'Analysis_360', 'Relations', 'Summary', 'Notes'].map(label),
  );
  expect(titles('Connect360_Policy_Record_Page')).toEqual([
    label('Details'),
    'CuZo',
    label('Receipt'),
    label('Unpaid_Premiums'),
  ]);
});
