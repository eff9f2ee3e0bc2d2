/**
 * What a commit must pass: format and lint of the changed files, as they are in the working tree. `npm run staged`; a git
 * hook runs it when the set-up has installed it (`npm run hooks:remove` removes it).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const names = execFileSync('git', ['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z'], {
  encoding: 'utf8',
});
const files = names.split('\0').filter((name) => name !== '' && existsSync(name));

/** Runs an installed npm tool on those files; true when it succeeds. */
function passes(script, args, chosen) {
  if (chosen.length === 0) return true;
  return spawnSync(process.execPath, [script, ...args, ...chosen], { stdio: 'inherit' }).status === 0;
}

const named = (pattern) => files.filter((name) => pattern.test(name));
const MARKUP = /\.(html|xml)$/;

const results = [
  passes('node_modules/oxfmt/bin/oxfmt', ['--check', '--no-error-on-unmatched-pattern'], files),
  passes('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn'], named(MARKUP)),
  passes('node_modules/oxlint/bin/oxlint', ['--type-aware', '--max-warnings', '0'], named(/\.(ts|js)$/)),
  passes(
    'node_modules/eslint/bin/eslint.js',
    ['--max-warnings', '0', '--no-warn-ignored'],
    named(/^force-app\/.*\.(ts|html|css)$/),
  ),
];
if (results.includes(false)) process.exitCode = 1;
