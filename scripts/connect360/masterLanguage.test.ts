import { readSource } from './forceApp.ts';
import { inLanguages, type SourceFiles } from './masterLanguage.ts';
import { parseXml } from './xmlTree.ts';

const ALL = new Set(['nl_NL', 'fr', 'de', 'en_US']);
const SOURCE = readSource();
const paths = (files: SourceFiles, pattern: RegExp) => [...files.keys()].filter((path) => pattern.test(path));
const xml = (files: SourceFiles, path: string) => parseXml(files.get(path) ?? '');

const FIELD = 'objects/InsurancePolicy/fields/CuZo_Visibility__c.field-meta.xml';
const TRANSLATED = (language: string) =>
  `objectTranslations/InsurancePolicy-${language}/CuZo_Visibility__c.fieldTranslation-meta.xml`;

test('a Dutch org takes the source as it is, with translations into its active languages alone', () => {
  const files = inLanguages(SOURCE, 'nl_NL', new Set(['fr', 'ja']));
  expect(files.get(FIELD)).toBe(SOURCE.get(FIELD));
  expect(paths(files, /ranslation/).filter((path) => !path.includes('fr'))).toStrictEqual([]);
  expect(files.has('translations/fr.translation-meta.xml')).toBe(true);
});

test.each(['fr', 'de', 'en_US'])(
  'an org in %s has its words in the components, Dutch as a translation',
  (language) => {
    const files = inLanguages(SOURCE, language, ALL);
    const words = (from: SourceFiles, code: string) =>
      new Map(
        xml(from, `translations/${code}.translation-meta.xml`)
          .all('customLabels')
          .map((label) => [label.textOf('name'), label.textOf('label')]),
      );
    const masters = (from: SourceFiles) =>
      new Map(
        xml(from, 'labels/CustomLabels.labels-meta.xml')
          .all('labels')
          .map((label) => [label.textOf('fullName'), label.textOf('value')]),
      );
    const [now, before] = [masters(files), masters(SOURCE)];
    const translated = words(SOURCE, language);
    expect(translated.size).toBeGreaterThan(100);
    for (const [name, text] of before)
      expect([name, now.get(name)]).toEqual([name, translated.get(name) ?? text]);
    expect(words(files, 'nl_NL')).toEqual(new Map([...before].filter(([name]) => translated.has(name))));
    expect(paths(files, new RegExp(`(translations/|-)${language}[./]`))).toStrictEqual([]);
  },
);

test('values of a picklist are named by the new master labels in every translation', () => {
  const files = inLanguages(SOURCE, 'fr', ALL);
  const field = xml(files, FIELD);
  expect([field.textOf('label'), field.textOf('inlineHelpText')]).toEqual([
    'CuZo : visibilité',
    expect.stringMatching(/^Le client voit-il/),
  ]);
  const values = (field.first('valueSet')?.first('valueSetDefinition')?.all('value') ?? []).map((value) => [
    value.textOf('fullName'),
    value.textOf('label'),
  ]);
  expect(values).toEqual([
    ['Shown', 'Visible'],
    ['Hidden', 'Non visible'],
  ]);
  for (const [language, ...translations] of [
    ['nl_NL', 'Zichtbaar', 'Niet zichtbaar'],
    ['de', 'Sichtbar', 'Nicht sichtbar'],
  ] as const)
    expect(
      xml(files, TRANSLATED(language))
        .all('picklistValues')
        .map((value) => [value.textOf('masterLabel'), value.textOf('translation')]),
    ).toEqual(['Visible', 'Non visible'].map((label, index) => [label, translations[index]]));
});

test('objects, layouts and rules change their words too', () => {
  const files = inLanguages(SOURCE, 'fr', ALL);
  const object = xml(files, 'objects/CuZo_Portal__c/CuZo_Portal__c.object-meta.xml');
  expect(['label', 'pluralLabel', 'gender', 'startsWith'].map((tag) => object.textOf(tag))).toEqual([
    'Espace client CuZo',
    'Espaces client CuZo',
    'Masculine',
    'Vowel',
  ]);
  const [layout = ''] = paths(files, /^layouts\/CuZo_Portal__c/);
  const headings = xml(files, layout)
    .all('layoutSections')
    .map((section) => section.textOf('label'));
  expect(headings).toContain('Page d’accueil');
  const german = xml(
    files,
    'objectTranslations/CuZo_Portal__c-de/CuZo_Portal__c-de.objectTranslation-meta.xml',
  );
  const named = german
    .all('layouts')
    .flatMap((each) => each.all('sections').map((section) => section.textOf('section')));
  expect(headings).toEqual(expect.arrayContaining(named));
  const rule = xml(files, paths(files, /CuZo_MyPV_Date_Needs_Flag/)[0] ?? '');
  expect(rule.textOf('errorMessage')).toMatch(/^Une date/);
});

test('an org in a language that we do not have gets English', () => {
  const files = inLanguages(SOURCE, 'it', new Set(['it', 'nl_NL']));
  expect(xml(files, FIELD).textOf('label')).toMatch(/visibility/i);
  expect(paths(files, /^translations\//)).toEqual(['translations/nl_NL.translation-meta.xml']);
});

test('apps and tabs have their names in the language of the org, and keep the Dutch ones as a translation', () => {
  const files = inLanguages(SOURCE, 'fr', ALL);
  expect(xml(files, 'applications/CuZo_Admin.app-meta.xml').textOf('label')).toBe('Gestion CuZo');
  expect(xml(files, 'tabs/CuZo_Job_Health.tab-meta.xml').textOf('label')).toBe('État');
  const dutch = xml(files, 'translations/nl_NL.translation-meta.xml');
  const names = ['customApplications', 'customTabs'].flatMap((part) =>
    dutch.all(part).map((entry) => [entry.textOf('name'), entry.textOf('label')]),
  );
  expect(names).toEqual([
    ['CuZo_Admin', 'CuZo beheer'],
    ['CuZo_Job_Health', 'Toestand'],
  ]);
  expect(xml(files, 'translations/de.translation-meta.xml').all('customTabs')).toHaveLength(1);
});

test('an action has its name in the language of the org, and keeps the Dutch one as a translation', () => {
  const files = inLanguages(SOURCE, 'fr', ALL);
  const action = xml(files, 'quickActions/Account.CuZo_Follow_Up.quickAction-meta.xml');
  expect(action.textOf('label')).toBe('Tâche de suivi MyP&V');
  const dutch = xml(files, 'objectTranslations/Account-nl_NL/Account-nl_NL.objectTranslation-meta.xml');
  expect(dutch.all('quickActions').map((entry) => [entry.textOf('name'), entry.textOf('label')])).toEqual([
    ['CuZo_Follow_Up', 'Opvolgtaak MyP&V'],
  ]);
});
