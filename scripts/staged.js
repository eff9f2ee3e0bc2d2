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

const isFormatted = passes(
  'node_modules/prettier/bin/prettier.cjs',
  ['--check', '--ignore-unknown', '--log-level', 'warn'],
  files,
);
const isLinted = passes(
  'node_modules/eslint/bin/eslint.js',
  ['--max-warnings', '0', '--no-warn-ignored'],
  files.filter((name) => /\.(ts|js|html|css)$/.test(name)),
);
if (!isFormatted || !isLinted) process.exitCode = 1;
