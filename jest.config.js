import { availableParallelism } from 'node:os';
import lwcJest from '@salesforce/sfdx-lwc-jest/config.js';
import { HANG } from './scripts/tests/kit/hang.ts';
import { memoryFolder } from './scripts/tests/kit/memoryFolder.ts';

// Tests of orgs and pages also wait: the CLI asks for a Bulk job every five seconds, a page for the next frame.
const waitsForTime = ['contract', 'chaos', 'browser'].some((project) => process.argv.includes(project));

// Temporary folders of tests and of what they start; a TMPDIR that somebody set stays.
const inMemory = memoryFolder();
if (inMemory !== undefined) process.env.TMPDIR ??= inMemory;

const node = (displayName, testMatch) => ({
  displayName,
  testMatch,
  testEnvironment: '<rootDir>/scripts/tests/jest/environment.js',
  runtime: '<rootDir>/scripts/tests/jest/runtime.js',
  transform: {},
  setupFilesAfterEnv: ['<rootDir>/scripts/tests/kit/endAfterFile.ts'],
});

/**
 * Parts by cost; `npm run test:<part>` selects one. Node itself loads all but `lwc` (docs/TESTING.md).
 */
export default {
  testTimeout: HANG.test,
  // By default jest starts one worker less than there are cores, and test files mostly wait for other processes.
  maxWorkers: waitsForTime ? availableParallelism() + 1 : '100%',
  testSequencer: '<rootDir>/scripts/tests/jest/sequencer.js',
  projects: [
    {
      ...lwcJest.jestConfig,
      displayName: 'lwc',
      testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts', '<rootDir>/scripts/tests/lwc/*.test.ts'],
      modulePathIgnorePatterns: ['<rootDir>/.local/'],
      setupFilesAfterEnv: [...lwcJest.jestConfig.setupFilesAfterEnv, '<rootDir>/scripts/tests/lwc/setup.ts'],
      moduleNameMapper: {
        '^kit$': '<rootDir>/scripts/tests/lwc/kit.ts',
        '^lightning/modal$': '<rootDir>/scripts/tests/lwc/modal.ts',
        // The build makes this file from the npm package; tests read the package itself.
        '^\\./uqr$': 'uqr',
      },
    },
    node('unit', [
      '<rootDir>/scripts/(bench|connect360|feed|local-org|mutate|preview|schema|sync)/**/*.test.ts',
      '<rootDir>/scripts/*.test.ts',
    ]),
    node('check', ['<rootDir>/scripts/tests/metadata/**/*.test.ts']),
    node('contract', ['<rootDir>/scripts/tests/contract/**/*.test.ts']),
    node('chaos', ['<rootDir>/scripts/tests/chaos/**/*.test.ts']),
    {
      ...node('browser', ['<rootDir>/scripts/tests/browser/**/*.test.ts']),
      globalSetup: '<rootDir>/scripts/tests/browser/prepare.ts',
    },
  ],
};
