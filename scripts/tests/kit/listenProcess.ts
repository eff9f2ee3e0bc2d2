import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { COMPILE_CACHE } from '../../connect360/compileCache.ts';
import { ROOT } from '../../connect360/root.ts';
import type { ListeningAt } from '../../sync/commands/listen.ts';
import { endsWithFile } from './ending.ts';
import { OWN_PROCESS } from './job.ts';

/** `listen` in a process of its own. */
export interface ListenProcess extends ListeningAt {
  readonly pid: number | undefined;
  /** Its log so far. */
  readonly log: () => string;
  /** Resolves when the process has ended, with its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** How many events wait, by /healthz. */
  readonly waiting: () => Promise<number>;
}

/** Starts `listen` and waits until it takes events; undefined when it ended before. `env`: SF_ variables and others. */
export async function startListen(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  nodeArgs: readonly string[] = [],
): Promise<ListenProcess | undefined> {
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith('SF_'));
  const [node, script] = OWN_PROCESS;
  const child = spawn(node, [...nodeArgs, script, 'listen', '--port', '0', '--json', ...args], {
    cwd: ROOT,
    env: { ...Object.fromEntries(outer), NODE_OPTIONS: '', ...COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endsWithFile(() => child.kill('SIGKILL'));
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const first = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line)),
    ended.then(() => undefined),
  ]);
  if (first === undefined) return undefined;
  const at = JSON.parse(first) as ListeningAt;
  return {
    ...at,
    pid: child.pid,
    log: () => log,
    ended,
    kill: (signal) => child.kill(signal),
    waiting: async () => {
      const answer = await fetch(`${at.health}/healthz`);
      return ((await answer.json()) as { readonly waiting: number }).waiting;
    },
  };
}
