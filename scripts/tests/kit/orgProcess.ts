import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { COMPILE_CACHE } from '../../connect360/compileCache.ts';
import { ROOT } from '../../connect360/root.ts';
import type { Ready } from '../../local-org/server.ts';
import { endsWithFile } from './ending.ts';

/** A local org in a process of its own, as `npm run org` starts it. */
export interface OrgProcess {
  readonly ready: Ready;
  /** Milliseconds from the start of the process until it was ready. */
  readonly startMs: number;
  readonly process: ChildProcess;
  readonly close: () => Promise<void>;
}

/** A server that hasn't ended so long after it was asked to is killed. */
const ENDING_MS = 30_000;

/** Starts the local org with these arguments and waits until it is ready. */
export async function startOrgProcess(...args: readonly string[]): Promise<OrgProcess> {
  const started = performance.now();
  const server = spawn(process.execPath, [join(ROOT, 'scripts', 'org.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...COMPILE_CACHE, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'close');
  const close = endsWithFile(async () => {
    server.kill('SIGTERM');
    const hung = setTimeout(() => server.kill('SIGKILL'), ENDING_MS);
    await ended;
    clearTimeout(hung);
  });
  const ready = await new Promise<Ready>((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve(JSON.parse(line) as Ready);
    });
    void ended.then(() => {
      reject(new Error('the local org ended before it was ready'));
    });
  });
  return { ready, startMs: performance.now() - started, process: server, close };
}
