import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';
import { elements, FORCE_APP, readXml, text } from './source.ts';
import { bundleNames, LWC_FOLDER } from '../../lwc/bundle.ts';
import { readComponentMetadata } from '../../lwc/metaXml.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const documents = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Created by a command, so missing in a fresh clone. */
const MADE = ['.local', '.sync'];

/** Changes of code, in lists that a run writes. */
const CHANGES = /^- .+ → .+$/gm;

describe.each(documents)('%s', (document) => {
  const text = read(document).replaceAll(CHANGES, '');

  test('names only npm scripts that exist', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([a-z0-9][a-z0-9:-]*)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toStrictEqual([]);
  });

  test('names only paths that exist', () => {
    const named = [...text.matchAll(/`((?:\.?[\w-]+\/)+[\w.-]*)`|\]\((?!https?:)([^)#]+)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    const missing = named.filter((path) => !MADE.some((made) => path.startsWith(made)));
    expect(
      missing.filter(
        (path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, document, '..', path)),
      ),
    ).toStrictEqual([]);
  });
});

test('every setting of a component that App Builder offers is told to admins', () => {
  const rows = new Set(
    ['docs/ADMIN.md', 'docs/ACCOUNT-PAGE.md'].flatMap((document) =>
      [...read(document).matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\|/gm)].map(
        ([, component = '', setting = '']) => `${component}: ${setting}`,
      ),
    ),
  );
  const offered = bundleNames(LWC_FOLDER).flatMap((name) => {
    const text = readFileSync(join(LWC_FOLDER, name, `${name}.js-meta.xml`), 'utf8');
    const metadata = readComponentMetadata(text);
    const title = /<masterLabel>(.*?)</.exec(text)?.[1] ?? name;
    const labels = metadata.configs.flatMap(({ properties }) => properties.map(({ label }) => label));
    // Filled in by the page itself.
    return labels.filter((label) => label !== 'Record ID').map((label) => `${title}: ${label ?? ''}`);
  });
  expect(offered.length).toBeGreaterThan(20);
  expect(offered.filter((setting) => !rows.has(setting))).toStrictEqual([]);
});

test('the README has fewer than 120 lines', () => {
  expect(read('README.md').split('\n').length).toBeLessThan(120);
});

describe('docs/AGENT.md', () => {
  const texts: Readonly<Record<string, readonly string[]>> = {
    Nederlands: elements(readXml(join(FORCE_APP, 'labels', 'CustomLabels.labels-meta.xml')), 'labels').map(
      (label) => text(label, 'value'),
    ),
    Français: elements(
      readXml(join(FORCE_APP, 'translations', 'fr.translation-meta.xml')),
      'customLabels',
    ).map((label) => text(label, 'label')),
  };

  test.each(Object.entries(texts))('quotes in %s what an agent reads there', (language, labels) => {
    const [, section = ''] = read('docs/AGENT.md').split(`\n## ${language}\n`);
    const quoted = [...(section.split('\n## ')[0] ?? '').matchAll(/\*\*(.+?)\*\*/g)].map(
      (match) => match[1] ?? '',
    );
    const shown = new Set(labels.map((label) => label.replaceAll(/\{\d\}/g, '…')));
    expect(quoted.length).toBeGreaterThan(10);
    expect(quoted.filter((words) => !shown.has(words))).toStrictEqual([]);
  });
});
