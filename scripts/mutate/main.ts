import { Stryker } from '@stryker-mutator/core';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDERS } from './folders.ts';

/**
 * `npm run mutate -- <folder> [file]`: mutation testing of a folder with StrykerJS; for one file, with the test of its name
 * where there is one. A folder below its aim fails. Stryker runs jest as a command, because its own jest runner doesn't support ES modules with stripped types. Not part
 * of `npm test`: each mutant takes a start of jest.
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
    testRunner: 'command',
    commandRunner: {
      command: `npm run -s jest -- --bail --testPathPattern '${tests}' --selectProjects ${found.project}`,
    },
    // Two jest processes at once would slow each other down, and time limits would count as kills.
    concurrency: 1,
    timeoutMS: 120_000,
    ignorePatterns: ['.local', 'docs'],
    thresholds: { high: 100, low: found.aim, break: file === undefined ? found.aim : null },
    tempDirName: join('.local', 'mutate'),
    reporters: ['clear-text'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  }).runMutationTest();
}

await main(...process.argv.slice(2));
