import { INSIGHTS, readSource } from './forceApp.ts';
import { inOneLanguage, ONE_LANGUAGE } from './oneLanguage.ts';
import { parseXml } from './xmlTree.ts';

const SOURCE = new Map([...readSource(), ...readSource(INSIGHTS)]);
const LANGUAGES = ['fr', 'de', 'en_US'];

/** Elements with words, by the type of the component. */
const WORDS = {
  dashboard: ['title', 'description'],
  listView: ['label'],
  report: ['name', 'description'],
  reportType: ['label', 'description'],
};

test('every component that can not be translated has its words in each language', () => {
  const found = [...SOURCE.keys()].flatMap((path) => {
    const type = /\.(dashboard|listView|report|reportType)-meta\.xml$/.exec(path)?.[1] as
      | keyof typeof WORDS
      | undefined;
    return type === undefined ? [] : WORDS[type].map((element) => `${path} ${element}`);
  });
  const listed = Object.entries(ONE_LANGUAGE).flatMap(([path, elements]) =>
    Object.keys(elements).map((element) => `${path} ${element}`),
  );
  expect(listed.sort()).toEqual(found.sort());
  expect(found.length).toBeGreaterThan(3);
  for (const words of Object.values(ONE_LANGUAGE).flatMap((elements) => Object.values(elements)))
    expect(Object.keys(words).sort()).toEqual([...LANGUAGES].sort());
});

test('they are given the words of one language', () => {
  const files = inOneLanguage(SOURCE, 'fr');
  const label = (path: string, element: string) => parseXml(files.get(path) ?? '').textOf(element);
  expect(label('objects/CuZo_Sync_Run__c/listViews/With_Problems.listView-meta.xml', 'label')).toBe(
    'Avec problèmes',
  );
  expect(label('reports/CuZo/CuZo_Registrations.report-meta.xml', 'description')).toMatch(/MyP&V/);
  expect(inOneLanguage(SOURCE, 'nl_NL')).toEqual(SOURCE);
});
