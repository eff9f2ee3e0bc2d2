/**
 * Starts the job with settings that keep its memory small: those of Node's heap must come before the script, those of
 * glibc's allocator must be in the environment when the process starts. `npm run sync` runs this in every shell. Where the
 * system can, the job replaces this process, so that it gets signals and its exit code is npm's.
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
