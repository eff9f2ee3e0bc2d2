import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../tests/kit/folder.ts';
import { writeForceApp } from './forceApp.ts';

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('force-app-'));
});

const LANGUAGES = { id: '', name: '', isSandbox: false, language: 'fr', translations: new Set(['nl_NL']) };

test('the copy for an org is a project of both packages, in its language, from which they can be built too', () => {
  const { project } = writeForceApp(folder, LANGUAGES, new Set());
  const json = (path: string) =>
    JSON.parse(readFileSync(join(project, path), 'utf8')) as Record<string, unknown>;
  const directories = json('sfdx-project.json').packageDirectories as readonly Record<string, string>[];
  expect(directories.map(({ path, package: name }) => [path, name])).toEqual([
    ['force-app/main', 'mypv-connect360'],
    ['force-app/insights', 'mypv-connect360-insights'],
  ]);
  for (const { definitionFile = '' } of directories)
    expect(json(definitionFile)).toMatchObject({ language: 'fr' });
  const report = join(project, 'force-app', 'insights', 'reports', 'CuZo', 'CuZo_Runs.report-meta.xml');
  expect(readFileSync(report, 'utf8')).toContain('<name>CuZo : nuits</name>');
});

test('pages that the org has are left out and told', () => {
  const { project, pagesLeft } = writeForceApp(
    folder,
    LANGUAGES,
    new Set(['CuZo_Account_Record_Page', 'Other']),
  );
  expect(pagesLeft).toEqual(['CuZo_Account_Record_Page']);
  const page = (name: string) =>
    existsSync(join(project, 'force-app/main/default/flexipages', `${name}.flexipage-meta.xml`));
  expect([page('CuZo_Account_Record_Page'), page('CuZo_Policy_Record_Page')]).toEqual([false, true]);
});
