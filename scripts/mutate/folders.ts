/** Which jest project, and which of its test files (regular expression on the path): an option of Stryker for our runner. */
export interface JestTests {
  readonly project: string;
  readonly paths: string;
}

export const JEST_TESTS = 'jestTests';

/** The files of a folder to mutate, and the tests (paths as jest matches them) that must fail then. */
export interface MutatedFolder {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
  readonly project: 'unit' | 'lwc';
  /** Percentage of the mutants that the tests are to notice at least. */
  readonly aim: number;
  /** Environment variables of the tests. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Every TypeScript file of a folder and below that is no test. */
const allOf = (folder: string, ...without: readonly string[]): readonly string[] => [
  `${folder}/**/*.ts`,
  `!${folder}/**/*.test.ts`,
  ...without.map((file) => `!${folder}/${file}`),
];

/** A folder of the job, with its own tests and others that show its rules. The random worlds take too long for each mutant. */
const stage = (name: string, ...tests: readonly string[]): MutatedFolder => ({
  sources: allOf(`scripts/sync/${name}`),
  tests: [`scripts/sync/${name}/`, ...tests.map((path) => `scripts/sync/${path}`)],
  project: 'unit',
  aim: 90,
});

const LWC = 'force-app/main/default/lwc';

/** The rules of a bundle, with its own tests and those of the bundles that `also` names. */
const rules = (
  bundle: string,
  files: readonly string[] = [bundle],
  also: readonly string[] = [],
): MutatedFolder => ({
  sources: files.map((file) => `${LWC}/${bundle}/${file}.ts`),
  tests: [bundle, ...also].map((one) => `${LWC}/${one}/`),
  project: 'lwc',
  aim: 90,
});

const localOrg = (name: string): MutatedFolder => ({
  sources: allOf(`scripts/local-org/${name}`, 'property/**'),
  tests: [`scripts/local-org/${name}/`],
  project: 'unit',
  aim: 80,
  env: { SOQL_CASES: '200' },
});

/** Every folder that `npm run mutate -- <folder>` takes. */
export const FOLDERS: Readonly<Record<string, MutatedFolder>> = {
  'scripts/feed': {
    // Lists of words are held by the compiler and by scripts/tests/metadata.
    sources: ['scripts/feed/*.ts', '!scripts/feed/{*.test,schema,knownCodes,outcome}.ts'],
    tests: ['scripts/feed/[A-Za-z]+\\.test', 'scripts/sync/check'],
    project: 'unit',
    aim: 90,
  },
  'scripts/sync/events': stage('events', 'plan/'),
  'scripts/sync/check': stage('check'),
  'scripts/sync/stage': stage('stage', 'staging/'),
  'scripts/sync/match': stage('match'),
  'scripts/sync/plan': stage('plan'),
  'scripts/sync/write': stage('write'),
  'scripts/sync/settle': stage('settle'),
  'scripts/sync/state': stage(
    'state',
    ...['settle/', 'listen/(inboxWriter|smallRuns)', 'notify/notifier', 'report/measures'],
  ),
  [`${LWC}/cuzoRegistration`]: rules('cuzoRegistration'),
  [`${LWC}/cuzoHealth`]: rules('cuzoHealth', ['alarms', 'runs'], ['cuzoJobHealth']),
  [`${LWC}/cuzoAdoptionFigures`]: rules('cuzoAdoptionFigures', ['figures', 'filters', 'weeks']),
  [`${LWC}/cuzoDifferences`]: rules('cuzoDifferences'),
  [`${LWC}/cuzoFormat`]: rules('cuzoFormat'),
  [`${LWC}/cuzoHours`]: rules('cuzoHours', ['cuzoHours', 'readHours', 'belgianHolidays']),
  // Not its other tests, which draw the whole block.
  [`${LWC}/cuzoHelp`]: {
    ...rules('cuzoHelp', ['blockers', 'customerFacts', 'portalFacts']),
    tests: [`${LWC}/cuzoHelp/__tests__/(blockers|customerFacts|portalFacts)`],
  },
  // Not its other tests, which draw the whole tab.
  [`${LWC}/cuzoTab`]: {
    ...rules('cuzoTab', ['differences', 'policySituation', 'policyVisibility', 'shownView']),
    tests: [`${LWC}/cuzoTab/__tests__/policySituation`],
  },
  [`${LWC}/cuzoInvitation`]: rules(
    'cuzoInvitation',
    ['invited', 'landing', 'customerLanguage'],
    ['cuzoInvite'],
  ),
  'scripts/local-org/soql': localOrg('soql'),
  'scripts/local-org/store': localOrg('store'),
};
