import { Stryker } from '@stryker-mutator/core';
import { join } from 'node:path';
import { FOLDERS } from './folders.ts';

/**
 * `npm run mutate -- <folder> [file]`: changes one rule after the other and runs the unit tests of the folder against it (of one
 * file: those with its name). StrykerJS drives jest by its command runner: its own jest runner knows no ES modules with
 * stripped types. Not part of `npm test`: a mutant takes as long as a start of jest.
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
    // Two jest processes at once would make each other's time limits count as kills.
    concurrency: 1,
    timeoutMS: 120_000,
    ignorePatterns: ['.local', 'force-app', 'docs'],
    tempDirName: join('.local', 'mutate'),
    reporters: ['clear-text'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  }).runMutationTest();
}

await main(...process.argv.slice(2));
