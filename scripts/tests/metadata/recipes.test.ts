import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../connect360/root.ts';

const CONTRIBUTING = readFileSync(join(ROOT, 'docs', 'CONTRIBUTING.md'), 'utf8');

/** The first change of a recipe: the file that its first step names, and the line of its diff. */
function firstStep(recipe: string): { readonly path: string; readonly from: string; readonly to: string } {
  const text = CONTRIBUTING.split(`### ${recipe}\n`)[1]?.split('\n### ')[0] ?? '';
  const [, path = ''] = /^1\. `([^`]+)`/m.exec(text) ?? [];
  const [, from = '', to = ''] = /```diff recipe\n\s*- (.+)\n\s*\+ (.+)\n/.exec(text) ?? [];
  return { path, from, to };
}

/**
 * The files in which the compiler finds errors after that change, among those of the feed, its components and type tests.
 */
function faultyFiles({ path, from, to }: ReturnType<typeof firstStep>): ReadonlySet<string> {
  const changed = resolve(ROOT, path);
  const text = readFileSync(changed, 'utf8');
  expect(text).toContain(from);
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (config === undefined) throw new Error('tsconfig.json can not be read');
  const host = ts.createCompilerHost(config.options);
  const readFile = host.readFile.bind(host);
  host.readFile = (file) => (resolve(file) === changed ? text.replace(from, to) : readFile(file));
  const rootNames = config.fileNames.filter((file) =>
    /\/scripts\/(feed\/(?!.*\.test\.ts$)|tests\/types\/|schema\/.*\.d\.ts$)/.test(file),
  );
  const program = ts.createProgram({ rootNames, options: config.options, host });
  return new Set(
    program.getSemanticDiagnostics().map(({ file }) => file?.fileName.slice(ROOT.length + 1) ?? ''),
  );
}

test('the compiler leads who adds a language to the words of the generator and to the table of the components', () => {
  const faulty = faultyFiles(firstStep('A language'));
  expect([...faulty]).toContain('scripts/tests/types/view.ts');
  expect([...faulty].filter((file) => file.startsWith('scripts/feed/generate/')).length).toBeGreaterThan(0);
  expect([...faulty].filter((file) => !/^scripts\/(feed\/generate|tests\/types)\//.test(file))).toStrictEqual(
    [],
  );
});
