import { Stryker } from '@stryker-mutator/core';
import { join } from 'node:path';
import { FOLDERS } from './folders.ts';

/**
 * `npm run mutate -- <folder> [file]`: mutation testing of a folder with StrykerJS; for one file, with the tests of its
 * name. Stryker runs jest as a command, because its own jest runner doesn't support ES modules with stripped types. Not part
 * of `npm test`: each mutant takes a start of jest.
 */
async function main(folder = '', file?: string): Promise<void> {
  const found = FOLDERS[folder];
  if (!found) {
    process.stderr.write(`Give one of these folders: ${Object.keys(FOLDERS).join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  const tests = file === undefined ? found.tests.join('|') : `${folder}/.*${file}.*test`;
  await new Stryker({
    mutate: file === undefined ? [...found.sources] : [join(folder, `${file}.ts`)],
    testRunner: 'command',
    commandRunner: { command: `npm run -s jest -- --testPathPattern '${tests}' --selectProjects unit` },
    // Two jest processes at once would slow each other down, and time limits would count as kills.
    concurrency: 1,
    timeoutMS: 120_000,
    ignorePatterns: ['.local', 'force-app', 'docs'],
    tempDirName: join('.local', 'mutate'),
    reporters: ['clear-text'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  }).runMutationTest();
}

await main(...process.argv.slice(2));
