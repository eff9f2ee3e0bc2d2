import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Package {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
}

const package_ = JSON.parse(read('package.json')) as Package;

test('every dependency has an exact version', () => {
  const { dependencies, devDependencies, optionalDependencies } = package_;
  const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toStrictEqual([]);
});

test('the lockfile has no download addresses', () => {
  const lockfile = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { resolved?: string }>;
  };
  const resolved = Object.entries(lockfile.packages).filter(([, entry]) =>
    entry.resolved?.startsWith('http'),
  );
  expect(resolved).toStrictEqual([]);
});

test('the top level holds what the layout names, no more', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
  const top = new Set(
    tracked.map((path) => path.split('/')[0] ?? '').filter((name) => !name.startsWith('.')),
  );
  expect([...top].sort()).toEqual([
    ...['LICENSE', 'README.md', 'config', 'docs', 'eslint.config.js', 'force-app', 'jest.config.js'],
    ...['package-lock.json', 'package.json', 'scripts', 'sfdx-project.json', 'tsconfig.json'],
  ]);
});
