import { Stryker } from '@stryker-mutator/core';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { FOLDERS, JEST_TESTS } from './folders.ts';

/**
 * `npm run mutate -- <folder> [file]`: mutation testing of a folder with StrykerJS; for one file, with the test of its name
 * where there is one. A folder below its aim fails. The results are kept as JSON in `.local/mutants`. Not part of `npm test`:
 * a folder takes minutes to hours.
 */
async function main(folder = '', file?: string): Promise<void> {
  const found = FOLDERS[folder];
  if (!found) {
    process.stderr.write(`Give one of these folders: ${Object.keys(FOLDERS).join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  const own = `${folder}/${file}.test.ts`;
  const tests = file !== undefined && existsSync(own) ? own : found.tests.join('|');
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
    // The runner notices itself what doesn't end, by what the process does: a busy machine must not make kills.
    timeoutMS: 1_200_000,
    ignorePatterns: ['.local', 'docs'],
    thresholds: { high: 100, low: found.aim, break: file === undefined ? found.aim : null },
    // Outside of the project, where other runs of jest don't find it.
    tempDirName: mkdtempSync(join(tmpdir(), 'mutants-')),
    cleanTempDir: 'always',
    reporters: ['clear-text', 'json', 'progress-append-only'],
    jsonReporter: {
      fileName: join('.local', 'mutants', [basename(folder), file, 'json'].filter(Boolean).join('.')),
    },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  }).runMutationTest();
}

await main(...process.argv.slice(2));
