import { spawn } from 'node:child_process';
import { ROOT } from './connect360/root.ts';

/**
 * Runs npm scripts one after the other until one fails, and prints how long each took: `node scripts/parts.ts types lint`.
 * Scripts joined by `+` run in parallel; the output of all but the first is printed when they have ended. Exits with 1 when
 * one has failed.
 */
const [ms, failed] = await runParts(process.argv.slice(2));
tell(failed === undefined ? 'all of it' : `${failed} failed, the parts after it were left out`, ms);
if (failed !== undefined) process.exitCode = 1;

async function runParts(parts: readonly string[]): Promise<readonly [ms: number, failed?: string]> {
  const started = performance.now();
  for (const part of parts) {
    const names = part.split('+');
    const ended = await Promise.all(names.map((name, index) => runPart(name, index > 0)));
    const wrong = names.filter((_, index) => ended[index] !== 0);
    if (wrong.length > 0) return [performance.now() - started, wrong.join(' and ')];
  }
  return [performance.now() - started];
}

async function runPart(name: string, isHeld: boolean): Promise<number | null> {
  const begun = performance.now();
  const { code, held } = await runScript(name, isHeld);
  process.stderr.write(held);
  tell(name, performance.now() - begun);
  return code;
}

function runScript(
  name: string,
  isHeld: boolean,
): Promise<{ readonly code: number | null; readonly held: string }> {
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', ['run', '-s', name], {
      cwd: ROOT,
      stdio: isHeld ? ['inherit', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32',
    });
    let held = '';
    for (const output of [npm.stdout, npm.stderr])
      output?.setEncoding('utf8').on('data', (text: string) => (held += text));
    npm.once('error', reject);
    npm.once('close', (code) => {
      resolve({ code, held });
    });
  });
}

function tell(what: string, ms: number): void {
  process.stderr.write(`${what}: ${(ms / 1000).toFixed(1)} s\n`);
}
