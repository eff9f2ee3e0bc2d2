import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderForFile } from '../tests/kit/folder.ts';
import { componentsIn, manifest, retrieveComponents } from './orgComponents.ts';

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('components-'));
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const OBJECT = `<CustomObject><fields><fullName>One__c</fullName></fields>
  <listViews><fullName>All</fullName></listViews><validationRules><fullName>Rule</fullName></validationRules></CustomObject>`;

test('a package in metadata format is read by its files', () => {
  write({
    'package.xml': '',
    'objects/Account.object': OBJECT,
    'objects/Thing__c.object': '<CustomObject><label>Thing</label></CustomObject>',
    'labels/CustomLabels.labels': '<CustomLabels><labels><fullName>Word</fullName></labels></CustomLabels>',
    'lwc/shown/shown.js': '',
    'lwc/shown/shown.html': '',
    'reports/Things/All.report': '',
    'translations/fr.translation': '',
    'settings/Security.settings': '',
    'layouts/Thing__c-Thing Layout.layout': '',
  });
  expect(
    componentsIn(folder)
      .map(({ type, fullName }) => `${type} ${fullName}`)
      .sort(),
  ).toEqual([
    'CustomField Account.One__c',
    'CustomLabel Word',
    'CustomObject Thing__c',
    'Layout Thing__c-Thing Layout',
    'LightningComponentBundle shown',
    'ListView Account.All',
    'Report Things/All',
    'Settings Security',
    'ValidationRule Account.Rule',
  ]);
  expect(componentsIn(join(folder, 'nowhere'))).toStrictEqual([]);
});

test('a manifest names each type once', () => {
  const text = manifest([
    { type: 'Layout', fullName: 'Thing__c-P&V' },
    { type: 'FlexiPage', fullName: 'Page' },
    { type: 'Layout', fullName: 'Thing__c-Other' },
  ]);
  expect(text.match(/<name>.*?<\/name>/g)).toEqual(['<name>Layout</name>', '<name>FlexiPage</name>']);
  expect(text).toContain('<members>Thing__c-P&amp;V</members>');
});

test.each(['unpackaged', 'unpackaged/unpackaged'])(
  'a retrieve is found where the org puts it: %s',
  async (at) => {
    const target = join(folder, 'retrieved');
    const found = await retrieveComponents(
      () => {
        write({ [`retrieved/${at}/package.xml`]: '' });
        return Promise.resolve({});
      },
      'org',
      target,
      [],
    );
    expect(found).toBe(join(target, at));
  },
);
