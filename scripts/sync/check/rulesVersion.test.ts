import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from '../../connect360/root.ts';
import { rulesFiles, rulesVersion, versionOf } from './rulesVersion.ts';

/** Where a line is checked, where its record is chosen, and where it is worked out what its event does. */
const DECIDING = [
  'scripts/sync/check/lineChecker.ts',
  'scripts/sync/plan/resolve.ts',
  'scripts/sync/plan/planSubject.ts',
];
/** They tell what is remembered and which fields have to be there, not what a line means. */
const NOT_DECIDING = ['scripts/sync/org/fieldNeed.ts', 'scripts/sync/state/settled.ts'];

const read = (file: string): string => readFileSync(file, 'utf8');
const pathOf = (file: string): string => relative(ROOT, file);

/** The files of ours that a file needs while it runs: those that it imports other than for types. */
function importedBy(file: string): readonly string[] {
  const imports = [...read(file).matchAll(/^(?:import|export) (?!type)([^;]*?) from '(\.[^']+)'/gm)];
  return imports
    .filter(([, names = '']) => names.split(',').some((name) => !/^[{\s]*type /.test(name)))
    .map(([, , path = '']) => join(dirname(file), path));
}

function neededBy(files: readonly string[], known = new Set<string>()): ReadonlySet<string> {
  for (const file of files.filter((one) => !known.has(one))) neededBy(importedBy(file), known.add(file));
  return known;
}

test('every file that decides is part of the version, no test is', () => {
  const files = rulesFiles().map(pathOf);
  const needed = [...neededBy(DECIDING.map((file) => join(ROOT, file)))].map(pathOf);
  expect(needed.length).toBeGreaterThan(30);
  expect(needed.filter((file) => !files.includes(file)).sort()).toEqual(NOT_DECIDING);
  expect(files.filter((file) => file !== 'package.json' && !/^[^.]+\.ts$/.test(file))).toStrictEqual([]);
  expect(files).toContain('package.json');
});

test('another text of any of them is another version, the same texts are the same one', () => {
  const versions = rulesFiles().map((changed) => versionOf((file) => (file === changed ? 'b' : 'a')));
  expect(new Set([versionOf(() => 'a'), ...versions]).size).toBe(versions.length + 1);
  expect([rulesVersion(), rulesVersion()]).toEqual([versionOf(read), versionOf(read)]);
});
