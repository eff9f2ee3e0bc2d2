import { spawn } from 'node:child_process';
import { ROOT } from './connect360/root.ts';

/**
 * Runs npm scripts one after the other until one fails, and tells what each took: `node scripts/parts.ts types lint`. Ends with
 * 1 when one has failed.
 */
const [ms, failed] = await runParts(process.argv.slice(2));
tell(failed === undefined ? 'all of it' : `${failed} failed, the parts after it were left out`, ms);
if (failed !== undefined) process.exitCode = 1;

async function runParts(parts: readonly string[]): Promise<readonly [ms: number, failed?: string]> {
  const started = performance.now();
  for (const part of parts) {
    const begun = performance.now();
    const code = await runScript(part);
    tell(part, performance.now() - begun);
    if (code !== 0) return [performance.now() - started, part];
  }
  return [performance.now() - started];
}

function runScript(name: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', ['run', '-s', name], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    npm.once('error', reject);
    npm.once('close', resolve);
  });
}

function tell(what: string, ms: number): void {
  process.stderr.write(`${what}: ${(ms / 1000).toFixed(1)} s\n`);
}
