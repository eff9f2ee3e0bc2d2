import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../connect360/root.ts';
import { ORDER, type Order } from './order.ts';

/** How the job's process ended. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface JobCall {
  readonly args: readonly string[];
  /** The SF_ variables to log in with. */
  readonly login: Readonly<Record<string, string>>;
  readonly order: Order;
  /** A file for standard input. */
  readonly stdin?: string | undefined;
}

const MAIN = join(ROOT, 'scripts', 'sync', 'main.ts');
const POINTS = pathToFileURL(join(ROOT, 'scripts', 'tests', 'chaos', 'points.ts')).href;
const COMPILE_CACHE = join(ROOT, '.local', 'cache', 'node');
/** Far longer than any round takes: a job that is still there hangs. */
const HUNG_MS = 60_000;

/** Runs a command of the job with its points counted, and at one of them struck. Rejects when it hangs. */
export function callJob({ args, login, order, stdin }: JobCall): Promise<Ended> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SF_')));
  const job = spawn(process.execPath, ['--no-warnings', '--import', POINTS, MAIN, ...args], {
    cwd: ROOT,
    env: {
      ...env,
      NODE_OPTIONS: '',
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      ...login,
      [ORDER]: JSON.stringify(order),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  job.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  job.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  job.stdin.on('error', () => undefined);
  if (stdin === undefined) job.stdin.end();
  else createReadStream(stdin).pipe(job.stdin);
  return new Promise((resolve, reject) => {
    const hung = setTimeout(() => {
      job.kill('SIGKILL');
      reject(new Error(`the job hangs: ${args.join(' ')}\n${stderr}`));
    }, HUNG_MS);
    job.once('error', reject);
    job.once('close', (code, signal) => {
      clearTimeout(hung);
      resolve({ code, signal, stdout, stderr });
    });
  });
}
