import lwcJest from '@salesforce/sfdx-lwc-jest/config.js';

const node = (displayName, testMatch) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/scripts/tests/jestTypeStrip.js' },
});

/** Parts by cost; `npm run test:<part>` selects one. */
export default {
  projects: [
    {
      ...lwcJest.jestConfig,
      displayName: 'lwc',
      testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
      modulePathIgnorePatterns: ['<rootDir>/.local/'],
    },
    node('unit', [
      '<rootDir>/scripts/(feed|local-org|preview|schema|sync)/**/*.test.ts',
      '<rootDir>/scripts/*.test.ts',
    ]),
    node('check', ['<rootDir>/scripts/tests/metadata/**/*.test.ts']),
    node('contract', ['<rootDir>/scripts/tests/contract/**/*.test.ts']),
    node('browser', ['<rootDir>/scripts/tests/browser/**/*.test.ts']),
  ],
};
