import { unzipSync } from 'fflate';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { folderForFile } from '../kit/folder.ts';
import { componentsIn, type Component } from '../../connect360/orgComponents.ts';
import { retiredComponents } from '../../connect360/retired.ts';
import { sourceComponents } from '../../connect360/sourceComponents.ts';

const RELEASES = join('scripts', 'tests', 'contract', 'fixtures', 'releases');
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const nameOf = ({ type, fullName }: Component): string => `${type} ${fullName}`;

/** What a release had, by its package in metadata format. */
function componentsOfRelease(zip: string): readonly string[] {
  const { folder } = folderForFile('release-');
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(RELEASES, zip))))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return componentsIn(folder).map(nameOf);
}

test('what releases had and this one has not is taken out by config/destructive, and nothing else', () => {
  const now = new Set(sourceComponents().map(nameOf));
  const before = readdirSync(RELEASES)
    .filter((file) => file.endsWith('.zip'))
    .flatMap(componentsOfRelease);
  expect(before.length).toBeGreaterThan(200);
  const gone = new Set(before.filter((name) => !now.has(name)));
  expect(retiredComponents().map(nameOf).sort()).toEqual([...gone].sort());
});

const project = json('sfdx-project.json') as {
  readonly sourceApiVersion: string;
  readonly packageDirectories: readonly {
    readonly path: string;
    readonly package?: string;
    readonly versionNumber?: string;
    readonly definitionFile?: string;
  }[];
};

test('the packages of force-app have the version of the project, and config/connect360 is none', () => {
  const { version } = json('package.json') as { readonly version: string };
  const packaged = project.packageDirectories.filter((directory) => directory.package !== undefined);
  expect(packaged.map(({ path }) => path)).toEqual(['force-app/main', 'force-app/insights']);
  for (const { versionNumber, definitionFile } of packaged)
    expect([versionNumber, definitionFile]).toEqual([`${version}.NEXT`, 'config/project-scratch-def.json']);
});

test.each([
  ['sfdx-project.json', 'sfdx-project.schema.json'],
  ['config/project-scratch-def.json', 'project-scratch-def.schema.json'],
])("%s keeps to the CLI's schema", (file, schema) => {
  const rules = z.fromJSONSchema(
    json(join('node_modules', '@salesforce', 'core', 'schemas', schema)) as Parameters<
      typeof z.fromJSONSchema
    >[0],
  );
  expect(rules.safeParse(json(file)).error).toBeUndefined();
});

test('every file that names an API version names the same', () => {
  const { apiVersion } = json(join('config', 'sync.json')) as { readonly apiVersion: string };
  const manifests = readdirSync(join('config', 'destructive')).map(
    (file) => /<version>(.*?)</.exec(readFileSync(join('config', 'destructive', file), 'utf8'))?.[1],
  );
  expect(new Set([apiVersion, ...manifests])).toEqual(new Set([project.sourceApiVersion]));
});
