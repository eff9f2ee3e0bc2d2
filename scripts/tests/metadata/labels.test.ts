import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_TYPES, HIDDEN_REASONS, PRODUCTS } from '../../feed/knownCodes.ts';
import { LANGUAGES } from '../../feed/language.ts';
import {
  CONNECT360,
  elements,
  filesUnder,
  FORCE_APP,
  labelsOf,
  readXml,
  text,
  TRANSLATIONS,
} from './source.ts';

/** Limits of a custom label: Salesforce Metadata API guide, CustomLabel. */
const MAX_VALUE = 1000;
const MAX_SHORT_DESCRIPTION = 80;
const MAX_NAME = 80;

/** Category of texts for the customer: one label per language of the zones, never translated. */
const CUSTOMER_CATEGORY = 'CuZo customer';

const placeholders = (value: string): string => [...value.matchAll(/\{\d\}/g)].flat().sort().join();

describe.each([FORCE_APP, CONNECT360])('labels of %s', (directory) => {
  const labels = labelsOf(directory);
  const translated = [...labels].filter(([, label]) => text(label, 'categories') !== CUSTOMER_CATEGORY);

  test.each(TRANSLATIONS)(
    'each text for agents has its translation in %s and nothing else has',
    (language) => {
      const translations = new Map(
        elements(
          readXml(join(directory, 'translations', `${language}.translation-meta.xml`)),
          'customLabels',
        ).map((entry) => [text(entry, 'name'), text(entry, 'label')]),
      );
      expect([...translations.keys()].sort()).toEqual(translated.map(([name]) => name).sort());
      for (const [name, label] of translated) {
        const value = translations.get(name) ?? '';
        expect([name, value.trim()]).toEqual([name, value]);
        expect([name, value.length > 0 && value.length <= MAX_VALUE]).toEqual([name, true]);
        expect([name, placeholders(value)]).toEqual([name, placeholders(text(label, 'value'))]);
      }
    },
  );

  test('keep to the limits of the platform', () => {
    for (const [name, label] of labels) {
      const value = text(label, 'value');
      const within =
        name.length <= MAX_NAME &&
        text(label, 'shortDescription').length <= MAX_SHORT_DESCRIPTION &&
        value.length > 0 &&
        value.length <= MAX_VALUE;
      expect([name, within]).toEqual([name, true]);
      expect([name, value.trim()]).toEqual([name, value]);
    }
  });
});

test('a text for the customer is there in each language and says the same things', () => {
  const labels = labelsOf(FORCE_APP);
  const names = [...labels.keys()].filter(
    (name) => text(labels.get(name)!, 'categories') === CUSTOMER_CATEGORY,
  );
  const stems = new Set(names.map((name) => name.replace(/_[a-z]{2}$/, '')));
  expect(stems.size).toBeGreaterThan(0);
  for (const stem of stems) {
    const values = LANGUAGES.map((language) => text(labels.get(`${stem}_${language}`) ?? {}, 'value'));
    expect([stem, values.every((value) => value !== '')]).toEqual([stem, true]);
    expect([stem, new Set(values.map(placeholders)).size]).toEqual([stem, 1]);
  }
});

test('every label that a component or a page uses exists, and every label is used', () => {
  const own = labelsOf(FORCE_APP);
  const all = new Map([...own, ...labelsOf(CONNECT360)]);
  const used = (folder: string, end: string, pattern: RegExp): string[] =>
    filesUnder(folder, end).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name]) => name ?? ''),
    );
  const pages = /\{!\$Label\.(\w+)\}/g;
  const fromForceApp = [
    ...used(join(FORCE_APP, 'lwc'), '.ts', /@salesforce\/label\/c\.(\w+)/g),
    ...used(FORCE_APP, '-meta.xml', pages),
    ...used(join(FORCE_APP, 'quickActions'), '-meta.xml', /\$Label\.(\w+)/g),
  ];
  expect(fromForceApp.filter((name) => !own.has(name))).toStrictEqual([]);
  expect([...own.keys()].filter((name) => !fromForceApp.includes(name))).toStrictEqual([]);
  expect(used(CONNECT360, '-meta.xml', pages).filter((name) => !all.has(name))).toStrictEqual([]);
});

test.each([
  ['Product', PRODUCTS],
  ['Reason', HIDDEN_REASONS],
  ['Document', DOCUMENT_TYPES],
] as const)('every code of the feed has its label: %s', (kind, codes) => {
  const labels = labelsOf(FORCE_APP);
  const missing = codes.filter((code) => !labels.has(`CuZo_${kind}_${code.replaceAll('-', '_')}`));
  expect(missing).toStrictEqual([]);
});
