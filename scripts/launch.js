/**
 * Starts the job with what keeps its memory small: settings of Node's heap, which must stand before the script, and of glibc's
 * allocator, which must be in the environment when the process begins. `npm run sync` comes here in every shell.
 *
 * Where the system can do so, the job takes this process over, so that a signal reaches it and its exit code is npm's.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SMALL_HEAP = ['--max-semi-space-size=4', '--initial-old-space-size=32', '--heap-growing-percent=30'];
const JOB = fileURLToPath(new URL('sync/main.ts', import.meta.url));

const args = [...SMALL_HEAP, JOB, ...process.argv.slice(2)];
const env = { ...process.env, MALLOC_ARENA_MAX: '1' };

if (process.platform === 'win32') {
  spawn(process.execPath, args, { env, stdio: 'inherit' }).once('close', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  process.execve(process.execPath, [process.execPath, ...args], env);
}
