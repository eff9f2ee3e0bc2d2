/**
 * Which folders may import which, type imports included. `npm run imports` checks it; docs/CONTRIBUTING.md draws the map.
 * Tests (next to the code, or in scripts/tests) and the bench may import the product, never the other way.
 */
const TEST = String.raw`\.test\.ts$|^scripts/tests/|^scripts/local-org/(testOrg|metadata/fixture|soql/.*[Ff]ixture)\.ts$`;
const OUTSIDE = String.raw`^scripts/(tests|bench)/|\.test\.ts$`;

const STAGES = ['read', 'check', 'stage', 'match', 'plan', 'write', 'settle'];

/** The preview may import the contract of the local org, not its engine. */
const PUBLIC_FACE = '^scripts/local-org/org.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files in a circle are one file, or a third one is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'stages-apart',
      comment: 'A stage of the job gives data to the pipeline; it knows no other stage.',
      severity: 'error',
      from: { path: `^scripts/sync/(${STAGES.join('|')})/`, pathNot: TEST },
      to: { path: `^scripts/sync/(${STAGES.join('|')})/`, pathNot: '^scripts/sync/$1/' },
    },
    {
      name: 'floors-of-the-job',
      comment:
        'main -> commands -> pipeline -> stages -> staging, events, report -> org, state, config: no arrow runs back up.',
      severity: 'error',
      from: {
        path: '^scripts/sync/(staging|events|report|notify|org|state|config|errors|signals)',
        pathNot: TEST,
      },
      to: { path: `^scripts/sync/(${STAGES.join('|')}|commands|pipeline|main|cli)(/|\\.ts$)` },
    },
    {
      name: 'stages-below-the-pipeline',
      severity: 'error',
      from: { path: `^scripts/sync/(${STAGES.join('|')})/`, pathNot: TEST },
      to: { path: '^scripts/sync/(commands/|pipeline.ts$|main.ts$|cli.ts$)' },
    },
    {
      name: 'job-knows-no-local-org',
      comment: 'No code of the product knows whether it talks to Salesforce or to the local org.',
      severity: 'error',
      from: { path: '^scripts/(sync|feed)/', pathNot: TEST },
      to: { path: '^scripts/(local-org|preview|connect360)/' },
    },
    {
      name: 'local-org-knows-nothing-of-ours',
      severity: 'error',
      from: { path: '^scripts/local-org/', pathNot: TEST },
      to: { path: '^scripts/(?!local-org/)' },
    },
    {
      name: 'preview-sees-the-public-face-only',
      severity: 'error',
      from: { path: '^scripts/preview/', pathNot: TEST },
      to: { path: '^scripts/(local-org|sync|feed)/', pathNot: PUBLIC_FACE },
    },
    {
      name: 'product-knows-no-tests',
      comment: 'Tests and bench import the product, never the other way.',
      severity: 'error',
      from: { path: '^(scripts|force-app|config)/', pathNot: `${OUTSIDE}|__tests__/` },
      to: { path: OUTSIDE },
    },
    {
      name: 'tests-know-no-bench',
      severity: 'error',
      from: { path: '^scripts/tests/' },
      to: { path: '^scripts/bench/' },
    },
    {
      name: 'bench-knows-the-kit-only',
      comment: 'The fixtures of a test belong to that test; what several need is in scripts/tests/kit.',
      severity: 'error',
      from: { path: '^scripts/(bench|tests/(?!kit/)([^/]+))/' },
      to: { path: '^scripts/tests/', pathNot: '^scripts/tests/(kit|lwc|$2)/' },
    },
    {
      name: 'jsforce-in-one-folder',
      comment: 'Only scripts/sync/org talks to jsforce; tests and bench have it as a peer.',
      severity: 'error',
      from: { path: '^(scripts|force-app)/', pathNot: `^scripts/sync/org/|${OUTSIDE}` },
      to: { path: '^node_modules/(jsforce|@jsforce)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.local|force-app/.*/lwc/[^/]+/[^/]+\\.js$)' },
    enhancedResolveOptions: { extensions: ['.ts', '.d.ts', '.js'] },
  },
};
