import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';
import { folderForFile } from '../kit/folder.ts';
import { HANG } from '../kit/hang.ts';

interface Answer {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const CONFIG = 'scripts/tests/contract/fixtures/runner/jest.config.js';

test('what a set-up started ends when it throws, and a test out of time spoils none of its neighbours', () => {
  const pidFile = join(folderForFile('runner-').folder, 'pid');
  const ran = spawnSync(process.execPath, [...JEST, '--config', CONFIG, '--json'], {
    cwd: ROOT,
    env: { ...process.env, PID_FILE: pidFile },
    encoding: 'utf8',
    timeout: HANG.process,
  });
  // Null would be a runner that never ended and was killed.
  expect(ran.status).toBe(1);
  expect(ran.stderr).not.toContain('did not exit');
  const { testResults } = JSON.parse(ran.stdout) as Answer;
  const of = (file: string) => testResults.find(({ name }) => name.includes(file));
  expect(of('throwingSetUp')?.message).toContain('thrown on purpose');
  expect(() => process.kill(Number(readFileSync(pidFile, 'utf8')), 0)).toThrow('ESRCH');
  expect(of('slowTest')?.message).toContain('Exceeded timeout');
  expect(of('slowTest')?.assertionResults.map(({ title, status }) => [title, status])).toEqual([
    ['looks at more than it has time for', 'failed'],
    ['has a page of its own', 'passed'],
  ]);
});
