import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleNames, bundleScripts, LWC_FOLDER } from '../../lwc/bundle.ts';

/** Packages whose code becomes part of a component: those that a bundle declares by `<package>.d.ts`. */
const SHIPPED = bundleNames(LWC_FOLDER).flatMap((bundle) =>
  readdirSync(join(LWC_FOLDER, bundle)).flatMap((file) => /^(.+)\.d\.ts$/.exec(file)?.[1] ?? []),
);

/** How code of Salesforce's sandbox or base components is recognized; their terms are no open licence. */
const SALESFORCE = /\$LWS|from .@locker\/|Copyright.{0,40}Salesforce/i;

test('of all packages only uqr goes to the org, with its licence', async () => {
  expect(SHIPPED).toEqual(['uqr']);
  const { license } = JSON.parse(readFileSync('node_modules/uqr/package.json', 'utf8')) as {
    readonly license: string;
  };
  expect(license).toBe('MIT');
  const scripts = await bundleScripts(join(LWC_FOLDER, 'cuzoQr'));
  expect(scripts.get('uqr.js')).toMatch(/^\/\*!\nuqr [\s\S]*MIT License/);
});

test("nothing of Salesforce's own code is in what is deployed", async () => {
  const tracked = execFileSync('git', ['ls-files', 'force-app'], { encoding: 'utf8' }).trim().split('\n');
  const sources = tracked.map((path) => [path, readFileSync(path, 'utf8')] as const);
  const bundles = await Promise.all(
    bundleNames(LWC_FOLDER).map(async (name) => [...(await bundleScripts(join(LWC_FOLDER, name)))]),
  );
  const found = [...sources, ...bundles.flat()].filter(([, text]) => SALESFORCE.test(text));
  expect(found.map(([path]) => path)).toStrictEqual([]);
});

test('the sandbox is a package of development, under the terms that the docs tell', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  expect(Object.keys(dependencies).filter((name) => name.startsWith('@locker/'))).toStrictEqual([]);
  expect(Object.keys(devDependencies)).toEqual(expect.arrayContaining(['@locker/sandbox', '@locker/shared']));
  expect(readFileSync('node_modules/@locker/sandbox/LICENSE.txt', 'utf8')).toMatch(/^Terms of Use/);
  expect(readFileSync('docs/ARCHITECTURE.md', 'utf8')).toMatch(/`@locker\/\*`[^.]*[\s\S]*Terms\s+of\s+Use/);
});
