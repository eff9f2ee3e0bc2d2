import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../kit/folder.ts';
import { bundleNames, LWC_FOLDER } from '../../lwc/bundle.ts';
import { readComponentMetadata } from '../../lwc/metaXml.ts';
import type { PlatformReport } from '../../lwc/platform.ts';

/** Module names that the generated and hand-written declarations contain; others don't exist in an org. */
const DECLARED = new Set(
  ['scripts/schema/platform.d.ts', 'scripts/schema/generated/lwc.d.ts'].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^declare module ['"](.+)['"]/gm)].map(([, name]) => name!),
  ),
);
const LIGHTNING_TYPES = 'node_modules/@salesforce/lightning-types/dist';
for (const file of readdirSync(LIGHTNING_TYPES, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.d.ts')) continue;
  const text = readFileSync(join(LIGHTNING_TYPES, file), 'utf8');
  for (const [, name] of text.matchAll(/^declare module ['"](.+)['"]/gm)) DECLARED.add(name!);
}

/** Components for templates; not each of them has types. */
const BASE_COMPONENTS = join('node_modules', 'lightning-base-components', 'src');

/** LWC developer guide, "XML Configuration File Elements". */
const TARGETS = new Set([
  'lightning__AppPage',
  'lightning__HomePage',
  'lightning__RecordPage',
  'lightningCommunity__Default',
  'lightningCommunity__Page',
]);

/** What Lightning Web Security refuses or what lets data become markup; the local pages would not show it. */
const FORBIDDEN =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|requestFullscreen|srcdoc|eval\(|new Function|debugger)/;

const { sourceApiVersion } = JSON.parse(readFileSync('sfdx-project.json', 'utf8')) as {
  sourceApiVersion: string;
};
const bundles = bundleNames(LWC_FOLDER);
const reports = platformReports(LWC_FOLDER);

function platformReports(folder: string): Record<string, PlatformReport> {
  const output = execFileSync(process.execPath, ['scripts/lwc/platform.ts', folder], { encoding: 'utf8' });
  return JSON.parse(output) as Record<string, PlatformReport>;
}

describe('the compiler', () => {
  const { folder } = folderForFile('platform-');
  function component(name: string, member: string, imports: string, markup?: string): void {
    mkdirSync(join(folder, name));
    if (markup !== undefined)
      writeFileSync(join(folder, name, `${name}.html`), `<template>${markup}</template>`);
    const source = `import { api, LightningElement${imports}
export default class Tried extends LightningElement { @api rows; ${member} }
`;
    writeFileSync(join(folder, name, `${name}.ts`), source);
  }
  let tried: Record<string, PlatformReport>;
  beforeAll(() => {
    component('plain', '', ` } from 'lwc';`);
    component('privateMethod', '#count() {}', ` } from 'lwc';`);
    component('openByDefault', '@api open = true;', ` } from 'lwc';`);
    component('customWire', '@wire(Rows, {}) wired;', `, wire } from 'lwc'; import { Rows } from 'c/rows';`);
    const markups = {
      spreads: '<p lwc:spread={rows}></p>',
      external: '<some-element lwc:external></some-element>',
      sprite: '<svg><use xlink:href="/assets/symbols.svg#case"></use></svg>',
      frame: '<iframe src={rows} title="x"></iframe>',
      drawn: '<svg><path d={rows}></path></svg><a href={rows}>x</a><img src={rows} alt="">',
    };
    for (const [name, markup] of Object.entries(markups)) component(name, '', ` } from 'lwc';`, markup);
    tried = platformReports(folder);
  });

  test('refuses what the platform refuses, and nothing else', () => {
    const refused = Object.keys(tried).filter((name) => tried[name]!.problems.length > 0);
    expect(refused).toEqual(['customWire', 'openByDefault', 'privateMethod']);
  });

  test('tells which templates need the renderer of the sandbox', () => {
    const needing = Object.keys(tried).filter((name) => tried[name]!.customRenderer);
    expect(needing).toEqual(['external', 'frame', 'spreads', 'sprite']);
  });
});

describe.each(bundles)('%s', (name) => {
  const bundle = join(LWC_FOLDER, name);
  const metadata = readComponentMetadata(readFileSync(join(bundle, `${name}.js-meta.xml`), 'utf8'));
  const report = reports[name]!;

  test("passes the platform's compiler", () => {
    expect(report.problems).toStrictEqual([]);
  });

  test('is drawn under Lightning Web Security as on the pages of this project', () => {
    expect(report.customRenderer).toBe(false);
  });

  test('imports only what an org has', () => {
    const unknown = report.imports.filter((module) => {
      if (module.startsWith('./'))
        return !existsSync(join(bundle, `${module}.ts`)) && !existsSync(join(bundle, `${module}.d.ts`));
      if (module.startsWith('c/')) return !bundles.includes(module.slice(2));
      return module !== 'lwc' && !DECLARED.has(module);
    });
    expect(unknown).toStrictEqual([]);
  });

  test('uses only components that are there', () => {
    const templates = readdirSync(bundle).filter((file) => file.endsWith('.html'));
    const tags = templates.flatMap((file) =>
      [...readFileSync(join(bundle, file), 'utf8').matchAll(/<(c|lightning)-([a-z0-9-]+)/g)].map(
        ([, namespace, tag]) =>
          `${namespace!}/${tag!.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`,
      ),
    );
    const unknown = tags.filter((tag) =>
      tag.startsWith('c/')
        ? !bundles.includes(tag.slice(2))
        : !DECLARED.has(tag) && !existsSync(join(BASE_COMPONENTS, tag)),
    );
    expect(unknown).toStrictEqual([]);
  });

  test('never turns text into markup', () => {
    const sources = readdirSync(bundle).filter((file) => file.endsWith('.ts'));
    const hits = sources.flatMap(
      (file) => FORBIDDEN.exec(readFileSync(join(bundle, file), 'utf8'))?.[0] ?? [],
    );
    expect(hits).toStrictEqual([]);
  });

  test('is described to App Builder as it is', () => {
    expect(metadata.apiVersion).toBe(sourceApiVersion);
    expect(metadata.targets.filter((target) => !TARGETS.has(target))).toStrictEqual([]);
    expect(metadata.targets.length > 0).toBe(metadata.isExposed);
    const { configs } = metadata;
    expect(
      configs.flatMap(({ targets }) => targets).filter((target) => !metadata.targets.includes(target)),
    ).toStrictEqual([]);
    const properties = configs.flatMap((config) => config.properties);
    expect(properties.filter(({ name }) => !report.api.includes(name)).map(({ name }) => name)).toStrictEqual(
      [],
    );
    expect(
      properties.filter(({ label, description }) => !label || !description).map(({ name }) => name),
    ).toStrictEqual([]);
  });

  test('has tests beside it', () => {
    const tests = join(bundle, '__tests__');
    expect(existsSync(tests) && readdirSync(tests).some((file) => file.endsWith('.test.ts'))).toBe(true);
  });
});
