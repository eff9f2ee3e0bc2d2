import { Stryker } from '@stryker-mutator/core';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { FOLDERS, JEST_TESTS, type MutatedFolder } from './folders.ts';
import { sectionOf, withSection, type MutationReport } from './results.ts';

/** Where the scores and the survivors are kept. */
const DOCUMENT = join('docs', 'MUTANTS.md');

/**
 * `npm run mutate -- <folder> [file]`: mutation testing of a folder with StrykerJS; for one file, with the test of its name
 * where there is one. A folder below its aim fails. The results are kept as JSON in `.local/mutants`, those of a whole folder
 * in docs/MUTANTS.md too. Not part of `npm test`: a folder takes minutes to hours.
 */
async function main(folder = '', file?: string): Promise<void> {
  const found = FOLDERS[folder];
  if (!found) {
    process.stderr.write(`Give one of these folders: ${Object.keys(FOLDERS).join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  const results = join('.local', 'mutants', [basename(folder), file, 'json'].filter(Boolean).join('.'));
  const own = `${folder}/${file}.test.ts`;
  const tests = file !== undefined && existsSync(own) ? own : found.tests.join('|');
  Object.assign(process.env, found.env);
  await new Stryker({
    mutate: file === undefined ? [...found.sources] : [join(folder, `${file}.ts`)],
    plugins: [join(import.meta.dirname, 'jestRunner.ts')],
    testRunner: 'warm-jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
    [JEST_TESTS]: { project: found.project, paths: tests },
    coverageAnalysis: 'perTest',
    // Node frees no ES module that a test file has loaded: after so many mutants collecting garbage takes longer than a start.
    maxTestRunnerReuse: 100,
    concurrency: 1,
    // The runner notices most of what doesn't end by what the process does; this is for loops that never meet their own mutant again.
    // So many times what the tests took at first that a busy machine makes no kills.
    timeoutMS: 20_000,
    timeoutFactor: 20,
    ignorePatterns: ['.local', 'docs'],
    thresholds: { high: 100, low: found.aim, break: file === undefined ? found.aim : null },
    // Outside of the project, where other runs of jest don't find it.
    tempDirName: mkdtempSync(join(tmpdir(), 'mutants-')),
    cleanTempDir: 'always',
    reporters: ['clear-text', 'json', 'progress-append-only'],
    jsonReporter: { fileName: results },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  }).runMutationTest();
  if (file === undefined) note(folder, found, results);
}

function note(folder: string, { aim }: MutatedFolder, results: string): void {
  const report = JSON.parse(readFileSync(results, 'utf8')) as MutationReport;
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const day = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const section = sectionOf(report, { folder, aim, day, commit });
  writeFileSync(DOCUMENT, withSection(readFileSync(DOCUMENT, 'utf8'), section, Object.keys(FOLDERS)));
}

await main(...process.argv.slice(2));
